package org.dicompreview.viewer.internal.strip;

import java.util.List;
import java.util.Optional;

import org.dicompreview.rendering.BackgroundSession;
import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.Thumbnail;
import org.dicompreview.series.Slice;
import org.dicompreview.series.Stack;
import org.dicompreview.viewer.ViewportServices;
import org.dicompreview.viewer.internal.controls.StripCanvas;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Says above a strip what is at the pointer, with a small picture of the slice. UI thread only. */
final class StripHover {

	/** Side of the picture in points. */
	private static final int SIDE = 112;
	private static final int GAP = 4;

	private final StripCanvas canvas;
	private final SeriesStrip strip;
	private final Display display;
	private final BackgroundSession<Thumbnail> thumbnails;
	private int place = -1;
	/** {@code null} while the pointer is elsewhere. */
	private Shell shell;
	private Label picture;
	private Label text;
	private Image image;

	private StripHover(StripCanvas canvas, SeriesStrip strip, ViewportServices services) {
		this.canvas = canvas;
		this.strip = strip;
		display = canvas.getDisplay();
		int side = SIDE * canvas.getMonitor().getZoom() / 100;
		thumbnails = services.loader().openThumbnails(services.renderer(), side, side);
		canvas.addListener(SWT.MouseMove, this::move);
		canvas.addListener(SWT.MouseDown, e -> hide());
		canvas.addListener(SWT.MouseExit, e -> hide());
		canvas.addListener(SWT.Dispose, e -> {
			hide();
			thumbnails.close();
		});
	}

	static void install(StripCanvas canvas, SeriesStrip strip, ViewportServices services) {
		new StripHover(canvas, strip, services);
	}

	private void move(Event event) {
		Optional<StripPlan> plan = strip.plan();
		if (canvas.isDragging() || plan.isEmpty()) {
			hide();
			return;
		}
		int at = canvas.place(event.x);
		if (shell == null) {
			open();
		}
		if (at != place) {
			place = at;
			show(plan.get());
		}
		Point size = shell.getSize();
		Point corner = canvas.toDisplay(event.x - size.x / 2, -size.y - GAP);
		Rectangle screen = canvas.getMonitor().getClientArea();
		shell.setLocation(Math.max(screen.x, Math.min(corner.x, screen.x + screen.width - size.x)),
				Math.max(screen.y, corner.y));
		shell.setVisible(true);
	}

	private void open() {
		shell = new Shell(canvas.getShell(), SWT.ON_TOP | SWT.TOOL | SWT.NO_FOCUS | SWT.NO_TRIM);
		shell.setBackground(display.getSystemColor(SWT.COLOR_INFO_BACKGROUND));
		shell.setBackgroundMode(SWT.INHERIT_FORCE);
		GridLayoutFactory.fillDefaults().margins(GAP, GAP).spacing(0, GAP).applyTo(shell);
		picture = new Label(shell, SWT.NONE);
		text = new Label(shell, SWT.NONE);
		text.setForeground(display.getSystemColor(SWT.COLOR_INFO_FOREGROUND));
	}

	private void show(StripPlan plan) {
		Optional<Slice> slice = plan.places().get(place);
		setImage(null);
		text.setText(words(plan, place, strip.marks(place)).replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
		shell.pack();
		int asked = place;
		thumbnails.request(slice.stream().toList(), thumbnail -> arrived(asked, thumbnail));
	}

	/** {@return what there is to say of a place} @param place from the left @param marks what was found there */
	static String words(StripPlan plan, int place, String marks) {
		Stack stack = plan.stack();
		String number = NLS.bind(Messages.StripHover_place, place + 1, plan.places().size());
		Optional<Slice> slice = plan.places().get(place);
		int position = slice.map(Slice::position).orElse(place);
		String where = slice.isEmpty() ? Messages.StripHover_gap : stack.positionLabel(position);
		return marks.isEmpty() ? number + '\n' + where : number + '\n' + where + '\n' + marks;
	}

	/** On a thread of the loader. */
	private void arrived(int asked, Thumbnail thumbnail) {
		if (thumbnail.picture().isEmpty() || display.isDisposed()) {
			return;
		}
		Picture made = thumbnail.picture().get();
		ImageDataProvider provider = zoom -> scaled(made.data(), zoom);
		display.asyncExec(() -> {
			if (shell != null && asked == place) {
				setImage(new Image(display, provider));
			}
		});
	}

	private static ImageData scaled(ImageData data, int zoom) {
		int side = SIDE * zoom / 100;
		return data.width == side ? data : data.scaledTo(side, side);
	}

	private void setImage(Image next) {
		picture.setImage(next);
		if (image != null) {
			image.dispose();
		}
		image = next;
		if (next != null) {
			shell.pack();
		}
	}

	private void hide() {
		if (shell != null) {
			thumbnails.request(List.of(), thumbnail -> {});
			setImage(null);
			shell.dispose();
			shell = null;
			place = -1;
		}
	}
}
