package org.dicompreview.dicom.internal.parse;

import java.io.IOException;
import java.util.Optional;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.PixelLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.internal.io.Input;
import org.dicompreview.dicom.internal.model.BlockWriter;
import org.dicompreview.dicom.internal.model.BuiltInHeader;
import org.dicompreview.dicom.internal.model.HeaderBuilder;
import org.dicompreview.dicom.internal.model.HeaderPool;
import org.dicompreview.dicom.internal.model.StoredItem;

/** Reads headers, one after the other. Kept and reused by one thread. */
public final class HeaderReader implements FrameCollector {

	private static final int PAGE = 4 << 10;
	/** No header is longer; a deflated bomb could be. */
	private static final long MOST_INFLATED = 1 << 28;

	private final DicomInput input = new DicomInput();
	private final HeaderBuilder builder = new HeaderBuilder();
	private final HeaderCheck check = new HeaderCheck();
	private final HeaderPool pool;
	private int firstRead = Input.FIRST_READ;

	/** @param pool where headers find what they have in common */
	public HeaderReader(HeaderPool pool) {
		this.pool = pool;
	}

	/**
	 * Reads the header of a file.
	 *
	 * @param source       its bytes; the caller closes it
	 * @param file         where they are
	 * @param limits       bounds
	 * @return the header
	 * @throws IOException as {@link org.dicompreview.dicom.spi.DicomReader#readHeader} says
	 */
	public BuiltInHeader read(InstanceBytes source, InstanceLocation file, ReadLimits limits) throws IOException {
		try {
			input.begin(source, file, limits, firstRead, Math.min(limits.inflatedBytes(), MOST_INFLATED));
			builder.begin(file);
			TreeParser parser = new TreeParser(input, builder.attributes(), HeaderSelection.INSTANCE);
			parser.collectFrames(this);
			parser.parse();
			boolean nothing = builder.attributes().size() == 0 && parser.pixels() == null;
			if (nothing && (input.problem() != null || !parser.sawElements())) {
				throw nothing(file);
			}
			finish(parser.pixels());
			return builder.build(pool);
		} finally {
			input.release();
		}
	}

	private DicomException nothing(InstanceLocation file) {
		Problem problem = input.problem();
		return problem != null ? new DicomException(problem)
				: new DicomException(Problem.of(DicomText.NO_DATA_SET).at(0, input.input().position()).in(file));
	}

	private void finish(PixelPlace place) throws IOException {
		if (!input.isInflated()) {
			long length = Math.min(input.input().position() + PAGE - 1 & -PAGE, Input.CAPACITY);
			firstRead = (int) Math.max(PAGE, length);
		}
		standIn(Tag.SOP_CLASS_UID, Tag.MEDIA_STORAGE_SOP_CLASS_UID);
		standIn(Tag.SOP_INSTANCE_UID, Tag.MEDIA_STORAGE_SOP_INSTANCE_UID);
		boolean encapsulated = place != null && (place.length() < 0 || input.syntax().encapsulated());
		BlockWriter attributes = builder.attributes();
		if (input.problem() == null) {
			check(place, encapsulated ? -1 : available(place));
		}
		if (place == null) {
			builder.found(input.syntax(), null, 0, input.problem());
			return;
		}
		PixelLocation location = new PixelLocation(place.position(), place.length(), place.tag());
		int frames = attributes.has(Tag.NUMBER_OF_FRAMES)
				? location.frameCount(new StoredItem(attributes), input.input().source().size())
				: 1;
		builder.found(input.syntax(), location, frames, input.problem());
	}

	/** {@return the bytes of the pixel data that are there} */
	private long available(PixelPlace place) {
		if (place == null) {
			return 0;
		}
		InstanceBytes source = input.input().source();
		long behind = source.size() == InstanceBytes.UNKNOWN ? Long.MAX_VALUE : source.size() - place.position();
		return place.length() < 0 ? behind : Math.min(place.length(), behind);
	}

	private void check(PixelPlace place, long available) throws IOException {
		Optional<Problem> problem = check.check(builder.attributes(), input.syntax(), place, available);
		if (problem.isPresent()) {
			int tag = problem.get().tag();
			input.report(problem.get().at(tag, ElementFinder.find(input, tag)));
		}
	}

	/** Keeps an identifier of the meta information where the data set has none. */
	private void standIn(int tag, int metaTag) {
		BlockWriter attributes = builder.attributes();
		if (attributes.hasValue(tag) || !input.meta().hasValue(metaTag)) {
			return;
		}
		byte[] uid = input.meta().value(metaTag);
		int at = attributes.add(metaTag, VR.UI, uid.length, -1, uid.length);
		System.arraycopy(uid, 0, attributes.bytes(), at, uid.length);
	}

	@Override
	public BlockWriter writer() {
		return builder.frame();
	}

	@Override
	public void itemIsComplete() {
		builder.addFrame();
	}
}
