package org.dicompreview.viewer;

import java.util.ServiceLoader;

import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.PresentationStates;
import org.dicompreview.rendering.overlay.ImageOverlays;
import org.dicompreview.series.document.InstanceDocuments;

/**
 * What a viewport needs from outside.
 *
 * @param loader   loads frames
 * @param renderer renders them
 * @param states   reads presentation states
 * @param documents reads what has no pictures
 * @param overlays find what can be laid over images
 * @param memory   knows where the person was in each series, and how they looked at it
 * @param layers   what is painted over the pictures
 * @param tools    what buttons, wheel and keys do
 * @since 0.1
 */
public record ViewportServices(FrameLoader loader, FrameRenderer renderer, PresentationStates states, InstanceDocuments documents,
		ImageOverlays overlays, ViewportMemory memory, LayerRegistry layers, ToolRegistry tools) {

	/**
	 * {@return new services for use outside OSGi}
	 *
	 * @param readers  read the files, for example {@link DicomReaders#standalone()}
	 * @param decoders decode the frames, for example {@link FrameDecoders#standalone()}
	 * @since 0.1.0
	 */
	public static ViewportServices standalone(DicomReaders readers, FrameDecoders decoders) {
		FrameLoader loader = FrameLoader.standalone(readers, decoders);
		return of(loader, FrameRenderer.standalone(), PresentationStates.standalone(readers),
				InstanceDocuments.standalone(readers), ImageOverlays.standalone(readers, loader));
	}

	/** {@return services with the layers and tools that come with this bundle, and a memory of their own} */
	public static ViewportServices of(FrameLoader loader, FrameRenderer renderer, PresentationStates states,
			InstanceDocuments documents, ImageOverlays overlays) {
		LayerRegistry layers = new LayerRegistry();
		ServiceLoader.load(Layer.class, Layer.class.getClassLoader()).forEach(layers::add);
		ToolRegistry tools = new ToolRegistry();
		ServiceLoader.load(Tool.class, Tool.class.getClassLoader()).forEach(tools::add);
		return new ViewportServices(loader, renderer, states, documents, overlays, ViewportMemory.transientMemory(), layers, tools);
	}
}
