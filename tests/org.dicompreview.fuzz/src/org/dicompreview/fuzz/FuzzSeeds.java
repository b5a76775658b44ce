package org.dicompreview.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.dicompreview.codec.Fixtures.Fixture;

/** Writes the fixtures of a family as inputs to begin with. */
public final class FuzzSeeds {

	private FuzzSeeds() {
	}

	/** @param arguments the name of the family, and the folder for the seeds */
	public static void main(String[] arguments) throws IOException {
		Path folder = Files.createDirectories(Path.of(arguments[1]));
		List<Fixture> fixtures = Family.of(arguments[0]).fixtures().toList();
		if (fixtures.isEmpty()) {
			throw new IllegalStateException("There are no fixtures for " + arguments[0]);
		}
		for (Fixture fixture : fixtures) {
			Files.write(folder.resolve(fixture.name()), FuzzInput.bytes(fixture.frame()));
		}
	}
}
