package org.dicompreview.dicom.internal.io;

import java.io.IOException;

import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceLocation;

/** Opens instances in the ways that readers need. */
public final class Sources {

	private Sources() {
	}

	/**
	 * Opens an instance for several threads that read at random; one whose source cannot do that is copied.
	 *
	 * @param location where it is
	 * @param limit    how many bytes may be copied
	 * @return its bytes; the caller closes them
	 * @throws IOException if it cannot be opened
	 */
	public static InstanceBytes openAtRandom(InstanceLocation location, long limit) throws IOException {
		InstanceBytes bytes = location.source().open(location);
		if (bytes.isRandomAccess()) {
			return bytes;
		}
		try (bytes) {
			return Spool.of(bytes.stream(0), limit);
		}
	}

	/**
	 * Inflates what follows a position.
	 *
	 * @param source the deflated bytes, which stay open for as long as the result is used
	 * @param start  where the deflated stream begins
	 * @param limit  how many bytes it may grow to
	 * @return the inflated bytes; their end is where the stream ends or is damaged
	 */
	public static InstanceBytes inflate(InstanceBytes source, long start, long limit) {
		return InstanceBytes.ofStream(() -> new Inflated(source, start), InstanceBytes.UNKNOWN, limit);
	}
}
