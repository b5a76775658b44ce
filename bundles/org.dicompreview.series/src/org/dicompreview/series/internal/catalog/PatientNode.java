package org.dicompreview.series.internal.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Study;
import org.dicompreview.series.internal.NaturalOrder;

/** A patient. What describes it is that of its first instance; its studies are guarded by the lock of the catalog. */
final class PatientNode implements Patient {

	static final Comparator<PatientNode> ORDER = Comparator.comparing(PatientNode::name, CatalogImpl.MISSING_LAST)
			.thenComparing(PatientNode::id, CatalogImpl.MISSING_LAST)
			.thenComparing(PatientNode::key, NaturalOrder.INSTANCE);

	private final CatalogImpl catalog;
	private final String key;
	private final String id;
	private final String name;
	private final String birthDate;
	private final String sex;
	private final List<StudyNode> studies = new ArrayList<>();

	PatientNode(CatalogImpl catalog, String key, Attributes header) {
		this.catalog = catalog;
		this.key = key;
		this.id = Keys.value(header, Tag.PATIENT_ID);
		this.name = PersonNames.name(Keys.value(header, Tag.PATIENT_NAME));
		this.birthDate = Keys.value(header, Tag.PATIENT_BIRTH_DATE);
		this.sex = Keys.value(header, Tag.PATIENT_SEX);
	}

	/** With the lock held. */
	void add(StudyNode node) {
		studies.add(node);
	}

	/** With the lock held. {@return whether none is left} */
	boolean remove(StudyNode node) {
		studies.remove(node);
		return studies.isEmpty();
	}

	String key() {
		return key;
	}

	@Override
	public String id() {
		return id;
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public String birthDate() {
		return birthDate;
	}

	@Override
	public String sex() {
		return sex;
	}

	@Override
	public List<Study> studies() {
		synchronized (catalog.lock()) {
			return Collections.unmodifiableList(studies.stream().sorted(StudyNode.ORDER).toList());
		}
	}

	@Override
	public String toString() {
		return name + " (" + id + ')'; //$NON-NLS-1$
	}
}
