package org.dicompreview.fuzz;

import static org.dicompreview.fuzz.Target.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.internal.model.HeaderPool;
import org.dicompreview.dicom.internal.parse.HeaderReader;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.Finding;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Playback;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Study;
import org.dicompreview.series.internal.model.DefaultSeriesModel;

/** Grouping and ordering: several instances are read, put into a catalog and made into stacks. */
final class SeriesTarget implements Target {

	private static final ReadLimits LIMITS = new ReadLimits(64, 20_000, 1 << 16, 1 << 19, 1 << 20);
	private static final Path ROOT = Path.of("/series");
	private static final int MOST_INSTANCES = 80;
	/** Frames of a few bits would be many in a short input, and say no more. */
	private static final int MOST_FRAMES = 4000;

	private final HeaderReader reader = new HeaderReader(new HeaderPool());
	private final DefaultSeriesModel model = DefaultSeriesModel.standalone(DicomReaders.standalone(), 1);

	@Override
	public Map<String, byte[]> seeds() {
		return SeriesSeeds.all();
	}

	@Override
	public void run(byte[] input) {
		List<InstanceHeader> headers = new ArrayList<>();
		for (byte[] bytes : DataSets.split(input, input.length, MOST_INSTANCES)) {
			read(bytes, headers);
		}
		if (headers.isEmpty() || headers.stream().mapToLong(InstanceHeader::frameCount).sum() > MOST_FRAMES) {
			return;
		}
		Catalog catalog = model.newCatalog();
		catalog.add(ROOT, headers.subList(0, headers.size() / 2));
		all(catalog).forEach(Series::stacks); // what was made before is made anew
		catalog.add(ROOT, headers.subList(headers.size() / 2, headers.size()));
		look(catalog, headers);
		catalog.remove(ROOT, List.of(headers.get(0).location()));
		look(catalog, headers.subList(1, headers.size()));
	}

	private void read(byte[] bytes, List<InstanceHeader> headers) {
		Path file = ROOT.resolve("IM" + headers.size());
		try {
			headers.add(reader.read(InstanceBytes.of(bytes), FileLocation.of(file, bytes.length, 0), LIMITS));
		} catch (IOException e) {
			Target.reason(e);
		}
	}

	private static List<Series> all(Catalog catalog) {
		return catalog.patients().stream().map(Patient::studies).flatMap(List::stream).map(Study::series)
				.flatMap(List::stream).toList();
	}

	private static void look(Catalog catalog, List<InstanceHeader> headers) {
		Map<InstanceHeader, Set<Integer>> shown = new HashMap<>();
		int documents = 0;
		for (Series series : all(catalog)) {
			int slices = 0;
			for (SliceStack stack : series.stacks()) {
				stack(stack, shown);
				slices += stack.slices().size();
			}
			check("images are counted", slices == series.imageCount(), slices + " of " + series.imageCount());
			documents += series.documents().size();
			series.findings().forEach(SeriesTarget::finding);
		}
		check("no instance is dropped", complete(headers, shown) && documents <= headers.size(), headers);
	}

	/** {@return whether all frames are there} Of instances with the same UID one may stand for the others. */
	private static boolean complete(List<InstanceHeader> headers, Map<InstanceHeader, Set<Integer>> shown) {
		Set<String> seen = new HashSet<>();
		Set<String> repeated = new HashSet<>();
		headers.stream().map(InstanceHeader::sopInstanceUid).filter(uid -> !seen.add(uid)).forEach(repeated::add);
		return headers.stream().filter(InstanceHeader::hasPixels)
				.filter(header -> !repeated.contains(header.sopInstanceUid()))
				.allMatch(header -> shown.getOrDefault(header, Set.of()).size() == Math.max(1, header.frameCount()));
	}

	private static void stack(SliceStack stack, Map<InstanceHeader, Set<Integer>> shown) {
		check("no stack is empty", !stack.slices().isEmpty(), stack.label());
		check("the start is one of the slices", stack.slices().contains(stack.start()), stack.start());
		stack.axes().forEach(axis -> check("an axis has values", axis.size() > 1, axis));
		for (Slice slice : stack.slices()) {
			check("a frame is shown once",
					shown.computeIfAbsent(slice.instance(), key -> new HashSet<>()).add(slice.frame()), slice);
			int[] coordinates = new int[stack.axes().size()];
			for (int i = 0; i < coordinates.length; i++) {
				coordinates[i] = slice.coordinate(i);
			}
			check("a slice is where it says", stack.slice(slice.position(), coordinates).filter(slice::equals)
					.isPresent(),
					slice);
		}
		for (int i = 0; i < stack.positions(); i++) {
			check("a position has a label", stack.positionLabel(i) != null, i);
		}
		stack.findings().forEach(SeriesTarget::finding);
		playback(Playback.of(stack));
		check("words are there", stack.rule() != null && stack.towards() != null
				&& stack.from() != null, stack.label());
	}

	private static void playback(Playback playback) {
		check("images follow each other", Double.isFinite(playback.rate()) && playback.rate() > 0, playback.rate());
		for (double elapsed : new double[] { 0, 40, 1e7 }) {
			int index = playback.indexOf(playback.step(elapsed, playback.sweeping()), playback.sweeping());
			check("what plays is there", index >= playback.first() && index <= playback.last(), index);
			check("time goes on", playback.untilNext(elapsed, playback.sweeping()) >= 0, elapsed);
		}
	}

	private static void finding(Finding finding) {
		check("a finding has words", !finding.message().toString().isBlank(), finding.kind());
	}
}
