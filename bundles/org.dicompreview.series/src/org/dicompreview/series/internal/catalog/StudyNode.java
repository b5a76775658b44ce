package org.dicompreview.series.internal.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.Study;
import org.dicompreview.series.internal.NaturalOrder;

/** A study. What describes it is that of its first instance; its series are guarded by the lock of the catalog. */
final class StudyNode implements Study {

	static final Comparator<StudyNode> ORDER = Comparator
			.comparing(StudyNode::date, CatalogImpl.MISSING_FIRST.reversed())
			.thenComparing(StudyNode::key, NaturalOrder.INSTANCE);

	private final CatalogImpl catalog;
	private final PatientNode patient;
	private final String key;
	private final String uid;
	private final String date;
	private final String description;
	private final String accessionNumber;
	private final List<SeriesNode> series = new ArrayList<>();

	StudyNode(CatalogImpl catalog, PatientNode patient, String key, InstanceHeader header) {
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
		series.add(node);
	}

	/** With the lock held. {@return whether none is left} */
	boolean remove(SeriesNode node) {
		series.remove(node);
		return series.isEmpty();
	}

	String key() {
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
			return Collections.unmodifiableList(series.stream().sorted(SeriesNode.ORDER).toList());
		}
	}

	@Override
	public String toString() {
		return uid;
	}
}
