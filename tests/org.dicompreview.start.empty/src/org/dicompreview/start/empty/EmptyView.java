package org.dicompreview.start.empty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.part.ViewPart;

/** Notes when it is first painted, as the Preview does for its first picture. */
public final class EmptyView extends ViewPart {

	private Canvas canvas;

	@Override
	public void createPartControl(Composite parent) {
		canvas = new Canvas(parent, SWT.NONE);
		canvas.addListener(SWT.Paint, new Listener() {
			@Override
			public void handleEvent(Event event) {
				canvas.removeListener(SWT.Paint, this);
				note();
			}
		});
	}

	private static void note() {
		long now = System.currentTimeMillis();
		Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
		try {
			Files.writeString(Path.of(System.getProperty("dicompreview.first.picture")), now + " " + cpu.toMillis()); //$NON-NLS-1$ //$NON-NLS-2$
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void setFocus() {
		canvas.setFocus();
	}
}
