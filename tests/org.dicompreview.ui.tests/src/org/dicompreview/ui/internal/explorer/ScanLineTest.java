package org.dicompreview.ui.internal.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import org.dicompreview.ui.FolderState;
import org.dicompreview.ui.FolderState.Phase;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScanLineTest {

	private final Locale before = Locale.getDefault();
	private final AtomicInteger stopped = new AtomicInteger();
	private final Shell shell = new Shell(Display.getCurrent());
	private final ScanLine line;

	ScanLineTest() {
		Locale.setDefault(Locale.US);
		shell.setLayout(new GridLayout());
		line = new ScanLine(shell, null, stopped::incrementAndGet);
	}

	@AfterEach
	void close() {
		shell.dispose();
		Locale.setDefault(before);
	}

	@Test
	void isThereOnlyWhileSomethingIsScanned() {
		assertFalse(line.getVisible());
		line.show(List.of(state(Phase.SCANNING, 1, 5)));
		assertTrue(line.getVisible());
		assertEquals("Read 1 file of 5\u2026", line.text()); //$NON-NLS-1$
		line.show(List.of(state(Phase.DONE, 5, 5)));
		assertFalse(line.getVisible());
	}

	@Test
	void countsAllScansTogether() {
		line.show(List.of(state(Phase.SCANNING, 1200, 5000), state(Phase.DONE, 7, 7), state(Phase.SCANNING, 34, 60)));
		assertEquals("Read 1,234 of 5,060 files\u2026", line.text()); //$NON-NLS-1$
		assertTrue(line.counted());
		line.show(List.of(state(Phase.WAITING, 0, 0)));
		assertEquals("Looking for files\u2026", line.text()); //$NON-NLS-1$
	}

	@Test
	void isNoPartOfAWholeThatNobodyKnows() {
		line.show(List.of(state(Phase.SCANNING, 1234, 0)));
		assertFalse(line.counted());
		assertEquals("Read 1,234 files\u2026", line.text()); //$NON-NLS-1$
		line.show(List.of(state(Phase.SCANNING, 1, 0)));
		assertEquals("Read 1 file\u2026", line.text()); //$NON-NLS-1$
		line.show(List.of(state(Phase.SCANNING, 20, 40), state(Phase.SCANNING, 5, 0)));
		assertFalse(line.counted());
		assertEquals("Read 25 files\u2026", line.text()); //$NON-NLS-1$
	}

	@Test
	void theButtonStops() {
		line.show(List.of(state(Phase.SCANNING, 1, 5)));
		for (Control child : line.getChildren()) {
			if (child instanceof ToolBar tools) {
				tools.getItem(0).notifyListeners(SWT.Selection, new Event());
			}
		}
		assertEquals(1, stopped.get());
	}

	private static FolderState state(Phase phase, int done, int known) {
		return new FolderState(Path.of("x"), phase, done, known, 0, 0, 0, 0, ""); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
