package org.dicompreview.ui.internal;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.dicompreview.ui.DicomPreview;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A button says which key does the same, whether its view is active or not. */
class ToolbarTooltipsTest {

	private static final List<String> VIEWS = List.of(DicomPreview.SERIES_EXPLORER, DicomPreview.ATTRIBUTES,
			DicomPreview.PREVIEW);

	private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();

	private final IPerspectiveDescriptor before = page.getPerspective();

	@BeforeEach
	void open() {
		page.setPerspective(PlatformUI.getWorkbench().getPerspectiveRegistry().findPerspectiveWithId(DicomPreview.PERSPECTIVE));
	}

	@AfterEach
	void close() {
		page.closePerspective(page.getPerspective(), false, false);
		page.setPerspective(before);
	}

	@Test
	void eachButtonNamesItsKey() throws Exception {
		for (String id : VIEWS) {
			page.showView(id);
			until("all toolbars", () -> !buttons("preview.invert").isEmpty() && !buttons("openFolder").isEmpty()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			assertEquals(List.of(), withoutKey(), id);
			assertEquals(List.of("Invert (I)"), //$NON-NLS-1$
					buttons("preview.invert").stream().map(ToolItem::getToolTipText).toList(), id); //$NON-NLS-1$
		}
	}

	private List<String> withoutKey() {
		Set<String> bound = Arrays.stream(PlatformUI.getWorkbench().getService(IBindingService.class).getBindings())
				.map(Binding::getParameterizedCommand).filter(command -> command != null && command.getParameterMap().isEmpty())
				.map(command -> command.getId()).filter(id -> id.startsWith("org.dicompreview.")).collect(Collectors.toSet()); //$NON-NLS-1$
		return buttons("").stream().filter(button -> bound.contains(id(button))) //$NON-NLS-1$
				.map(ToolItem::getToolTipText).filter(text -> !text.endsWith(")")).toList(); //$NON-NLS-1$
	}

	private List<ToolItem> buttons(String part) {
		List<ToolItem> found = new ArrayList<>();
		collect(page.getWorkbenchWindow().getShell(), found);
		return found.stream().filter(button -> id(button).contains(part)).toList();
	}

	private static String id(ToolItem button) {
		return button.getData() instanceof IContributionItem item && item.getId() != null ? item.getId() : ""; //$NON-NLS-1$
	}

	private static void collect(Composite parent, List<ToolItem> found) {
		for (Control child : parent.getChildren()) {
			if (child instanceof ToolBar bar) {
				found.addAll(List.of(bar.getItems()));
			} else if (child instanceof Composite composite) {
				collect(composite, found);
			}
		}
	}
}
