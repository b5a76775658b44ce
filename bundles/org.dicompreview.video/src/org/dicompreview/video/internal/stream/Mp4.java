package org.dicompreview.video.internal.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.codec.DecodeException;

/**
 * The first video track of an MP4 file (ISO/IEC 14496-12, 14496-15): its boxes tell where the pictures lie, when they are
 * shown, and with which ones decoding can begin.
 */
final class Mp4 {

	private static final int MOST_BOXES = 1 << 16;
	private static final int MOST_TABLE = 1 << 25;
	private static final int ENTRY_HEADER = 86;
	/** In the decoder configuration: where the depth stands, and the first sequence parameter set. */
	private static final int HEVC_DEPTH = 17;
	private static final int AVC_SEQUENCE = 8;

	/** A box. @param content position behind its header @param end behind it */
	private record Box(String type, long content, long end) {
	}

	private final StreamBytes file;
	private final int limit;
	private int boxes;

	private Mp4(StreamBytes file, int limit) {
		this.file = file;
		this.limit = limit;
	}

	/** {@return the index, if bytes begin an MP4 file} @param limit most bytes of a coded picture */
	static Optional<VideoIndex> of(StreamBytes file, byte[] head, int count, int limit) throws IOException, DecodeException {
		boolean mp4 = count > 8 && "ftyp".equals(type(head, 4)); //$NON-NLS-1$
		return mp4 ? Optional.of(new Mp4(file, limit).index()) : Optional.empty();
	}

	private VideoIndex index() throws IOException, DecodeException {
		Box movie = child(new Box("", 0, file.length()), "moov") //$NON-NLS-1$ //$NON-NLS-2$
				.orElseThrow(() -> new DecodeException(StreamText.NO_MOVIE_BOX));
		for (Box box = next(movie.content(), movie.end()); box != null; box = next(box.end(), movie.end())) {
			if ("trak".equals(box.type())) { //$NON-NLS-1$
				Optional<VideoIndex> track = track(box);
				if (track.isPresent()) {
					return track.get();
				}
			}
		}
		throw new DecodeException(StreamText.NO_KNOWN_VIDEO);
	}

	private Optional<VideoIndex> track(Box track) throws IOException, DecodeException {
		Optional<Box> table = descend(track, "mdia", "minf", "stbl"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		if (table.isEmpty()) {
			return Optional.empty();
		}
		Map<String, Box> children = new HashMap<>();
		for (Box box = next(table.get().content(), table.get().end()); box != null; box = next(box.end(), table.get().end())) {
			children.putIfAbsent(box.type(), box);
		}
		Box description = children.get("stsd"); //$NON-NLS-1$
		Box entry = description == null ? null : next(description.content() + 8, description.end());
		Codec codec = entry == null ? null : switch (entry.type()) {
			case "avc1", "avc3" -> Codec.AVC; //$NON-NLS-1$ //$NON-NLS-2$
			case "hvc1", "hev1" -> Codec.HEVC; //$NON-NLS-1$ //$NON-NLS-2$
			default -> null;
		};
		if (codec == null) {
			return Optional.empty();
		}
		byte[] size = bytes(entry.content() + 24, 4);
		byte[] setup = setup(entry, codec);
		PictureList list = new SampleTable(children::containsKey, type -> table(children.get(type)), limit, file.length()).list();
		return Optional.of(new VideoIndex(codec, short16(size, 0), short16(size, 2), bits(codec, setup), setup, file,
				list));
	}

	private byte[] setup(Box entry, Codec codec) throws IOException, DecodeException {
		Box children = new Box("", entry.content() + ENTRY_HEADER - 8, entry.end()); //$NON-NLS-1$
		Box found = child(children, codec == Codec.AVC ? "avcC" : "hvcC") //$NON-NLS-1$ //$NON-NLS-2$
				.orElseThrow(() -> new DecodeException(StreamText.NO_PARAMETER_SETS));
		return content(found, 1 << 16);
	}

	/** Bits of a luminance value by the decoder configuration (ISO/IEC 14496-15 5.3.3.1, 8.3.3.1). */
	private static int bits(Codec codec, byte[] setup) {
		if (codec == Codec.HEVC) {
			return setup.length > HEVC_DEPTH ? 8 + (setup[HEVC_DEPTH] & 7) : 8;
		}
		int from = AVC_SEQUENCE + 1;
		return setup.length > from
				? AvcSequence.read(new BitReader(setup, from, setup.length, true)).getValue().bits() : 8;
	}

	private byte[] table(Box box) throws IOException, DecodeException {
		return box == null ? new byte[0] : content(box, MOST_TABLE);
	}

	private byte[] content(Box box, int most) throws IOException, DecodeException {
		long length = box.end() - box.content();
		if (length > most) {
			throw new DecodeException(StreamText.BOX_TOO_LARGE, box.type(), length);
		}
		return bytes(box.content(), (int) length);
	}

	private byte[] bytes(long position, int count) throws IOException, DecodeException {
		byte[] bytes = new byte[count];
		if (file.read(position, bytes, 0, count) < count) {
			throw new DecodeException(StreamText.ENDS_WITHIN_TABLES);
		}
		return bytes;
	}

	private Optional<Box> descend(Box from, String... types) throws IOException, DecodeException {
		Optional<Box> box = Optional.of(from);
		for (String type : types) {
			box = box.isPresent() ? child(box.get(), type) : box;
		}
		return box;
	}

	private Optional<Box> child(Box parent, String type) throws IOException, DecodeException {
		for (Box box = next(parent.content(), parent.end()); box != null; box = next(box.end(), parent.end())) {
			if (box.type().equals(type)) {
				return Optional.of(box);
			}
		}
		return Optional.empty();
	}

	/** {@return the box at a position; {@code null} if no more fits} */
	private Box next(long at, long end) throws IOException, DecodeException {
		byte[] head = new byte[16];
		int read = file.read(at, head, 0, (int) Math.max(0, Math.min(head.length, end - at)));
		if (read < 8) {
			return null;
		}
		if (++boxes > MOST_BOXES) {
			throw new DecodeException(StreamText.TOO_MANY_BOXES, MOST_BOXES);
		}
		long size = int32(head, 0);
		int header = 8;
		if (size == 1 && read == head.length) {
			size = int32(head, 8) << 32 | int32(head, 12);
			header = 16;
		}
		long boxEnd = size == 0 ? end : at + size;
		return size != 0 && size < header || boxEnd > end && !"mdat".equals(type(head, 4)) ? null //$NON-NLS-1$
				: new Box(type(head, 4), at + header, Math.min(boxEnd, end));
	}

	private static String type(byte[] bytes, int at) {
		return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
	}

	private static int short16(byte[] bytes, int at) {
		return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
	}

	/** {@return an unsigned number of four bytes} */
	static long int32(byte[] bytes, int at) {
		return (bytes[at] & 0xFFL) << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
	}
}
