package org.dicompreview.dicom;

import java.io.IOException;
import java.nio.file.Path;

/** Says what is wrong with a DICOM object, in which file, at which tag and byte. The message is for people. */
public class DicomException extends IOException {

	private static final long serialVersionUID = 1L;

	private final String problem;
	private final transient Path path;
	private final int tag;
	private final long offset;

	/**
	 * @param problem what is wrong, without file, tag or offset
	 * @param path    the file, or {@code null} where it is not known
	 * @param tag     the tag at which it went wrong, or 0
	 * @param offset  byte offset in the file (in the inflated data set for deflated syntaxes), or -1
	 */
	public DicomException(String problem, Path path, int tag, long offset) {
		this(problem, path, tag, offset, null);
	}

	/** As above, with the cause. */
	public DicomException(String problem, Path path, int tag, long offset, Throwable cause) {
		super(problem, cause);
		this.problem = problem;
		this.path = path;
		this.tag = tag;
		this.offset = offset;
	}

	/** {@return what is wrong, without file, tag or offset} */
	public String problem() {
		return problem;
	}

	/** {@return the file, or {@code null}} */
	public Path path() {
		return path;
	}

	/** {@return the tag, or 0} */
	public int tag() {
		return tag;
	}

	/** {@return the byte offset, or -1} */
	public long offset() {
		return offset;
	}

	/**
	 * {@return a problem that travels as a value, of which a header may be kept for each of many files: without a stack
	 * trace}
	 *
	 * @param problem as for the constructor
	 * @param path    likewise
	 * @param tag     likewise
	 * @param offset  likewise
	 */
	public static DicomException asValue(String problem, Path path, int tag, long offset) {
		return new Value(problem, path, tag, offset, false);
	}

	/**
	 * {@return a problem as {@link #asValue}, of values that contradict the standard without touching what is shown}
	 *
	 * @param problem as for the constructor
	 * @param path    likewise
	 * @param tag     likewise
	 * @param offset  likewise
	 */
	public static DicomException asNote(String problem, Path path, int tag, long offset) {
		return new Value(problem, path, tag, offset, true);
	}

	/** {@return whether this is worth knowing only: images and their order are as they would be without it} */
	public boolean isNote() {
		return false;
	}

	private static final class Value extends DicomException {

		private static final long serialVersionUID = 1L;

		private final boolean note;

		Value(String problem, Path path, int tag, long offset, boolean note) {
			super(problem, path, tag, offset);
			this.note = note;
		}

		@Override
		public boolean isNote() {
			return note;
		}

		@Override
		public synchronized Throwable fillInStackTrace() {
			return this;
		}
	}

	@Override
	public String getMessage() {
		return path == null ? words() : path + ": " + words(); //$NON-NLS-1$
	}

	/**
	 * {@return what is wrong, at which tag and byte, without the file: for those who say elsewhere which file it is}
	 *
	 * @since 0.1
	 */
	public String words() {
		StringBuilder text = new StringBuilder(problem);
		if (tag != 0) {
			text.append(" at ").append(Tag.format(tag)); //$NON-NLS-1$
		}
		if (offset >= 0) {
			text.append(" (byte ").append(offset).append(')'); //$NON-NLS-1$
		}
		return text.toString();
	}
}
