package org.dicompreview.rendering.internal.overlay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BooleanSupplier;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.overlay.ImageOverlay;
import org.dicompreview.rendering.overlay.ImageOverlays;
import org.dicompreview.series.ImagePlane;
import org.dicompreview.series.Series;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Study;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks for overlays in the series of the same patient. */
@Component(service = ImageOverlays.class)
public final class OverlayFinder implements ImageOverlays {

	private static final String STRUCTURE_SET = "1.2.840.10008.5.1.4.1.1.481.3";
	/** More of one patient would help nobody. */
	private static final int MOST = 2_000;
	private static final System.Logger LOG = System.getLogger(OverlayFinder.class.getName());

	private final DicomReaders readers;
	private final FrameLoader loader;
	/** What was read of a file; gone with its header. A file that cannot be read has no structures, and is not read again. */
	private final Map<InstanceHeader, StructureSet> structureSets = new WeakHashMap<>();

	/** @param readers read structure sets @param loader loads frames */
	@Activate
	public OverlayFinder(@Reference DicomReaders readers, @Reference FrameLoader loader) {
		this.readers = readers;
		this.loader = loader;
	}

	@Override
	public List<ImageOverlay> find(Series series, List<SliceStack> stacks, BooleanSupplier cancelled) {
		Set<String> frames = new HashSet<>();
		stacks.forEach(stack -> stack.start().imagePlane().map(ImagePlane::frameOfReference).filter(uid -> !uid.isEmpty())
				.ifPresent(frames::add));
		FrameValues values = new FrameValues(loader); // gone with what is found
		List<ImageOverlay> found = new ArrayList<>();
		if (!frames.isEmpty()) {
			for (Study study : series.study().patient().studies()) {
				for (Series each : study.series()) {
					if (each != series && !cancelled.getAsBoolean()) {
						add(each, frames, values, found);
					}
				}
			}
		}
		return List.copyOf(found);
	}

	private void add(Series series, Set<String> frames, FrameValues values, List<ImageOverlay> found) {
		switch (series.modality()) {
			case "SEG", "RTDOSE" -> series.stacks().forEach(stack -> add(stack, frames, values, found));
			case "RTSTRUCT" -> series.documents().stream().filter(header -> STRUCTURE_SET.equals(header.sopClassUid()))
					.forEach(header -> add(series, header, frames, found));
			default -> {
				// Nothing that lies over others.
			}
		}
	}

	private static void add(SliceStack stack, Set<String> frames, FrameValues values, List<ImageOverlay> found) {
		boolean dose = "RTDOSE".equals(stack.series().modality());
		FrameVolume.of(stack, values)
				.filter(volume -> frames.contains(volume.plane().frameOfReference()) && found.size() < MOST)
				.ifPresent(volume -> found.add(dose ? new DoseOverlay(stack, volume, values)
						: new SegmentOverlay(stack, volume, found.size())));
	}

	private void add(Series series, InstanceHeader header, Set<String> frames, List<ImageOverlay> found) {
		for (StructureSet.Structure structure : structures(header).structures()) {
			if (frames.contains(structure.frameOfReference()) && found.size() < MOST) {
				found.add(new StructureOverlay(series, header, structure, found.size()));
			}
		}
	}

	private StructureSet structures(InstanceHeader header) {
		synchronized (structureSets) {
			StructureSet known = structureSets.get(header);
			if (known != null) {
				return known;
			}
		}
		StructureSet read = read(header);
		synchronized (structureSets) {
			structureSets.put(header, read);
		}
		return read;
	}

	private StructureSet read(InstanceHeader header) {
		try {
			return StructureSet.read(readers, header);
		} catch (IOException e) {
			LOG.log(System.Logger.Level.WARNING, header.location().toString(), e);
			return new StructureSet(List.of());
		}
	}
}
