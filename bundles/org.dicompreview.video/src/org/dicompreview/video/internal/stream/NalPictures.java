package org.dicompreview.video.internal.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

import org.dicompreview.codec.DecodeException;

/** Finds the pictures of a byte stream of NAL units; what stands before the slices of a picture belongs to it. */
abstract class NalPictures {

	/** Where a parameter set lies. */
	private record Header(long position, long end) {
	}

	private static final int HEADER_LIMIT = 1 << 16;

	private final StreamBytes stream;
	private final int limit;
	private final StartCodes codes;
	private final PictureList list = new PictureList();
	private final Map<Integer, Header> headers = new TreeMap<>();
	private int openHeader = -1;
	/** Where the first unit of the next picture begins, -1 if none has come yet. */
	private long nextAt = -1;

	/** @param limit most bytes of a coded picture */
	NalPictures(StreamBytes stream, int limit) {
		this.stream = stream;
		this.limit = limit;
		codes = new StartCodes(stream);
	}

	/** Takes up the unit that a start code begins. */
	abstract void unit(StartCodes at) throws IOException, DecodeException;

	/** {@return the index of what was found} */
	abstract VideoIndex result(StreamBytes whole, PictureList found) throws DecodeException;

	final VideoIndex index() throws IOException, DecodeException {
		while (codes.next()) {
			closeHeader(codes.position());
			unit(codes);
		}
		list.endAt(stream.length(), limit);
		return result(stream, list);
	}

	/** The unit belongs to the next picture. */
	final void beforePicture() {
		if (nextAt < 0) {
			nextAt = codes.position();
		}
	}

	/** The unit belongs to the picture that has begun. */
	final void coded() {
		nextAt = -1;
	}

	/** The unit is a parameter set. @param key takes the place of an earlier one with the same key */
	final void keepHeader(int key) {
		headers.put(key, new Header(codes.position(), codes.position()));
		openHeader = key;
	}

	private void closeHeader(long end) {
		Header open = headers.get(openHeader);
		if (open != null) {
			headers.put(openHeader, new Header(open.position(), Math.min(end, open.position() + HEADER_LIMIT)));
			openHeader = -1;
		}
	}

	/** The unit is the first slice of a picture. */
	final void picture(boolean entry, long key) throws DecodeException, IOException {
		beforePicture();
		list.endAt(nextAt, limit);
		list.add(nextAt, entry, key);
		nextAt = -1;
		if (entry) {
			list.setHeaders(headers());
		}
	}

	/** {@return whether no picture has come yet} */
	final boolean isFirst() {
		return list.count() == 0;
	}

	private byte[] headers() throws IOException {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (Header each : headers.values()) {
			byte[] bytes = new byte[(int) (each.end() - each.position())];
			all.write(bytes, 0, stream.read(each.position(), bytes, 0, bytes.length));
		}
		return all.toByteArray();
	}
}
