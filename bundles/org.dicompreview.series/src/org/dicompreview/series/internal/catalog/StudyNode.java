package org.dicompreview.series.internal.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.Study;
import org.dicompreview.series.internal.NaturalOrder;

/** A study. What describes it is that of its first instance; its series are guarded by the lock of the catalog. */
final class StudyNode implements Study {

	static final Comparator<StudyNode> ORDER = Comparator
			.comparing(StudyNode::date, CatalogImpl.MISSING_FIRST.reversed())
			.thenComparing(node -> node.key().study(), NaturalOrder.INSTANCE);

	private final CatalogImpl catalog;
	private final PatientNode patient;
	private final Keys.Study key;
	private final String uid;
	private final String date;
	private final String description;
	private final String accessionNumber;
	private final Map<String, SeriesNode> series = new HashMap<>();

	StudyNode(CatalogImpl catalog, PatientNode patient, Keys.Study key, Attributes header) {
		this.catalog = catalog;
		this.patient = patient;
		this.key = key;
		this.uid = Keys.value(header, Tag.STUDY_INSTANCE_UID);
		this.date = Keys.dateTime(header, Tag.STUDY_DATE, Tag.STUDY_TIME);
		this.description = Keys.value(header, Tag.STUDY_DESCRIPTION);
		this.accessionNumber = Keys.value(header, Tag.ACCESSION_NUMBER);
	}

	/** With the lock held. */
	void add(SeriesNode node) {
		series.put(node.key(), node);
	}

	/** With the lock held. {@return the series with this key, or {@code null}} */
	SeriesNode get(String seriesKey) {
		return series.get(seriesKey);
	}

	/** With the lock held. {@return its series, in no order} */
	Collection<SeriesNode> nodes() {
		return series.values();
	}

	/** With the lock held. {@return whether none is left} */
	boolean remove(SeriesNode node) {
		series.remove(node.key());
		return series.isEmpty();
	}

	Keys.Study key() {
		return key;
	}

	PatientNode owner() {
		return patient;
	}

	@Override
	public String uid() {
		return uid;
	}

	@Override
	public Patient patient() {
		return patient;
	}

	@Override
	public String date() {
		return date;
	}

	@Override
	public String description() {
		return description;
	}

	@Override
	public String accessionNumber() {
		return accessionNumber;
	}

	@Override
	public List<Series> series() {
		synchronized (catalog.lock()) {
			return Collections.unmodifiableList(series.values().stream().sorted(SeriesNode.ORDER).toList());
		}
	}

	@Override
	public String toString() {
		return uid;
	}
}
