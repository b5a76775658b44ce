package org.dicompreview.ui.internal.folders;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.Finding;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.Stack;
import org.dicompreview.series.Study;

/** Sorts {@link FakeHeader}s into patients, studies and series by their names. */
public final class FakeCatalog implements Catalog {

	private final Map<Path, Map<Path, FakeHeader>> roots = new LinkedHashMap<>();
	private final Map<String, FakePatient> patients = new TreeMap<>();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	@Override
	public synchronized List<Patient> patients() {
		return List.copyOf(patients.values());
	}

	@Override
	public synchronized Optional<Series> series(String uid) {
		return patients.values().stream().flatMap(patient -> patient.studies.values().stream())
				.flatMap(study -> study.series().stream()).filter(series -> series.uid().equals(uid)).findFirst();
	}

	@Override
	public void add(Path root, Collection<InstanceHeader> instances) {
		synchronized (this) {
			for (InstanceHeader instance : instances) {
				FakeHeader header = (FakeHeader) instance;
				roots.computeIfAbsent(root, path -> new LinkedHashMap<>()).put(header.path(), header);
				FakePatient patient = patients.computeIfAbsent(header.patient(), FakePatient::new);
				FakeStudy study = patient.studies.computeIfAbsent(header.study(), uid -> new FakeStudy(patient, uid));
				study.series.computeIfAbsent(header.series(), uid -> new FakeSeries(study, uid)).headers.add(header);
			}
		}
		listeners.forEach(Runnable::run);
	}

	@Override
	public void remove(Path root) {
		remove(root, instances(root).stream().map(InstanceHeader::path).toList());
	}

	@Override
	public void remove(Path root, Collection<Path> files) {
		synchronized (this) {
			for (Path file : files) {
				FakeHeader header = roots.get(root).remove(file);
				FakePatient patient = patients.get(header.patient());
				FakeStudy study = patient.studies.get(header.study());
				FakeSeries series = study.series.get(header.series());
				series.headers.remove(header);
				if (series.headers.isEmpty()) {
					study.series.remove(series.uid);
				}
				if (study.series.isEmpty()) {
					patient.studies.remove(study.uid);
				}
				if (patient.studies.isEmpty()) {
					patients.remove(patient.name);
				}
			}
		}
		listeners.forEach(Runnable::run);
	}

	@Override
	public synchronized List<InstanceHeader> instances(Path root) {
		return List.copyOf(roots.getOrDefault(root, Map.of()).values());
	}

	@Override
	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	@Override
	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}

	private static final class FakePatient implements Patient {

		private final Map<String, FakeStudy> studies = new TreeMap<>();
		private final String name;

		FakePatient(String name) {
			this.name = name;
		}

		@Override
		public String id() {
			return "ID-" + name; //$NON-NLS-1$
		}

		@Override
		public String name() {
			return name;
		}

		@Override
		public String birthDate() {
			return "19700131"; //$NON-NLS-1$
		}

		@Override
		public String sex() {
			return "O"; //$NON-NLS-1$
		}

		@Override
		public List<Study> studies() {
			return List.copyOf(studies.values());
		}
	}

	private static final class FakeStudy implements Study {

		private final Map<String, FakeSeries> series = new TreeMap<>();
		private final FakePatient patient;
		private final String uid;

		FakeStudy(FakePatient patient, String uid) {
			this.patient = patient;
			this.uid = uid;
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
			return "20240229101500"; //$NON-NLS-1$
		}

		@Override
		public String description() {
			return "Study " + uid; //$NON-NLS-1$
		}

		@Override
		public String accessionNumber() {
			return ""; //$NON-NLS-1$
		}

		@Override
		public List<Series> series() {
			return List.copyOf(series.values());
		}
	}

	private static final class FakeSeries implements Series {

		@Override
		public List<Finding> findings() {
			return List.of();
		}


		private final List<InstanceHeader> headers = new ArrayList<>();
		private final FakeStudy study;
		private final String uid;

		FakeSeries(FakeStudy study, String uid) {
			this.study = study;
			this.uid = uid;
		}

		@Override
		public String uid() {
			return uid;
		}

		@Override
		public Study study() {
			return study;
		}

		@Override
		public OptionalInt number() {
			return OptionalInt.of(7);
		}

		@Override
		public String modality() {
			return "MR"; //$NON-NLS-1$
		}

		@Override
		public String description() {
			return "Series " + uid; //$NON-NLS-1$
		}

		@Override
		public String date() {
			return ""; //$NON-NLS-1$
		}

		@Override
		public List<InstanceHeader> instances() {
			return List.copyOf(headers);
		}

		@Override
		public List<InstanceHeader> documents() {
			return List.of();
		}

		@Override
		public int imageCount() {
			return headers.size();
		}

		@Override
		public List<Stack> stacks() {
			return List.of();
		}

		@Override
		public int version() {
			return headers.size();
		}
	}
}
