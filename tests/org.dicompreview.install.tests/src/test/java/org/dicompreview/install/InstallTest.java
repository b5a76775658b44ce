package org.dicompreview.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feature, installed from the built update site into a plain workbench by the p2 director (see the pom). */
class InstallTest {

	private static final String EXPLORER = "org.dicompreview.ui.seriesExplorer";
	private static final String PREVIEW = "org.dicompreview.ui.preview";

	@Test
	void bothViewsOpenByTheirIds(@TempDir Path scratch) throws IOException, InterruptedException {
		assumeTrue(System.getenv("DISPLAY") != null, "no display to start a workbench on");
		Path result = scratch.resolve("views.tsv");
		Launched.Ended ended = Launched.run(Duration.ofMinutes(3), scratch,
				Launched.command(Path.of(System.getProperty("dicompreview.host")),
						List.of("-Ddicompreview.probe.result=" + result,
								"-Ddicompreview.probe.views=" + EXPLORER + ',' + PREVIEW),
						List.of("-data", scratch.resolve("workspace").toString(), "-consoleLog")));
		assertEquals(0, ended.status(), () -> ended.out() + ended.err());
		assertEquals(List.of(EXPLORER + "\torg.dicompreview.ui.internal.explorer.SeriesExplorerView\tSeries Explorer",
				PREVIEW + "\torg.dicompreview.ui.internal.preview.PreviewView\tPreview"), Files.readAllLines(result));
		assertEquals(List.of(), Launched.errors(scratch.resolve("workspace")), "the log of the workbench");
	}
}
