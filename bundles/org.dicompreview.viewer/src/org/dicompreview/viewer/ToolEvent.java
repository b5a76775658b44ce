package org.dicompreview.viewer;

import java.util.Optional;

/**
 * What happened on the picture of a viewport.
 *
 * @param viewport  the viewport
 * @param point     where the pointer is
 * @param count     clicks in a row, or notches of the wheel: positive away from the person
 * @param stateMask modifier keys as SWT has them ({@code SWT.SHIFT}, {@code SWT.MOD1} …)
 * @param keyCode   the key as SWT has it; 0 where none was pressed
 * @since 0.1
 */
public record ToolEvent(Viewport viewport, DisplayPoint point, int count, int stateMask, int keyCode) {

	/** {@return where the pointer is in the image; absent without a picture} */
	public Optional<ImagePoint> imagePoint() {
		return viewport.transform().map(transform -> transform.toImage(point));
	}

	/** {@return whether a modifier key is down} @param modifier {@code SWT.SHIFT}, {@code SWT.MOD1} … */
	public boolean has(int modifier) {
		return (stateMask & modifier) != 0;
	}
}
