package org.dicompreview.fuzz;

import java.io.IOException;

/** The targets by name. */
final class Targets {

	private Targets() {
	}

	/**
	 * {@return the target of this name}
	 *
	 * @param name    {@code reader}, {@code series}, {@code rendering} or a {@link Family} of decoders
	 * @param scratch where it puts files
	 */
	static Target of(String name, Scratch scratch) throws IOException {
		return switch (name) {
			case "reader" -> new ReaderTarget(scratch);
			case "series" -> new SeriesTarget();
			case "rendering" -> new RenderingTarget(scratch);
			default -> Family.of(name);
		};
	}
}
