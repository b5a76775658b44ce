package org.dicompreview.rendering.judges;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.function.Executable;

/** How far our pictures are from those of another program, and which could not be compared for which reason. */
final class Comparison {

	private final List<Executable> checks = new ArrayList<>();
	private final Map<String, List<String>> leftOut = new TreeMap<>();

	/** Compares one picture. @param allowed levels that they may be apart */
	void add(String name, Judged.Shown shown, int[] other, double allowed) {
		double apart = apart(shown, other);
		add(name + " with " + shown.window(), apart, allowed);
	}

	/** Notes a difference. */
	void add(String name, double apart, double allowed) {
		checks.add(() -> assertTrue(apart <= allowed, () -> name + " is " + apart + " levels apart"));
	}

	/** Notes that a picture cannot be compared. @param why with the section of the standard if we differ on purpose */
	void leaveOut(String name, String why) {
		leftOut.computeIfAbsent(why, key -> new ArrayList<>()).add(name);
	}

	/** Fails if any picture differs, or if there are too few; reports what was left out. */
	void verify(int enough, TestReporter reporter) {
		reporter.publishEntry("compared", Integer.toString(checks.size()));
		leftOut.forEach((why, names) -> reporter.publishEntry("left out: " + why,
				names.size() + ", the first is " + names.get(0)));
		int compared = checks.size();
		checks.add(() -> assertTrue(compared >= enough, () -> "only " + compared + " files could be compared"));
		assertAll(checks);
	}

	/** {@return how far the means of two pictures are apart, for lossy colours: chrominance is enlarged differently} */
	static double meansApart(Judged.Shown shown, int[] other) {
		double mean = IntStream.of(shown.pixels()).average().orElse(0);
		return shown.pixels().length == other.length ? Math.abs(IntStream.of(other).average().orElse(0) - mean)
				: Double.POSITIVE_INFINITY;
	}

	/** {@return the largest difference; padding does not count (PS3.3 C.7.5.1.1.2), which others show as image} */
	static double apart(Judged.Shown shown, int[] other) {
		int[] pixels = shown.pixels();
		int repeat = Math.max(1, other.length / Math.max(1, pixels.length));
		if (other.length != repeat * pixels.length) {
			return Double.POSITIVE_INFINITY;
		}
		int worst = 0;
		int stored = shown.frame().frame().columns() * shown.frame().frame().rows();
		int channels = pixels.length / stored;
		for (int i = 0; i < other.length; i++) {
			int apart = Math.abs(other[i] - pixels[i / repeat]);
			if (apart > worst && !shown.isPadding(i / repeat / channels)) {
				worst = apart;
			}
		}
		return worst;
	}
}
