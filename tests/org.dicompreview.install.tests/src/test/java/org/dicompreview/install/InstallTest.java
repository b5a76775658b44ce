package org.dicompreview.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The feature, installed from the built update site into plain workbenches by the p2 director (see the pom). */
@Order(1)
class InstallTest {

	private static final Duration LIMIT = Duration.ofMinutes(1);
	/** Where an IDE remembers the workspaces that a person has chosen. */
	private static final String REMEMBERED = "configuration/.settings/org.eclipse.ui.ide.prefs";

	@TempDir
	Path home;
	private Path study;
	private Path result;

	@BeforeEach
	void makeFiles() throws IOException {
		study = Files.createDirectory(home.resolve("study"));
		Files.writeString(study.resolve("IM0001.dcm"), "no image at all");
		byte[] start = new byte[132];
		System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, start, 128, 4);
		Files.write(study.resolve("IM0002"), start); // known by its content
		result = home.resolve("found.tsv");
	}

	@ParameterizedTest
	@EnumSource
	void whoNamesNoWorkspaceIsAskedForOne(Host host) throws IOException, InterruptedException {
		host.assumeItStarts();
		assumeTrue(Launched.hasTool("xdotool"), "xdotool is not installed");
		Files.deleteIfExists(host.folder().resolve(REMEMBERED));
		Process process = host.start(home, Map.of());
		try {
			Launched.until("a window of the host; " + Host.log(home), LIMIT,
					() -> !process.isAlive() || windows(process).stream().anyMatch(title -> !title.isBlank()));
			assertEquals(true, windows(process).stream().anyMatch(title -> title.contains("Launcher")),
					() -> windows(process) + Host.log(home));
			assertFalse(Files.exists(home.resolve("workspace")), "a workspace that nobody has chosen");
		} finally {
			process.destroy();
			assertEquals(true, process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS), "the host ends");
		}
	}

	private static List<String> windows(Process process) {
		return Launched.titles(process.pid());
	}

	/** The workspace is the one that the person chose before; views that nobody opens cost nothing; open ones work. */
	@ParameterizedTest
	@EnumSource
	void nothingOfOursIsActiveBeforeOneOfItsViewsIsOpened(Host host) throws IOException, InterruptedException {
		host.assumeItStarts();
		Path workspace = Files.createDirectory(home.resolve("remembered"));
		Path preferences = host.folder().resolve(REMEMBERED);
		Files.createDirectories(preferences.getParent());
		Files.write(preferences, List.of("MAX_RECENT_WORKSPACES=10", "RECENT_WORKSPACES=" + workspace,
				"RECENT_WORKSPACES_PROTOCOL=3", "SHOW_WORKSPACE_SELECTION_DIALOG=false", "eclipse.preferences.version=1"));
		try {
			host.run(home, Map.of("result", result.toString(), "project", study.toString(), "views",
					Host.EXPLORER + ',' + Host.PREVIEW), "-consoleLog");
		} finally {
			Files.delete(preferences);
		}
		List<String> ours = List.of("codec", "dicom", "rendering", "series", "ui", "ui.ide", "viewer");
		assertEquals(List.of("workspace\t" + workspace, "active\t",
				Host.EXPLORER + "\torg.dicompreview.ui.internal.explorer.SeriesExplorerView\tSeries Explorer",
				Host.PREVIEW + "\torg.dicompreview.ui.internal.preview.PreviewView\tPreview",
				"active after that\t" + String.join(",", ours.stream().map(name -> "org.dicompreview." + name).toList())),
				Files.readAllLines(result), () -> Host.log(home));
		assertEquals(List.of(), Launched.errors(workspace), "the log of the workbench");
	}
}
