package org.dicompreview.codec.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTest {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5 })
	void everyPieceRunsOnce(int threads) throws DecodeException {
		AtomicIntegerArray runs = new AtomicIntegerArray(1000);
		AtomicInteger workers = new AtomicInteger();
		Parallel.run(1000, threads, workers::incrementAndGet, (worker, index) -> runs.incrementAndGet(index));
		for (int i = 0; i < 1000; i++) {
			assertEquals(1, runs.get(i), "piece " + i);
		}
		assertTrue(workers.get() >= 1 && workers.get() <= threads, () -> workers + " workers");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void failureReachesTheCaller(int threads) {
		DecodeException failure = new DecodeException(Problem.of(Text.verbatim("piece 7")));
		assertSame(failure, assertThrows(DecodeException.class, () -> Parallel.run(10, threads, Object::new, (w, i) -> {
			if (i == 7) {
				throw failure;
			}
		})));
		assertThrows(IllegalStateException.class, () -> Parallel.run(10, threads, Object::new, (w, i) -> {
			throw new IllegalStateException();
		}));
	}
}
