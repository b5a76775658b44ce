package org.dicompreview.viewer.internal.strip;

import java.util.Optional;
import java.util.function.Consumer;

import org.dicompreview.rendering.Slab;
import org.dicompreview.series.ImagePlane;
import org.dicompreview.viewer.internal.controls.StripCanvas;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MenuListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The menu of a strip: how its cut is made. UI thread only. */
final class StripMenu {

	private final SeriesStrip strip;
	private final Menu menu;

	private StripMenu(StripCanvas canvas, SeriesStrip strip) {
		this.strip = strip;
		menu = new Menu(canvas);
		canvas.setMenu(menu);
		menu.addMenuListener(MenuListener.menuShownAdapter(e -> fill()));
	}

	static void install(StripCanvas canvas, SeriesStrip strip) {
		new StripMenu(canvas, strip);
	}

	private void fill() {
		for (MenuItem item : menu.getItems()) {
			item.dispose();
		}
		Optional<ImagePlane> plane = strip.plan().filter(plan -> plan.slab().isPresent())
				.flatMap(plan -> plan.places().stream().flatMap(Optional::stream).findFirst())
				.flatMap(slice -> slice.imagePlane());
		if (plane.isEmpty()) {
			new MenuItem(menu, SWT.NONE).setText(Messages.StripMenu_noCut);
			menu.getItem(0).setEnabled(false);
			return;
		}
		choice(Messages.StripMenu_planeAutomatic, Optional.empty(), strip.direction(), strip::setDirection);
		for (Slab.Direction direction : Slab.Direction.values()) {
			Slab slab = new Slab(direction, 0, 1, Slab.Projection.AVERAGE);
			choice(anatomy(slab.anatomy(plane.get())), Optional.of(direction), strip.direction(), strip::setDirection);
		}
		new MenuItem(menu, SWT.SEPARATOR);
		choice(Messages.StripMenu_projectionAutomatic, Optional.empty(), strip.projection(), strip::setProjection);
		for (Slab.Projection projection : Slab.Projection.values()) {
			choice(projection(projection), Optional.of(projection), strip.projection(), strip::setProjection);
		}
	}

	private <T> void choice(String text, Optional<T> value, Optional<T> chosen, Consumer<Optional<T>> choose) {
		MenuItem item = new MenuItem(menu, SWT.RADIO);
		item.setText(text);
		item.setSelection(value.equals(chosen));
		item.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
			if (item.getSelection()) {
				choose.accept(value);
			}
		}));
	}

	private static String anatomy(Slab.Anatomy anatomy) {
		return switch (anatomy) {
			case AXIAL -> Messages.StripMenu_axial;
			case CORONAL -> Messages.StripMenu_coronal;
			case SAGITTAL -> Messages.StripMenu_sagittal;
		};
	}

	private static String projection(Slab.Projection projection) {
		return switch (projection) {
			case AVERAGE -> Messages.StripMenu_average;
			case MAXIMUM -> Messages.StripMenu_maximum;
			case MINIMUM -> Messages.StripMenu_minimum;
		};
	}
}
