package org.dicompreview.video.internal.stream;

import java.io.IOException;
import java.util.Arrays;

import org.dicompreview.codec.DecodeException;

/**
 * Where the coded pictures of a video lie, and in which order they are shown. Pictures are numbered as they are coded,
 * frames as they are shown, both from 0. Immutable, for several threads.
 */
public final class VideoIndex {

	private final Codec codec;
	private final int columns;
	private final int rows;
	private final int bits;
	private final byte[] setup;
	private final StreamBytes bytes;
	private final PictureList list;
	/** The picture of each frame. */
	private final int[] pictures;
	/** The frame that each picture is, -1 for one that is not shown. */
	private final int[] frames;

	/**
	 * @param codec   how pictures are coded
	 * @param columns width of a frame in pixels
	 * @param rows    height of a frame in pixels
	 * @param bits    bits of a luminance value
	 * @param setup   what the decoder has to know before the first picture, for containers that keep it apart; empty where
	 *                it is in the stream
	 * @param bytes   the stream
	 * @param list    the pictures as they are coded
	 */
	VideoIndex(Codec codec, int columns, int rows, int bits, byte[] setup, StreamBytes bytes, PictureList list) {
		this.codec = codec;
		this.columns = columns;
		this.rows = rows;
		this.bits = bits;
		this.setup = setup;
		this.bytes = bytes;
		this.list = list;
		pictures = list.inOrderOfShowing();
		frames = new int[list.count()];
		Arrays.fill(frames, -1);
		for (int frame = 0; frame < pictures.length; frame++) {
			frames[pictures[frame]] = frame;
		}
	}

	/** {@return how pictures are coded} */
	public Codec codec() {
		return codec;
	}

	/** {@return width of a frame in pixels} */
	public int columns() {
		return columns;
	}

	/** {@return height of a frame in pixels} */
	public int rows() {
		return rows;
	}

	/** {@return bits of a luminance value, 8-16} */
	public int bits() {
		return bits;
	}

	/** {@return what the decoder has to know before the first picture; empty where it is in the stream} */
	public byte[] setup() {
		return setup.clone();
	}

	/** {@return number of frames} */
	public int frameCount() {
		return pictures.length;
	}

	/** {@return number of coded pictures} */
	public int pictureCount() {
		return list.count();
	}

	/** {@return the frame that a picture is, -1 if it is not shown} */
	public int frameOf(int picture) {
		return frames[picture];
	}

	/**
	 * {@return the last picture from which decoding can begin so that a frame comes out whole}
	 *
	 * @param frame from 0
	 */
	public int entryFor(int frame) {
		int entry = list.entryBefore(pictures[frame]);
		while (entry > 0 && frames[entry] > frame) { // shown before the entry: it may need what is coded before
			entry = list.entryBefore(entry - 1);
		}
		return Math.max(0, entry);
	}

	/**
	 * Reads a coded picture with all that belongs to it.
	 *
	 * @param picture from 0
	 * @throws DecodeException if the stream ends before it
	 * @throws IOException     if the stream cannot be read
	 */
	public byte[] picture(int picture) throws IOException, DecodeException {
		byte[] coded = new byte[list.length(picture)];
		int read = bytes.read(list.position(picture), coded, 0, coded.length);
		if (read == 0) {
			throw new DecodeException(StreamText.ENDS_BEFORE_PICTURE, picture + 1);
		}
		return read == coded.length ? coded : Arrays.copyOf(coded, read);
	}

	/**
	 * {@return all that stands before a picture that decoding begins with and that it needs: sequence headers or parameter
	 * sets (they stand before the first picture, or are repeated with it)}
	 *
	 * @param picture from 0
	 */
	public byte[] headersFor(int picture) {
		return list.headersFor(picture);
	}
}
