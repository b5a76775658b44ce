package org.dicompreview.dicom;

/**
 * Bounds on what a reader believes of a file. Beyond them reading ends with a {@link DicomException}.
 *
 * @param depth        nesting of sequences
 * @param items        items and elements in one data set, all levels together
 * @param valueBytes   length of one value that is kept in memory
 * @param frameBytes   length of one encoded or decoded frame
 * @param inflatedBytes bytes that a deflated data set may grow to
 */
public record ReadLimits(int depth, int items, int valueBytes, int frameBytes, long inflatedBytes) {

	/** 64 levels, 5 million items, values of 64 MiB, frames of 1 GiB, 4 GiB inflated. */
	public static final ReadLimits DEFAULT = new ReadLimits(64, 5_000_000, 1 << 26, 1 << 30, 1L << 32);
}
