package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;

/**
 * How the numbers of a section are coded: distributions, the contexts that share them, and copies of earlier numbers
 * (ISO/IEC 18181-1, C.2). Any number of {@link EntropyReader}s may use it, also of several threads.
 */
final class EntropyCode {

	/** Distributions that contexts can share, at most. */
	private static final int MAX_CLUSTERS = 256;
	private static final int PREFIX_LOG_ALPHABET = 15;

	/** The cluster of each context; the last one is that of distances where there are copies. */
	final byte[] clusters;
	/** How tokens of a cluster become integers. */
	final HybridInteger[] integers;
	/** The codes of the clusters, or null if they use numeral systems. */
	final PrefixCode[] prefixCodes;
	/** {@link AnsTable#fill Buckets} of all clusters, or null. */
	final long[] buckets;
	/** Logarithm of the number of symbols, so of the buckets of a cluster. */
	final int logAlphabet;
	/** The first token that is a length to copy; the largest integer if there are no copies. */
	final int firstCopy;
	/** Added to lengths. */
	final int leastCopy;
	/** How tokens from {@link #firstCopy} on become lengths. */
	final HybridInteger copyLengths;

	private EntropyCode(Bits bits, int contexts, boolean copies) throws DecodeException {
		boolean copying = bits.flag();
		if (copying && !copies) {
			throw new DecodeException(JxlText.COPIES_IN_CONTEXTS);
		}
		firstCopy = copying ? bits.u32(224, 0, 512, 0, 4096, 0, 8, 15) : Integer.MAX_VALUE;
		leastCopy = copying ? bits.u32(3, 0, 4, 0, 5, 2, 9, 8) : 0;
		copyLengths = copying ? HybridInteger.read(bits, 8) : null;
		clusters = new byte[copying ? contexts + 1 : contexts];
		int count = clusters.length > 1 ? readClusters(bits, clusters) : 1;
		boolean prefix = bits.flag();
		logAlphabet = prefix ? PREFIX_LOG_ALPHABET : 5 + bits.read(2);
		integers = new HybridInteger[count];
		for (int i = 0; i < count; i++) {
			integers[i] = HybridInteger.read(bits, logAlphabet);
		}
		prefixCodes = prefix ? readPrefixCodes(bits, count) : null;
		buckets = prefix ? null : new long[count << logAlphabet];
		for (int i = 0; i < count && !prefix; i++) {
			int[] frequencies = AnsTable.readFrequencies(bits, logAlphabet);
			bits.check();
			AnsTable.fill(frequencies, logAlphabet, buckets, i << logAlphabet);
		}
	}

	/**
	 * Reads the code.
	 *
	 * @param contexts how many contexts there are
	 */
	static EntropyCode read(Bits bits, int contexts) throws DecodeException {
		return new EntropyCode(bits, contexts, true);
	}

	private static PrefixCode[] readPrefixCodes(Bits bits, int count) throws DecodeException {
		int[] sizes = new int[count];
		for (int i = 0; i < count; i++) {
			sizes[i] = 1;
			if (bits.flag()) {
				int length = bits.read(4);
				sizes[i] += (1 << length) + bits.read(length);
			}
			if (sizes[i] > 1 << PREFIX_LOG_ALPHABET) {
				throw new DecodeException(JxlText.PREFIX_CODE_TOO_MANY_SYMBOLS);
			}
		}
		PrefixCode[] codes = new PrefixCode[count];
		for (int i = 0; i < count; i++) {
			codes[i] = PrefixCode.read(bits, sizes[i]);
		}
		return codes;
	}

	/**
	 * Reads which contexts share a cluster (C.2.2).
	 *
	 * @return the number of clusters
	 */
	static int readClusters(Bits bits, byte[] clusters) throws DecodeException {
		if (bits.flag()) {
			int length = bits.read(2);
			for (int i = 0; i < clusters.length; i++) {
				clusters[i] = (byte) bits.read(length);
			}
		} else {
			boolean moveToFront = bits.flag();
			EntropyCode code = new EntropyCode(bits, 1, clusters.length > 2);
			EntropyReader reader = new EntropyReader(code, bits, 0);
			for (int i = 0; i < clusters.length; i++) {
				int cluster = reader.read(0);
				if (cluster < 0 || cluster >= MAX_CLUSTERS) {
					throw new DecodeException(JxlText.TOO_MANY_DISTRIBUTIONS);
				}
				clusters[i] = (byte) cluster;
			}
			reader.end();
			if (moveToFront) {
				undoMoveToFront(clusters);
			}
		}
		bits.check();
		return count(clusters);
	}

	private static void undoMoveToFront(byte[] clusters) {
		byte[] recent = new byte[MAX_CLUSTERS];
		for (int i = 0; i < MAX_CLUSTERS; i++) {
			recent[i] = (byte) i;
		}
		for (int i = 0; i < clusters.length; i++) {
			int index = clusters[i] & 0xFF;
			byte value = recent[index];
			System.arraycopy(recent, 0, recent, 1, index);
			recent[0] = value;
			clusters[i] = value;
		}
	}

	private static int count(byte[] clusters) throws DecodeException {
		boolean[] used = new boolean[MAX_CLUSTERS];
		int count = 0;
		for (byte cluster : clusters) {
			used[cluster & 0xFF] = true;
			count = Math.max(count, (cluster & 0xFF) + 1);
		}
		for (int i = 0; i < count; i++) {
			if (!used[i]) {
				throw new DecodeException(JxlText.DISTRIBUTION_UNUSED);
			}
		}
		return count;
	}

	/** {@return the cluster of a context} */
	int cluster(int context) {
		return clusters[context] & 0xFF;
	}
}
