package org.dicompreview.video.internal.stream;

import java.io.IOException;

import org.dicompreview.codec.DecodeException;

/** The video in an MPEG program stream (ISO/IEC 13818-1 2.5): the payloads of its first video stream joined. */
final class ProgramStream implements StreamBytes {

	private static final int START = 6;
	private static final int PACK = 0xBA;
	private static final int FIRST_VIDEO = 0xE0;
	private static final int LAST_VIDEO = 0xEF;
	private static final int END = 0xB9;
	private static final int MOST_HEADER = 9 + 255;
	private static final int MOST_STUFFING = 16;

	private final StreamBytes container;
	private final PacketTable packets = new PacketTable();
	private long length;

	ProgramStream(StreamBytes container) throws IOException, DecodeException {
		this.container = container;
		find();
	}

	/** {@return whether bytes begin a program stream} */
	static boolean isStart(byte[] head, int count) {
		return count > 4 && head[0] == 0 && head[1] == 0 && head[2] == 1 && (head[3] & 0xFF) == PACK;
	}

	private void find() throws IOException, DecodeException {
		byte[] head = new byte[MOST_HEADER];
		int video = 0;
		long at = 0;
		for (int read = container.read(at, head, 0, head.length); read >= START; read = container.read(at, head, 0, head.length)) {
			int id = head[3] & 0xFF;
			if (head[0] != 0 || head[1] != 0 || head[2] != 1) {
				at = resynchronize(at + 1);
			} else if (id == PACK) {
				at += packLength(head);
			} else if (id == END) {
				at += 4;
			} else {
				int size = (head[4] & 0xFF) << 8 | head[5] & 0xFF;
				if (id >= FIRST_VIDEO && id <= LAST_VIDEO && (video == 0 || video == id)) {
					video = id;
					add(at + payload(head, read), at + START + size);
				}
				at += START + size;
			}
		}
		if (packets.count() == 0) {
			throw new DecodeException(StreamText.NO_VIDEO_IN_PROGRAM_STREAM);
		}
	}

	private void add(long from, long to) throws DecodeException {
		long end = Math.min(to, container.length());
		if (end > from) {
			packets.add(length, from);
			length += end - from;
		}
	}

	private static int packLength(byte[] head) {
		boolean mpeg2 = (head[4] & 0xC0) == 0x40;
		return mpeg2 ? 14 + (head[13] & 7) : 12;
	}

	/** {@return bytes before the payload of a PES packet, of MPEG-2 (2.4.3.6) or MPEG-1 (ISO/IEC 11172-1 2.4.3.3)} */
	private static int payload(byte[] head, int read) {
		if ((head[START] & 0xC0) == 0x80) {
			return START + 3 + (head[START + 2] & 0xFF);
		}
		int at = START;
		while (at < START + MOST_STUFFING && at < read && head[at] == -1) {
			at++;
		}
		if ((head[at] & 0xC0) == 0x40) {
			at += 2;
		}
		return switch (head[at] & 0xF0) {
			case 0x20 -> at + 5;
			case 0x30 -> at + 10;
			default -> at + 1;
		};
	}

	/** Damage: goes on at the next pack or packet. */
	private long resynchronize(long from) throws IOException {
		byte[] window = new byte[1 << 16];
		long at = from;
		for (int read = container.read(at, window, 0, window.length); read > 3; read = container.read(at, window, 0,
				window.length)) {
			for (int i = 0; i + 3 < read; i++) {
				if (window[i] == 0 && window[i + 1] == 0 && window[i + 2] == 1 && (window[i + 3] & 0xFF) >= PACK) {
					return at + i;
				}
			}
			at += read - 3;
		}
		return container.length();
	}

	@Override
	public long length() {
		return length;
	}

	@Override
	public int read(long position, byte[] target, int offset, int count) throws IOException {
		int done = 0;
		for (int part = packets.find(position); part >= 0 && part < packets.count() && done < count; part++) {
			long within = position + done - packets.inVideo(part);
			long end = part + 1 < packets.count() ? packets.inVideo(part + 1) : length;
			int wanted = (int) Math.min(count - done, end - packets.inVideo(part) - within);
			int read = wanted <= 0 ? 0 : container.read(packets.inContainer(part) + within, target, offset + done, wanted);
			done += read;
			if (read < wanted) {
				break;
			}
		}
		return done;
	}
}
