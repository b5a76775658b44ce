package org.dicompreview.viewer.internal.magnifier;

import java.util.Optional;

import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.ToolEvent;
import org.dicompreview.viewer.Viewport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows the pixels round the pointer enlarged, as long as the button is held. */
@Component(service = Tool.class)
public final class MagnifierTool implements Tool {

	private final FrameRenderer renderer;

	/** @param renderer makes what is seen through the lens */
	@Activate
	public MagnifierTool(@Reference FrameRenderer renderer) {
		this.renderer = renderer;
	}

	/** Called by {@link java.util.ServiceLoader}. */
	public MagnifierTool() {
		this(FrameRenderer.standalone());
	}

	@Override
	public String id() {
		return MAGNIFIER;
	}

	@Override
	public String label() {
		return Messages.MagnifierTool_label;
	}

	@Override
	public Optional<Drag> press(ToolEvent event) {
		if (event.viewport().model().rendered().isEmpty()) {
			return Optional.empty();
		}
		Lens lens = Lens.put(event.viewport(), renderer);
		lens.move(event.point());
		return Optional.of(new Drag() {
			@Override
			public void move(ToolEvent now) {
				lens.move(now.point());
			}

			@Override
			public void end(ToolEvent now) {
				lens.remove();
			}

			@Override
			public void cancel() {
				lens.remove();
			}
		});
	}

	@Override
	public void release(Viewport viewport) {
		Lens.of(viewport).ifPresent(Lens::remove);
	}
}
