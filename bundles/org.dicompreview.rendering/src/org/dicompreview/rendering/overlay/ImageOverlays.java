package org.dicompreview.rendering.overlay;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.series.Series;
import org.dicompreview.series.SliceStack;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds what can be laid over images. An OSGi service; for any thread but the UI thread.
 *
 * @since 0.1.0
 */
@ProviderType
public interface ImageOverlays {

	/**
	 * {@return what finds overlays outside OSGi}
	 *
	 * @param readers read the files
	 * @param loader  loads frames of masks and doses
	 */
	static ImageOverlays standalone(DicomReaders readers, FrameLoader loader) {
		return ServiceLoader.load(Factory.class, Factory.class.getClassLoader()).findFirst().orElseThrow().create(readers, loader);
	}

	/** Makes what finds overlays. */
	@ProviderType
	interface Factory {

		/** As {@link ImageOverlays#standalone}. */
		ImageOverlays create(DicomReaders readers, FrameLoader loader);
	}

	/**
	 * Finds the masks, structures and doses of the same patient in a frame of reference of the images.
	 *
	 * @param series    the images
	 * @param stacks    its stacks
	 * @param cancelled whether nobody wants to know any more
	 * @return in the order of series, then as the file lists them
	 */
	List<ImageOverlay> find(Series series, List<SliceStack> stacks, BooleanSupplier cancelled);
}
