package org.dicompreview.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.dicompreview.codec.Fixtures;
import org.dicompreview.codec.Fixtures.Fixture;

/** Makes seeds of the fixtures of a family. */
public final class FuzzSeeds {

	private FuzzSeeds() {
	}

	/** @param arguments the folder of fixtures, and where the seeds go */
	public static void main(String[] arguments) throws IOException {
		Path folder = Files.createDirectories(Path.of(arguments[1]));
		for (Fixture fixture : Fixtures.of(arguments[0])) {
			Files.write(folder.resolve(fixture.name()), DecoderFuzz.input(fixture.frame()));
		}
	}
}
