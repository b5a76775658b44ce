package org.dicompreview.video.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.dicompreview.codec.DecodeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.osgi.framework.FrameworkUtil;

/** What lies beside FFmpeg's program. */
class FfmpegProgramTest {

	/** A machine may lack what comes along under another name than the one that is asked for, and FFmpeg would not start. */
	@Test
	@EnabledOnOs(value = OS.LINUX, disabledReason = "libraries of other systems have no version in their names")
	void everyLibraryIsFoundByTheNameThatOthersAskFor() throws IOException, DecodeException {
		Path folder = new FfmpegProgram(FrameworkUtil.getBundle(FfmpegProgram.class)).get().getParent();
		List<Path> files;
		try (Stream<Path> list = Files.list(folder)) {
			files = list.toList();
		}
		assertFalse(files.isEmpty());
		for (Path library : files) {
			String name = library.getFileName().toString();
			if (name.contains(".so")) {
				Pattern wanted = Pattern.compile(Pattern.quote(name.substring(0, name.indexOf(".so"))) + "\\.so\\.\\d+");
				for (Path user : files) {
					Matcher asked = wanted.matcher(Files.readString(user, StandardCharsets.ISO_8859_1));
					while (asked.find()) {
						assertTrue(Files.exists(folder.resolve(asked.group())), user + " asks for " + asked.group());
					}
				}
			}
		}
	}
}
