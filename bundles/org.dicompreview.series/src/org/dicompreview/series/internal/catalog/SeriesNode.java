package org.dicompreview.series.internal.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Finding;
import org.dicompreview.series.Ordering;
import org.dicompreview.series.Series;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Study;
import org.dicompreview.series.internal.Images;
import org.dicompreview.series.internal.NaturalOrder;
import org.dicompreview.series.internal.stack.Diagnosis;

/** A series. Its instances are guarded by the lock of the catalog; stacks are built outside of it. */
final class SeriesNode implements Series {

	static final Comparator<SeriesNode> ORDER = Comparator
			.comparingLong((SeriesNode node) -> node.number().isPresent() ? node.number().getAsInt() : Long.MAX_VALUE)
			.thenComparing(SeriesNode::date, CatalogImpl.MISSING_LAST)
			.thenComparing(SeriesNode::key, NaturalOrder.INSTANCE);

	private final CatalogImpl catalog;
	private final StudyNode study;
	private final String key;
	private final Object buildLock = new Object();
	private final List<InstanceHeader> instances = new ArrayList<>();
	private List<InstanceHeader> snapshot;
	/** What is listed of it, for each root that lists it; guarded by the lock of the catalog. */
	private final List<Listed> listed = new ArrayList<>();
	/** Tells the end of getting its instances to all who wait for it; {@code null} if nobody gets them. */
	private CompletableFuture<Void> filling;
	private volatile Problem problem;
	/** What describes the series: the first instance, or the last known where all are gone; before, what is listed of it. */
	private volatile Attributes described;
	private int images;
	/** What is known of copies: as of the last time that somebody asked, without those that are gone. */
	private volatile Map<InstanceHeader, InstanceHeader> copies = Map.of();
	private int copiedImages;
	private int copiesVersion = -1;
	private volatile int version;
	private List<SliceStack> stacks;
	private int stacksVersion = -1;
	private List<Ordering> orderings;
	private int orderingsVersion = -1;
	private List<Finding> findings;
	private int findingsVersion = -1;

	SeriesNode(CatalogImpl catalog, StudyNode study, String key) {
		this.catalog = catalog;
		this.study = study;
		this.key = key;
	}

	/** With the lock held. */
	void add(InstanceHeader header) {
		if (instances.isEmpty()) {
			described = header;
		}
		instances.add(header);
		images += slots(header);
		changed();
	}

	/** With the lock held. {@return whether none is left} */
	boolean removeAll(Set<InstanceHeader> headers) {
		instances.removeIf(headers::contains);
		knownCopies(copies.entrySet().stream()
				.filter(entry -> !headers.contains(entry.getKey()) && !headers.contains(entry.getValue()))
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
		images = 0;
		instances.forEach(header -> images += slots(header));
		if (!instances.isEmpty()) {
			described = instances.get(0);
		}
		changed();
		return isEmpty();
	}

	/** With the lock held. {@return whether nothing is known of it any more} */
	boolean isEmpty() {
		return instances.isEmpty() && listed.isEmpty();
	}

	/** With the lock held. {@return what is listed of it} */
	List<Listed> listed() {
		return listed;
	}

	/** With the lock held: takes up what is listed of it, in the place of the entry with the same root and location. */
	void list(Listed entry) {
		Optional<Listed> before = listed.stream().filter(entry::isSame).findFirst();
		if (before.isPresent() && before.get().series().instances() == entry.series().instances()) {
			return;
		}
		before.ifPresent(listed::remove);
		listed.add(entry);
		if (described == null) {
			described = entry.series().attributes();
		}
		problem = null;
		changed();
	}

	/** With the lock held: all instances of an entry are known. */
	void filled(Listed entry) {
		if (listed.remove(entry)) {
			listed.add(entry.asFilled());
			changed();
		}
	}

	/** With the lock held. {@return whether none is left} */
	boolean unlist(Listed entry) {
		listed.remove(entry);
		changed();
		return isEmpty();
	}

	/** Gets the instances that are listed and not known, unless another thread does, for which it waits then. */
	private void fill() {
		CompletableFuture<Void> mine = new CompletableFuture<>();
		CompletableFuture<Void> others;
		List<Listed> open;
		synchronized (catalog.lock()) {
			open = listed.stream().filter(entry -> !entry.filled()).toList();
			if (open.isEmpty()) {
				return;
			}
			others = filling;
			filling = others == null ? mine : others;
		}
		if (others != null) {
			others.join();
			return;
		}
		try {
			Problem failure = null;
			for (Listed entry : open) {
				try {
					catalog.filled(this, entry, entry.filler().fill(entry.series()));
				} catch (IOException e) {
					failure = Problem.of(e);
				}
			}
			problem = failure;
		} finally {
			synchronized (catalog.lock()) {
				filling = null;
			}
			mine.complete(null);
		}
	}

	@Override
	public boolean isFilled() {
		synchronized (catalog.lock()) {
			return listed.stream().allMatch(Listed::filled);
		}
	}

	@Override
	public Optional<Problem> problem() {
		return Optional.ofNullable(problem);
	}

	/** With the lock held. */
	private void knownCopies(Map<InstanceHeader, InstanceHeader> known) {
		copies = known;
		copiedImages = known.keySet().stream().mapToInt(SeriesNode::slots).sum();
	}

	private void changed() {
		snapshot = null;
		version++;
	}

	/** With the lock held: what else has its UIDs has changed. */
	void relativesChanged() {
		version++;
	}

	/** With the lock held: stacks are to be made by other rules. */
	void rulesChanged() {
		version++;
	}

	/** Each instance with images has a slot, be its only frame truncated. */
	private static int slots(InstanceHeader header) {
		return Images.has(header) ? Math.max(1, header.frameCount()) : 0;
	}

	String key() {
		return key;
	}

	@Override
	public String uid() {
		return Keys.isUid(key) ? key : ""; //$NON-NLS-1$
	}

	StudyNode owner() {
		return study;
	}

	@Override
	public Study study() {
		return study;
	}

	@Override
	public OptionalInt number() {
		return described.integer(Tag.SERIES_NUMBER);
	}

	@Override
	public String modality() {
		return Keys.value(described, Tag.MODALITY);
	}

	@Override
	public String description() {
		return Keys.value(described, Tag.SERIES_DESCRIPTION);
	}

	@Override
	public String date() {
		return Keys.dateTime(described, Tag.SERIES_DATE, Tag.SERIES_TIME);
	}

	@Override
	public List<InstanceHeader> instances() {
		synchronized (catalog.lock()) {
			if (snapshot == null) {
				snapshot = List.copyOf(instances);
			}
			return snapshot;
		}
	}

	@Override
	public List<InstanceHeader> documents() {
		Map<InstanceHeader, InstanceHeader> known = copies;
		return instances().stream().filter(header -> !Images.has(header) && !known.containsKey(header)).toList();
	}

	@Override
	public int imageCount() {
		synchronized (catalog.lock()) {
			return images - copiedImages
					+ listed.stream().filter(entry -> !entry.filled()).mapToInt(entry -> entry.series().instances()).sum();
		}
	}

	@Override
	public Map<InstanceHeader, InstanceHeader> copies() {
		synchronized (buildLock) {
			int current = version;
			if (copiesVersion != current) {
				Map<InstanceHeader, InstanceHeader> found = catalog.copies().of(instances());
				synchronized (catalog.lock()) {
					knownCopies(found);
				}
				copiesVersion = current;
			}
			return Collections.unmodifiableMap(copies);
		}
	}

	private List<InstanceHeader> withoutCopies() {
		Map<InstanceHeader, InstanceHeader> known = copies();
		return known.isEmpty() ? instances()
				: instances().stream().filter(header -> !known.containsKey(header)).toList();
	}

	@Override
	public List<SliceStack> stacks() {
		fill();
		synchronized (buildLock) {
			int current = version; // before the instances: what comes in between makes the stacks old, not wrong
			if (stacksVersion != current) {
				stacks = catalog.stackBuilder().build(this, withoutCopies());
				stacksVersion = current;
			}
			return stacks;
		}
	}

	@Override
	public List<Ordering> orderings() {
		synchronized (buildLock) {
			int current = version;
			if (orderingsVersion != current) {
				orderings = uid().isEmpty() ? List.of() : catalog.stackBuilder().orderings(withoutCopies());
				orderingsVersion = current;
			}
			return orderings;
		}
	}

	@Override
	public Optional<String> ordering() {
		return catalog.stackBuilder().choices().chosen(uid());
	}

	@Override
	public void order(Optional<String> id) {
		catalog.stackBuilder().choices().choose(uid(), id);
	}

	@Override
	public List<Finding> findings() {
		synchronized (buildLock) {
			int current = version;
			if (findingsVersion != current) {
				List<Finding> all = new ArrayList<>(catalog.relatives().of(this));
				all.addAll(Diagnosis.of(withoutCopies()));
				Diagnosis.copies(copies()).ifPresent(all::add);
				findings = List.copyOf(all);
				findingsVersion = current;
			}
			return findings;
		}
	}

	@Override
	public int version() {
		return version;
	}

	@Override
	public String toString() {
		return uid();
	}
}
