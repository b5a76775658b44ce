package org.dicompreview.example.plugin;

import java.util.function.Consumer;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.ui.Preview;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportLayout;
import org.dicompreview.viewer.ViewportModel;

/** Shows a series, a stack and a slice in the viewports of a Preview, each in its own way. UI thread. */
final class ShowAndAdjust {
	static void show(Preview preview, Series series, SliceStack stack, Slice slice) {
		preview.grid().setLayout(ViewportLayout.FOUR);
		show(preview.active(), () -> preview.active().show(series), model -> model.setWindow(-600, 1500));
		Viewport second = preview.viewport(2).orElseThrow();
		show(second, () -> second.show(stack), model -> model.choosePreset("bone"));
		Viewport third = preview.viewport(3).orElseThrow();
		show(third, () -> third.show(slice), model -> model.setColorMap("hot-iron"));
	}

	private static void show(Viewport viewport, Runnable show, Consumer<ViewportModel> adjust) {
		show.run();
		viewport.whenShown(() -> adjust.accept(viewport.model()));
	}
}
