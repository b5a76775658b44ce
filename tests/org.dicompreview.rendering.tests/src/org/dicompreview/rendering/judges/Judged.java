package org.dicompreview.rendering.judges;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

import org.dicompreview.codec.Frame;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Interpolation;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.PresentationState;
import org.dicompreview.rendering.WindowPreset;
import org.dicompreview.rendering.internal.LutFrameRenderer;
import org.dicompreview.rendering.internal.MadeSlice;
import org.dicompreview.rendering.internal.StandardColorMaps;
import org.dicompreview.rendering.internal.cache.SharedFrameLoader;
import org.dicompreview.rendering.internal.state.GrayscaleStates;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Locations;

/** Renders frames of files as the product does, for comparison with other programs. */
final class Judged implements AutoCloseable {

	/**
	 * A frame of a file.
	 *
	 * @param file   the file
	 * @param index  of the frame, from 0
	 * @param frame  as loaded
	 * @param reason why it is not whole
	 * @param window how it is shown
	 * @param pixels display values, one or three for each stored pixel
	 * @param header of the instance
	 */
	record Shown(Path file, int index, DisplayFrame frame, Optional<Problem> reason, WindowPreset window, int[] pixels,
			InstanceHeader header) {

		/** {@return whether functional groups say how frames are shown} */
		boolean grouped() {
			return header.contains(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
		}

		/** {@return whether the picture has overlays} */
		boolean marked() {
			return IntStream.range(0, 16).anyMatch(group -> header.contains(Tag.overlay(Tag.OVERLAY_ROWS, group)));
		}

		/** {@return whether a grey frame has colours} */
		boolean supplemented() {
			return frame.windowable() && pixels.length > frame.frame().columns() * frame.frame().rows();
		}

		/** {@return whether a pixel holds nothing: it is black whatever the window (PS3.3 C.7.5.1.1.2)} */
		boolean isPadding(int pixel) {
			int columns = frame.frame().columns();
			return header.contains(Tag.PIXEL_PADDING_VALUE)
					&& frame.value(pixel % columns, pixel / columns).orElseThrow().padding();
		}
	}

	private final DicomReaders reader = Providers.readers();
	private final SharedFrameLoader loader = new SharedFrameLoader(reader, Providers.decoders());
	private final GrayscaleStates states = new GrayscaleStates(reader);
	private final LutFrameRenderer renderer = new LutFrameRenderer(new StandardColorMaps());

	/** {@return the first frame of a file; absent if it cannot be shown} */
	Optional<Shown> show(Path file) throws IOException {
		return show(file, 0);
	}

	/** {@return a frame of a file; absent if it cannot be shown} @param index of the frame, from 0 */
	Optional<Shown> show(Path file, int index) throws IOException {
		InstanceHeader header = reader.readHeader(file, ReadLimits.DEFAULT);
		LoadedFrame loaded = loader.load(new MadeSlice(header, index));
		return loaded.frame().map(frame -> shown(loaded, frame, frame.initialWindow(), header));
	}

	/** {@return a fixture, written into a folder} */
	Shown show(Fixture fixture, Path folder) throws IOException {
		Path file = folder.resolve("fixture.dcm");
		Files.deleteIfExists(file);
		DicomWriter.of(fixture.syntax()).write(file, fixture.object());
		InstanceHeader header = reader.readHeader(file, ReadLimits.DEFAULT);
		LoadedFrame loaded = loader.load(new MadeSlice(header, fixture.frame()));
		DisplayFrame frame = loaded.frame().orElseThrow(() -> new AssertionError(loaded.reason()));
		WindowPreset window = fixture.preset().isEmpty() ? frame.initialWindow() : frame.presets().stream()
				.filter(preset -> preset.id().equals(fixture.preset())).findFirst().orElseThrow();
		return shown(loaded, frame, window, header);
	}

	/** {@return a frame as a presentation state shows it} */
	Shown show(Shown image, Path state) throws IOException {
		PresentationState presentation = states.read(reader.readHeader(state, ReadLimits.DEFAULT));
		MadeSlice slice = new MadeSlice(image.header(), image.index());
		assertTrue(presentation.refersTo(slice));
		DisplayFrame frame = presentation.apply(slice, image.frame());
		DisplaySettings settings = presentation.view(slice, frame, DisplaySettings.DEFAULT, 100, 100);
		return shown(new LoadedFrame(slice, Optional.of(frame), Optional.empty()), frame, frame.initialWindow(),
				image.header(), settings);
	}

	private Shown shown(LoadedFrame loaded, DisplayFrame frame, WindowPreset window, InstanceHeader header) {
		return shown(loaded, frame, window, header,
				DisplaySettings.DEFAULT.withWindow(Optional.ofNullable(window.window())));
	}

	private Shown shown(LoadedFrame loaded, DisplayFrame frame, WindowPreset window, InstanceHeader header,
			DisplaySettings settings) {
		Picture picture = renderer.renderAtStoredResolution(frame, settings.withInterpolation(Interpolation.NEAREST));
		boolean square = frame.pixelAspect() == 1;
		return new Shown(Locations.path(header), loaded.slice().frame(), frame, loaded.reason(), window,
				square ? all(picture) : stored(picture, frame.frame()), header);
	}

	private static int[] all(Picture picture) {
		return IntStream.range(0, picture.data().data.length).map(i -> picture.data().data[i] & 0xFF).toArray();
	}

	/** {@return the values at the middle of each stored pixel} */
	private static int[] stored(Picture picture, Frame frame) {
		int channels = picture.data().depth / 8;
		double[] t = picture.transform();
		int[] pixels = new int[frame.columns() * frame.rows() * channels];
		for (int i = 0; i < pixels.length; i++) {
			int pixel = i / channels;
			int x = (int) Math.round((pixel % frame.columns() + 0.5 - t[2]) / t[0]);
			int y = (int) Math.round((pixel / frame.columns() + 0.5 - t[5]) / t[4]);
			pixels[i] = picture.data().data[(y * picture.data().width + x) * channels + i % channels] & 0xFF;
		}
		return pixels;
	}

	@Override
	public void close() {
		loader.close();
	}
}
