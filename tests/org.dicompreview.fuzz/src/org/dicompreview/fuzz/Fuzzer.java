package org.dicompreview.fuzz;

import java.io.IOException;

/** The entry of Jazzer: hands inputs to a target. */
public final class Fuzzer {

	private static Target target;

	private Fuzzer() {
	}

	/** Called once. @param arguments the name of the target, and a folder for files */
	public static void fuzzerInitialize(String[] arguments) throws IOException {
		target = Targets.of(arguments[0], new Scratch(arguments[1]));
	}

	/** Called for each input. @param input any bytes */
	public static void fuzzerTestOneInput(byte[] input) throws IOException {
		target.run(input);
	}
}
