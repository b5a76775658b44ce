package org.dicompreview.viewer;

import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.PresentationStates;

/**
 * What a viewport needs from outside.
 *
 * @param loader   loads frames
 * @param renderer renders them
 * @param states   reads presentation states
 * @param memory   knows where the person was in each series, and how they looked at it
 * @since 0.1
 */
public record ViewportServices(FrameLoader loader, FrameRenderer renderer, PresentationStates states, ViewportMemory memory) {
}
