package org.dicompreview.series.validation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.NotDicomException;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.Finding;
import org.dicompreview.series.Finding.Kind;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.validation.Fault.Category;

/**
 * Validates files and the series that they make up, and keeps up with their changes: when a file changes, only that file is read,
 * and only its series is diagnosed again. Reads the disk: not for the UI thread. For one thread at a time.
 *
 * @since 0.1.0
 */
public final class FolderValidation {

	/** What is worth a look, but nothing is wrong with. */
	private static final Set<Kind> FINE = Set.of(Kind.TILT, Kind.CHANGING_VALUES);
	private static final String MEDIA_DIRECTORY = "1.2.840.10008.1.3.10"; //$NON-NLS-1$

	private final DicomReaders readers;
	private final Function<TransferSyntax, Optional<Problem>> unsupported;
	private final Path root;
	private final Catalog catalog;
	private final Map<InstanceLocation, InstanceHeader> headers = new HashMap<>();
	private final Map<InstanceLocation, InstanceHeader> added = new LinkedHashMap<>();
	private final Set<InstanceLocation> removed = new HashSet<>();
	/** Series Instance UIDs of what came, changed or went. */
	private final Set<String> touched = new HashSet<>();

	/**
	 * @param readers     read the files
	 * @param model       groups and orders them
	 * @param unsupported says why frames of a transfer syntax cannot be decoded; absent if they can
	 * @param root        names the set of files; any path
	 */
	public FolderValidation(DicomReaders readers, SeriesModel model,
			Function<TransferSyntax, Optional<Problem>> unsupported, Path root) {
		this.readers = readers;
		this.unsupported = Objects.requireNonNull(unsupported);
		this.root = root;
		catalog = model.newCatalog();
	}

	/**
	 * Reads a file that is new or has changed.
	 *
	 * @param file the file
	 * @return what is wrong with it alone; what its series has to say comes with {@link #series()}
	 * @throws IOException if it cannot be read, or is no DICOM file; it then belongs to no series any more
	 */
	public List<Fault> validate(InstanceLocation file) throws IOException {
		remove(file);
		List<Fault> faults = new ArrayList<>();
		try {
			DataSet data = readers.readDataSet(file, readers.limits());
			faults.addAll(DataSetValidation.of(data));
			data.problem().ifPresent(problem -> add(faults, Category.DAMAGE, problem));
			InstanceHeader header = note(file);
			header.problem().ifPresent(problem -> add(faults, Category.DAMAGE, problem));
			if (header.hasPixels() && header.transferSyntax().known()) {
				unsupported.apply(header.transferSyntax())
						.ifPresent(problem -> add(faults, Category.SYNTAX, problem.at(Tag.TRANSFER_SYNTAX_UID, -1)));
			}
		} catch (NotDicomException e) {
			throw e;
		} catch (DicomException e) {
			add(faults, Category.DAMAGE, e.problem());
		}
		return located(faults, file);
	}

	/** What is known of a tag already is not said in other words. */
	private static void add(List<Fault> faults, Category category, Problem problem) {
		boolean missing = problem.what().key() == DicomText.VALUE_MISSING;
		if (faults.stream().noneMatch(fault -> missing && fault.category() == Category.REQUIRED
				|| fault.category() != Category.ENCODING && problem.tag() != 0 && fault.problem().tag() == problem.tag())) {
			faults.add(new Fault(category, problem, -1));
		}
	}

	private static List<Fault> located(List<Fault> faults, InstanceLocation file) {
		return faults.stream().map(fault -> new Fault(fault.category(), fault.problem().in(file), fault.frame())).toList();
	}

	/**
	 * Reads the header of a file only, so that it is known with its series when another file of that changes.
	 *
	 * @param file the file
	 * @return the header
	 * @throws IOException if it cannot be read, or is no DICOM file
	 */
	public InstanceHeader note(InstanceLocation file) throws IOException {
		InstanceHeader header = readers.readHeader(file, readers.limits());
		if (!header.sopClassUid().equals(MEDIA_DIRECTORY)) {
			headers.put(file, header);
			added.put(file, header);
			touched.add(seriesUid(header));
		}
		return header;
	}

	/** Forgets a file that is gone, or is going to be read again. */
	public void remove(InstanceLocation file) {
		InstanceHeader header = headers.remove(file);
		if (header != null) {
			added.remove(file);
			removed.add(file);
			touched.add(seriesUid(header));
		}
	}

	private static String seriesUid(InstanceHeader header) {
		return header.string(Tag.SERIES_INSTANCE_UID).orElse(""); //$NON-NLS-1$
	}

	/**
	 * {@return what is wrong with the series that have changed since this was last asked, by Series Instance UID; an empty list for
	 * one with which all is well, or that is gone. A fault is that of the first file of which it speaks, and of a frame in it}
	 */
	public Map<String, List<Fault>> series() {
		catalog.remove(root, List.copyOf(removed));
		catalog.add(root, List.copyOf(added.values()));
		removed.clear();
		added.clear();
		Map<String, List<Fault>> faults = new HashMap<>();
		touched.forEach(uid -> faults.put(uid, new ArrayList<>()));
		for (Series series : catalog.series(root)) {
			List<Fault> own = faults.get(series.uid());
			if (own != null && !series.uid().isEmpty()) {
				own.addAll(of(series));
			}
		}
		touched.clear();
		return faults;
	}

	/** {@return what the diagnosis of a series finds wrong} @param series any series; takes time for large ones */
	public static List<Fault> of(Series series) {
		Map<Text, Fault> faults = new LinkedHashMap<>();
		List<SliceStack> stacks = series.stacks();
		Stream.concat(stacks.stream().flatMap(stack -> stack.findings().stream()), series.findings().stream())
				.filter(finding -> !FINE.contains(finding.kind()))
				.forEach(finding -> faults.putIfAbsent(finding.message(), fault(series, finding)));
		return List.copyOf(faults.values());
	}

	private static Fault fault(Series series, Finding finding) {
		Optional<Slice> slice = finding.slices().stream().findFirst();
		InstanceHeader instance = slice.map(Slice::instance).orElseGet(() -> concerned(series, finding));
		Problem problem = Problem.of(finding.message()).in(instance.location());
		return new Fault(Category.SERIES, finding.kind() == Kind.IDENTICAL_COPIES ? problem.asNote() : problem,
				slice.map(Slice::frame).orElse(-1));
	}

	/** {@return the instance that a finding without slices is shown at} */
	private static InstanceHeader concerned(Series series, Finding finding) {
		if (finding.kind() == Kind.IDENTICAL_COPIES) {
			return series.copies().keySet().stream().min((a, b) -> a.location().key().compareTo(b.location().key())).orElseThrow();
		}
		Map<String, List<InstanceHeader>> byUid = series.instances().stream()
				.collect(Collectors.groupingBy(InstanceHeader::sopInstanceUid, LinkedHashMap::new, Collectors.toList()));
		return byUid.values().stream().filter(same -> finding.kind() == Kind.DUPLICATE_INSTANCES && same.size() > 1).findFirst()
				.orElse(series.instances()).get(0);
	}
}
