package org.dicompreview.ui.internal.preview;

import java.util.Optional;

import org.dicompreview.series.Series;
import org.dicompreview.series.SliceStack;
import org.dicompreview.viewer.Subject;
import org.dicompreview.viewer.ViewportState;

/**
 * What a Preview shows, for parts that go along with it; its view adapts to this while nothing else is about to be shown.
 *
 * @param series   the series, if it is of one
 * @param stack    the stack, if it has images
 * @param document what is shown in place of images: an instance without any, or a file that cannot be read
 * @param nothing  whether nothing is shown at all
 */
public record Shown(Optional<Series> series, Optional<SliceStack> stack, Optional<Object> document, boolean nothing) {

	static Shown of(ViewportState state) {
		return new Shown(state.series(), state.stack(), state.stack().isPresent() ? Optional.empty() : state.selection(),
				state.subject() instanceof Subject.Nothing);
	}
}
