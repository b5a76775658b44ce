package org.dicompreview.fuzz;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What can be fuzzed. */
interface Target {

	/** {@return inputs to begin with, by name} */
	Map<String, byte[]> seeds();

	/** {@return words of which inputs are made, in lines as Jazzer reads them} */
	default List<String> words() {
		return Words.lines();
	}

	/**
	 * Does what the product does with such bytes. What they are to be refused for is refused with a reason.
	 *
	 * @param input any bytes
	 * @throws IOException           if the files around the input cannot be written
	 * @throws IllegalStateException if the outcome breaks what is promised
	 */
	void run(byte[] input) throws IOException;

	/** {@return the message of a refusal}, which has to be there. @param refusal what was thrown */
	static String reason(IOException refusal) {
		if (refusal.getMessage() == null || refusal.getMessage().isBlank()) {
			throw new IllegalStateException("no reason", refusal);
		}
		return refusal.getMessage();
	}

	/** Breaks off. @param promise what has to hold @param kept whether it does @param what it is about */
	static void check(String promise, boolean kept, Object what) {
		if (!kept) {
			throw new IllegalStateException("not so: " + promise + ": " + what);
		}
	}
}
