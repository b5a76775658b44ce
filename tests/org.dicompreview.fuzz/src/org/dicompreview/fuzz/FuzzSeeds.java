package org.dicompreview.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes what a target begins with: inputs, and the words of which others may be made. */
public final class FuzzSeeds {

	private FuzzSeeds() {
	}

	/**
	 * @param arguments the name of the target, a folder for its files, a folder for the seeds, and a file for the words
	 */
	public static void main(String[] arguments) throws IOException {
		Path folder = Files.createDirectories(Path.of(arguments[2]));
		Target target = Targets.of(arguments[0], new Scratch(arguments[1]));
		Map<String, byte[]> seeds = target.seeds();
		if (seeds.isEmpty()) {
			throw new IllegalStateException("There is nothing to begin with for " + arguments[0]);
		}
		for (Map.Entry<String, byte[]> seed : seeds.entrySet()) {
			Files.write(folder.resolve(seed.getKey()), seed.getValue());
		}
		Files.write(Path.of(arguments[3]), target.words());
	}
}
