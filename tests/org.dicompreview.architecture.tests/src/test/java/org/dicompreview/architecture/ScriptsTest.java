package org.dicompreview.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The scripts that run a single test name all modules that the test needs. */
class ScriptsTest {

	private static final Path ROOT = Path.of(System.getProperty("dicompreview.root"));
	private static final Pattern REQUIRED = Pattern.compile("<id>(org\\.dicompreview\\.[^<]*)</id>");

	@Test
	void aSingleUiTestIsRunWithAllThatItsModuleRequires() throws IOException {
		String script = Files.readString(ROOT.resolve("releng/scripts/run-ui-test"));
		List<String> required = REQUIRED.matcher(Files.readString(ROOT.resolve("tests/org.dicompreview.ui.tests/pom.xml")))
				.results().map(match -> match.group(1)).toList();
		assertTrue(required.size() > 1, required::toString);
		for (String module : required) {
			assertTrue(Pattern.compile("[=,]:" + Pattern.quote(module) + "(,|\\s)").matcher(script).find(), module);
		}
	}
}
