package org.dicompreview.series.internal.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.dicompreview.dicom.Text;
import org.dicompreview.dicom.Texts;
import org.dicompreview.series.Finding;
import org.dicompreview.series.Finding.Kind;
import org.dicompreview.series.SeriesText;

/**
 * Studies and series that have a UID in common though they are several: of different patients, or series of different
 * studies. Each of them says so. Guarded by the lock of the catalog.
 */
final class Relatives {

	private static final int MOST_NAMED = 3;
	private static final Comparator<SeriesNode> TREE_ORDER = Comparator
			.comparing((SeriesNode node) -> node.owner().owner(), PatientNode.ORDER)
			.thenComparing(SeriesNode::owner, StudyNode.ORDER).thenComparing(SeriesNode.ORDER);

	private final Object lock;
	private final Map<String, List<StudyNode>> studies = new HashMap<>();
	private final Map<String, List<SeriesNode>> series = new HashMap<>();

	Relatives(Object lock) {
		this.lock = lock;
	}

	/** With the lock held. */
	void added(StudyNode study) {
		if (Keys.isUid(study.key().study())) {
			added(studies, study.key().study(), study).forEach(each -> changed(each.nodes()));
		}
	}

	/** With the lock held. */
	void removed(StudyNode study) {
		removed(studies, study.key().study(), study).forEach(each -> changed(each.nodes()));
	}

	/** With the lock held. */
	void added(SeriesNode node) {
		if (Keys.isUid(node.key())) {
			changed(added(series, node.key(), node));
		}
	}

	/** With the lock held. */
	void removed(SeriesNode node) {
		changed(removed(series, node.key(), node));
	}

	private static void changed(Collection<SeriesNode> nodes) {
		nodes.forEach(SeriesNode::relativesChanged);
	}

	/** {@return those that were there already} */
	private static <T> List<T> added(Map<String, List<T>> all, String key, T node) {
		List<T> others = all.getOrDefault(key, List.of());
		List<T> now = new ArrayList<>(others);
		now.add(node);
		all.put(key, List.copyOf(now));
		return others;
	}

	/** {@return those that are left} */
	private static <T> List<T> removed(Map<String, List<T>> all, String key, T node) {
		List<T> left = all.getOrDefault(key, List.of()).stream().filter(each -> each != node).toList();
		if (left.isEmpty()) {
			all.remove(key);
		} else {
			all.put(key, left);
		}
		return left;
	}

	/** With the lock held. {@return all series with this UID, in the order of the tree} */
	List<SeriesNode> series(String uid) {
		List<SeriesNode> nodes = series.getOrDefault(uid, List.of());
		return nodes.size() < 2 ? nodes : nodes.stream().sorted(TREE_ORDER).toList();
	}

	/** {@return a finding for each UID that a series or its study has in common with others} */
	List<Finding> of(SeriesNode node) {
		synchronized (lock) {
			StudyNode study = node.owner();
			List<SeriesNode> twins = series(node.key()).stream().filter(each -> each != node).toList();
			List<Finding> findings = new ArrayList<>();
			Set<String> patients = names(twins.stream().map(SeriesNode::owner), study, Relatives::patient);
			Stream<StudyNode> mine = twins.stream().map(SeriesNode::owner)
					.filter(each -> each.key().patient().equals(study.key().patient()));
			Set<String> others = names(mine, study, StudyNode::uid);
			Set<String> ofStudy = names(studies.getOrDefault(study.key().study(), List.of()).stream(), study,
					Relatives::patient);
			ofStudy.removeAll(patients);
			add(findings, SeriesText.SHARED_SERIES, patients);
			add(findings, SeriesText.SEVERAL_STUDIES, others);
			add(findings, SeriesText.SHARED_STUDY, ofStudy);
			return findings;
		}
	}

	/** {@return what tells other studies from one, without those that this does not tell from it} */
	private static Set<String> names(Stream<StudyNode> others, StudyNode study, Function<StudyNode, String> name) {
		Set<String> names = new LinkedHashSet<>();
		others.filter(each -> each != study).map(name).sorted().forEach(names::add);
		names.remove(name.apply(study));
		return names;
	}

	private static String patient(StudyNode study) {
		String id = study.owner().id();
		return !id.isEmpty() ? id
				: study.owner().name().isEmpty() ? Texts.words(SeriesText.UNKNOWN_PATIENT) : study.owner().name();
	}

	private static void add(List<Finding> findings, SeriesText key, Set<String> names) {
		if (!names.isEmpty()) {
			List<String> some = names.stream().limit(MOST_NAMED).toList();
			String text = String.join(", ", some) + (names.size() > MOST_NAMED ? ", …" : ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			findings.add(new Finding(Kind.CONTRADICTION, Text.of(key, text), List.of()));
		}
	}
}
