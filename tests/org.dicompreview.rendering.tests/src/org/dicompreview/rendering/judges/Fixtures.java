package org.dicompreview.rendering.judges;

import java.util.List;
import java.util.stream.Stream;

/** All images that the tests make. */
final class Fixtures {

	private Fixtures() {
	}

	static List<Fixture> all() {
		return Stream.of(GreyFixtures.all(), BitFixtures.all(), ColorFixtures.all(), MarkFixtures.all())
				.flatMap(List::stream).toList();
	}
}
