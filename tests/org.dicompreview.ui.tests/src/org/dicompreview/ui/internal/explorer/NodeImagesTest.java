package org.dicompreview.ui.internal.explorer;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;

import org.dicompreview.ui.internal.explorer.Node.Kind;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NodeImagesTest {

	private final Shell shell = new Shell(Display.getCurrent());
	private final NodeImages images = new NodeImages(shell);

	@AfterEach
	void dispose() {
		shell.dispose();
	}

	@Test
	void aRowThatWarnsMayBeTheFirstOfItsKind() {
		for (Kind kind : List.of(Kind.PATIENT, Kind.STUDY, Kind.STACK, Kind.DOCUMENT, Kind.DAMAGED, Kind.MORE)) {
			Image warning = images.of(row(kind, true));
			Image plain = images.of(row(kind, false));
			assertNotNull(warning, kind::name);
			assertNotSame(plain, warning, kind::name);
			assertSame(warning, images.of(row(kind, true)), kind::name);
		}
	}

	private static Node row(Kind kind, boolean warns) {
		return new Node(kind, kind, kind, Label.of(kind.name()).warning(warns), List.of());
	}
}
