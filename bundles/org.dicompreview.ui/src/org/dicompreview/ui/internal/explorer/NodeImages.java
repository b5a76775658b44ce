package org.dicompreview.ui.internal.explorer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.dicompreview.series.Series;
import org.dicompreview.ui.FolderState;
import org.dicompreview.ui.FolderState.Phase;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.DecorationOverlayIcon;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;

/** Icons of the tree, or swatches of colours, disposed of with its control. UI thread. */
final class NodeImages {

	private static final String BUNDLE = "org.dicompreview.ui"; //$NON-NLS-1$

	// Modalities by what their series mostly are: cross sections, projections, films that run.
	private static final String SLICES = " CT MR PT NM RTDOSE SEG OPT BMD "; //$NON-NLS-1$
	private static final String FILMS = " CR DX MG IO PX RG RTIMAGE "; //$NON-NLS-1$
	private static final String CINES = " US IVUS XA RF ES "; //$NON-NLS-1$
	private static final String WARNING = "warning_overlay"; //$NON-NLS-1$

	private final LocalResourceManager resources;
	private final Map<String, Image> images = new HashMap<>();

	NodeImages(Control owner) {
		resources = new LocalResourceManager(JFaceResources.getResources(), owner);
	}

	Image of(Node node) {
		OptionalInt color = node.label().color();
		String name = color.isPresent() ? Swatch.name(color.getAsInt()) : node.image();
		color.ifPresent(rgb -> images.computeIfAbsent(name, key -> resources.create(Swatch.of(rgb))));
		return node.label().warns() ? warning(name) : named(name);
	}

	private Image warning(String name) {
		Image plain = named(name); // first: a map must not change while it computes a value
		return images.computeIfAbsent(name + '!', key -> descriptor(WARNING)
				.map(sign -> new DecorationOverlayIcon(plain, sign, IDecoration.BOTTOM_RIGHT))
				.map(resources::create).orElse(null));
	}

	Image named(String name) {
		return images.computeIfAbsent(name, key -> descriptor(key).map(resources::create).orElse(null));
	}

	private static Optional<ImageDescriptor> descriptor(String name) {
		return ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + name + ".svg"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** {@return the file name of the icon without extension; may wait for a scan, so not for the UI thread} */
	static String series(Series series) {
		if (series.imageCount() == 0) {
			return "series_document"; //$NON-NLS-1$
		}
		String modality = ' ' + series.modality() + ' ';
		if (SLICES.contains(modality)) {
			return "series_slices"; //$NON-NLS-1$
		}
		if (FILMS.contains(modality)) {
			return "series_film"; //$NON-NLS-1$
		}
		return CINES.contains(modality) ? "series_cine" : "series_picture"; //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** {@return the file name of the icon without extension} */
	static String folder(FolderState state) {
		boolean trouble = state.phase() == Phase.MISSING || state.phase() == Phase.FAILED || state.broken() + state.missing() > 0;
		return trouble ? "folder_trouble" : "folder_rest"; //$NON-NLS-1$ //$NON-NLS-2$
	}
}
