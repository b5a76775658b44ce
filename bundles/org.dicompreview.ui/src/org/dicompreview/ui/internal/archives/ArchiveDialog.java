package org.dicompreview.ui.internal.archives;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.dicom.Tag;
import org.dicompreview.series.spi.ArchiveProvider;
import org.dicompreview.ui.internal.HelpContexts.Context;
import org.dicompreview.ui.internal.HelpContexts;
import org.dicompreview.ui.internal.archives.ArchiveSearch.Credentials;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ModifyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for an archive, what it is told of who asks, and what to search for. */
final class ArchiveDialog extends TitleAreaDialog {

	private static final String DATE = "\\d{8}|\\d{4}-\\d{2}-\\d{2}"; //$NON-NLS-1$
	private static final int FIELD_WIDTH = 220;

	/** What {@link #signIn} offers, in its order. */
	private enum SignIn {
		STORED, NONE, PASSWORD, TOKEN
	}

	private final List<KnownArchive> known;
	private final ArchiveProvider provider;
	private final Map<Integer, Text> criteria = new HashMap<>();
	private final ModifyListener changed = event -> check();
	private Combo address;
	private Text name;
	private Combo signIn;
	private Text user;
	private Text secret;
	private Text from;
	private Text to;
	private ArchiveSearch search;

	/** @param known archives to choose from @param provider tells whether an address is one */
	ArchiveDialog(Shell parent, List<KnownArchive> known, ArchiveProvider provider) {
		super(parent);
		this.known = List.copyOf(known);
		this.provider = provider;
		setShellStyle(getShellStyle() | SWT.RESIZE | SWT.SHEET);
	}

	/** {@return what is wanted; absent if the dialog was cancelled} */
	Optional<ArchiveSearch> search() {
		return Optional.ofNullable(search);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.ArchiveDialog_title);
		HelpContexts.set(shell, Context.ARCHIVE);
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		GridLayoutFactory.swtDefaults().numColumns(2).applyTo(area);
		label(area, Messages.ArchiveDialog_address);
		address = new Combo(area, SWT.DROP_DOWN);
		wide(address);
		known.forEach(archive -> address.add(archive.label()));
		address.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> choose(address.getSelectionIndex())));
		name = text(area, Messages.ArchiveDialog_name, SWT.NONE);
		label(area, Messages.ArchiveDialog_signIn);
		signIn = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
		wide(signIn);
		signIn.setItems(Messages.ArchiveDialog_stored, Messages.ArchiveDialog_nothing, Messages.ArchiveDialog_userAndPassword,
				Messages.ArchiveDialog_token);
		signIn.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> check()));
		user = text(area, Messages.ArchiveDialog_user, SWT.NONE);
		secret = text(area, Messages.ArchiveDialog_password, SWT.PASSWORD);
		createCriteria(area);
		signIn.select((known.isEmpty() ? SignIn.NONE : SignIn.STORED).ordinal());
		if (!known.isEmpty()) {
			choose(0);
		}
		address.addModifyListener(changed);
		setTitle(Messages.ArchiveDialog_title);
		setMessage(Messages.ArchiveDialog_intro);
		return area;
	}

	private void createCriteria(Composite area) {
		Group group = new Group(area, SWT.NONE);
		group.setText(Messages.ArchiveDialog_search);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(group);
		GridLayoutFactory.swtDefaults().numColumns(2).applyTo(group);
		criteria.put(Tag.PATIENT_NAME, text(group, Messages.ArchiveDialog_patientName, SWT.NONE));
		criteria.put(Tag.PATIENT_ID, text(group, Messages.ArchiveDialog_patientId, SWT.NONE));
		from = text(group, Messages.ArchiveDialog_from, SWT.NONE);
		to = text(group, Messages.ArchiveDialog_to, SWT.NONE);
		criteria.put(Tag.MODALITIES_IN_STUDY, text(group, Messages.ArchiveDialog_modality, SWT.NONE));
		criteria.put(Tag.STUDY_DESCRIPTION, text(group, Messages.ArchiveDialog_description, SWT.NONE));
		criteria.put(Tag.ACCESSION_NUMBER, text(group, Messages.ArchiveDialog_accession, SWT.NONE));
	}

	private static void label(Composite parent, String words) {
		new Label(parent, SWT.NONE).setText(words);
	}

	private Text text(Composite parent, String words, int style) {
		label(parent, words);
		Text text = new Text(parent, SWT.BORDER | style);
		wide(text);
		text.addModifyListener(changed);
		return text;
	}

	private static void wide(Control control) {
		GridDataFactory.fillDefaults().grab(true, false).hint(FIELD_WIDTH, SWT.DEFAULT).applyTo(control);
	}

	/** Fills in an archive that is known. */
	private void choose(int index) {
		if (index >= 0 && index < known.size()) {
			address.setText(known.get(index).address());
			name.setText(known.get(index).name());
			signIn.select(SignIn.STORED.ordinal());
			check();
		}
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, Messages.ArchiveDialog_open, true);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
		check();
	}

	private SignIn chosenSignIn() {
		return SignIn.values()[Math.max(0, signIn.getSelectionIndex())];
	}

	private void check() {
		if (getButton(IDialogConstants.OK_ID) == null) {
			return;
		}
		user.setEnabled(chosenSignIn() == SignIn.PASSWORD);
		secret.setEnabled(chosenSignIn() == SignIn.PASSWORD || chosenSignIn() == SignIn.TOKEN);
		boolean empty = address.getText().isBlank();
		String wrong = empty ? null : wrong();
		setErrorMessage(wrong);
		setMessage(empty ? Messages.ArchiveDialog_addressHint : Messages.ArchiveDialog_intro);
		getButton(IDialogConstants.OK_ID).setEnabled(!empty && wrong == null);
	}

	/** {@return what is wrong, or {@code null}} */
	private String wrong() {
		for (Text date : List.of(from, to)) {
			if (!date.getText().isBlank() && !date.getText().strip().matches(DATE)) {
				return Messages.ArchiveDialog_dateWrong;
			}
		}
		try {
			provider.check(URI.create(address.getText().strip()));
			return null;
		} catch (IllegalArgumentException e) {
			return e.getMessage();
		}
	}

	@Override
	protected void okPressed() {
		search = new ArchiveSearch(new KnownArchive(withoutSlash(address.getText().strip()), name.getText().strip()), credentials(),
				values());
		super.okPressed();
	}

	private static String withoutSlash(String text) {
		return text.replaceAll("/+$", ""); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private Optional<Credentials> credentials() {
		return switch (chosenSignIn()) {
			case STORED -> Optional.empty();
			case NONE -> Optional.of(Credentials.NONE);
			case PASSWORD -> Optional.of(Credentials.basic(user.getText(), secret.getText()));
			case TOKEN -> Optional.of(Credentials.bearer(secret.getText()));
		};
	}

	private Map<Integer, String> values() {
		Map<Integer, String> values = new HashMap<>();
		criteria.forEach((tag, text) -> {
			if (!text.getText().isBlank()) {
				values.put(tag, text.getText().strip());
			}
		});
		values.computeIfPresent(Tag.PATIENT_NAME, (tag, text) -> withWildcard(text, "", "*")); //$NON-NLS-1$ //$NON-NLS-2$
		values.computeIfPresent(Tag.STUDY_DESCRIPTION, (tag, text) -> withWildcard(text, "*", "*")); //$NON-NLS-1$ //$NON-NLS-2$
		dates().ifPresent(range -> values.put(Tag.STUDY_DATE, range));
		return values;
	}

	private static String withWildcard(String text, String before, String after) {
		return text.contains("*") || text.contains("?") ? text : before + text + after; //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** {@return the range of dates, open where one is missing} */
	private Optional<String> dates() {
		List<String> ends = new ArrayList<>();
		for (Text date : List.of(from, to)) {
			ends.add(date.getText().strip().replace("-", "")); //$NON-NLS-1$ //$NON-NLS-2$
		}
		String range = String.join("-", ends); //$NON-NLS-1$
		return range.equals("-") ? Optional.empty() : Optional.of(ends.get(0).equals(ends.get(1)) ? ends.get(0) : range); //$NON-NLS-1$
	}
}
