package org.dicompreview.rendering.judges;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

import org.dicompreview.dicom.DicomReader;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.PresentationState;
import org.dicompreview.rendering.WindowPreset;
import org.dicompreview.rendering.internal.LutFrameRenderer;
import org.dicompreview.rendering.internal.MadeSlice;
import org.dicompreview.rendering.internal.StandardColorMaps;
import org.dicompreview.rendering.internal.cache.SharedFrameLoader;
import org.dicompreview.rendering.internal.state.GrayscaleStates;
import org.eclipse.swt.graphics.ImageData;

/** Renders the first frame of files as the product does, for comparison with other programs. */
final class Judged implements AutoCloseable {

	/**
	 * The first frame of a file.
	 *
	 * @param frame  as loaded
	 * @param window shown first
	 * @param pixels display values, one or three a pixel
	 * @param header of the instance
	 */
	record Shown(DisplayFrame frame, WindowPreset window, int[] pixels, InstanceHeader header) {

		/** {@return whether functional groups say how frames are shown} */
		boolean grouped() {
			return header.contains(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
		}

		/** {@return whether the picture has overlays} */
		boolean marked() {
			return IntStream.range(0, 16).anyMatch(group -> header.contains(Tag.overlay(Tag.OVERLAY_ROWS, group)));
		}

		/** {@return whether all is whole numbers and there is no padding} */
		boolean plain() {
			double slope = header.number(Tag.RESCALE_SLOPE).orElse(1);
			return frame.windowable() && !grouped() && slope == Math.rint(slope)
					&& !header.contains(Tag.PIXEL_PADDING_VALUE);
		}

		/** {@return whether a grey frame has colours} */
		boolean supplemented() {
			return frame.windowable() && pixels.length > frame.frame().columns() * frame.frame().rows();
		}
	}

	private final DicomReader reader = Providers.reader();
	private final SharedFrameLoader loader = new SharedFrameLoader(reader, Providers.decoders());
	private final GrayscaleStates states = new GrayscaleStates(reader);
	private final LutFrameRenderer renderer = new LutFrameRenderer(new StandardColorMaps());

	/** {@return the first frame; absent if there is none or it cannot be shown} */
	Optional<Shown> show(Corpus.Entry entry) throws Exception {
		InstanceHeader header = reader.readHeader(entry.file(), ReadLimits.DEFAULT);
		LoadedFrame loaded = loader.load(new MadeSlice(header, 0));
		if (loaded.frame().isEmpty() || loaded.frame().get().pixelAspect() != 1) {
			return Optional.empty();
		}
		return Optional.of(shown(loaded.frame().get(), header));
	}

	/** {@return a frame as a presentation state shows it} */
	Shown show(Shown image, Path state) throws IOException {
		PresentationState presentation = states.read(reader.readHeader(state, ReadLimits.DEFAULT));
		MadeSlice slice = new MadeSlice(image.header(), 0);
		assertTrue(presentation.refersTo(slice));
		return shown(presentation.apply(slice, image.frame()), image.header());
	}

	private Shown shown(DisplayFrame frame, InstanceHeader header) {
		Picture picture = renderer.renderAtStoredResolution(frame, DisplaySettings.DEFAULT);
		ImageData data = picture.data();
		int[] pixels = new int[data.data.length];
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = data.data[i] & 0xFF;
		}
		return new Shown(frame, frame.initialWindow(), pixels, header);
	}

	@Override
	public void close() {
		loader.close();
	}
}
