package org.dicompreview.video.internal.stream;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.codec.DecodeException;

/**
 * The video in an MPEG transport stream (ISO/IEC 13818-1 2.4): the payloads of the first video of its first program
 * joined. Packets have 188 bytes, 192 in the kind of Blu-ray discs.
 */
final class TransportStream implements StreamBytes {

	private static final int SYNC = 0x47;
	private static final int PACKET = 188;
	private static final int TIMED_PACKET = 192;
	private static final int HEADER = 4;
	private static final int PES_HEADER = 9;
	private static final int NO_PID = -1;
	private static final int WINDOW = 512;
	private static final Map<Integer, Codec> STREAM_TYPES = Map.of(0x01, Codec.MPEG2, 0x02, Codec.MPEG2, 0x1B, Codec.AVC,
			0x24, Codec.HEVC);

	private final StreamBytes container;
	private final int size;
	/** Bytes of a packet before the sync byte. */
	private final int lead;
	private final PacketTable packets = new PacketTable();
	private int mapPid = NO_PID;
	private int videoPid = NO_PID;
	private Codec codec;
	private long length;
	private boolean started;

	private TransportStream(StreamBytes container, int size) throws IOException, DecodeException {
		this.container = container;
		this.size = size;
		lead = size - PACKET;
		find();
	}

	/** {@return the video, if bytes begin a transport stream} */
	static Optional<TransportStream> of(StreamBytes container, byte[] head, int count) throws IOException, DecodeException {
		if (isStart(head, count, PACKET)) {
			return Optional.of(new TransportStream(container, PACKET));
		}
		return isStart(head, count, TIMED_PACKET) ? Optional.of(new TransportStream(container, TIMED_PACKET)) : Optional.empty();
	}

	private static boolean isStart(byte[] head, int count, int size) {
		int first = size - PACKET;
		return count > first + size && head[first] == SYNC && head[first + size] == SYNC;
	}

	Codec codec() {
		return codec;
	}

	private void find() throws IOException, DecodeException {
		byte[] window = new byte[WINDOW * size];
		long at = 0;
		int read;
		do {
			read = container.read(at, window, 0, window.length);
			for (int i = 0; i + size <= read; i += size) {
				packet(window, i + lead, at + i);
			}
			at += read;
		} while (read == window.length);
		if (packets.count() == 0) {
			throw new DecodeException(StreamText.NO_VIDEO_IN_TRANSPORT_STREAM);
		}
	}

	private void packet(byte[] bytes, int at, long position) throws DecodeException {
		int from = payload(bytes, at);
		int pid = pid(bytes, at);
		boolean start = (bytes[at + 1] & 0x40) != 0;
		if (from < 0) {
			return;
		}
		if (pid == 0 && start && mapPid == NO_PID) {
			associations(bytes, at, from);
		} else if (pid == mapPid && start && videoPid == NO_PID) {
			streams(bytes, at, from);
		} else if (pid == videoPid && (started || start)) {
			if (start) {
				packets.add(length, position);
				started = true;
			}
			length += at + PACKET - skipHeader(bytes, from, at + PACKET, start);
		}
	}

	/** {@return index of the payload, -1 if the packet is damaged or has none} */
	private static int payload(byte[] bytes, int at) {
		int control = bytes[at + 3] >> 4 & 3;
		if (bytes[at] != SYNC || (bytes[at + 1] & 0x80) != 0 || (control & 1) == 0) {
			return -1;
		}
		int from = at + HEADER + (control == 3 ? 1 + (bytes[at + HEADER] & 0xFF) : 0);
		return from < at + PACKET ? from : -1;
	}

	private static int pid(byte[] bytes, int at) {
		return (bytes[at + 1] & 0x1F) << 8 | bytes[at + 2] & 0xFF;
	}

	/** {@return where the video goes on behind the header of a PES packet (2.4.3.6)} */
	private static int skipHeader(byte[] bytes, int from, int end, boolean start) {
		return start && from + PES_HEADER <= end ? Math.min(end, from + PES_HEADER + (bytes[from + 8] & 0xFF)) : from;
	}

	/** Program association section, 2.4.4.3. */
	private void associations(byte[] bytes, int at, int from) {
		int end = at + PACKET;
		int section = from + 1 + (bytes[from] & 0xFF);
		for (int i = section + 8; i + 4 <= end && i + 4 <= sectionEnd(bytes, section, end); i += 4) {
			if (bytes[i] != 0 || bytes[i + 1] != 0) { // program 0 is the network
				mapPid = (bytes[i + 2] & 0x1F) << 8 | bytes[i + 3] & 0xFF;
				return;
			}
		}
	}

	/** Program map section, 2.4.4.8. */
	private void streams(byte[] bytes, int at, int from) {
		int end = at + PACKET;
		int section = from + 1 + (bytes[from] & 0xFF);
		if (section + 12 > end) {
			return;
		}
		int i = section + 12 + ((bytes[section + 10] & 0x0F) << 8 | bytes[section + 11] & 0xFF);
		int last = sectionEnd(bytes, section, end);
		while (i + 5 <= last) {
			Codec found = STREAM_TYPES.get(bytes[i] & 0xFF);
			if (found != null) {
				codec = found;
				videoPid = (bytes[i + 1] & 0x1F) << 8 | bytes[i + 2] & 0xFF;
				return;
			}
			i += 5 + ((bytes[i + 3] & 0x0F) << 8 | bytes[i + 4] & 0xFF);
		}
	}

	/** {@return where the entries of a section end, before its checksum} */
	private static int sectionEnd(byte[] bytes, int section, int end) {
		if (section + 3 > end) {
			return section;
		}
		int size = (bytes[section + 1] & 0x0F) << 8 | bytes[section + 2] & 0xFF;
		return Math.min(end, section + 3 + size - 4);
	}

	@Override
	public long length() {
		return length;
	}

	@Override
	public int read(long position, byte[] target, int offset, int count) throws IOException {
		int part = packets.find(position);
		if (part < 0 || position >= length) {
			return 0;
		}
		byte[] window = new byte[WINDOW * size];
		long at = packets.inContainer(part);
		long video = packets.inVideo(part);
		int done = 0;
		int read;
		do {
			read = container.read(at, window, 0, window.length);
			for (int i = 0; i + size <= read && done < count; i += size) {
				int packet = i + lead;
				int from = payload(window, packet);
				if (from < 0 || pid(window, packet) != videoPid) {
					continue;
				}
				from = skipHeader(window, from, packet + PACKET, (window[packet + 1] & 0x40) != 0);
				int bytes = packet + PACKET - from;
				int skip = (int) Math.min(bytes, Math.max(0, position + done - video));
				int taken = Math.min(bytes - skip, count - done);
				System.arraycopy(window, from + skip, target, offset + done, taken);
				done += taken;
				video += bytes;
			}
			at += read;
		} while (read == window.length && done < count);
		return done;
	}
}
