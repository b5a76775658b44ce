package org.dicompreview.codec.internal.jpeg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Damage;
import org.dicompreview.codec.internal.Parallel;
import org.dicompreview.codec.internal.stream.FrameHeader;

/** Decodes baseline and extended sequential DCT images (T.81 annex F), block by block from the bits to the pixels. */
final class SequentialProcess {

	private final DctImage image;
	private final Damage damage;

	SequentialProcess(DctImage image, Damage damage) {
		this.image = image;
		this.damage = damage;
	}

	/** Decodes all scans, which have different components. @param threads how many threads may work */
	void decode(int threads) throws DecodeException {
		List<Piece> pieces = new ArrayList<>();
		for (Scan scan : image.stream().scans()) {
			McuGrid grid = image.grid(scan);
			QuietMcu quiet = QuietMcu.of(scan, grid.blocks());
			Interval.of(image.stream().reader(), scan, grid.count(), damage)
					.forEach(interval -> pieces.add(new Piece(scan, grid, quiet, interval)));
		}
		Parallel.run(pieces.size(), threads, Worker::new, (worker, index) -> worker.decode(pieces.get(index)));
	}

	private record Piece(Scan scan, McuGrid grid, QuietMcu quiet, Interval interval) {
	}

	private final class Worker {

		private final EntropyReader in = new EntropyReader();
		private final BlockDecoder blocks = new BlockDecoder(in);
		private final InverseDct dct = image.newTransform();
		private final int[] predictions = new int[FrameHeader.MAX_COMPONENTS];
		private int size;
		/** For images of this kind. */
		private Optional<ColourMcu> colour = Optional.empty();
		private McuGrid grid;
		private HuffmanTable[] differences;
		private HuffmanTable[] coefficients;
		private int[][] steps;
		private final BlockTarget[] targets = new BlockTarget[FrameHeader.MAX_COMPONENTS];

		void decode(Piece piece) {
			begin(piece.scan());
			grid = piece.grid();
			Interval interval = piece.interval();
			in.reset(image.stream().reader().data(), interval.from(), interval.to());
			Arrays.fill(predictions, 0);
			int x = interval.first() % grid.across();
			int y = interval.first() / grid.across();
			int decoded = 0;
			int quiets = 0;
			for (int i = 0; i < interval.count(); i++) {
				if (decoded == i && quiets == 0 && blocks.isQuiet()) {
					quiets = piece.quiet().take(in, interval.count() - i);
				}
				if (quiets > 0) {
					quiets--;
					decoded++;
					quietMcu(x, y);
				} else if (decoded == i && (colour.isPresent() ? decodeColour(colour.get(), x, y) : decodeMcu(x, y))) {
					decoded++;
				} else {
					blankMcu(x, y);
				}
				if (++x == grid.across()) {
					x = 0;
					y++;
				}
			}
			image.stream().report(interval, in, blocks.takeBadCodes(), decoded);
		}

		private void begin(Scan scan) {
			size = scan.size();
			colour = image.colourMcu(scan);
			differences = scan.differences();
			coefficients = scan.coefficients();
			steps = scan.steps();
			for (int i = 0; i < size; i++) {
				targets[i] = image.target(scan.component(i));
			}
		}

		/** {@return whether the data were enough} */
		private boolean decodeMcu(int x, int y) {
			for (int i = 0; i < size; i++) {
				int across = grid.horizontal()[i];
				int down = grid.vertical()[i];
				for (int v = 0; v < down; v++) {
					for (int h = 0; h < across; h++) {
						if (!decodeBlock(i, x * across + h, y * down + v)) {
							return false;
						}
					}
				}
			}
			return true;
		}

		/** As {@link #decodeMcu}. */
		private boolean decodeColour(ColourMcu mcu, int x, int y) {
			for (int i = 0; i < mcu.size(); i++) {
				if (!decode(mcu.component(i))) {
					return false;
				}
				if (DctImage.isFlat(blocks.nonZero())) {
					mcu.putFlat(i, dct.flat((int) blocks.block()[0]));
				} else {
					dct.transform(blocks.block(), blocks.nonZero(), mcu.rows(i));
				}
			}
			mcu.write(x, y);
			return true;
		}

		private boolean decode(int component) {
			predictions[component] = blocks.decode(differences[component], coefficients[component], steps[component],
					predictions[component]);
			return !in.overrun();
		}

		private boolean decodeBlock(int component, int x, int y) {
			if (!decode(component)) {
				return false;
			}
			targets[component].put(dct, blocks.block(), blocks.nonZero(), x, y);
			return true;
		}

		/** All blocks have the first coefficient of the one before, and no other. */
		private void quietMcu(int x, int y) {
			for (int i = 0; i < size; i++) {
				int value = dct.flat((long) predictions[i] * steps[i][0]);
				if (colour.isPresent()) {
					colour.get().putFlatComponent(i, value);
				} else {
					putFlat(i, value, x, y);
				}
			}
			colour.ifPresent(mcu -> mcu.write(x, y));
		}

		private void putFlat(int component, int value, int x, int y) {
			int across = grid.horizontal()[component];
			int down = grid.vertical()[component];
			for (int v = 0; v < down; v++) {
				for (int h = 0; h < across; h++) {
					targets[component].putFlat(value, x * across + h, y * down + v);
				}
			}
		}

		private void blankMcu(int x, int y) {
			for (int i = 0; i < size; i++) {
				for (int j = 0; j < grid.horizontal()[i] * grid.vertical()[i]; j++) {
					targets[i].putBlank(x * grid.horizontal()[i] + j % grid.horizontal()[i],
							y * grid.vertical()[i] + j / grid.horizontal()[i]);
				}
			}
		}
	}
}
