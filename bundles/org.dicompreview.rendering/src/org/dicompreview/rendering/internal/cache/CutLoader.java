package org.dicompreview.rendering.internal.cache;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.rendering.RenderingText;
import org.dicompreview.rendering.internal.frame.DataSetValues;
import org.dicompreview.rendering.internal.frame.FrameFactory;
import org.dicompreview.rendering.internal.frame.PreparedFrame;
import org.dicompreview.rendering.internal.planes.CutSampler;
import org.dicompreview.rendering.internal.planes.PreviewVolume;
import org.dicompreview.rendering.internal.planes.Sampling;
import org.dicompreview.rendering.planes.ReformattedSlice;
import org.dicompreview.series.Slice;

/**
 * Makes pictures of other planes: of the images themselves, row by row where these are uncompressed, or of a volume in memory.
 * For several threads.
 */
final class CutLoader {

	/** A picture that needs no larger part of all rows is read anew each time. */
	private static final int FEW_ROWS = 8;
	/** So many images are read at a time. */
	private static final int AHEAD = 16;
	/** So many whole images are decoded anew for each picture. */
	private static final int FEW_IMAGES = 4;
	private static final TransferSyntax NATIVE = TransferSyntax.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

	private final SliceLoader loader;
	private final Function<Slice, LoadedFrame> cached;

	/**
	 * @param loader reads images
	 * @param cached what is in memory of an image, or {@code null}
	 */
	CutLoader(SliceLoader loader, Function<Slice, LoadedFrame> cached) {
		this.loader = loader;
		this.cached = cached;
	}

	/** {@return whether a picture needs a few images only, or a few rows of images that can be read row by row} */
	static boolean isDirect(ReformattedSlice picture) {
		boolean uncompressed = picture.sources().stream().map(Slice::instance)
				.allMatch(header -> !header.transferSyntax().encapsulated() && !header.transferSyntax().deflated()
						&& !header.location().isInArchive());
		CutSampler.Needs needs = CutSampler.needs(Sampling.of(picture));
		return needs.images() <= FEW_IMAGES || uncompressed
				&& needs.rows() * FEW_ROWS <= (long) picture.stack().grid().rows() * picture.stack().grid().slices();
	}

	/**
	 * {@return the picture, made of the images themselves; {@code null} if it was given up}
	 *
	 * @param picture   which one
	 * @param cancelled whether it is to be given up, asked before each image
	 */
	LoadedFrame exact(ReformattedSlice picture, BooleanSupplier cancelled) {
		int[] failures = { 0 };
		CutSampler sampler = new CutSampler(Sampling.of(picture));
		Map<Integer, Optional<CutSampler.Rows>> ahead = new ConcurrentHashMap<>();
		float[] values = sampler.sample((position, first, last) -> {
			if (!ahead.containsKey(position)) {
				ahead.clear();
				readAhead(picture, sampler, position, ahead);
			}
			Optional<CutSampler.Rows> rows = ahead.get(position);
			if (rows.isEmpty()) {
				failures[0]++;
			}
			return rows;
		}, cancelled);
		return values == null ? null : loaded(picture, values, failures[0]);
	}

	/** Reads the rows that are needed of some images, several at a time. @param from position of the first image @param ahead takes what was read */
	private void readAhead(ReformattedSlice picture, CutSampler sampler, int from, Map<Integer, Optional<CutSampler.Rows>> ahead) {
		IntStream.range(from, Math.min(from + AHEAD, picture.stack().grid().slices())).parallel().forEach(position -> {
			int[] needed = sampler.needed(position);
			if (needed != null) {
				ahead.put(position, picture.source(position).flatMap(image -> rows(image, needed[0], needed[1] - needed[0] + 1)));
			}
		});
	}

	/**
	 * {@return the picture, as well as a volume shows it so far; {@code null} if nothing of it has come, or if it was given up}
	 *
	 * @param volume    of the images
	 * @param picture   which one
	 * @param cancelled whether it is to be given up
	 */
	static LoadedFrame of(PreviewVolume volume, ReformattedSlice picture, BooleanSupplier cancelled) {
		boolean complete = volume.isComplete(); // before it is looked at: more may come meanwhile
		PreviewVolume.Values values = volume.sample(picture, cancelled);
		if (values == null) {
			return complete && !cancelled.getAsBoolean()
					? SliceLoader.failed(picture, Problem.of(RenderingText.PLANE_INCOMPLETE, volume.failures(),
							picture.stack().grid().slices()))
					: null;
		}
		if (volume.isFull() && complete) {
			return loaded(picture, values.values(), volume.failures());
		}
		return new LoadedFrame(picture, Optional.of(frame(picture, values.values(), values.columns(), values.rows())),
				Optional.of(Problem.of(RenderingText.PLANE_PREVIEW,
						volume.arrivals(), picture.stack().grid().slices())));
	}

	private Optional<CutSampler.Rows> rows(Slice image, int first, int count) {
		LoadedFrame known = cached.apply(image);
		if (known == null) {
			Optional<PreparedFrame> some = loader.rows(image, first, count);
			if (some.isPresent()) {
				return some.get().values().map(values -> new CutSampler.Rows(first, values));
			}
			known = loader.load(image, 1, 0);
		}
		return known.frame().map(PreparedFrame.class::cast).flatMap(PreparedFrame::values)
				.map(values -> new CutSampler.Rows(first, index -> values.get(index + first * columns(image))));
	}

	private static int columns(Slice image) {
		return image.instance().integer(Tag.COLUMNS).orElse(0);
	}

	private static LoadedFrame loaded(ReformattedSlice picture, float[] values, int failures) {
		return new LoadedFrame(picture, Optional.of(frame(picture, values, picture.stack().columns(), picture.stack().rows())),
				failures == 0 ? Optional.empty()
						: Optional.of(Problem.of(RenderingText.PLANE_INCOMPLETE, failures, picture.stack().grid().slices())));
	}

	private static PreparedFrame frame(ReformattedSlice picture, float[] values, int columns, int rows) {
		InstanceHeader header = picture.instance();
		Photometric stated = Photometric.of(header.string(Tag.PHOTOMETRIC_INTERPRETATION).orElse(null));
		Photometric photometric = stated.isGrey() ? stated : Photometric.MONOCHROME2;
		Frame frame = new Frame(columns, rows, 1, Float.SIZE, true, photometric, photometric, new Samples.Floats(values),
				Optional.empty());
		PixelFormat format = new PixelFormat(picture.stack().rows(), picture.stack().columns(), 1, Float.SIZE, Float.SIZE, Float.SIZE - 1,
				true, 0, photometric,
				PixelFormat.SampleKind.FLOAT);
		return new FrameFactory(header, new NoValues(header)).prepare(frame, new EncodedFrame(NATIVE, format, new byte[0], 0, 0, 0), 0);
	}

	/** The long values of a picture that no file holds: there are none. */
	private record NoValues(InstanceHeader attributes) implements DataSetValues {

		@Override
		public byte[] bytes(int tag) {
			return new byte[0];
		}

		@Override
		public List<DataSetValues> items(int tag) {
			return List.of();
		}
	}
}
