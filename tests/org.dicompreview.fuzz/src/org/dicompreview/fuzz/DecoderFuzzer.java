package org.dicompreview.fuzz;

/** The target of Jazzer: decodes inputs with the decoder of a family. */
public final class DecoderFuzzer {

	private static Family family;

	private DecoderFuzzer() {
	}

	/** Called once. @param arguments the name of the family */
	public static void fuzzerInitialize(String[] arguments) {
		family = Family.of(arguments[0]);
	}

	/** Called for each input. @param input see {@link FuzzInput} */
	public static void fuzzerTestOneInput(byte[] input) {
		if (FuzzInput.isPossible(input)) {
			FuzzInput.of(family, input).decode(family);
		}
	}
}
