package org.dicompreview.series.internal.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.ListedSeries;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.internal.NaturalOrder;
import org.dicompreview.series.internal.stack.Copies;
import org.dicompreview.series.internal.stack.StackBuilder;

/** The catalog: one lock over all nodes, held for moments only. */
public final class CatalogImpl implements Catalog {

	/** Texts as people sort them, empty ones last. */
	static final Comparator<String> MISSING_LAST = Comparator.comparing(String::isEmpty)
			.thenComparing(NaturalOrder.INSTANCE);
	/** Texts as people sort them, empty ones first. */
	static final Comparator<String> MISSING_FIRST = NaturalOrder.INSTANCE;

	/** A file that was changed so shortly before it was read may change again without a trace in its time. */
	private static final long YOUNG_MILLIS = 2000;

	private final Object lock = new Object();
	private final StackBuilder stackBuilder;
	private final Copies copies = new Copies();
	private final Map<String, PatientNode> patients = new HashMap<>();
	private final Map<Keys.Study, StudyNode> studies = new HashMap<>();
	private final Relatives relatives = new Relatives(lock);
	private final Map<InstanceLocation, HeaderTable> roots = new LinkedHashMap<>();
	/** Files that had just been changed when they were read. */
	private final Set<InstanceLocation> young = new HashSet<>();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	/** @param stackBuilder groups and orders what this catalog holds */
	public CatalogImpl(StackBuilder stackBuilder) {
		this.stackBuilder = stackBuilder;
	}

	Object lock() {
		return lock;
	}

	StackBuilder stackBuilder() {
		return stackBuilder;
	}

	Copies copies() {
		return copies;
	}

	Relatives relatives() {
		return relatives;
	}

	@Override
	public List<Patient> patients() {
		synchronized (lock) {
			return Collections.unmodifiableList(patients.values().stream().sorted(PatientNode.ORDER).toList());
		}
	}

	@Override
	public List<Series> series() {
		synchronized (lock) {
			return patients().stream().flatMap(patient -> patient.studies().stream())
					.flatMap(study -> study.series().stream()).toList();
		}
	}

	@Override
	public List<Series> series(InstanceLocation root) {
		synchronized (lock) {
			Set<Series> found = Collections.newSetFromMap(new IdentityHashMap<>());
			instances(root).forEach(header -> node(header).ifPresent(found::add));
			listedNodes(root).forEach(found::add);
			return series().stream().filter(found::contains).toList();
		}
	}

	@Override
	public List<InstanceLocation> roots(InstanceHeader instance) {
		synchronized (lock) {
			return roots.entrySet().stream().filter(root -> root.getValue().get(instance.location()) == instance)
					.map(Map.Entry::getKey).toList();
		}
	}

	/** With the lock held. */
	private Optional<SeriesNode> node(InstanceHeader header) {
		return Optional.ofNullable(studies.get(Keys.study(header))).map(study -> study.get(Keys.series(header)));
	}

	@Override
	public Optional<Series> series(String uid) {
		synchronized (lock) {
			return relatives.series(uid).stream().findFirst().map(node -> node);
		}
	}

	@Override
	public Optional<Series> series(String uid, String sopInstanceUid) {
		List<SeriesNode> nodes;
		synchronized (lock) {
			nodes = relatives.series(uid);
		}
		Optional<SeriesNode> found = nodes.size() < 2 ? Optional.empty() : nodes.stream().filter(node -> node.instances()
				.stream().anyMatch(header -> header.sopInstanceUid().equals(sopInstanceUid))).findFirst();
		return found.or(() -> nodes.stream().findFirst()).map(node -> node);
	}

	@Override
	public List<InstanceHeader> instances(InstanceLocation root) {
		synchronized (lock) {
			HeaderTable table = roots.get(root);
			return table == null ? List.of() : Collections.unmodifiableList(table.list());
		}
	}

	@Override
	public void add(InstanceLocation root, Collection<InstanceHeader> instances) {
		if (instances.isEmpty()) {
			return;
		}
		synchronized (lock) {
			HeaderTable table = roots.computeIfAbsent(root, key -> new HeaderTable());
			List<InstanceHeader> outdated = new ArrayList<>();
			for (InstanceHeader header : instances) {
				add(table, header, outdated);
			}
			detach(outdated);
		}
		notifyListeners();
	}

	/** A file may lie under several roots; the catalog shows it once, as it was last read. */
	private void add(HeaderTable table, InstanceHeader header, List<InstanceHeader> outdated) {
		InstanceLocation place = header.location();
		InstanceHeader known = known(place);
		boolean unchanged = known != null && isUnchanged(known, header);
		if (Math.abs(System.currentTimeMillis() - place.lastModified()) < YOUNG_MILLIS) {
			young.add(place);
		} else {
			young.remove(place);
		}
		if (known == null) {
			table.put(place, header);
			attach(header);
		} else if (unchanged) {
			table.put(place, known);
		} else {
			for (HeaderTable each : roots.values()) {
				if (each == table || each.get(place) != null) {
					each.put(place, header);
				}
			}
			outdated.add(known);
			attach(header);
		}
	}

	private boolean isUnchanged(InstanceHeader known, InstanceHeader header) {
		return known == header || known.location().isSameVersion(header.location())
				&& !young.contains(header.location()) && known.hasSameContent(header);
	}

	private InstanceHeader known(InstanceLocation location) {
		for (HeaderTable table : roots.values()) {
			InstanceHeader header = table.get(location);
			if (header != null) {
				return header;
			}
		}
		return null;
	}

	private void attach(InstanceHeader header) {
		attach(header, Keys.series(header), node -> node.add(header));
	}

	/** @param addition adds to the series what makes it one */
	private void attach(Attributes header, String key, Consumer<SeriesNode> addition) {
		StudyNode study = studies.computeIfAbsent(Keys.study(header), k -> newStudy(k, header));
		SeriesNode node = study.get(key);
		if (node == null) {
			node = new SeriesNode(this, study, key);
			addition.accept(node);
			study.add(node);
			relatives.added(node);
		} else {
			addition.accept(node);
		}
	}

	@Override
	public void list(InstanceLocation root, Collection<ListedSeries> series, Filler filler) {
		if (series.isEmpty()) {
			return;
		}
		synchronized (lock) {
			for (ListedSeries each : series) {
				attach(each.attributes(), Keys.series(each.attributes(), each.location()),
						node -> node.list(new Listed(root, each, filler, false)));
			}
		}
		notifyListeners();
	}

	@Override
	public List<InstanceLocation> listed(InstanceLocation root) {
		synchronized (lock) {
			return listedNodes(root).stream().flatMap(node -> node.listed().stream()).filter(entry -> entry.root().equals(root))
					.map(entry -> entry.series().location()).toList();
		}
	}

	@Override
	public void unlist(InstanceLocation root, Collection<InstanceLocation> series) {
		Set<InstanceLocation> gone = new HashSet<>(series);
		if (gone.isEmpty()) {
			return;
		}
		synchronized (lock) {
			for (SeriesNode node : listedNodes(root)) {
				for (Listed entry : List.copyOf(node.listed())) {
					if (entry.root().equals(root) && gone.contains(entry.series().location())) {
						unlist(node, entry);
					}
				}
			}
		}
		notifyListeners();
	}

	/** With the lock held: an entry is gone, and its instances with it. */
	private void unlist(SeriesNode node, Listed entry) {
		HeaderTable table = roots.get(entry.root());
		List<InstanceHeader> instances = node.instances();
		boolean empty = node.unlist(entry);
		if (table != null) {
			List<InstanceHeader> removed = instances.stream().filter(header -> table.remove(header.location()) != null)
					.filter(header -> known(header.location()) == null).toList();
			detach(removed);
			empty = empty && removed.isEmpty(); // else it went with them
		}
		if (empty) {
			remove(node);
		}
	}

	/** With the lock held. {@return the series of which a root lists something} */
	private List<SeriesNode> listedNodes(InstanceLocation root) {
		return studies.values().stream().flatMap(study -> study.nodes().stream())
				.filter(node -> node.listed().stream().anyMatch(entry -> entry.root().equals(root))).toList();
	}

	/** Takes up the instances of a series that was listed; those that it has no more are gone. */
	void filled(SeriesNode node, Listed entry, List<InstanceHeader> headers) {
		synchronized (lock) {
			if (!node.listed().contains(entry)) {
				return; // its root was closed meanwhile
			}
			HeaderTable table = roots.computeIfAbsent(entry.root(), key -> new HeaderTable());
			Set<InstanceLocation> now = new HashSet<>();
			List<InstanceHeader> outdated = new ArrayList<>();
			for (InstanceHeader header : headers) {
				now.add(header.location());
				add(table, header, outdated);
			}
			for (InstanceHeader header : node.instances()) {
				if (!now.contains(header.location()) && table.remove(header.location()) != null
						&& known(header.location()) == null) {
					outdated.add(header);
				}
			}
			detach(outdated);
			node.filled(entry);
		}
		notifyListeners();
	}

	private StudyNode newStudy(Keys.Study key, Attributes header) {
		PatientNode patient = patients.computeIfAbsent(Keys.patient(header), k -> new PatientNode(this, k, header));
		StudyNode node = new StudyNode(this, patient, key, header);
		patient.add(node);
		relatives.added(node);
		return node;
	}

	@Override
	public void remove(InstanceLocation root) {
		synchronized (lock) {
			List<SeriesNode> listed = listedNodes(root);
			for (SeriesNode node : listed) {
				List.copyOf(node.listed()).stream().filter(entry -> entry.root().equals(root)).forEach(entry -> unlist(node, entry));
			}
			HeaderTable table = roots.remove(root);
			if (table == null && listed.isEmpty()) {
				return;
			}
			List<InstanceHeader> gone = table == null ? List.of()
					: table.list().stream().filter(header -> known(header.location()) == null).toList();
			gone.forEach(header -> young.remove(header.location()));
			detach(gone);
		}
		notifyListeners();
	}

	@Override
	public void remove(InstanceLocation root, Collection<InstanceLocation> locations) {
		synchronized (lock) {
			HeaderTable table = roots.get(root);
			if (table == null) {
				return;
			}
			List<InstanceHeader> gone = new ArrayList<>();
			for (InstanceLocation location : new HashSet<>(locations)) {
				InstanceHeader header = table.remove(location);
				if (header != null && known(location) == null) {
					young.remove(location);
					gone.add(header);
				}
			}
			if (table.size() == 0) {
				roots.remove(root);
			}
			detach(gone);
		}
		notifyListeners();
	}

	private void detach(Collection<InstanceHeader> headers) {
		Map<SeriesNode, Set<InstanceHeader>> bySeries = new IdentityHashMap<>();
		for (InstanceHeader header : headers) {
			node(header).ifPresent(node -> bySeries
					.computeIfAbsent(node, key -> Collections.newSetFromMap(new IdentityHashMap<>())).add(header));
		}
		bySeries.forEach((node, gone) -> {
			if (node.removeAll(gone)) {
				remove(node);
			}
		});
	}

	private void remove(SeriesNode node) {
		StudyNode study = node.owner();
		relatives.removed(node);
		if (study.remove(node)) {
			studies.remove(study.key());
			relatives.removed(study);
			if (study.owner().remove(study)) {
				patients.remove(study.owner().key());
			}
		}
	}

	/** Hears that series are to be arranged by other rules. */
	public void rulesChanged() {
		synchronized (lock) {
			if (studies.isEmpty()) {
				return;
			}
			studies.values().forEach(study -> study.nodes().forEach(SeriesNode::rulesChanged));
		}
		notifyListeners();
	}

	/** Hears that a series is to be ordered by another rule. @param uid Series Instance UID */
	public void orderChanged(String uid) {
		synchronized (lock) {
			List<SeriesNode> nodes = relatives.series(uid);
			if (nodes.isEmpty()) {
				return;
			}
			nodes.forEach(SeriesNode::rulesChanged);
		}
		notifyListeners();
	}

	@Override
	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	@Override
	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}

	private void notifyListeners() {
		listeners.forEach(Runnable::run);
	}
}
