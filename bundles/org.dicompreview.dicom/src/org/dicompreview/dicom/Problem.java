package org.dicompreview.dicom;

import java.io.IOException;
import java.util.Objects;

/**
 * What is wrong with an instance, a frame or a file, as a value that goes with the data through all rooms: as a key with
 * arguments, with the tag, the byte and the location where it is. {@link Texts} makes words of it where it is shown.
 * Immutable.
 *
 * @param what   what is wrong, without file, tag and byte
 * @param tag    the tag at which it went wrong, or 0
 * @param offset byte offset in the file (in the inflated data set for deflated syntaxes), or -1
 * @param location where the instance lies, or {@code null} where that is not known
 * @param isNote whether this is worth knowing only: images and their order are as they would be without it
 * @since 0.1.0
 */
public record Problem(Text what, int tag, long offset, InstanceLocation location, boolean isNote) {

	/** Checks that there is something to say. */
	public Problem {
		Objects.requireNonNull(what);
	}

	/** {@return a problem without a place} */
	public static Problem of(Text what) {
		return new Problem(what, 0, -1, null, false);
	}

	/**
	 * {@return a problem without a place}
	 *
	 * @param key       what is wrong
	 * @param arguments as for {@link Text#of}
	 */
	public static Problem of(TextKey key, Object... arguments) {
		return of(Text.of(key, arguments));
	}

	/**
	 * {@return what an exception says: its problem if it has one, the message of an {@link IOException} in the words of who
	 * threw it, of any other also what kind it is}
	 *
	 * @param failure the exception
	 */
	public static Problem of(Throwable failure) {
		if (failure instanceof HasProblem known) {
			return known.problem();
		}
		boolean speaks = failure instanceof IOException && failure.getMessage() != null;
		return of(Text.verbatim(speaks ? failure.getMessage() : failure.toString()));
	}

	/**
	 * {@return the problem at a place}
	 *
	 * @param where  the tag, or 0
	 * @param byteAt the byte offset, or -1
	 */
	public Problem at(int where, long byteAt) {
		return new Problem(what, where, byteAt, location, isNote);
	}

	/** {@return the problem of an instance} */
	public Problem in(InstanceLocation place) {
		return new Problem(what, tag, offset, place, isNote);
	}

	/** {@return the problem as one that is worth knowing only} */
	public Problem asNote() {
		return new Problem(what, tag, offset, location, true);
	}

	/** {@return the words with location, tag and byte, as a log wants them} */
	@Override
	public String toString() {
		return Texts.withLocation(this);
	}
}
