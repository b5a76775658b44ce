package org.dicompreview.codec.internal.jxl;

import java.util.List;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Parallel;

/** Puts averages and differences together again (ISO/IEC 18181-1, H.6.2). */
final class SqueezeTransform {

	private static final int BAND = 64;

	private SqueezeTransform() {
	}

	/** Undoes all steps. */
	static void undo(ModularImage image, Transform.Squeeze transform, int threads) throws DecodeException {
		List<Channel> channels = image.channels;
		for (int i = transform.steps().size() - 1; i >= 0; i--) {
			Transform.Step step = transform.steps().get(i);
			int end = step.first() + step.count();
			int from = step.inPlace() ? end : channels.size() - step.count();
			for (int c = step.first(); c < end; c++) {
				Channel averages = channels.get(c);
				Channel differences = channels.get(from + c - step.first());
				channels.set(c, step.across() ? across(averages, differences, threads)
						: down(averages, differences, threads));
			}
			channels.subList(from, from + step.count()).clear();
			image.metaChannels -= step.first() < image.metaChannels ? step.count() : 0;
		}
	}

	private static Channel across(Channel averages, Channel differences, int threads) throws DecodeException {
		int width = averages.width + differences.width;
		Channel whole = new Channel(width, averages.height, Math.max(-1, averages.shiftX - 1), averages.shiftY);
		int[] to = whole.allocate();
		Parallel.run(Numbers.ceilDiv(whole.height, BAND), threads, () -> to, (values, band) -> {
			for (int y = band * BAND; y < Math.min(whole.height, (band + 1) * BAND); y++) {
				row(averages.values, y * averages.width, averages.width, differences.values, y * differences.width,
						differences.width, values, y * width);
			}
		});
		return whole;
	}

	private static void row(int[] averages, int from, int count, int[] differences, int at, int pairs, int[] to,
			int start) {
		for (int x = 0; x < pairs; x++) {
			int average = averages[from + x];
			int next = x + 1 < count ? averages[from + x + 1] : average;
			int before = x > 0 ? to[start + 2 * x - 1] : average;
			int difference = differences[at + x] + tendency(before, average, next);
			int first = average + difference / 2;
			to[start + 2 * x] = first;
			to[start + 2 * x + 1] = first - difference;
		}
		if (count > pairs) {
			to[start + 2 * pairs] = averages[from + pairs];
		}
	}

	private static Channel down(Channel averages, Channel differences, int threads) throws DecodeException {
		int width = averages.width;
		Channel whole = new Channel(width, averages.height + differences.height, averages.shiftX,
				Math.max(-1, averages.shiftY - 1));
		int[] to = whole.allocate();
		int band = Math.max(BAND, Numbers.ceilDiv(width, Math.max(1, threads)));
		Parallel.run(Numbers.ceilDiv(width, band), threads, () -> to, (values, i) -> columns(averages, differences,
				values, i * band, Math.min(width, (i + 1) * band)));
		return whole;
	}

	private static void columns(Channel averages, Channel differences, int[] to, int from, int end) {
		int width = averages.width;
		for (int y = 0; y < differences.height; y++) {
			int row = y * width;
			boolean lastRow = y + 1 >= averages.height;
			for (int x = from; x < end; x++) {
				int average = averages.values[row + x];
				int next = lastRow ? average : averages.values[row + width + x];
				int before = y > 0 ? to[2 * row - width + x] : average;
				int difference = differences.values[row + x] + tendency(before, average, next);
				int first = average + difference / 2;
				to[2 * row + x] = first;
				to[2 * row + width + x] = first - difference;
			}
		}
		if (averages.height > differences.height) {
			int row = differences.height * width;
			System.arraycopy(averages.values, row + from, to, 2 * row + from, end - from);
		}
	}

	/** {@return the difference that smooth surroundings suggest: none at a local extremum} */
	private static int tendency(int before, int average, int next) {
		if (before >= average && average >= next) {
			int value = (int) ((4L * before - 3L * next - average + 6) / 12);
			int most = 2 * (before - average);
			int least = 2 * (average - next);
			value = value - (value & 1) > most ? most + 1 : value;
			return value + (value & 1) > least ? least : value;
		}
		if (before <= average && average <= next) {
			int value = (int) ((4L * before - 3L * next - average - 6) / 12);
			int most = 2 * (before - average);
			int least = 2 * (average - next);
			value = value + (value & 1) < most ? most - 1 : value;
			return value - (value & 1) < least ? least : value;
		}
		return 0;
	}
}
