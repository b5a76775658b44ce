package org.dicompreview.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.PictureFile;
import org.dicompreview.series.SeriesModel;

/** Renders all images of a series as PNG files. Arguments: folder, Series Instance UID, folder for the pictures. */
public final class RenderSeries {
	public static void main(String[] arguments) throws IOException {
		var readers = DicomReaders.standalone();
		var loader = FrameLoader.standalone(readers, FrameDecoders.standalone());
		var renderer = FrameRenderer.standalone();
		var series = SeriesModel.standalone(readers).read(Path.of(arguments[0])).series(arguments[1]).orElseThrow();
		var target = Files.createDirectories(Path.of(arguments[2]));
		for (var stack : series.stacks()) {
			for (var slice : stack.slices()) {
				var name = slice.instance().sopInstanceUid() + '.' + (slice.frame() + 1) + ".png";
				var image = renderer.renderAtStoredResolution(loader.load(slice).frame().orElseThrow(), DisplaySettings.DEFAULT);
				PictureFile.write(image.data(), PictureFile.Format.PNG, target.resolve(name));
			}
		}
	}
}
