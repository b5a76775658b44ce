package org.dicompreview.codec.internal.jpeg;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Damage;
import org.dicompreview.codec.internal.FrameBuilder;
import org.dicompreview.codec.internal.Parallel;
import org.dicompreview.codec.internal.stream.FrameHeader;

/** Decodes lossless images (T.81 annex H) line by line: first the differences, then the samples. */
final class LosslessProcess {

	private final Codestream stream;
	private final FrameHeader header;
	private final FrameBuilder builder;
	private final Damage damage;

	LosslessProcess(Codestream stream, FrameBuilder builder, Damage damage) {
		this.stream = stream;
		this.builder = builder;
		this.damage = damage;
		header = stream.header();
	}

	/** Decodes all scans, which have different components. @param threads how many threads may work */
	void decode(int threads) throws DecodeException {
		List<Piece> pieces = new ArrayList<>();
		for (Scan scan : stream.scans()) {
			check(scan);
			McuGrid grid = McuGrid.of(header, scan, 1);
			List<Interval> intervals = Interval.of(stream.reader(), scan, grid.count(), damage);
			if (scan.restartInterval() % grid.across() == 0) {
				intervals.forEach(interval -> pieces.add(new Piece(scan, grid, List.of(interval))));
			} else { // not as it should be: what stands above a sample may belong to another interval
				pieces.add(new Piece(scan, grid, intervals));
			}
		}
		Parallel.run(pieces.size(), threads, EntropyReader::new,
				(in, index) -> new Worker(in, pieces.get(index)).decode());
	}

	private void check(Scan scan) throws DecodeException {
		int selection = scan.header().start();
		int shift = scan.header().low();
		if (selection < 1 || selection > 7 || shift >= header.precision()) {
			throw new DecodeException(JpegText.PREDICTOR_UNKNOWN, stream.reader().offsetOf(scan.from()), selection, shift);
		}
	}

	/** Intervals that one thread decodes one after the other. */
	private record Piece(Scan scan, McuGrid grid, List<Interval> intervals) {
	}

	private final class Worker {

		private final EntropyReader in;
		private final Piece piece;
		private final Predictor predictor;
		private final DifferenceDecoder differences;
		private final LosslessLines[] targets;
		/** For each component the lines of an MCU, preceded by the one above. */
		private final int[][][] lines;

		Worker(EntropyReader in, Piece piece) {
			this.in = in;
			this.piece = piece;
			Scan scan = piece.scan();
			predictor = Predictor.of(scan.header().start());
			targets = new LosslessLines[scan.size()];
			lines = new int[scan.size()][][];
			for (int i = 0; i < lines.length; i++) {
				ComponentLayout layout = ComponentLayout.of(header, scan.component(i), 0, header.columns(),
						header.rows(), 1);
				targets[i] = new LosslessLines(layout, builder.samples(), scan.header().low());
				lines[i] = new int[piece.grid().vertical()[i] + 1][piece.grid().across()
						* piece.grid().horizontal()[i]];
			}
			differences = new DifferenceDecoder(in, scan.differences(), piece.grid(), lines);
		}

		void decode() {
			for (Interval interval : piece.intervals()) {
				in.reset(stream.reader().data(), interval.from(), interval.to());
				int decoded = decode(interval);
				stream.report(interval, in, differences.takeBadCodes(), decoded);
			}
		}

		/** {@return how many MCUs were decoded} */
		private int decode(Interval interval) {
			int across = piece.grid().across();
			int end = interval.first() + interval.count();
			int next;
			for (int mcu = interval.first(); mcu < end; mcu = next) {
				int from = mcu % across;
				int to = Math.min(across, from + end - mcu);
				next = mcu + to - from;
				differences.decode(from, to);
				if (in.overrun()) {
					return mcu - interval.first();
				}
				for (int i = 0; i < lines.length; i++) {
					restore(i, from, to, mcu / across, mcu == interval.first());
				}
			}
			return interval.count();
		}

		private void restore(int component, int fromMcu, int toMcu, int y, boolean first) {
			int from = fromMcu * piece.grid().horizontal()[component];
			int to = toMcu * piece.grid().horizontal()[component];
			int[][] mine = lines[component];
			int count = mine.length - 1;
			for (int i = 1; i <= count; i++) {
				boolean alone = first && i == 1;
				int start = 1 << header.precision() - piece.scan().header().low() - 1;
				mine[i][from] = mine[i][from] + (alone ? start : mine[i - 1][from]) & 0xFFFF;
				(alone ? Predictor.LEFT : predictor).restore(mine[i], mine[i - 1], from, to);
				targets[component].put(mine[i], y * count + i - 1, from, to);
			}
			if (to == mine[0].length) {
				int[] above = mine[0];
				mine[0] = mine[count];
				mine[count] = above;
			}
		}
	}
}
