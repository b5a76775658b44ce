package org.dicompreview.ui.internal.explorer;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.Finding;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Study;
import org.dicompreview.ui.FolderState;
import org.dicompreview.ui.SelectedFiles;
import org.dicompreview.ui.internal.folders.FileProblem;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IAdaptable;

/**
 * One row of the tree, as it was when its snapshot was taken. Immutable. Two nodes are equal if they stand for the same
 * thing, whatever they said about it at their time: so the tree keeps its expansion and selection while it grows.
 */
sealed abstract class Node implements IAdaptable {

	private final Object key;
	private final Label label;
	private final String image;
	private final List<Node> children;

	/**
	 * @param key   what makes it the same node in the next snapshot
	 * @param image file name of the icon, without extension
	 */
	private Node(Object key, Label label, String image, List<Node> children) {
		this.key = key;
		this.label = label;
		this.image = image;
		this.children = List.copyOf(children);
	}

	/** {@return the object of the model or the unusable file that it stands for, else the one that it belongs to} */
	abstract Optional<Object> model();

	/** {@return the series that it consists of, or the one that it belongs to} */
	abstract Stream<Series> series();

	/** {@return the first slice that it speaks of; absent for what stands for more than some slices} */
	Optional<Slice> slice() {
		return Optional.empty();
	}

	/** {@return the one instance that it stands for: one without pixels, or one that is damaged} */
	Optional<InstanceHeader> instance() {
		return Optional.empty();
	}

	/** {@return all instances that it consists of; none of what only speaks of a series} */
	Stream<InstanceHeader> instances() {
		return Stream.empty();
	}

	/** {@return the file or folder: that of its first image; absent if it has none} */
	Optional<Path> path() {
		return series().findFirst().flatMap(NodeFiles::folder);
	}

	/** {@return whether it has files below a root} */
	boolean within(Path root) {
		return series().anyMatch(series -> NodeFiles.within(series, root));
	}

	/** {@return whether it is of a root of any kind} @param catalog has what is open */
	boolean within(InstanceLocation root, Catalog catalog) {
		return FileLocation.path(root).map(this::within).orElseGet(() -> series().anyMatch(catalog.series(root)::contains));
	}

	/** {@return whether something may be wrong, rather than worth knowing} */
	boolean warns() {
		return label.warns();
	}

	/** {@return what there is to say beside the label, a line each; some may be empty} */
	List<String> facts() {
		return List.of(label.details());
	}

	/** {@return what the types of other plug-ins make of the object that it stands for; ours are of {@link NodeAdapters}} */
	@Override
	public <T> T getAdapter(Class<T> type) {
		boolean foreign = type != SelectedFiles.class && !NodeAdapters.TYPES.contains(type);
		return foreign ? NodeAdapters.object(this).map(each -> Adapters.adapt(each, type)).orElse(null) : null;
	}

	Label label() {
		return label;
	}

	/** {@return file name of the icon, without extension} */
	String image() {
		return image;
	}

	List<Node> children() {
		return children;
	}

	/** {@return whether the row of the other looks otherwise} */
	boolean differs(Node other) {
		return !label.equals(other.label) || !image.equals(other.image);
	}

	@Override
	public boolean equals(Object other) {
		return this == other || other instanceof Node node && getClass() == node.getClass() && key.equals(node.key);
	}

	@Override
	public int hashCode() {
		return key.hashCode() * 31 + getClass().hashCode();
	}

	@Override
	public String toString() {
		return getClass().getSimpleName() + ' ' + label;
	}

	/** The invisible one above all. */
	static final class Root extends Node {

		Root(List<Node> top) {
			super(Root.class, Label.NONE, "file", top); //$NON-NLS-1$
		}

		@Override
		Optional<Object> model() {
			return Optional.empty();
		}

		@Override
		Stream<Series> series() {
			return Stream.empty();
		}
	}

	/** A patient. */
	static final class OfPatient extends Node {

		private final Patient patient;

		OfPatient(Patient patient, Label label, List<Node> children) {
			super(patient, label, "patient", children); //$NON-NLS-1$
			this.patient = patient;
		}

		@Override
		Optional<Object> model() {
			return Optional.of(patient);
		}

		@Override
		Stream<Series> series() {
			return patient.studies().stream().flatMap(study -> study.series().stream());
		}

		@Override
		Stream<InstanceHeader> instances() {
			return series().flatMap(series -> series.instances().stream());
		}

		@Override
		List<String> facts() {
			return Tooltips.patient(patient);
		}
	}

	/** A study. */
	static final class OfStudy extends Node {

		private final Study study;

		OfStudy(Study study, Label label, List<Node> children) {
			super(study, label, "study", children); //$NON-NLS-1$
			this.study = study;
		}

		@Override
		Optional<Object> model() {
			return Optional.of(study);
		}

		@Override
		Stream<Series> series() {
			return study.series().stream();
		}

		@Override
		Stream<InstanceHeader> instances() {
			return series().flatMap(series -> series.instances().stream());
		}

		@Override
		List<String> facts() {
			return Tooltips.study(study);
		}
	}

	/** The studies of a day. */
	static final class OfDate extends Node {

		private final List<Study> studies;

		/** @param date as the standard has it, or empty text */
		OfDate(String date, List<Study> studies, List<Node> children) {
			super(date, Labels.date(date, studies.size()), "study", children); //$NON-NLS-1$
			this.studies = List.copyOf(studies);
		}

		@Override
		Optional<Object> model() {
			return Optional.empty();
		}

		@Override
		Stream<Series> series() {
			return studies.stream().flatMap(study -> study.series().stream());
		}

		@Override
		Stream<InstanceHeader> instances() {
			return series().flatMap(series -> series.instances().stream());
		}
	}

	/** A series. */
	static final class OfSeries extends Node {

		private final Series series;

		/** May wait for a scan, so not for the UI thread. */
		OfSeries(Series series, Label label, List<Node> children) {
			super(series, label, NodeImages.series(series), children);
			this.series = series;
		}

		/** {@return the series} */
		Series object() {
			return series;
		}

		@Override
		Optional<Object> model() {
			return Optional.of(series);
		}

		@Override
		Stream<Series> series() {
			return Stream.of(series);
		}

		@Override
		Optional<InstanceHeader> instance() {
			return series.imageCount() == 0 ? series.documents().stream().findFirst() : Optional.empty();
		}

		@Override
		Stream<InstanceHeader> instances() {
			return series.instances().stream();
		}

		@Override
		List<String> facts() {
			return Tooltips.series(series);
		}
	}

	/** One of several stacks of a series. */
	static final class OfStack extends Node {

		private record Key(Series series, int index) {
		}

		private final SliceStack stack;

		OfStack(SliceStack stack, Label label, List<Node> children) {
			super(new Key(stack.series(), stack.index()), label, "stack", children); //$NON-NLS-1$
			this.stack = stack;
		}

		/** {@return the stack} */
		SliceStack object() {
			return stack;
		}

		@Override
		Optional<Object> model() {
			return Optional.of(stack);
		}

		@Override
		Stream<Series> series() {
			return Stream.of(stack.series());
		}

		@Override
		Stream<InstanceHeader> instances() {
			return stack.slices().stream().map(Slice::instance);
		}

		@Override
		Optional<Path> path() {
			return stack.slices().get(0).instance().location().file();
		}

		@Override
		List<String> facts() {
			return Tooltips.stack(stack);
		}
	}

	/** What is said about a series or one of its stacks. */
	private abstract static sealed class AboutSeries extends Node {

		private final Series series;

		AboutSeries(Series series, Object key, Label label, String image, List<Node> children) {
			super(key, label, image, children);
			this.series = series;
		}

		@Override
		Optional<Object> model() {
			return Optional.of(series);
		}

		@Override
		Stream<Series> series() {
			return Stream.of(series);
		}
	}

	/** A result of the diagnosis of a series or stack. */
	static final class OfFinding extends AboutSeries {

		private record Key(Series series, int stack, int index) {
		}

		private static final int WHOLE_SERIES = -1;

		private final Finding finding;
		private final Optional<SliceStack> stack;

		/**
		 * @param stack of which it speaks; absent if it speaks of the whole series
		 * @param index among the findings of the stack or series
		 */
		OfFinding(Finding finding, Series series, Optional<SliceStack> stack, int index) {
			super(series, new Key(series, stack.map(SliceStack::index).orElse(WHOLE_SERIES), index), Labels.finding(finding),
					warns(finding) ? "finding_warning" : "finding_info", List.of()); //$NON-NLS-1$ //$NON-NLS-2$
			this.finding = finding;
			this.stack = stack;
		}

		private static boolean warns(Finding finding) {
			return finding.kind() != Finding.Kind.TILT && finding.kind() != Finding.Kind.CHANGING_VALUES
					&& finding.kind() != Finding.Kind.IDENTICAL_COPIES;
		}

		@Override
		boolean warns() {
			return warns(finding);
		}

		@Override
		Optional<Object> model() {
			return stack.<Object>map(each -> each).or(super::model);
		}

		@Override
		Optional<Slice> slice() {
			return finding.slices().stream().findFirst();
		}
	}

	/** An instance without pixels. */
	static final class OfDocument extends AboutSeries {

		private final InstanceHeader header;

		OfDocument(InstanceHeader header, Series series) {
			super(series, header.location(), Labels.document(header), "series_document", List.of()); //$NON-NLS-1$
			this.header = header;
		}

		@Override
		Optional<InstanceHeader> instance() {
			return Optional.of(header);
		}

		@Override
		Optional<Path> path() {
			return header.location().file();
		}

		@Override
		boolean within(Path root) {
			return NodeFiles.within(header.location(), root);
		}

		@Override
		List<String> facts() {
			return Tooltips.document(header);
		}
	}

	/** An instance whose header has a problem. */
	private abstract static sealed class OfProblemInstance extends AboutSeries {

		private record Key(InstanceLocation location) {
		}

		private final ProblemInstance instance;

		OfProblemInstance(ProblemInstance instance, String image) {
			super(instance.series(), new Key(instance.header().location()), Labels.damaged(instance.header(), instance.message()),
					image, List.of());
			this.instance = instance;
		}

		@Override
		Optional<Slice> slice() {
			return instance.slice();
		}

		@Override
		Optional<InstanceHeader> instance() {
			return Optional.of(instance.header());
		}

		@Override
		Optional<Path> path() {
			return instance.header().location().file();
		}

		@Override
		List<String> facts() {
			return List.of(instance.header().location().toString(), instance.message());
		}
	}

	/** An instance whose file is damaged, though it has its place. */
	static final class OfDamaged extends OfProblemInstance {

		OfDamaged(ProblemInstance instance) {
			super(instance, "file_broken"); //$NON-NLS-1$
		}

		@Override
		boolean warns() {
			return true;
		}
	}

	/** One of the instances of a note. */
	static final class OfNoted extends OfProblemInstance {

		OfNoted(ProblemInstance instance) {
			super(instance, "file"); //$NON-NLS-1$
		}
	}

	/** What several instances have that does not touch what is shown. */
	static final class OfNote extends AboutSeries {

		/** What tells the notes of a series apart. */
		record Key(Series series, String text) {
		}

		private final List<ProblemInstance> instances;

		OfNote(Key key, List<ProblemInstance> instances, List<Node> children) {
			super(key.series(), key, Labels.note(key.text(), instances.size()), "finding_info", children); //$NON-NLS-1$
			this.instances = instances;
		}

		@Override
		Optional<Slice> slice() {
			return instances.stream().map(ProblemInstance::slice).flatMap(Optional::stream).findFirst();
		}
	}

	/** Stands for further instances of a series that are only counted. */
	static final class OfMoreInstances extends AboutSeries {

		/** @param key of what they are more */
		OfMoreInstances(Series series, Object key, int count) {
			super(series, key, Labels.more(count), "file", List.of()); //$NON-NLS-1$
		}
	}

	/** Something about an open root. */
	private abstract static sealed class AboutFolder extends Node {

		private final InstanceLocation root;

		AboutFolder(InstanceLocation root, Label label, String image, List<Node> children) {
			super(root, label, image, children);
			this.root = root;
		}

		@Override
		Optional<Object> model() {
			return Optional.empty();
		}

		@Override
		Stream<Series> series() {
			return Stream.empty();
		}

		@Override
		Optional<Path> path() {
			return FileLocation.path(root);
		}

		@Override
		boolean within(Path other) {
			return path().filter(other::equals).isPresent();
		}

		@Override
		boolean within(InstanceLocation other, Catalog catalog) {
			return root.equals(other);
		}
	}

	/** An open root with something to say. */
	static final class OfFolder extends AboutFolder {

		private final FolderState state;

		OfFolder(FolderState state, Label label, List<Node> children) {
			super(state.root(), label, NodeImages.folder(state), children);
			this.state = state;
		}

		@Override
		List<String> facts() {
			return List.of(state.root().toString(), state.message());
		}
	}

	/** Stands for further files of a root that are only counted. */
	static final class OfMoreFiles extends AboutFolder {

		OfMoreFiles(InstanceLocation root, int count) {
			super(root, Labels.more(count), "file", List.of()); //$NON-NLS-1$
		}
	}

	/** A file that could not be used. */
	static final class OfFileProblem extends Node {

		private final FileProblem problem;

		/** @param key what tells it from the others */
		OfFileProblem(FileProblem problem, Object key, Label label) {
			super(Objects.requireNonNull(key), label, problem.foreign() || problem.missing() ? "file" : "file_broken", //$NON-NLS-1$ //$NON-NLS-2$
					List.of());
			this.problem = problem;
		}

		@Override
		Optional<Object> model() {
			return Optional.of(problem);
		}

		@Override
		Stream<Series> series() {
			return Stream.empty();
		}

		@Override
		Optional<Path> path() {
			return problem.location().file();
		}

		@Override
		boolean within(Path root) {
			return NodeFiles.within(problem.location(), root);
		}

		@Override
		List<String> facts() {
			return Tooltips.problem(problem);
		}
	}
}
