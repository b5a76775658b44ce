package org.dicompreview.examples;

import java.io.IOException;
import java.nio.file.Path;
import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.viewer.ViewportServices;
import org.dicompreview.viewer.Viewports;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** Shows the images of a series in a window, without OSGi and workbench. Arguments: folder, Series Instance UID. */
public final class ShowSeries {
	public static void main(String[] arguments) throws IOException {
		show(new Display(), arguments);
	}

	static void show(Display display, String... arguments) throws IOException {
		var readers = DicomReaders.standalone();
		var series = SeriesModel.standalone(readers).read(Path.of(arguments[0])).series(arguments[1]).orElseThrow();
		var shell = new Shell(display);
		shell.setLayout(new FillLayout());
		var services = ViewportServices.standalone(readers, FrameDecoders.standalone());
		var viewport = Viewports.standalone().create(shell, services);
		viewport.show(series);
		viewport.whenShown(() -> shell.setText(viewport.model().state().title()));
		shell.setSize(800, 600);
		shell.open();
		while (!shell.isDisposed()) {
			if (!display.readAndDispatch()) {
				display.sleep();
			}
		}
		display.dispose();
	}
}
