package org.dicompreview.series.internal.grouping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;

import org.dicompreview.dicom.Tag;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.Plane;
import org.dicompreview.series.internal.Directions;
import org.dicompreview.series.internal.Images;
import org.dicompreview.series.internal.Messages;
import org.dicompreview.series.internal.grid.StackSplitter;
import org.dicompreview.series.spi.Dimension;
import org.dicompreview.series.spi.FrameGroup;
import org.dicompreview.series.spi.GroupingRule;

/**
 * Images with geometry: together are parallel planes of one frame of reference, size and colour; apart are localizers,
 * stacks that the file itself names, views of a breast, and kinds of images that share positions.
 */
@Component(property = "service.ranking:Integer=100")
public final class VolumeGrouping implements GroupingRule {

	/** From so many single images of differing orientation on, a person would rather scroll through them together. */
	private static final int FEW = 4;

	/** What the images of one stack have in common; {@code orientation} is an index, -1 for mixed. */
	private record Key(boolean localizer, int orientation, String view, String stack, int columns, int rows,
			boolean colour, String frameOfReference) {

		Key withOrientation(int other) {
			return new Key(localizer, other, view, stack, columns, rows, colour, frameOfReference);
		}
	}

	@Override
	public String name() {
		return Messages.text("grouping.volume"); //$NON-NLS-1$
	}

	@Override
	public List<FrameGroup> group(List<ImageFrame> frames) {
		return group(frames, List.of());
	}

	@Override
	public List<FrameGroup> group(List<ImageFrame> frames, List<Dimension> dimensions) {
		List<ImageFrame> placed = frames.stream().filter(frame -> frame.plane().isPresent()).toList();
		Map<Key, List<ImageFrame>> groups = new LinkedHashMap<>();
		List<Plane> orientations = new ArrayList<>();
		boolean named = stacksAreNamed(placed);
		boolean referenced = referencesAreShared(placed);
		for (ImageFrame frame : placed) {
			String reference = referenced ? frameOfReference(frame) : ""; //$NON-NLS-1$
			groups.computeIfAbsent(key(frame, orientations, named, reference), key -> new ArrayList<>()).add(frame);
		}
		return labelled(parts(joinSingles(groups), dimensions), orientations);
	}

	/** A Stack ID distinguishes stacks unless there are nearly as many as images. */
	private static boolean stacksAreNamed(List<ImageFrame> frames) {
		long names = frames.stream().map(VolumeGrouping::stackId).distinct().count();
		return names > 1 && 2 * names <= frames.size();
	}

	/** Those who replace UIDs one file at a time leave each with a frame of reference of its own. */
	private static boolean referencesAreShared(List<ImageFrame> frames) {
		long references = frames.stream().map(VolumeGrouping::frameOfReference).distinct().count();
		return references < frames.size() || references < FEW;
	}

	private static String frameOfReference(ImageFrame frame) {
		return frame.attributes().string(Tag.FRAME_OF_REFERENCE_UID).orElse(""); //$NON-NLS-1$
	}

	private static String stackId(ImageFrame frame) {
		return frame.attributes().string(Tag.STACK_ID).orElse(""); //$NON-NLS-1$
	}

	private static Key key(ImageFrame frame, List<Plane> orientations, boolean named, String reference) {
		String view = "MG".equals(Images.modality(frame)) ? Images.view(frame) : ""; //$NON-NLS-1$ //$NON-NLS-2$
		return new Key(Images.isLocalizer(frame), orientation(frame.plane().orElseThrow(), orientations), view,
				named ? stackId(frame) : "", Images.columns(frame), Images.rows(frame), Images.isColour(frame), //$NON-NLS-1$
				reference);
	}

	private static int orientation(Plane plane, List<Plane> known) {
		for (int i = known.size() - 1; i >= 0; i--) {
			if (Directions.parallel(known.get(i), plane)) {
				return i;
			}
		}
		known.add(plane);
		return known.size() - 1;
	}

	/** Joins single images that differ in orientation alone, as of a rotating projection. */
	private static Map<Key, List<ImageFrame>> joinSingles(Map<Key, List<ImageFrame>> groups) {
		Map<Key, Integer> singles = new LinkedHashMap<>();
		groups.forEach((key, frames) -> {
			if (frames.size() == 1) {
				singles.merge(key.withOrientation(-1), 1, Integer::sum);
			}
		});
		Map<Key, List<ImageFrame>> joined = new LinkedHashMap<>();
		groups.forEach((key, frames) -> {
			Key mixed = key.withOrientation(-1);
			boolean join = frames.size() == 1 && singles.get(mixed) >= FEW;
			joined.computeIfAbsent(join ? mixed : key, k -> new ArrayList<>()).addAll(frames);
		});
		return joined;
	}

	private record Part(Key key, String label, List<ImageFrame> frames) {
	}

	private static List<Part> parts(Map<Key, List<ImageFrame>> groups, List<Dimension> dimensions) {
		List<Part> parts = new ArrayList<>();
		groups.forEach((key, frames) -> {
			if (key.orientation() < 0) {
				parts.add(new Part(key, "", frames)); //$NON-NLS-1$
			} else {
				StackSplitter.split(frames, dimensions)
						.forEach(part -> parts.add(new Part(key, part.label(), part.frames())));
			}
		});
		parts.sort(Comparator.comparing(part -> part.key().localizer())); // the images first, then what located them
		return parts;
	}

	private static List<FrameGroup> labelled(Collection<Part> parts, List<Plane> orientations) {
		List<String> references = parts.stream().map(part -> part.key().frameOfReference()).distinct().toList();
		List<List<String>> facets = parts.stream().map(part -> {
			Key key = part.key();
			int reference = references.indexOf(key.frameOfReference()) + 1;
			return List.of(key.localizer() ? Messages.text("facet.localizer") : "", key.view(), //$NON-NLS-1$ //$NON-NLS-2$
					key.orientation() < 0 ? Messages.text("facet.mixed") //$NON-NLS-1$
							: Directions.name(orientations.get(key.orientation())),
					key.stack().isEmpty() ? "" : Messages.text("facet.stack", key.stack()), //$NON-NLS-1$ //$NON-NLS-2$
					part.label(), Images.size(key.columns(), key.rows()), Images.colourName(key.colour()),
					references.size() > 1 ? Messages.text("facet.frameOfReference", reference) : ""); //$NON-NLS-1$ //$NON-NLS-2$
		}).toList();
		List<String> labels = Facets.labels(facets);
		List<FrameGroup> groups = new ArrayList<>();
		for (Part part : parts) {
			groups.add(new FrameGroup(labels.get(groups.size()), part.frames()));
		}
		return groups;
	}
}
