package org.dicompreview.codec.internal.jpeg;

import java.util.Arrays;
import java.util.List;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Damage;
import org.dicompreview.codec.internal.Parallel;
import org.dicompreview.codec.internal.stream.FrameHeader;
import org.dicompreview.codec.internal.stream.ScanHeader;

/**
 * Decodes progressive DCT images (T.81 annex G), spectral selection and successive approximation: first the coefficients
 * of all scans, then the samples.
 */
final class ProgressiveProcess {

	private static final int[] ORDER = ZigZag.ORDER;

	private final DctImage image;
	private final Damage damage;
	private final Coefficients[] coefficients;

	ProgressiveProcess(DctImage image, Damage damage) {
		this.image = image;
		this.damage = damage;
		FrameHeader header = image.header();
		coefficients = new Coefficients[header.components().size()];
		int across = units(header.columns(), 8 * header.maxHorizontal());
		int down = units(header.rows(), 8 * header.maxVertical());
		for (int i = 0; i < coefficients.length; i++) {
			FrameHeader.Component component = header.components().get(i);
			coefficients[i] = new Coefficients(across * component.horizontal(), down * component.vertical());
		}
	}

	private static int units(int pixels, int size) {
		return (pixels + size - 1) / size;
	}

	/** Decodes all scans, then makes the samples. @param threads how many threads may work */
	void decode(int threads) throws DecodeException {
		for (Scan scan : image.stream().scans()) {
			if (isAcceptable(scan)) {
				McuGrid grid = image.grid(scan);
				List<Interval> intervals = Interval.of(image.stream().reader(), scan, grid.count(), damage);
				Parallel.run(intervals.size(), threads, () -> new ScanWorker(scan, grid),
						(worker, index) -> worker.decode(intervals.get(index)));
			}
		}
		for (int i = 0; i < coefficients.length; i++) {
			int component = i;
			Parallel.run(coefficients[i].down(), threads, () -> new OutputWorker(component), OutputWorker::put);
		}
	}

	private boolean isAcceptable(Scan scan) {
		ScanHeader header = scan.header();
		boolean dc = header.start() == 0 && header.end() == 0;
		boolean ac = header.start() > 0 && header.end() >= header.start() && header.end() < 64 && scan.size() == 1;
		boolean acceptable = dc || ac;
		for (int i = 0; acceptable && i < scan.size(); i++) {
			acceptable = coefficients[scan.component(i)].advance(header.start(), header.end(), header.low());
		}
		if (!acceptable) {
			damage.report(JpegText.SCAN_DOES_NOT_FIT, image.stream().reader().offsetOf(scan.from()), header.start(), header.end(),
					header.low(), scan.size());
		}
		return acceptable;
	}

	/** Decodes intervals of one scan into coefficients. */
	private final class ScanWorker {

		private final Scan scan;
		private final McuGrid grid;
		private final EntropyReader in = new EntropyReader();
		private final ProgressiveBlocks blocks;
		private final int[] predictions;
		private final boolean further;

		ScanWorker(Scan scan, McuGrid grid) {
			this.scan = scan;
			this.grid = grid;
			blocks = new ProgressiveBlocks(in, scan);
			predictions = new int[scan.size()];
			further = scan.header().high() > 0;
		}

		void decode(Interval interval) {
			in.reset(image.stream().reader().data(), interval.from(), interval.to());
			blocks.restart();
			Arrays.fill(predictions, 0);
			int decoded = scan.header().start() == 0 ? decodeDc(interval) : decodeAc(interval);
			image.stream().report(interval, in, blocks.takeBadCodes(), decoded);
		}

		private int decodeDc(Interval interval) {
			for (int i = 0; i < interval.count(); i++) {
				int x = (interval.first() + i) % grid.across();
				int y = (interval.first() + i) / grid.across();
				for (int j = 0; j < predictions.length; j++) {
					decodeDc(j, x, y);
				}
				if (in.overrun()) {
					return i;
				}
			}
			return interval.count();
		}

		private void decodeDc(int component, int x, int y) {
			int across = grid.horizontal()[component];
			for (int v = 0; v < grid.vertical()[component]; v++) {
				short[] row = coefficients[scan.component(component)].row(y * grid.vertical()[component] + v);
				for (int h = 0; h < across; h++) {
					int at = (x * across + h) * 64;
					if (further) {
						blocks.furtherDc(row, at);
					} else {
						predictions[component] = blocks.firstDc(scan.differences()[component], predictions[component],
								row, at);
					}
				}
			}
		}

		private int decodeAc(Interval interval) {
			HuffmanTable table = scan.coefficients()[0];
			Coefficients component = coefficients[scan.component(0)];
			for (int i = 0; i < interval.count(); i++) {
				if (!further) {
					i += blocks.takeEndRun(interval.count() - i);
					if (i == interval.count()) {
						break;
					}
				}
				short[] row = component.row((interval.first() + i) / grid.across());
				int at = (interval.first() + i) % grid.across() * 64;
				if (further) {
					blocks.furtherAc(table, row, at);
				} else {
					blocks.firstAc(table, row, at);
				}
				if (in.overrun()) {
					return i;
				}
			}
			return interval.count();
		}
	}

	/** Turns the coefficients of one component into samples. */
	private final class OutputWorker {

		private final Coefficients source;
		private final BlockTarget target;
		private final int[] steps;
		private final InverseDct dct = image.newTransform();
		private final long[] block = new long[32];

		OutputWorker(int component) {
			source = coefficients[component];
			target = image.target(component);
			steps = image.stream().scans().stream().filter(scan -> scan.indexOf(component) >= 0).findFirst()
					.map(scan -> scan.steps()[scan.indexOf(component)]).orElseGet(() -> new int[64]);
		}

		/** Makes one row of blocks. */
		void put(int y) {
			for (int x = 0; x < source.across(); x++) {
				if (source.has(y)) {
					long nonZero = load(source.row(y), x * 64);
					target.put(dct, block, nonZero, x, y);
				} else {
					target.putBlank(x, y);
				}
			}
		}

		/** Multiplies and sorts the coefficients of a block. {@return which are not 0} */
		private long load(short[] row, int at) {
			Arrays.fill(block, 0L);
			long nonZero = 0;
			for (int i = 0; i < 64; i++) {
				int value = row[at + i];
				if (value != 0) {
					int index = ORDER[i];
					block[index >> 1] += (long) (value * steps[i]) << (index << 5);
					nonZero |= 1L << index;
				}
			}
			return nonZero;
		}
	}
}
