package org.dicompreview.app.internal.headless;

import java.util.ArrayList;
import java.util.List;

/** A choice of positions, {@code 1-10,20} or {@code all}; counted from 1. */
record SliceNumbers(List<int[]> ranges) {

	static final SliceNumbers ALL = new SliceNumbers(List.of(new int[] { 1, Integer.MAX_VALUE }));

	static SliceNumbers parse(String text) throws UsageException {
		if (text.equals("all")) { //$NON-NLS-1$
			return ALL;
		}
		List<int[]> ranges = new ArrayList<>();
		for (String part : text.split(",", -1)) { //$NON-NLS-1$
			if (!part.matches("\\d{1,9}(-\\d{1,9})?")) { //$NON-NLS-1$
				throw new UsageException("--slices wants numbers and ranges like 1-10,20 or all, not " + text); //$NON-NLS-1$
			}
			String[] ends = part.split("-"); //$NON-NLS-1$
			int from = Integer.parseInt(ends[0]);
			int to = Integer.parseInt(ends[ends.length - 1]);
			if (from < 1 || to < from) {
				throw new UsageException("--slices counts from 1 upwards, not " + part); //$NON-NLS-1$
			}
			ranges.add(new int[] { from, to });
		}
		return new SliceNumbers(List.copyOf(ranges));
	}

	boolean contains(int number) {
		return ranges.stream().anyMatch(range -> range[0] <= number && number <= range[1]);
	}
}
