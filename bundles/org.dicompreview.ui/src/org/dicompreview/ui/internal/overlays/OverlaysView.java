package org.dicompreview.ui.internal.overlays;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.dicompreview.dicom.Texts;
import org.dicompreview.ui.Preview;
import org.dicompreview.ui.Previews;
import org.dicompreview.ui.PreviewsListener;
import org.dicompreview.ui.internal.AccessibleName;
import org.dicompreview.ui.internal.HelpContexts.Context;
import org.dicompreview.ui.internal.HelpContexts;
import org.dicompreview.viewer.OverlayChoice;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportOverlays;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.ColorDialog;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.part.ViewPart;

import jakarta.inject.Inject;

/**
 * Lists the masks, contours and doses that can be laid over the images of the active viewport, each with a check box, a colour
 * and an opacity.
 */
public final class OverlaysView extends ViewPart {

	private static final int SWATCH = 14;
	private static final int PERCENT = 100;
	private static final double NAME_PART = 0.6;
	private static final int LEAST_WIDTH = 80;

	@Inject
	private Previews previews;

	private final PreviewsListener previewsListener = new Follower();
	private final Runnable changed = this::refresh;
	private Optional<ViewportOverlays> followed = Optional.empty();
	private Display display;
	private Table table;
	private Scale opacity;
	private Button color;
	private Label message;

	@Override
	public void createPartControl(Composite parent) {
		display = parent.getDisplay();
		Composite pane = new Composite(parent, SWT.NONE);
		HelpContexts.set(pane, Context.OVERLAYS);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(4, 4).applyTo(pane);
		message = new Label(pane, SWT.WRAP);
		message.setText(Messages.OverlaysView_nothing);
		GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(0, SWT.DEFAULT).applyTo(message);
		table = new Table(pane, SWT.CHECK | SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
		table.setHeaderVisible(true);
		GridDataFactory.fillDefaults().span(3, 1).grab(true, true).hint(SWT.DEFAULT, LEAST_WIDTH).applyTo(table);
		TableColumn name = new TableColumn(table, SWT.NONE);
		name.setText(Messages.OverlaysView_name);
		TableColumn series = new TableColumn(table, SWT.NONE);
		series.setText(Messages.OverlaysView_series);
		table.addListener(SWT.Resize, e -> {
			int width = Math.max(2 * LEAST_WIDTH, table.getClientArea().width);
			name.setWidth((int) (width * NAME_PART));
			series.setWidth(width - name.getWidth());
		});
		table.addListener(SWT.Selection, this::selected);
		new Label(pane, SWT.NONE).setText(Messages.OverlaysView_opacity);
		opacity = new Scale(pane, SWT.HORIZONTAL);
		opacity.setMaximum(PERCENT);
		opacity.setPageIncrement(PERCENT / 10);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(opacity);
		opacity.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
			double part = opacity.getSelection() / (double) PERCENT;
			changeSelected(choice -> choice.withOpacity(part));
		}));
		AccessibleName.set(opacity, () -> NLS.bind(Messages.OverlaysView_opacityName, opacity.getSelection()));
		color = new Button(pane, SWT.PUSH);
		color.setText(Messages.OverlaysView_color);
		color.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> askForColor()));
		table.addListener(SWT.Dispose, e -> disposeSwatches());
		previews.addListener(previewsListener);
		follow();
	}

	/** {@return the overlays of the viewport that was used last on the page} */
	private Optional<ViewportOverlays> current() {
		return previews.previews().stream().filter(preview -> preview.page() == getSite().getPage()).findFirst()
				.map(Preview::active).map(Viewport::overlays);
	}

	private void follow() {
		Optional<ViewportOverlays> now = current();
		if (!now.equals(followed)) {
			followed.ifPresent(overlays -> overlays.removeListener(changed));
			now.ifPresent(overlays -> overlays.addListener(changed));
			followed = now;
		}
		refresh();
	}

	private List<OverlayChoice> choices() {
		return followed.map(ViewportOverlays::choices).orElse(List.of());
	}

	private void refresh() {
		if (table.isDisposed()) {
			return;
		}
		List<OverlayChoice> choices = choices();
		table.setItemCount(choices.size());
		for (int i = 0; i < choices.size(); i++) {
			fill(table.getItem(i), choices.get(i));
		}
		boolean none = choices.isEmpty();
		if (message.getVisible() != none) {
			message.setVisible(none);
			GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(0, SWT.DEFAULT).exclude(!none).applyTo(message);
			message.getParent().layout(true, true);
		}
		showSelection();
	}

	private void fill(TableItem item, OverlayChoice choice) {
		String label = Texts.words(choice.overlay().label());
		String series = choice.overlay().source().description();
		if (!item.getText(0).equals(label) || !item.getText(1).equals(series)) {
			item.setText(new String[] { label, series });
		}
		if (item.getChecked() != choice.shown()) {
			item.setChecked(choice.shown());
		}
		if (!Integer.valueOf(choice.color()).equals(item.getData()) || item.getImage() == null) {
			item.setData(choice.color());
			Image before = item.getImage();
			item.setImage(swatch(choice.color()));
			if (before != null) {
				before.dispose();
			}
		}
	}

	private Image swatch(int rgb) {
		Image image = new Image(display, SWATCH, SWATCH);
		GC gc = new GC(image);
		try {
			gc.setBackground(new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF));
			gc.fillRectangle(0, 0, SWATCH, SWATCH);
			gc.setForeground(display.getSystemColor(SWT.COLOR_DARK_GRAY));
			gc.drawRectangle(0, 0, SWATCH - 1, SWATCH - 1);
		} finally {
			gc.dispose();
		}
		return image;
	}

	private void disposeSwatches() {
		for (TableItem item : table.getItems()) {
			if (item.getImage() != null) {
				item.getImage().dispose();
			}
		}
	}

	private void selected(Event e) {
		if (e.detail == SWT.CHECK) {
			TableItem item = (TableItem) e.item;
			int index = table.indexOf(item);
			boolean shown = item.getChecked();
			if (index < choices().size()) {
				change(choices().get(index), choice -> choice.withShown(shown));
			}
		} else {
			showSelection();
		}
	}

	private void showSelection() {
		List<OverlayChoice> chosen = selectedChoices();
		opacity.setEnabled(!chosen.isEmpty());
		color.setEnabled(!chosen.isEmpty());
		chosen.stream().findFirst().ifPresent(choice -> opacity.setSelection((int) Math.round(PERCENT * choice.opacity())));
	}

	private List<OverlayChoice> selectedChoices() {
		List<OverlayChoice> choices = choices();
		return Arrays.stream(table.getSelectionIndices()).filter(index -> index < choices.size()).mapToObj(choices::get)
				.toList();
	}

	private void changeSelected(UnaryOperator<OverlayChoice> edit) {
		selectedChoices().forEach(choice -> change(choice, edit));
	}

	private void change(OverlayChoice choice, UnaryOperator<OverlayChoice> edit) {
		followed.ifPresent(overlays -> overlays.change(choice.overlay().id(), edit));
	}

	private void askForColor() {
		ColorDialog dialog = new ColorDialog(table.getShell());
		selectedChoices().stream().findFirst().ifPresent(choice -> dialog
				.setRGB(new RGB(choice.color() >> 16 & 0xFF, choice.color() >> 8 & 0xFF, choice.color() & 0xFF)));
		RGB chosen = dialog.open();
		if (chosen != null) {
			setColor(chosen);
		}
	}

	/** Gives the selected overlays a colour. */
	void setColor(RGB chosen) {
		changeSelected(choice -> choice.withColor(chosen.red << 16 | chosen.green << 8 | chosen.blue));
	}

	@Override
	public void setFocus() {
		table.setFocus();
	}

	@Override
	public void dispose() {
		previews.removeListener(previewsListener);
		followed.ifPresent(overlays -> overlays.removeListener(changed));
		super.dispose();
	}

	/** Goes along with the viewport that is used. */
	private final class Follower implements PreviewsListener {

		@Override
		public void opened(Preview preview) {
			follow();
		}

		@Override
		public void closed(Preview preview) {
			follow();
		}

		@Override
		public void activeChanged(Preview preview, Viewport active) {
			follow();
		}
	}
}
