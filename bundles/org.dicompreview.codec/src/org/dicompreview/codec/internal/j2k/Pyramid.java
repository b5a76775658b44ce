package org.dicompreview.codec.internal.j2k;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Parallel;

/**
 * The levels of a tile-component's synthesis. All but the last are made into arrays at once, by stretches of rows for
 * several threads; the last one is made row by row when it is wanted.
 *
 * @param <A> {@code int[]} or {@code float[]}
 */
final class Pyramid<A> {

	/** Fewer rows than these are not worth a thread. */
	static final int LEAST_ROWS = 16;

	private final TileComponent component;
	private final A coefficients;
	private final Function<Level<A>, Lines<A>> synthesis;
	private final IntFunction<A> arrays;

	private Pyramid(TileComponent component, A coefficients, Function<Level<A>, Lines<A>> synthesis,
			IntFunction<A> arrays) {
		this.component = component;
		this.coefficients = coefficients;
		this.synthesis = synthesis;
		this.arrays = arrays;
	}

	/** {@return the rows of a component with the 5/3 transform, for one thread each} */
	static Supplier<Lines<int[]>> reversible(TileComponent component, int[] coefficients, int threads)
			throws DecodeException {
		return new Pyramid<>(component, coefficients, ReversibleSynthesis::new, int[]::new).lines(threads);
	}

	/** {@return the rows of a component with the 9/7 transform, for one thread each} */
	static Supplier<Lines<float[]>> irreversible(TileComponent component, float[] coefficients, int threads)
			throws DecodeException {
		return new Pyramid<>(component, coefficients, IrreversibleSynthesis::new, float[]::new).lines(threads);
	}

	private Supplier<Lines<A>> lines(int threads) throws DecodeException {
		Level.Band<A> lowest = band(component.resolutions().get(0).bands().get(0));
		int last = component.keep() - 1;
		if (last == 0) {
			int width = component.keptArea().width();
			return () -> (y, to, offset) -> System.arraycopy(lowest.values(), lowest.offset() + y * width, to, offset,
					width);
		}
		Level.Band<A> low = lowest;
		for (int r = 1; r < last; r++) {
			low = make(level(r, low), threads);
		}
		Level<A> finest = level(last, low);
		return () -> synthesis.apply(finest);
	}

	private Level.Band<A> make(Level<A> level, int threads) throws DecodeException {
		int width = level.area().width();
		int height = level.area().height();
		A made = arrays.apply(width * height);
		int stretches = stretches(height, threads);
		Parallel.run(stretches, threads, () -> synthesis.apply(level), (lines, i) -> {
			int end = stretch(height, stretches, i + 1);
			for (int y = stretch(height, stretches, i); y < end; y++) {
				lines.read(y, made, y * width);
			}
		});
		return new Level.Band<>(made, 0);
	}

	private Level<A> level(int resolution, Level.Band<A> low) {
		Resolution made = component.resolutions().get(resolution);
		List<Subband> bands = made.bands();
		return new Level<>(made.area(), low, band(bands.get(0)), band(bands.get(1)), band(bands.get(2)));
	}

	private Level.Band<A> band(Subband band) {
		return new Level.Band<>(coefficients, band.offset());
	}

	/** {@return into how many stretches so many rows are best cut} */
	static int stretches(int rows, int threads) {
		return threads == 1 ? 1 : Math.max(1, Math.min(threads * 2, rows / LEAST_ROWS));
	}

	/** {@return the first row of a stretch} */
	static int stretch(int rows, int stretches, int index) {
		return (int) ((long) rows * index / stretches);
	}
}
