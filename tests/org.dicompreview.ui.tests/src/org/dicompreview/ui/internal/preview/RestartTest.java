package org.dicompreview.ui.internal.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;

import org.dicompreview.viewer.ViewportLayout;
import org.dicompreview.viewer.ViewportLink;
import org.dicompreview.viewer.ViewportMemory;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.Test;

/** What a Preview shows, and how, outlives the workbench: in its own state, and in what is kept of the Preview used last. */
class RestartTest extends PreviewTestCase {

	private static final double LUNG = -600;

	private String adjust() throws Exception {
		execute("org.dicompreview.ui.preview.layout", Map.of("org.dicompreview.ui.preview.layout.id", "1x2")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		if (!view.grid().links().isOn(ViewportLink.WINDOW)) {
			execute("org.dicompreview.ui.preview.linkWindow", Map.of()); //$NON-NLS-1$
		}
		execute("org.dicompreview.ui.preview.preset", Map.of("org.dicompreview.ui.preview.preset.id", "lung")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		execute("org.dicompreview.ui.preview.goToSlice", Map.of("org.dicompreview.ui.preview.goToSlice.number", "8")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		execute("org.dicompreview.ui.preview.reverse", Map.of()); //$NON-NLS-1$
		settled();
		return viewport.model().slice().orElseThrow().instance().sopInstanceUid();
	}

	private void assertKept(PreviewState state, String instance) {
		assertEquals(ViewportLayout.COLUMNS, state.layout());
		assertTrue(state.links().contains(ViewportLink.WINDOW));
		ViewportMemory.Entry shown = state.cells().get(state.active()).orElseThrow();
		assertEquals(instance, shown.place().sopInstanceUid());
		assertEquals(series().get(0).uid(), shown.place().seriesUid());
		assertTrue(shown.settings().reversed());
		assertEquals(LUNG, shown.settings().appearance().settings().window().voiWindow().orElseThrow().center());
	}

	@Test
	void theStateOfTheViewHasLayoutLinksPresetAndSlice() throws Exception {
		String instance = adjust();
		XMLMemento memento = XMLMemento.createWriteRoot("view"); //$NON-NLS-1$
		view.saveState(memento);
		Map<String, String> kept = new HashMap<>();
		for (String key : memento.getAttributeKeys()) {
			kept.put(key, memento.getString(key));
		}
		assertKept(PreviewState.fromMap(kept), instance);
	}

	@Test
	void aPreviewThatIsClosedIsRememberedByTheNextWorkbench() throws Exception {
		String instance = adjust();
		page.hideView(view);
		assertKept(new PreviewMemory().last(), instance);
	}
}
