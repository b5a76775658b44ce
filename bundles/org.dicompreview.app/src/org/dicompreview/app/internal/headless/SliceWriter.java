package org.dicompreview.app.internal.headless;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

import org.dicompreview.dicom.Texts;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.PictureFile;
import org.dicompreview.rendering.WindowPreset;
import org.dicompreview.series.Slice;

/** Writes the picture or the stored values of a slice. */
final class SliceWriter {

	/** What came of a slice: its status, and whether there is a file (a damaged frame gives both). */
	record Outcome(String status, boolean written) {
	}

	private final FrameLoader loader;
	private final FrameRenderer renderer;
	private final ExportOptions options;

	SliceWriter(FrameLoader loader, FrameRenderer renderer, ExportOptions options) {
		this.loader = loader;
		this.renderer = renderer;
		this.options = options;
	}

	/**
	 * Loads and writes a slice.
	 *
	 * @throws IOException if the file cannot be written
	 */
	Outcome write(Slice slice, Path file) throws IOException {
		LoadedFrame loaded = loader.load(slice);
		if (loaded.frame().isEmpty()) {
			return new Outcome(loaded.reason().map(Texts::words).orElse("cannot be shown"), false); //$NON-NLS-1$
		}
		DisplayFrame frame = loaded.frame().get();
		Optional<String> noPreset = options.preset().filter(id -> preset(frame, id).isEmpty());
		if (noPreset.isPresent() && !options.raw()) {
			return new Outcome("no window preset " + noPreset.get() + ", there are " //$NON-NLS-1$ //$NON-NLS-2$
					+ frame.presets().stream().map(WindowPreset::id).collect(Collectors.joining(" ")), false); //$NON-NLS-1$
		}
		if (options.raw()) {
			Files.write(file, RawValues.bytes(frame.frame()));
			return new Outcome(frame.frame().problem().map(Texts::words).orElse(Rows.OK), true); // a damaged palette does not concern them
		}
		PictureFile.write(render(frame).data(), PictureFile.Format.PNG, file);
		return new Outcome(loaded.reason().map(Texts::words).orElse(Rows.OK), true);
	}

	private Picture render(DisplayFrame frame) {
		DisplaySettings plain = DisplaySettings.DEFAULT.withOverlays(options.overlays());
		DisplaySettings settings = options.window().isPresent() ? plain.withWindow(options.window())
				: options.preset().flatMap(id -> preset(frame, id)).map(plain::withPreset).orElse(plain);
		return options.width() == 0 ? renderer.renderAtStoredResolution(frame, settings)
				: renderer.render(frame, settings, options.width(), options.height());
	}

	private static Optional<WindowPreset> preset(DisplayFrame frame, String id) {
		return frame.presets().stream().filter(preset -> preset.id().equals(id)).findFirst();
	}
}
