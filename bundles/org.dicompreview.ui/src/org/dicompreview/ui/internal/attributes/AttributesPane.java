package org.dicompreview.ui.internal.attributes;

import java.util.List;

import org.dicompreview.ui.internal.AccessibleName;
import org.dicompreview.ui.internal.SearchField;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Search field, a line for what is wrong with the file, and below them the tree or a message. UI thread. */
final class AttributesPane extends Composite {

	private static final int MARGIN = 12;

	private final Text search;
	private final Composite warning;
	private final Label warningText;
	private final Composite pages;
	private final Composite messagePage;
	private final Label message;
	private final AttributeTable table;

	AttributesPane(Composite parent) {
		super(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
		search = SearchField.create(this, Messages.AttributesView_search, () -> Messages.AttributesView_searchName,
				() -> search().setText("")); //$NON-NLS-1$
		search.addListener(SWT.KeyDown, this::searchKey);
		warning = new Composite(this, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(4, 3).applyTo(warning);
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(warning);
		Label sign = new Label(warning, SWT.NONE);
		LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), this);
		ResourceLocator.imageDescriptorFromBundle(AttributesPane.class, "icons/finding_warning.svg") //$NON-NLS-1$
				.map(resources::create).ifPresent(sign::setImage);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(sign);
		warningText = new Label(warning, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(100, SWT.DEFAULT).applyTo(warningText);
		warning.setVisible(false);
		pages = new Composite(this, SWT.NONE);
		pages.setLayout(new StackLayout());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(pages);
		table = new AttributeTable(pages);
		AccessibleName.set(table.viewer().getTree(), () -> Messages.AttributesView_treeName);
		messagePage = new Composite(pages, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).applyTo(messagePage);
		message = new Label(messagePage, SWT.WRAP | SWT.CENTER);
		GridDataFactory.fillDefaults().grab(true, true).align(SWT.FILL, SWT.CENTER).applyTo(message);
	}

	private void searchKey(Event event) {
		if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.CR) {
			focusFirstFind();
			event.doit = false;
		}
	}

	private void focusFirstFind() {
		table.viewer().getTree().setFocus();
		if (table.selected().isEmpty()) {
			List<Row> roots = table.current().roots();
			roots.stream().findFirst().ifPresent(row -> table.viewer().setSelection(new StructuredSelection(row), true));
		}
	}

	/** @param searched whether the user has searched since what is on screen */
	void show(Content content, boolean searched) {
		if (content.data() == null) {
			table.show(Matches.all(AttributeTree.EMPTY), false);
			message(NLS.bind(Messages.AttributesView_failed, content.problem()));
			return;
		}
		Matches matches = content.matches();
		table.show(matches, searched);
		warn(warning(content));
		if (matches.roots().isEmpty() && !content.search().isEmpty()) {
			page(messagePage, NLS.bind(Messages.AttributesView_nothingFound, search.getText().strip()));
		} else {
			page(table.viewer().getTree(), ""); //$NON-NLS-1$
		}
	}

	private static String warning(Content content) {
		String many = content.matches().complete() ? "" //$NON-NLS-1$
				: NLS.bind(Messages.AttributesView_many, Integer.toString(Matches.LIMIT));
		return content.problem().isEmpty() || many.isEmpty() ? content.problem() + many : content.problem() + '\n' + many;
	}

	/** Shows a message in place of the tree. */
	void message(String text) {
		warn(""); //$NON-NLS-1$
		page(messagePage, text);
	}

	private void page(Control page, String text) {
		message.setText(text.replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
		messagePage.layout();
		StackLayout layout = (StackLayout) pages.getLayout();
		if (layout.topControl != page) {
			layout.topControl = page;
			pages.layout();
		}
	}

	private void warn(String text) {
		if (!warningText.getText().equals(text.replace("&", "&&"))) { //$NON-NLS-1$ //$NON-NLS-2$
			warningText.setText(text.replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
			warningText.setToolTipText(text);
			warning.setVisible(!text.isEmpty());
			((GridData) warning.getLayoutData()).exclude = text.isEmpty();
			layout(true, true);
		}
	}

	void focusSearch() {
		search.setFocus();
		search.selectAll();
	}

	Text search() {
		return search;
	}

	AttributeTable table() {
		return table;
	}

	/** {@return the warning above the tree, empty text if there is none; for tests} */
	String warning() {
		return warning.getVisible() ? warningText.getText() : ""; //$NON-NLS-1$
	}

	/** {@return the message in place of the tree, empty text if the tree is there; for tests} */
	String message() {
		return message.getText();
	}

	@Override
	public boolean setFocus() {
		Control page = table.viewer().getTree();
		if (page.isDisposed()) {
			return false; // asked for too while all is disposed of
		}
		return page.isVisible() ? page.setFocus() : search.setFocus();
	}
}
