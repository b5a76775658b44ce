package org.dicompreview.video.internal.stream;

import java.util.Arrays;

import org.dicompreview.codec.DecodeException;

/** Where parts of a video lie in its container, in ascending order. Not for several threads while it grows. */
final class PacketTable {

	/** What is kept of each takes memory. */
	private static final int LIMIT = 1 << 22;

	private long[] inVideo = new long[256];
	private long[] inContainer = new long[256];
	private int count;

	/** Adds a part. @param video position of its first byte in the video @param container the same in the container */
	void add(long video, long container) throws DecodeException {
		if (count == LIMIT) {
			throw new DecodeException(StreamText.TOO_MANY_PACKETS, LIMIT);
		}
		if (count == inVideo.length) {
			inVideo = Arrays.copyOf(inVideo, 2 * count);
			inContainer = Arrays.copyOf(inContainer, 2 * count);
		}
		inVideo[count] = video;
		inContainer[count++] = container;
	}

	/** {@return the last part that begins at or before a position of the video, -1 if there is none} */
	int find(long video) {
		int found = Arrays.binarySearch(inVideo, 0, count, video);
		return found < 0 ? -found - 2 : found;
	}

	int count() {
		return count;
	}

	long inVideo(int part) {
		return inVideo[part];
	}

	long inContainer(int part) {
		return inContainer[part];
	}
}
