package org.dicompreview.video.internal.stream;

import java.io.IOException;
import java.util.BitSet;
import java.util.function.Predicate;

import org.dicompreview.codec.DecodeException;

/** The sample table of an MP4 track (ISO/IEC 14496-12 8.6, 8.7) as a list of pictures. */
final class SampleTable {

	/** Gives the content of a box of the table. */
	@FunctionalInterface
	interface Boxes {

		/** {@return the content, empty if there is no such box} */
		byte[] content(String type) throws IOException, DecodeException;
	}

	/** Version and flags, then the number of entries. */
	private static final int HEADER = 8;

	private final Predicate<String> has;
	private final Boxes boxes;
	private final int limit;
	private final long fileLength;

	/** @param has whether there is a box @param limit most bytes of a picture @param fileLength of the file */
	SampleTable(Predicate<String> has, Boxes boxes, int limit, long fileLength) {
		this.has = has;
		this.boxes = boxes;
		this.limit = limit;
		this.fileLength = fileLength;
	}

	PictureList list() throws IOException, DecodeException {
		int[] sizes = sizes();
		long[] positions = positions(sizes);
		long[] times = times(sizes.length);
		BitSet entries = entries(sizes.length);
		PictureList list = new PictureList();
		for (int i = 0; i < sizes.length; i++) {
			list.add(positions[i], entries.get(i), times[i]);
			list.endAt(positions[i] + sizes[i], limit);
		}
		if (sizes.length == 0) {
			throw new DecodeException(StreamText.NO_MP4_PICTURE);
		}
		return list;
	}

	/** 8.7.3.2: one size for all, or a table. */
	private int[] sizes() throws IOException, DecodeException {
		byte[] table = need("stsz", 12); //$NON-NLS-1$
		long same = Mp4.int32(table, 4);
		long count = Mp4.int32(table, 8);
		if (same == 0 ? count > (table.length - 12) / 4 : count > fileLength / same) {
			throw damaged("stsz"); //$NON-NLS-1$
		}
		if (count > PictureList.LIMIT) {
			throw new DecodeException(StreamText.TOO_MANY_MP4_PICTURES, PictureList.LIMIT);
		}
		int[] sizes = new int[(int) count];
		for (int i = 0; i < sizes.length; i++) {
			sizes[i] = (int) Math.min(Integer.MAX_VALUE, same == 0 ? Mp4.int32(table, 12 + 4 * i) : same);
		}
		return sizes;
	}

	/** 8.7.4 and 8.7.5: samples lie side by side in chunks. */
	private long[] positions(int[] sizes) throws IOException, DecodeException {
		boolean wide = has.test("co64"); //$NON-NLS-1$
		byte[] chunks = need(wide ? "co64" : "stco", HEADER); //$NON-NLS-1$ //$NON-NLS-2$
		byte[] runs = need("stsc", HEADER + 12); //$NON-NLS-1$
		int width = wide ? 8 : 4;
		long chunkCount = Math.min(Mp4.int32(chunks, 4), (chunks.length - HEADER) / width);
		long runCount = Math.min(Mp4.int32(runs, 4), (runs.length - HEADER) / 12);
		long[] positions = new long[sizes.length];
		int sample = 0;
		int run = 0;
		for (int chunk = 0; chunk < chunkCount && sample < sizes.length; chunk++) {
			while (run + 1 < runCount && Mp4.int32(runs, HEADER + 12 * (run + 1)) <= chunk + 1) {
				run++;
			}
			int at = HEADER + width * chunk;
			long position = wide ? Mp4.int32(chunks, at) << 32 | Mp4.int32(chunks, at + 4) : Mp4.int32(chunks, at);
			long inChunk = Mp4.int32(runs, HEADER + 12 * run + 4);
			for (long i = 0; i < inChunk && sample < sizes.length; i++) {
				positions[sample] = position;
				position += sizes[sample++];
			}
		}
		if (sample < sizes.length) {
			throw damaged("stsc"); //$NON-NLS-1$
		}
		return positions;
	}

	/** Composition times, 8.6.1.2 and 8.6.1.3. */
	private long[] times(int count) throws IOException, DecodeException {
		byte[] deltas = need("stts", HEADER); //$NON-NLS-1$
		long[] times = new long[count];
		long time = 0;
		int sample = 0;
		for (int at = HEADER; at + 8 <= deltas.length; at += 8) {
			long run = Mp4.int32(deltas, at);
			for (long i = 0; i < run && sample < count; i++) {
				times[sample++] = time;
				time += Mp4.int32(deltas, at + 4);
			}
		}
		while (sample < count) { // a short table: in the order of coding
			times[sample++] = time++;
		}
		byte[] offsets = boxes.content("ctts"); //$NON-NLS-1$
		sample = 0;
		for (int at = HEADER; at + 8 <= offsets.length; at += 8) {
			long run = Mp4.int32(offsets, at);
			for (long i = 0; i < run && sample < count; i++) {
				times[sample++] += (int) Mp4.int32(offsets, at + 4); // version 1 is signed; version 0 stays below 2^31
			}
		}
		return times;
	}

	/** 8.6.2: without the box decoding can begin anywhere. */
	private BitSet entries(int count) throws IOException, DecodeException {
		BitSet entries = new BitSet(count);
		byte[] table = boxes.content("stss"); //$NON-NLS-1$
		if (table.length < HEADER) {
			entries.set(0, count);
		}
		for (int at = HEADER; at + 4 <= table.length; at += 4) {
			long sample = Mp4.int32(table, at);
			if (sample >= 1 && sample <= count) {
				entries.set((int) sample - 1);
			}
		}
		entries.set(0);
		return entries;
	}

	private byte[] need(String type, int least) throws IOException, DecodeException {
		byte[] content = boxes.content(type);
		if (content.length < least) {
			throw damaged(type);
		}
		return content;
	}

	private static DecodeException damaged(String type) {
		return new DecodeException(StreamText.BOX_DAMAGED, type);
	}
}
