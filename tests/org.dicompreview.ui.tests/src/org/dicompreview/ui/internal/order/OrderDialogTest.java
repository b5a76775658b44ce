package org.dicompreview.ui.internal.order;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.internal.preview.PreviewTestCase;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A person chooses how a series is ordered, and the Preview follows. */
class OrderDialogTest extends PreviewTestCase {

	private OrderDialog dialog;

	@AfterEach
	void forget() {
		if (dialog != null) {
			dialog.close();
		}
		SeriesModel model = PlatformUI.getWorkbench().getService(SeriesModel.class);
		model.orderingChoices().all().keySet().forEach(uid -> model.orderingChoices().choose(uid, Optional.empty()));
	}

	private void open(Series series) {
		dialog = new OrderDialog(view.getSite().getShell(), series);
		dialog.setBlockOnOpen(false);
		dialog.open();
		until("the rules", () -> ok().isEnabled()); //$NON-NLS-1$
	}

	private Button ok() {
		return all(dialog.getShell(), Button.class).filter(button -> Integer.valueOf(IDialogConstants.OK_ID).equals(button.getData()))
				.findFirst().orElseThrow();
	}

	private List<Button> choices() {
		return all(dialog.getShell(), Button.class).filter(button -> (button.getStyle() & SWT.RADIO) != 0).toList();
	}

	private static <T extends Control> Stream<T> all(Composite parent, Class<T> type) {
		return controls(parent).filter(type::isInstance).map(type::cast);
	}

	private static Stream<Control> controls(Composite parent) {
		return Arrays.stream(parent.getChildren()).flatMap(child -> Stream.concat(Stream.of(child),
				child instanceof Composite inner ? controls(inner) : Stream.empty()));
	}

	private void choose(String text) {
		choices().forEach(choice -> choice.setSelection(choice.getText().equals(text)));
		ok().notifyListeners(SWT.Selection, new Event());
	}

	private boolean statusSays(String rule) {
		return all(viewport.control(), Label.class).anyMatch(label -> label.getText().equals("Order: " + rule)); //$NON-NLS-1$
	}

	@Test
	void thePreviewFollowsTheChosenRuleAndKeepsItsSlice() {
		Series series = series().get(0);
		viewport.model().moveTo(0);
		settled();
		String shown = viewport.model().slice().orElseThrow().instance().sopInstanceUid();
		assertTrue(statusSays("position along normal")); //$NON-NLS-1$
		open(series);
		assertEquals("Automatic (position along normal)", choices().get(0).getText()); //$NON-NLS-1$
		assertTrue(choices().get(0).getSelection());
		choose("instance number"); //$NON-NLS-1$
		until("another order", () -> statusSays("instance number")); //$NON-NLS-1$ //$NON-NLS-2$
		settled();
		assertEquals(shown, viewport.model().slice().orElseThrow().instance().sopInstanceUid());
		assertEquals(viewport.model().navigator().count() - 1, viewport.model().navigator().index(), "it is numbered from the top"); //$NON-NLS-1$
		viewport.model().moveTo(0);
		assertEquals(1, viewport.model().slice().orElseThrow().instance().integer(Tag.INSTANCE_NUMBER).getAsInt());
		assertFalse(InstanceScope.INSTANCE.getNode("org.dicompreview.ui/orders").get(series.uid(), "").isEmpty(), "for the next start"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		open(series);
		assertTrue(
				choices().stream().filter(choice -> choice.getText().equals("instance number")).findFirst().orElseThrow().getSelection()); //$NON-NLS-1$
		choose("Automatic (position along normal)"); //$NON-NLS-1$
		until("the first order", () -> statusSays("position along normal")); //$NON-NLS-1$ //$NON-NLS-2$
		assertTrue(InstanceScope.INSTANCE.getNode("org.dicompreview.ui/orders").get(series.uid(), "").isEmpty()); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Test
	void theCommandIsThereForThePreviewAndForASeriesOfTheExplorer() throws Exception {
		page.activate(view);
		until("the command", this::isEnabled); //$NON-NLS-1$
		IViewPart explorer = page.showView(DicomPreview.SERIES_EXPLORER);
		until("the row of the series", () -> explorer.getSite().getSelectionProvider().getSelection() instanceof IStructuredSelection rows //$NON-NLS-1$
				&& Adapters.adapt(rows.getFirstElement(), Series.class) == series().get(0));
		until("the command there", this::isEnabled); //$NON-NLS-1$
		page.showView(DicomPreview.ATTRIBUTES);
		until("no command", () -> !isEnabled()); //$NON-NLS-1$
	}

	private boolean isEnabled() {
		return view.getSite().getService(ICommandService.class).getCommand("org.dicompreview.ui.order").isEnabled(); //$NON-NLS-1$
	}
}
