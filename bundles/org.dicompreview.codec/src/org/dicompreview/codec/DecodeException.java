package org.dicompreview.codec;

/** A frame cannot be decoded at all. The message says why, for people, without naming the file. */
public final class DecodeException extends Exception {

	private static final long serialVersionUID = 1L;

	/** @param message what is wrong, with the byte offset in the codestream where one is known */
	public DecodeException(String message) {
		super(message);
	}

	/** As above, with the cause. */
	public DecodeException(String message, Throwable cause) {
		super(message, cause);
	}
}
