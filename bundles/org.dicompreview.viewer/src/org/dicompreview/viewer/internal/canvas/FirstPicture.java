package org.dicompreview.viewer.internal.canvas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Tells who measures a start that a picture is on the screen: writes the time in milliseconds since 1970, a blank and the
 * CPU time of the process in milliseconds into the file that the system property {@value #FILE} names. UI thread only.
 */
final class FirstPicture {

	static final String FILE = "dicompreview.first.picture"; //$NON-NLS-1$

	private static String file = System.getProperty(FILE);

	private FirstPicture() {
	}

	/** Hears of every picture; only the first one counts. */
	static void painted() {
		if (file == null) {
			return;
		}
		Path marker = Path.of(file);
		file = null;
		long now = System.currentTimeMillis();
		Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
		try {
			Files.writeString(marker, now + " " + cpu.toMillis()); //$NON-NLS-1$
		} catch (IOException e) {
			System.getLogger(FirstPicture.class.getName()).log(System.Logger.Level.ERROR, marker.toString(), e);
		}
	}
}
