package org.dicompreview.install;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The headless applications of the materialised product. */
final class Headless {

	private Headless() {
	}

	/** Runs an application, as {@code ./preview} does. @param arguments its name and what follows */
	static Launched.Ended run(String... arguments) throws IOException, InterruptedException {
		List<String> rest = new ArrayList<>(List.of("-data", "@none", "-application", "org.dicompreview.app." + arguments[0]));
		rest.addAll(List.of(arguments).subList(1, arguments.length));
		return Launched.run(Duration.ofMinutes(5), Path.of("."), Launched
				.command(Path.of(System.getProperty("dicompreview.product")), List.of("-Djava.awt.headless=true"), rest));
	}
}
