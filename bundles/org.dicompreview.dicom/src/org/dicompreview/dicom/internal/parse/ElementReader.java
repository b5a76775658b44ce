package org.dicompreview.dicom.internal.parse;

import java.io.IOException;

import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.internal.io.Input;

/**
 * Reads the headers of data elements, one after the other, in any of the encodings of PS3.5 section 7.1. A header that
 * does not fit the encoding (an implicit element in an explicit data set or the reverse, a VR that is none) is read the
 * way that makes sense of what follows it.
 */
final class ElementReader {

	static final long UNDEFINED = -1;

	private static final VR[] BY_LETTERS = new VR[32 * 32];
	private static final boolean[] LONG_BY_LETTERS = new boolean[32 * 32];
	private static final boolean[] SHORT_BY_LETTERS = new boolean[32 * 32];
	static {
		for (VR vr : VR.values()) {
			int index = vr.name().charAt(0) - 'A' << 5 | vr.name().charAt(1) - 'A';
			BY_LETTERS[index] = vr;
			LONG_BY_LETTERS[index] = vr.hasLongLength();
			SHORT_BY_LETTERS[index] = !vr.hasLongLength();
		}
	}

	/** So many bytes of empty items are looked over for an element. */
	private static final int LONGEST_LOOK = 1 << 12;

	private final Input in;
	private boolean explicit;
	private boolean bigEndian;

	private int tag;
	private VR vr;
	private long length;
	private long headerAt;
	private boolean odd;

	ElementReader(Input in) {
		this.in = in;
	}

	void encoding(boolean explicitVR, boolean bigEndianOrder) {
		explicit = explicitVR;
		bigEndian = bigEndianOrder;
	}

	boolean explicit() {
		return explicit;
	}

	boolean bigEndian() {
		return bigEndian;
	}

	int tag() {
		return tag;
	}

	/** {@return the stated VR; {@code null} where none is stated, and for item tags} */
	VR statedVr() {
		return vr;
	}

	/** {@return the stated VR, else the one of the dictionary; UN if neither is known} */
	VR vr() {
		return vr == null || vr == VR.UN ? dictionaryVr(tag) : vr;
	}

	/** {@return the length of the value, or {@link #UNDEFINED}} */
	long length() {
		return length;
	}

	/** {@return where the header of the element begins; the value begins at the position of the input} */
	long headerAt() {
		return headerAt;
	}

	/** {@return whether the header has no VR where one should be} */
	boolean isOdd() {
		return odd;
	}

	boolean isItem() {
		return tag == Tag.ITEM;
	}

	boolean isDelimiter() {
		return tag == Tag.ITEM_DELIMITATION_ITEM || tag == Tag.SEQUENCE_DELIMITATION_ITEM;
	}

	/**
	 * Reads the next header; the input then stands at the value.
	 *
	 * @return {@code false} if there are too few bytes for a header
	 * @throws IOException if reading fails
	 */
	boolean next() throws IOException {
		headerAt = in.position();
		odd = false;
		if (!in.has(8)) {
			return false;
		}
		int at = in.at();
		tag = in.tag(at, bigEndian);
		if (tag >>> 16 == 0xFFFE) {
			vr = null;
			take(8, in.i32(at + 4, bigEndian));
			return true;
		}
		int letters = letters(at + 4);
		VR stated = letters < 0 ? null : BY_LETTERS[letters];
		if (explicit) {
			return stated == null ? oddHeader() : explicitHeader(stated, LONG_BY_LETTERS[letters]);
		}
		if (stated != null && isExplicitAfterAll(stated)) {
			return explicitHeader(stated, stated.hasLongLength());
		}
		vr = null;
		take(8, in.i32(at + 4, bigEndian));
		return true;
	}

	/**
	 * Passes over plain elements that nobody wants, as long as they lie in the window: the bulk of what a scan sees, so
	 * it does no more than it must. Whatever is special is left to {@link #next()}.
	 *
	 * @param keeper tells what is wanted
	 * @return how many elements were passed over
	 */
	int skipUnwanted(ElementSelection keeper) {
		if (!explicit || bigEndian) {
			return 0;
		}
		int at = in.at();
		int last = in.end() - 8;
		int count = 0;
		while (at <= last) {
			int letters = letters(at + 4);
			int elementTag = in.tag(at, false);
			if (letters < 0 || !SHORT_BY_LETTERS[letters] || elementTag >>> 16 >= 0x7FE0
					|| keeper.keep(elementTag, BY_LETTERS[letters], 0) >= 0) {
				break;
			}
			int next = at + 8 + in.u16(at + 6, false);
			if (next > last) {
				break;
			}
			at = next;
			count++;
		}
		in.advance(at - in.at());
		return count;
	}

	private boolean explicitHeader(VR stated, boolean longLength) throws IOException {
		vr = stated;
		if (!longLength) {
			take(8, in.u16(in.at() + 6, bigEndian));
			return true;
		}
		if (!in.has(12)) {
			return false;
		}
		int shortLength = in.u16(in.at() + 6, bigEndian);
		int length32 = in.i32(in.at() + 8, bigEndian);
		if (shortLength != 0 && !leadsOn(12, length32 & 0xFFFFFFFFL) && leadsOn(8, shortLength)) {
			take(8, shortLength); // written with a short length all the same
		} else {
			take(12, length32);
		}
		return true;
	}

	private void take(int header, int valueLength) {
		length = valueLength == -1 ? UNDEFINED : valueLength & 0xFFFFFFFFL;
		in.advance(header);
	}

	private int letters(int index) {
		int first = in.buffer()[index] - 'A';
		int second = in.buffer()[index + 1] - 'A';
		return (first | second) >= 0 && first < 26 && second < 26 ? first << 5 | second : -1;
	}

	/** An implicit length may look like letters; an explicit header must then lead to a further element. */
	private boolean isExplicitAfterAll(VR stated) throws IOException {
		long implicitLength = in.i32(in.at() + 4, bigEndian) & 0xFFFFFFFFL;
		if (implicitLength <= in.remaining() - 8 && leadsOn(8, implicitLength)) {
			return false;
		}
		if (!stated.hasLongLength()) {
			return leadsOn(8, in.u16(in.at() + 6, bigEndian));
		}
		return in.has(12) && in.u16(in.at() + 6, bigEndian) == 0
				&& leadsOn(12, in.i32(in.at() + 8, bigEndian) & 0xFFFFFFFFL);
	}

	/** No VR where one should be: without VR, with a short or with a long length, whichever leads on. */
	private boolean oddHeader() throws IOException {
		vr = null;
		odd = letters(in.at() + 4) < 0;
		int plain = in.i32(in.at() + 4, bigEndian);
		int shortLength = in.u16(in.at() + 6, bigEndian);
		if (in.has(12) && shortLength == 0 && letters(in.at() + 4) >= 0
				&& leadsOn(12, in.i32(in.at() + 8, bigEndian) & 0xFFFFFFFFL)) {
			vr = VR.UN; // a VR from the future (PS3.5 6.2)
			take(12, in.i32(in.at() + 8, bigEndian));
		} else if (leadsOn(8, plain & 0xFFFFFFFFL)) {
			take(8, plain);
		} else if (leadsOn(8, shortLength)) {
			vr = dictionaryVr(tag);
			take(8, shortLength);
		} else if (in.has(12) && shortLength == 0 && leadsOn(12, in.i32(in.at() + 8, bigEndian) & 0xFFFFFFFFL)) {
			vr = VR.UN;
			take(12, in.i32(in.at() + 8, bigEndian));
		} else {
			take(8, (plain & 0xFFFFFFFFL) > in.remaining() ? shortLength : plain);
		}
		return true;
	}

	/**
	 * Turns to the encoding of the items of a value of VR UN, at which the input stands: implicit little endian (PS3.5 6.2.2),
	 * unless their first element has a VR that makes more sense, as some writers leave them as they were.
	 *
	 * @throws IOException if reading fails
	 */
	void beginUnknownItems() throws IOException {
		boolean little = !in.has(4) || in.tag(in.at(), false) >>> 16 == 0xFFFE;
		boolean outer = bigEndian;
		explicit = false;
		bigEndian = outer && !little;
		int distance = 0;
		while (in.has(distance + 8) && distance < LONGEST_LOOK) {
			int at = in.at() + distance;
			int next = in.tag(at, bigEndian);
			if (next >>> 16 != 0xFFFE) {
				explicit = isExplicit(distance, next);
				return;
			}
			if (next == Tag.SEQUENCE_DELIMITATION_ITEM) {
				return; // nothing but empty items
			}
			distance += 8;
		}
	}

	private boolean isExplicit(int distance, int next) throws IOException {
		int at = in.at() + distance;
		int letters = letters(at + 4);
		VR stated = letters < 0 ? null : BY_LETTERS[letters];
		if (stated == null || stated == DataDictionary.vr(next).orElse(null)
				|| (in.i32(at + 4, bigEndian) & 0xFFFFFFFFL) > in.remaining()) {
			return stated != null;
		}
		long behind = distance + (LONG_BY_LETTERS[letters] && in.has(distance + 12)
				? 12 + (in.i32(in.at() + distance + 8, bigEndian) & 0xFFFFFFFFL)
				: 8 + in.u16(at + 6, bigEndian));
		if (behind > Input.FIRST_READ - 8 || !in.has((int) behind + 8)) {
			return false;
		}
		int follower = in.at() + (int) behind;
		return in.tag(follower, bigEndian) >>> 16 == 0xFFFE || letters(follower + 4) >= 0
				&& BY_LETTERS[letters(follower + 4)] != null;
	}

	/**
	 * {@return whether what stands at a position of the source looks like the header of an element or item, or is its end}
	 *
	 * @param position the position; the input stands where it stood afterwards
	 * @throws IOException if reading fails
	 */
	boolean looksLikeOne(long position) throws IOException {
		long back = in.position();
		in.seek(position);
		boolean like = !in.has(1) || in.has(8) && isHeader();
		in.seek(back);
		return like;
	}

	private boolean isHeader() {
		int next = in.tag(in.at(), bigEndian);
		if (next >>> 16 == 0xFFFE) {
			return next == Tag.ITEM || next == Tag.ITEM_DELIMITATION_ITEM || next == Tag.SEQUENCE_DELIMITATION_ITEM;
		}
		int letters = letters(in.at() + 4);
		boolean hasVr = letters >= 0 && BY_LETTERS[letters] != null;
		boolean known = DataDictionary.vr(next).isPresent() || (next & 0xFFFF) == 0;
		return explicit ? hasVr && (known || Tag.isPrivate(next))
				: known && (in.i32(in.at() + 4, bigEndian) & 0xFFFFFFFFL) <= in.remaining();
	}

	/** {@return whether an element that has this header and value is followed by something that looks like one} */
	private boolean leadsOn(int header, long valueLength) throws IOException {
		if (valueLength == 0xFFFFFFFFL) {
			return in.has(header + 8) && in.tag(in.at() + header, bigEndian) >>> 16 == 0xFFFE;
		}
		long distance = header + valueLength;
		if (distance > in.remaining()) {
			return false;
		}
		if (distance > Input.FIRST_READ - 8) {
			return Integer.compareUnsigned(tag, Tag.FLOAT_PIXEL_DATA) >= 0; // too far to look, too long for a header
		}
		if (!in.has((int) distance + 8)) {
			return distance == in.remaining() || in.source().size() == Long.MAX_VALUE;
		}
		int next = in.at() + (int) distance;
		int nextTag = in.tag(next, bigEndian);
		if (nextTag >>> 16 == 0xFFFE) {
			return true;
		}
		boolean ascends = Integer.compareUnsigned(nextTag, tag) > 0;
		return ascends && (!explicit || letters(next + 4) >= 0 || DataDictionary.vr(nextTag).isPresent());
	}

	/** {@return the VR of the dictionary; UN if it is unknown} */
	static VR dictionaryVr(int tag) {
		VR known = DataDictionary.vr(tag).orElse(null);
		if (known != null) {
			return known;
		}
		if (Tag.isPrivateCreator(tag)) {
			return VR.LO;
		}
		return (tag & 0xFFFF) == 0 ? VR.UL : VR.UN;
	}
}
