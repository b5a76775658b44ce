package org.dicompreview.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Reads the tables that lie beside this class: one row a line, lines beginning with {@code #} are remarks. */
final class TableText {

	private TableText() {
	}

	static byte[] bytes(String name) {
		try (InputStream in = TableText.class.getResourceAsStream(name)) {
			if (in == null) {
				throw new IllegalStateException(name + " is missing from the bundle"); //$NON-NLS-1$
			}
			return in.readAllBytes();
		} catch (IOException e) {
			throw new UncheckedIOException(name, e);
		}
	}

	static Stream<String> lines(String name) {
		return new String(bytes(name), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")); //$NON-NLS-1$
	}
}
