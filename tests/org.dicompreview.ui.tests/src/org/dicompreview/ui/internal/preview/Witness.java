package org.dicompreview.ui.internal.preview;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.rendering.Picture;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.Patient;
import org.dicompreview.series.ScanListener;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Study;
import org.dicompreview.testsupport.Locations;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.ui.internal.attributes.AttributesProbe;
import org.dicompreview.ui.internal.explorer.ExplorerProbe;
import org.dicompreview.ui.internal.folders.FileProblem;
import org.dicompreview.viewer.RenderTarget;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;

/**
 * Says what does not agree in a window: heading, picture, slider, published selection, selected row and Attributes. The
 * picture that is to be there is made from the file as it is on disk now, past all that is cached. UI thread only.
 */
final class Witness {

	private static final String SOP_INSTANCE_UID = "(0008,0018)"; //$NON-NLS-1$
	private static final String MANUFACTURER = "(0008,0070)"; //$NON-NLS-1$
	private static final String EMPTY_QUOTES = "\u201c\u201d"; //$NON-NLS-1$

	private final OpenFolders folders = PlatformUI.getWorkbench().getService(OpenFolders.class);
	private final SeriesModel model = PlatformUI.getWorkbench().getService(SeriesModel.class);
	private final FrameLoader loader = PlatformUI.getWorkbench().getService(FrameLoader.class);
	private final FrameRenderer renderer = PlatformUI.getWorkbench().getService(FrameRenderer.class);

	/** {@return what contradicts what in the views of a page, each line with a word in front; empty if all is well} */
	List<String> contradictions(IWorkbenchPage page) {
		List<String> found = new ArrayList<>();
		PreviewView preview = (PreviewView) page.findView(DicomPreview.PREVIEW);
		if (preview == null) {
			return found;
		}
		Object published = published(preview);
		Slice slice = Adapters.adapt(published, Slice.class);
		Optional<Slice> now = slice == null ? Optional.empty() : onDisk(slice);
		checkHeading(preview, now, found);
		checkSlider(preview, slice, found);
		if (page.isPartVisible(preview)) {
			for (Viewport viewport : preview.grid().viewports()) {
				Slice own = viewport.model().slice().orElse(null);
				checkPicture(viewport, own, own == null ? Optional.empty() : onDisk(own), found);
			}
		}
		checkRow(page.findView(DicomPreview.SERIES_EXPLORER), preview, slice, found);
		checkAttributes(page.findView(DicomPreview.ATTRIBUTES), preview, slice, now, found);
		return found;
	}

	static Object published(PreviewView preview) {
		return ((IStructuredSelection) preview.getSite().getSelectionProvider().getSelection()).getFirstElement();
	}

	private static void checkHeading(PreviewView preview, Optional<Slice> now, List<String> found) {
		String heading = preview.getContentDescription();
		now.ifPresent(slice -> {
			String wanted = name(slice.instance());
			if (!heading.startsWith(wanted)) {
				found.add("heading: \"" + heading + "\" over a slice of " + wanted); //$NON-NLS-1$ //$NON-NLS-2$
			}
		});
	}

	/** {@return the parts of the name that a person reads first} */
	private static String name(InstanceHeader header) {
		return header.string(Tag.PATIENT_NAME).orElse("").split("[=^]")[0]; //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static void checkSlider(PreviewView preview, Slice slice, List<String> found) {
		Viewport viewport = preview.grid().active();
		if (!Objects.equals(slice, viewport.model().slice().orElse(null))) {
			found.add("selection: " + slice + " is published at " + viewport.model().slice()); //$NON-NLS-1$ //$NON-NLS-2$
		}
		if (slice != null && ViewportProbe.scale(viewport).getSelection() != viewport.model().navigator().index()) {
			found.add("slider: at " + ViewportProbe.scale(viewport).getSelection() + ", not " + viewport.model().navigator().index()); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	private void checkPicture(Viewport viewport, Slice slice, Optional<Slice> now, List<String> found) {
		Picture shown = ViewportProbe.picture(viewport);
		if (shown == null && (viewport.message().isBlank() || viewport.message().contains(EMPTY_QUOTES))) {
			found.add("message: \"" + viewport.message() + '"'); //$NON-NLS-1$
		}
		if (slice == null) {
			if (shown != null) {
				found.add("former: a picture without a slice under \"" + viewport.model().state().title() + '"'); //$NON-NLS-1$
			}
			return;
		}
		LoadedFrame loaded = loader.load(now.orElse(slice));
		if (loaded.frame().isEmpty() || shown == null) {
			if (loaded.frame().isPresent() != (shown != null)) {
				found.add("picture: " + (shown == null ? viewport.message() : "one") + " for " + loaded); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			}
			return;
		}
		RenderTarget target = ViewportProbe.target(viewport);
		int[] wanted = colors(renderer.render(loaded.frame().get(), viewport.model().settings(), target.width(),
				target.height()).data());
		if (!Arrays.equals(wanted, painted(viewport, target))) {
			found.add("picture: not that of " + slice + " under \"" + viewport.model().state().title() + '"'); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	private static int[] painted(Viewport viewport, RenderTarget target) {
		Image image = new Image(Display.getCurrent(), target.width(), target.height());
		GC gc = new GC(image);
		try {
			viewport.paintPicture(gc);
			return colors(image.getImageData(100));
		} finally {
			gc.dispose();
			image.dispose();
		}
	}

	/** {@return the colours of all pixels} */
	static int[] colors(ImageData data) {
		int[] all = new int[data.width * data.height];
		int[] row = new int[data.width];
		RGB[] known = new RGB[data.palette.isDirect ? 0 : 256];
		Arrays.setAll(known, i -> i < data.palette.colors.length ? data.palette.colors[i] : null);
		for (int y = 0; y < data.height; y++) {
			data.getPixels(0, y, data.width, row, 0);
			for (int x = 0; x < data.width; x++) {
				RGB color = data.palette.isDirect ? data.palette.getRGB(row[x]) : known[row[x]];
				all[y * data.width + x] = color.red << 16 | color.green << 8 | color.blue;
			}
		}
		return all;
	}

	private void checkRow(IViewPart explorer, PreviewView preview, Slice slice, List<String> found) {
		if (explorer == null) {
			return;
		}
		List<Object> rows = new ExplorerProbe(explorer).selected();
		Series shown = preview.grid().active().model().series().orElse(null);
		if (rows.size() != 1) {
			if (rows.isEmpty() && slice != null && isOpen(shown)) {
				found.add("row: none for " + slice); //$NON-NLS-1$
			}
			return;
		}
		Object row = rows.get(0);
		Series series = Adapters.adapt(row, Series.class);
		SliceStack stack = Adapters.adapt(row, SliceStack.class);
		InstanceHeader document = Adapters.adapt(row, InstanceHeader.class);
		if (series != null && series != shown) {
			found.add("row: " + row + " beside \"" + preview.getContentDescription() + '"'); //$NON-NLS-1$ //$NON-NLS-2$
		} else if (stack != null && slice != null && !stack.slices().contains(slice)) {
			found.add("row: " + row + " beside another stack"); //$NON-NLS-1$ //$NON-NLS-2$
		} else if (document != null && slice != null && !Locations.path(slice.instance()).equals(Locations.path(document))) {
			found.add("row: " + row + " beside " + slice); //$NON-NLS-1$ //$NON-NLS-2$
		}
		Study study = series == null ? Adapters.adapt(row, Study.class) : null;
		Patient patient = series == null ? Adapters.adapt(row, Patient.class) : null;
		boolean within = shown != null && (study == null || shown.study() == study)
				&& (patient == null || shown.study().patient() == patient);
		if ((study != null || patient != null) && !within) {
			found.add("parent: " + row + " beside \"" + preview.getContentDescription() + '"'); //$NON-NLS-1$ //$NON-NLS-2$
		}
		FileProblem problem = Adapters.adapt(row, FileProblem.class);
		if (problem != null
				&& (slice != null || !preview.grid().active().message().contains(fileName(Locations.path(problem.location()))))) {
			found.add("file: " + row + " beside " + (slice == null ? preview.grid().active().message() : slice)); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	/** {@return whether the explorer has a row of a series} */
	private boolean isOpen(Series series) {
		return folders.catalog().series(series.uid()).filter(open -> open == series).isPresent();
	}

	private static String fileName(Path path) {
		return String.valueOf(path.getFileName());
	}

	private static void checkAttributes(IViewPart attributes, PreviewView preview, Slice slice, Optional<Slice> now,
			List<String> found) {
		if (attributes == null) {
			return;
		}
		String heading = AttributesProbe.heading(attributes);
		if (slice != null) {
			InstanceHeader header = now.orElse(slice).instance();
			String frame = Integer.toString(slice.frame() + 1);
			if (!heading.contains(fileName(Locations.path(slice.instance()))) || slice.frame() > 0 && !heading.contains(frame)) {
				found.add("attributes: \"" + heading + "\" beside " + slice); //$NON-NLS-1$ //$NON-NLS-2$
			} else if (!AttributesProbe.value(attributes, SOP_INSTANCE_UID).equals(header.sopInstanceUid())
					|| !AttributesProbe.value(attributes, MANUFACTURER).equals(header.string(Tag.MANUFACTURER).orElse(""))) { //$NON-NLS-1$
				found.add("attributes: old or other values of " + heading); //$NON-NLS-1$
			}
			return;
		}
		Path path = Optional.ofNullable(Adapters.adapt(published(preview), InstanceHeader.class)).map(Locations::path)
				.orElse(null);
		if (path != null && !heading.contains(fileName(path))) {
			found.add("attributes: \"" + heading + "\" beside " + path); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	/** {@return the slice as a fresh look at its file gives it; absent if that is gone or lies in an archive} */
	private Optional<Slice> onDisk(Slice slice) {
		Path file = Locations.path(slice.instance());
		if (file.getFileSystem() != FileSystems.getDefault()) {
			return Optional.empty();
		}
		Catalog catalog = model.newCatalog();
		try {
			model.scan(file, new Finder(catalog, file));
		} catch (IOException e) {
			return Optional.empty();
		}
		return catalog.patients().stream().flatMap(patient -> patient.studies().stream())
				.flatMap(study -> study.series().stream()).flatMap(series -> series.stacks().stream())
				.flatMap(stack -> stack.slices().stream())
				.filter(each -> Locations.path(each.instance()).equals(file) && each.frame() == slice.frame()).findFirst();
	}

	private record Finder(Catalog catalog, Path file) implements ScanListener {

		@Override
		public void found(List<InstanceHeader> instances) {
			catalog.add(file, instances);
		}

		@Override
		public void broken(InstanceLocation path, Problem problem) {
			// Nothing to compare with.
		}

		@Override
		public void foreign(InstanceLocation path) {
			// Nothing to compare with.
		}

		@Override
		public void progress(int done, int known) {
			// One file.
		}

		@Override
		public boolean cancelled() {
			return false;
		}
	}
}
