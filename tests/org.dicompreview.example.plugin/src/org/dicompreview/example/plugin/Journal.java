package org.dicompreview.example.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dicompreview.series.Slice;
import org.dicompreview.ui.Preview;
import org.dicompreview.ui.PreviewsListener;
import org.dicompreview.viewer.Appearance;
import org.dicompreview.viewer.Viewport;

/** Writes down which slices are looked at, and with which window. Added to the {@code Previews}. */
final class Journal implements PreviewsListener {

	private final List<String> lines = new ArrayList<>();

	@Override
	public void sliceChanged(Preview preview, Viewport viewport, Optional<Slice> now) {
		now.ifPresent(slice -> lines.add("slice " + slice.position()));
	}

	@Override
	public void appearanceChanged(Preview preview, Viewport viewport, Appearance now) {
		now.settings().window().voiWindow().ifPresent(window -> lines.add("window " + window.center() + "/" + window.width()));
	}

	List<String> lines() {
		return lines;
	}
}
