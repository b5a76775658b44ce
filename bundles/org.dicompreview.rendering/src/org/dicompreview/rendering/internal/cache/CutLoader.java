package org.dicompreview.rendering.internal.cache;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

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

	/** A picture that needs no larger part of each image is read anew each time. */
	private static final int FEW_ROWS = 8;
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

	/** {@return whether a picture needs a few rows of images that can be read row by row} */
	static boolean isDirect(ReformattedSlice picture) {
		boolean uncompressed = picture.sources().stream().map(Slice::instance)
				.allMatch(header -> !header.transferSyntax().encapsulated() && !header.transferSyntax().deflated()
						&& !header.location().isInArchive());
		return uncompressed && CutSampler.mostRows(Sampling.of(picture)) * FEW_ROWS <= picture.stack().grid().rows() + FEW_ROWS;
	}

	/**
	 * {@return the picture, made of the images themselves; {@code null} if it was given up}
	 *
	 * @param picture   which one
	 * @param cancelled whether it is to be given up, asked before each image
	 */
	LoadedFrame exact(ReformattedSlice picture, BooleanSupplier cancelled) {
		int[] failures = { 0 };
		float[] values = new CutSampler(Sampling.of(picture)).sample((position, first, last) -> {
			Optional<CutSampler.Rows> rows = picture.source(position).flatMap(image -> rows(image, first, last - first + 1));
			if (rows.isEmpty()) {
				failures[0]++;
			}
			return rows;
		}, cancelled);
		return values == null ? null : loaded(picture, values, failures[0]);
	}

	/** {@return the picture, as well as a volume shows it so far; {@code null} if nothing of it has come} */
	static LoadedFrame of(PreviewVolume volume, ReformattedSlice picture) {
		float[] values = volume.sample(picture);
		if (values == null) {
			return volume.isComplete() ? SliceLoader.failed(picture, Problem.of(RenderingText.PLANE_INCOMPLETE, volume.failures(),
					picture.stack().grid().slices())) : null;
		}
		if (volume.isComplete() && volume.isFull()) {
			return loaded(picture, values, volume.failures());
		}
		return new LoadedFrame(picture, Optional.of(frame(picture, values)), Optional.of(Problem.of(RenderingText.PLANE_PREVIEW,
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
		return new LoadedFrame(picture, Optional.of(frame(picture, values)), failures == 0 ? Optional.empty()
				: Optional.of(Problem.of(RenderingText.PLANE_INCOMPLETE, failures, picture.stack().grid().slices())));
	}

	private static PreparedFrame frame(ReformattedSlice picture, float[] values) {
		InstanceHeader header = picture.instance();
		int columns = picture.stack().columns();
		int rows = picture.stack().rows();
		Photometric stated = Photometric.of(header.string(Tag.PHOTOMETRIC_INTERPRETATION).orElse(null));
		Photometric photometric = stated.isGrey() ? stated : Photometric.MONOCHROME2;
		Frame frame = new Frame(columns, rows, 1, Float.SIZE, true, photometric, photometric, new Samples.Floats(values),
				Optional.empty());
		PixelFormat format = new PixelFormat(rows, columns, 1, Float.SIZE, Float.SIZE, Float.SIZE - 1, true, 0, photometric,
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
