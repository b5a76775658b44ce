package org.dicompreview.dicom.internal.parse;

import java.io.IOException;

import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.internal.io.Input;

/**
 * Where items, sequences and values end whose lengths contradict each other. What is longer than what holds it is right if
 * nothing can follow where the outer one would end, but something can at its own end. Else the outer one is right.
 */
final class Ends {

	private final DicomInput input;
	private final Input in;
	private final ElementReader element;
	/** The end of whatever was longer than what held it. */
	private long reached;

	Ends(DicomInput input) {
		this.input = input;
		this.in = input.input();
		this.element = input.element();
	}

	/**
	 * {@return whether what begins here reaches beyond what holds it; never in a stream, whose end is not known}
	 *
	 * @param length its length, more than is left
	 * @param end    where what holds it ends
	 * @throws IOException if reading fails
	 */
	boolean outgrows(long length, long end) throws IOException {
		long own = in.position() + length;
		if (in.source().size() == InstanceBytes.UNKNOWN || own > in.source().size() || end == in.source().size()
				|| element.looksLikeOne(end)
				|| !element.looksLikeOne(own)) {
			return false;
		}
		goneBeyond(own);
		return true;
	}

	private void goneBeyond(long own) {
		input.report(Problem.of(DicomText.LONGER_THAN_ITS_PARENT).at(element.tag(), element.headerAt()));
		reached = own;
	}

	/** Goes to the end of an item or sequence, unless something in it has gone beyond. */
	void leave(long end) {
		if (in.position() <= end || in.position() > reached) {
			in.seek(end);
		}
	}

	/**
	 * Passes over a sequence that nobody wants. Its items are only looked at if its length leads nowhere.
	 *
	 * @throws IOException if reading fails
	 */
	void pass(long length) throws IOException {
		long start = in.position();
		long end = start + length;
		in.skip(length);
		if (element.looksLikeOne(end)) {
			return;
		}
		in.seek(start);
		while (in.position() < end && element.next() && element.isItem() && element.length() != ElementReader.UNDEFINED) {
			in.skip(element.length());
		}
		long own = in.position();
		if (own > end && own <= in.source().size() && element.looksLikeOne(own)) {
			goneBeyond(own);
		} else {
			in.seek(end);
		}
	}
}
