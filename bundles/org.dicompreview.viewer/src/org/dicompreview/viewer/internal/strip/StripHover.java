package org.dicompreview.viewer.internal.strip;

import java.util.List;
import java.util.Optional;

import org.dicompreview.rendering.BackgroundSession;
import org.dicompreview.rendering.Thumbnail;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.viewer.ViewportServices;
import org.dicompreview.viewer.internal.controls.StripCanvas;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.ToolTip;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;

/** Says above a strip what is at the pointer, with a small picture of the slice. UI thread only. */
final class StripHover extends ToolTip {

	/** Side of the picture in points. */
	private static final int SIDE = 112;
	private static final int GAP = 4;

	private final StripCanvas canvas;
	private final SeriesStrip strip;
	private final Display display;
	private final BackgroundSession<Thumbnail> thumbnails;

	private StripHover(StripCanvas canvas, SeriesStrip strip, ViewportServices services) {
		super(canvas, NO_RECREATE, false);
		this.canvas = canvas;
		this.strip = strip;
		display = canvas.getDisplay();
		int side = SIDE * canvas.getMonitor().getZoom() / 100;
		thumbnails = services.loader().openThumbnails(services.renderer(), side, side);
		setPopupDelay(0);
		canvas.addListener(SWT.Dispose, e -> thumbnails.close());
	}

	static void install(StripCanvas canvas, SeriesStrip strip, ViewportServices services) {
		new StripHover(canvas, strip, services);
	}

	@Override
	protected Object getToolTipArea(Event event) {
		return canvas.place(event.x);
	}

	@Override
	protected boolean shouldCreateToolTip(Event event) {
		return strip.plan().isPresent() && !canvas.isDragging() && super.shouldCreateToolTip(event);
	}

	@Override
	public Point getLocation(Point size, Event event) {
		Point corner = canvas.toDisplay(event.x - size.x / 2, -size.y - GAP);
		Rectangle screen = canvas.getMonitor().getClientArea();
		return new Point(Math.max(screen.x, Math.min(corner.x, screen.x + screen.width - size.x)),
				Math.max(screen.y, corner.y));
	}

	@Override
	protected Composite createToolTipContentArea(Event event, Composite parent) {
		StripPlan plan = strip.plan().orElseThrow();
		int place = canvas.place(event.x);
		Composite area = new Composite(parent, SWT.NONE);
		area.setBackground(display.getSystemColor(SWT.COLOR_INFO_BACKGROUND));
		area.setBackgroundMode(SWT.INHERIT_DEFAULT); // the colour may let some light through: once is enough
		GridLayoutFactory.fillDefaults().margins(GAP, GAP).spacing(0, GAP).applyTo(area);
		Optional<Slice> slice = plan.places().get(place);
		if (slice.isPresent()) {
			Picture picture = new Picture(area);
			thumbnails.request(List.of(slice.get()), picture::arrived);
			area.addListener(SWT.Dispose, e -> thumbnails.request(List.of(), thumbnail -> {}));
		}
		Label text = new Label(area, SWT.NONE);
		text.setForeground(display.getSystemColor(SWT.COLOR_INFO_FOREGROUND));
		text.setText(words(plan, place, strip.marks(place)).replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
		return area;
	}

	/** {@return what there is to say of a place} @param place from the left @param marks what was found there */
	static String words(StripPlan plan, int place, String marks) {
		SliceStack stack = plan.stack();
		String number = NLS.bind(Messages.StripHover_place, place + 1, plan.places().size());
		Optional<Slice> slice = plan.places().get(place);
		String where = slice.isEmpty() ? Messages.StripHover_gap : stack.positionLabel(slice.get().position());
		return marks.isEmpty() ? number + '\n' + where : number + '\n' + where + '\n' + marks;
	}

	/** The small picture, for which there is room before it comes. */
	private final class Picture {

		private final Label label;
		/** Owned; {@code null} before it has come. */
		private Image image;

		Picture(Composite parent) {
			label = new Label(parent, SWT.NONE);
			label.setBackground(display.getSystemColor(SWT.COLOR_BLACK));
			label.setLayoutData(new GridData(SIDE, SIDE));
			label.addListener(SWT.Dispose, e -> {
				if (image != null) {
					image.dispose();
				}
			});
		}

		/** On a thread of the loader. */
		void arrived(Thumbnail thumbnail) {
			if (thumbnail.picture().isPresent() && !display.isDisposed()) {
				ImageData data = thumbnail.picture().get().data();
				ImageDataProvider provider = zoom -> scaled(data, SIDE * zoom / 100);
				display.asyncExec(() -> {
					if (!label.isDisposed()) {
						image = new Image(display, provider);
						label.setImage(image);
					}
				});
			}
		}
	}

	private static ImageData scaled(ImageData data, int side) {
		return data.width == side ? data : data.scaledTo(side, side);
	}
}
