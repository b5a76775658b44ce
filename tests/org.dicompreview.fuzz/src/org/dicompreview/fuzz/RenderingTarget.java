package org.dicompreview.fuzz;

import static org.dicompreview.fuzz.Target.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.PresentationState;
import org.dicompreview.rendering.internal.LutFrameRenderer;
import org.dicompreview.rendering.internal.StandardColorMaps;
import org.dicompreview.rendering.internal.cache.ParsedDataSet;
import org.dicompreview.rendering.internal.frame.FrameFactory;
import org.dicompreview.rendering.internal.state.GrayscaleStates;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;

/**
 * Display of an instance: tables, palettes, overlays, shutters, functional groups, and of presentation states for it.
 */
final class RenderingTarget implements Target {

	private static final int LARGEST = 1 << 16;
	private static final ReadLimits LIMITS = new ReadLimits(64, 20_000, 1 << 18, LARGEST, 1 << 20);
	private static final DecodeOptions OPTIONS = new DecodeOptions(0, 1, LARGEST);
	private static final int FRAMES = 3;
	private static final int MOST_INSTANCES = 3;
	/** A picture has square pixels, of which the shorter sides decide. */
	private static final int LONGEST_PIXEL = 100;

	private final Scratch scratch;
	private final DicomReaders reader = DicomReaders.standalone();
	private final FrameDecoders decoders = FrameDecoders.standalone();
	private final GrayscaleStates states = new GrayscaleStates(reader);
	private final LutFrameRenderer renderer = new LutFrameRenderer(new StandardColorMaps());

	RenderingTarget(Scratch scratch) {
		this.scratch = scratch;
	}

	@Override
	public Map<String, byte[]> seeds() {
		return RenderingSeeds.all();
	}

	@Override
	public void run(byte[] input) throws IOException {
		if (input.length < RenderedInput.TRAILER) {
			return;
		}
		RenderedInput how = RenderedInput.of(input);
		List<Path> files = new ArrayList<>();
		for (byte[] bytes : DataSets.split(input, input.length - RenderedInput.TRAILER, MOST_INSTANCES)) {
			files.add(Files.write(scratch.folder("rendering").resolve("IM" + files.size()), bytes));
		}
		List<PresentationState> presentations = new ArrayList<>();
		for (Path file : files.subList(Math.min(1, files.size()), files.size())) {
			state(file).ifPresent(presentations::add);
		}
		if (!files.isEmpty()) {
			image(files.get(0), how, presentations);
		}
	}

	/** Any data set is taken for a state: the class alone is no protection. */
	private Optional<PresentationState> state(Path file) {
		try {
			PresentationState state = states.read(reader.readHeader(file, LIMITS));
			check("a state has texts", state.label() != null && state.description() != null, file);
			return Optional.of(state);
		} catch (IOException e) {
			Target.reason(e);
			return Optional.empty();
		}
	}

	private void image(Path file, RenderedInput how, List<PresentationState> presentations) {
		try {
			InstanceHeader header = reader.readHeader(file, LIMITS);
			FrameFactory factory = new FrameFactory(header,
					new ParsedDataSet(reader, header.location(), reader.readDataSet(file, LIMITS)));
			try (PixelSource pixels = reader.openPixels(header, LIMITS)) {
				int count = Math.min(FRAMES, Math.min(pixels.frameCount(), header.frameCount()));
				for (int i = 0; i < count; i++) {
					frame(factory, pixels.frame(i), new FuzzSlice(header, i), how, presentations);
				}
			}
		} catch (IOException | DecodeException e) {
			check("there is a reason", e.getMessage() != null && !e.getMessage().isBlank(), e);
		}
	}

	private void frame(FrameFactory factory, EncodedFrame encoded, Slice slice, RenderedInput how,
			List<PresentationState> presentations) throws DecodeException {
		Frame decoded = decoders.decode(encoded, OPTIONS);
		Optional<Problem> obstacle = FrameFactory.obstacle(decoded);
		if (obstacle.isPresent()) {
			return;
		}
		factory.shortcoming(decoded, slice.frame());
		DisplayFrame frame = factory.prepare(decoded, encoded, slice.frame());
		show(frame, how);
		for (PresentationState state : presentations) {
			DisplayFrame presented = state.apply(slice, frame);
			show(presented, how);
			DisplaySettings settings = state.view(slice, presented, how.settings(presented), how.width(), how.height());
			picture(renderer.render(presented, settings, how.width(), how.height()), how.width(), how.height());
			state.texts(slice, presented).forEach(text -> check("a text is one", text.text() != null, text));
		}
	}

	private void show(DisplayFrame frame, RenderedInput how) {
		check("pixels have a shape", frame.pixelAspect() > 0
				&& frame.pixelAspect() <= LONGEST_PIXEL, frame.pixelAspect());
		check("a frame has four edges", frame.edges().size() == 4, frame.edges());
		check("a frame takes room", frame.byteSize() > 0, frame.byteSize());
		check("there are windows to choose from", frame.presets() != null && frame.initialWindow() != null, frame);
		for (int x = -1; x <= frame.frame().columns(); x += 1 + frame.frame().columns() / 3) {
			frame.value(x, frame.frame().rows() / 2);
		}
		renderer.renderAtStoredResolution(frame, DisplaySettings.DEFAULT);
		picture(renderer.render(frame, how.settings(frame), how.width(), how.height()), how.width(), how.height());
	}

	private static void picture(Picture picture, int width, int height) {
		check("the picture has its size", picture.data().width == width && picture.data().height == height, picture);
		for (double number : picture.transform()) {
			check("it leads back to the frame", Double.isFinite(number), number);
		}
	}

	/** A slice of no stack. */
	private record FuzzSlice(InstanceHeader instance, int frame) implements Slice {

		@Override
		public SliceStack stack() {
			throw new UnsupportedOperationException("a slice without a stack");
		}

		@Override
		public OptionalDouble offset() {
			return OptionalDouble.empty();
		}

		@Override
		public int position() {
			return frame;
		}

		@Override
		public int coordinate(int axis) {
			return 0;
		}

		@Override
		public Optional<Problem> problem() {
			return Optional.empty();
		}
	}
}
