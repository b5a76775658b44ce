package org.dicompreview.dicom.internal.parse;

import java.io.IOException;

import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.SizeLimitException;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.internal.io.Input;
import org.dicompreview.dicom.internal.model.BlockWriter;
import org.dicompreview.dicom.internal.model.Bytes;

/**
 * Reads a data set into a block, as much of it as a {@link ElementSelection} wants. Damage ends reading, or only the item in
 * which it is met; what came before is kept and the problem reported to the {@link DicomInput}.
 */
final class TreeParser {

	/** Recursion is bounded whatever the limits say. */
	private static final int DEEPEST = 512;
	private static final long UNDEFINED = ElementReader.UNDEFINED;

	private final DicomInput input;
	private final Input in;
	private final ElementReader element;
	private final Skipper skipper;
	private final Ends ends;
	private final ElementSelection keeper;
	private final int deepest;
	private BlockWriter out;
	private int itemStart;
	private FrameCollector frames;
	private int budget;
	private boolean signed;
	private boolean stopped;
	private PixelPlace pixels;

	TreeParser(DicomInput input, BlockWriter out, ElementSelection keeper) {
		this.input = input;
		this.in = input.input();
		this.element = input.element();
		this.skipper = new Skipper(input);
		this.ends = new Ends(input);
		this.out = out;
		this.keeper = keeper;
		this.budget = input.limits().items();
		this.deepest = Math.min(input.limits().depth(), DEEPEST);
	}

	/** Hands the items of the per-frame functional groups to somebody instead of keeping them here. */
	void collectFrames(FrameCollector collector) {
		frames = collector;
	}

	/** {@return where the pixel data are, {@code null} if there are none} */
	PixelPlace pixels() {
		return pixels;
	}

	/** {@return whether there was any element, kept or not} */
	boolean sawElements() {
		return budget < input.limits().items();
	}

	/**
	 * Reads the data set to its end, or as far as the keeper wants.
	 *
	 * @throws IOException if reading fails
	 */
	void parse() throws IOException {
		try {
			elements(in.source().size(), 0, false);
		} catch (SizeLimitException e) {
			input.report(Problem.of(DicomText.INFLATED_DATA_SET_TOO_LONG, e).at(element.tag(), element.headerAt()));
		}
	}

	private void elements(long end, int depth, boolean undefinedLength) throws IOException {
		while (!stopped && in.position() < end) {
			if (depth == 0) {
				budget -= element.skipUnwanted(keeper);
			}
			if (!nextHeader(end)) {
				return;
			}
			if (element.tag() >>> 16 == 0xFFFE) {
				if (endsItem(depth, undefinedLength)) {
					return;
				}
			} else if (element.tag() == 0 && element.length() == 0) {
				stopped = true; // zeros behind the data set
			} else {
				element(end, depth);
			}
		}
	}

	private boolean nextHeader(long end) throws IOException {
		if (element.next()) {
			if (element.isOdd() && element.tag() != 0) {
				input.report(Problem.of(DicomText.NO_VR).at(element.tag(), element.headerAt()));
			}
			return --budget >= 0 || stop(Problem.of(DicomText.TOO_MANY_ELEMENTS, input.limits().items()));
		}
		if (end != InstanceBytes.UNKNOWN || in.has(1)) {
			stop(Problem.of(DicomText.ENDS_WITHIN_ELEMENT_HEADER));
		}
		stopped = true;
		return false;
	}

	private boolean stop(Problem problem) {
		input.report(problem.at(element.tag(), element.headerAt()));
		stopped = true;
		return false;
	}

	/** Treats an item tag among elements. @return whether the item ends here */
	private boolean endsItem(int depth, boolean undefinedLength) {
		if (depth == 0) {
			input.report(Problem.of(DicomText.ITEM_OUTSIDE_SEQUENCE).at(element.tag(), element.headerAt()));
			return false;
		}
		if (undefinedLength && element.tag() == Tag.ITEM_DELIMITATION_ITEM) {
			return true;
		}
		input.report(Problem.of(DicomText.DELIMITER_MISPLACED).at(element.tag(), element.headerAt()));
		in.seek(element.headerAt());
		return true;
	}

	private void element(long end, int depth) throws IOException {
		int tag = element.tag();
		long length = element.length();
		boolean unknown = element.statedVr() == VR.UN;
		VR vr = vr(tag);
		if (depth == 0 && isPixels(tag)) {
			pixels(tag, vr, length, end);
			return;
		}
		int kept = keeper.keep(tag, vr, length);
		if (length == UNDEFINED) {
			undefined(tag, kept, end, depth, unknown);
		} else if (vr == VR.SQ && kept > 0) {
			sequence(tag, length, end, depth, unknown);
		} else {
			value(tag, vr, length, kept, end);
		}
	}

	/**
	 * {@return the VR: as stated, else of the dictionary; the one of private and ambiguous elements by their context}
	 */
	private VR vr(int tag) throws IOException {
		VR stated = element.statedVr();
		if (stated != null && stated != VR.UN) {
			return stated;
		}
		VR known = ElementReader.dictionaryVr(tag);
		if (known == VR.US && signed && DataDictionary.isSignedBySamples(tag)) {
			known = VR.SS;
		} else if (known == VR.UN && Tag.isPrivate(tag)) {
			known = privateVr(tag);
		}
		return isPossible(known) ? known : VR.UN;
	}

	private VR privateVr(int tag) {
		int element = tag & 0xFFFF;
		String creator = element < 0x1000 ? null : out.text(itemStart, tag & 0xFFFF0000 | element >>> 8);
		return creator == null ? VR.UN : DataDictionary.vr(tag, creator).orElse(VR.UN);
	}

	private boolean isPossible(VR vr) throws IOException {
		long length = element.length();
		if (length <= 0) {
			return true;
		}
		return vr == VR.SQ ? startsWithItem() : length % Bytes.size(vr) == 0;
	}

	private boolean startsWithItem() throws IOException {
		return in.has(4) && in.tag(in.at(), element.bigEndian() && element.statedVr() != VR.UN) == Tag.ITEM;
	}

	private static boolean isPixels(int tag) {
		return tag == Tag.PIXEL_DATA || tag == Tag.FLOAT_PIXEL_DATA || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA;
	}

	private void pixels(int tag, VR vr, long length, long end) throws IOException {
		if (pixels == null) {
			pixels = new PixelPlace(tag, vr, in.position(), length);
		}
		if (length != UNDEFINED && length > end - in.position()) {
			input.report(Problem.of(DicomText.PIXEL_DATA_PAST_END, length).at(tag, element.headerAt()));
		}
		boolean keep = keeper.atPixels(out) == ElementSelection.AtPixels.KEEP;
		if (keeper.atPixels(out) == ElementSelection.AtPixels.STOP) {
			stopped = true;
		} else if (length != UNDEFINED) {
			value(tag, vr, length, keep ? keeper.keep(tag, vr, length) : ElementSelection.NOTHING, end);
		} else {
			if (keep) {
				out.add(tag, vr, 0, in.position(), length);
			}
			boolean items = in.has(8) && in.tag(in.at(), element.bigEndian()) >>> 16 == 0xFFFE;
			if (!items || !skipper.skipItems(false, end)) {
				stop(Problem.of(DicomText.PIXEL_DATA_WITHOUT_END));
			}
		}
	}

	private void undefined(int tag, int kept, long end, int depth, boolean unknown) throws IOException {
		if (kept > 0) {
			sequence(tag, UNDEFINED, end, depth, unknown);
			return;
		}
		if (kept == 0) {
			out.add(tag, VR.SQ, 0, in.position(), UNDEFINED);
		}
		if (!skipper.skipItems(unknown, end)) {
			stop(Problem.of(DicomText.SEQUENCE_WITHOUT_END));
		}
	}

	private void value(int tag, VR vr, long length, int kept, long end) throws IOException {
		long there = end - in.position();
		if (length > there && !ends.outgrows(length, end)) {
			overrun(tag, vr, length, kept, there, end);
			return;
		}
		if (kept >= 0) {
			keep(tag, vr, length, (int) Math.min(kept, length));
		} else if (vr == VR.SQ && end != InstanceBytes.UNKNOWN) {
			ends.pass(length);
		} else if (end != InstanceBytes.UNKNOWN || length == 0) {
			in.skip(length);
		} else {
			skipInStream(length);
		}
	}

	private void keep(int tag, VR vr, long length, int kept) throws IOException {
		int read = take(tag, vr, length, kept);
		if (read < kept) {
			stop(Problem.of(DicomText.VALUE_PAST_END));
		} else if (length - kept > 0 && in.source().size() == InstanceBytes.UNKNOWN) {
			skipInStream(length - kept);
		} else {
			in.skip(length - kept);
		}
		if (tag == Tag.PIXEL_REPRESENTATION && read > 0) {
			signed = out.bytes()[out.size() - read] == 1;
		}
	}

	/** Keeps the beginning of a value, as much of it as there is. {@return how many bytes} */
	private int take(int tag, VR vr, long length, int wanted) throws IOException {
		long position = in.position();
		int before = out.size();
		int at = out.add(tag, vr, wanted, position, length);
		int read = 0;
		try {
			read = in.read(out.bytes(), at, wanted);
		} finally {
			if (read < wanted) {
				out.cutTo(before);
			}
		}
		if (read < wanted) {
			int shorter = out.add(tag, vr, read, position, length);
			System.arraycopy(out.bytes(), at, out.bytes(), shorter, read);
			at = shorter;
		}
		if (swaps()) {
			Bytes.swap(out.bytes(), at, read, vr);
		}
		return read;
	}

	/** Values of VR UN are little endian whatever the data set is (PS3.5 6.2.2). */
	private boolean swaps() {
		return element.bigEndian() && element.statedVr() != VR.UN;
	}

	private void skipInStream(long length) throws IOException {
		in.skip(length - 1);
		if (!in.has(1)) {
			stop(Problem.of(DicomText.VALUE_PAST_END));
		}
		in.skip(1);
	}

	private void overrun(int tag, VR vr, long length, int kept, long there, long end) throws IOException {
		boolean file = end == in.source().size();
		input.report(Problem.of(file ? DicomText.VALUE_PAST_END : DicomText.VALUE_PAST_ITEM).at(tag, element.headerAt()));
		stopped |= file;
		if (kept >= 0 && there >= 0) {
			take(tag, vr, length, (int) Math.min(kept, there));
		}
		in.seek(end);
	}

	private void sequence(int tag, long length, long end, int depth, boolean unknown) throws IOException {
		if (depth >= deepest) {
			stop(Problem.of(DicomText.NESTED_TOO_DEEP, deepest));
			return;
		}
		boolean explicit = element.explicit();
		boolean bigEndian = element.bigEndian();
		if (unknown) {
			element.beginUnknownItems();
		}
		long position = in.position();
		long itemsEnd = length == UNDEFINED ? end : sequenceEnd(position, length, end);
		int start = out.beginSequence(tag, position, length);
		try {
			if (frames != null && tag == Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE && depth == 0) {
				frameItems(itemsEnd, length == UNDEFINED);
			} else {
				items(itemsEnd, depth + 1, length == UNDEFINED);
			}
		} finally {
			out.endSequence(start); // what came before a limit can be used
		}
		element.encoding(explicit, bigEndian);
		if (!stopped && length != UNDEFINED) {
			ends.leave(itemsEnd);
		}
	}

	private long sequenceEnd(long position, long length, long end) throws IOException {
		if (length <= end - position || ends.outgrows(length, end)) {
			return position + length;
		}
		input.report(Problem.of(DicomText.SEQUENCE_PAST_END).at(element.tag(), element.headerAt()));
		return end;
	}

	private void frameItems(long end, boolean undefinedLength) throws IOException {
		BlockWriter whole = out;
		out = frames.writer();
		try {
			while (nextItem(end, undefinedLength)) {
				out.clear();
				item(end, 1);
				frames.itemIsComplete();
			}
		} finally {
			out = whole;
		}
	}

	private void items(long end, int depth, boolean undefinedLength) throws IOException {
		while (nextItem(end, undefinedLength)) {
			int start = out.beginItem();
			int outer = itemStart;
			itemStart = start;
			try {
				item(end, depth);
			} finally {
				itemStart = outer;
				out.endItem(start);
			}
		}
	}

	/** {@return whether the header of an item was read} */
	private boolean nextItem(long end, boolean undefinedLength) throws IOException {
		if (stopped || in.position() >= end) {
			if (undefinedLength && !stopped) {
				input.report(Problem.of(DicomText.SEQUENCE_WITHOUT_END).at(element.tag(), in.position()));
			}
			return false;
		}
		if (!nextHeader(end)) {
			return false;
		}
		if (element.isItem()) {
			return true;
		}
		if (!undefinedLength || element.tag() != Tag.SEQUENCE_DELIMITATION_ITEM) {
			input.report(Problem.of(DicomText.NO_ITEM).at(element.tag(), element.headerAt()));
			in.seek(element.headerAt());
		}
		return false;
	}

	private void item(long end, int depth) throws IOException {
		long length = element.length();
		if (length == UNDEFINED) {
			elements(end, depth, true);
			return;
		}
		long itemEnd = sequenceEnd(in.position(), length, end);
		elements(itemEnd, depth, false);
		if (!stopped) {
			ends.leave(itemEnd);
		}
	}
}
