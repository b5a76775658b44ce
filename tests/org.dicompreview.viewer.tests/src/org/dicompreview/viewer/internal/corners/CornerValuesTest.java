package org.dicompreview.viewer.internal.corners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.Slice;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.Locations;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.dicompreview.viewer.corners.Corner;
import org.dicompreview.viewer.corners.CornerLine;
import org.dicompreview.viewer.corners.CornerTextStore;
import org.dicompreview.viewer.corners.CornerTexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CornerValuesTest {

	/** Patient Comments, which no scan keeps. */
	private static final int COMMENTS = 0x00104000;

	private final Semaphore answers = new Semaphore(0);
	private final CornerTextStore store = new CornerTextStore();
	private final CornerValues values = new CornerValues(store, DicomReaders.standalone(), answers::release);
	@TempDir
	private Path folder;

	@AfterEach
	void close() {
		values.close();
	}

	private void show(String... lines) {
		store.setTexts(new CornerTexts(Map.of(CornerTexts.OTHERS,
				Map.of(Corner.TOP_LEFT, List.of(lines).stream().map(CornerLine::parse).toList()))));
	}

	private List<Series> series(List<DicomObject> images) throws IOException {
		SampleStudy.write(folder, images);
		return SeriesModel.standalone(DicomReaders.standalone()).read(folder).patients().stream()
				.flatMap(patient -> patient.studies().stream()).flatMap(study -> study.series().stream()).toList();
	}

	private List<String> whenRead(Slice slice) throws InterruptedException {
		values.lines(slice, Corner.TOP_LEFT);
		assertTrue(answers.tryAcquire(30, TimeUnit.SECONDS), "an answer"); //$NON-NLS-1$
		return values.lines(slice, Corner.TOP_LEFT);
	}

	@Test
	void whatTheScanKnowsIsThereAtOnceTheRestIsReadOfTheSameInstance() throws Exception {
		List<DicomObject> images = new ArrayList<>();
		for (int patient = 1; patient <= 2; patient++) {
			int number = patient;
			List<DicomObject> each = Phantoms.ct(Study.of("Corner^" + patient, "C-" + patient, patient), 1, 2, 3, 16); //$NON-NLS-1$ //$NON-NLS-2$
			each.forEach(image -> image.set(COMMENTS, "of patient " + number)); //$NON-NLS-1$
			images.addAll(each);
		}
		List<Series> series = series(images);
		show("PatientName", "Note: PatientComments", "(0019,1001)"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals(2, series.size());
		for (Series each : series) {
			String number = each.study().patient().id().substring(2);
			Slice slice = each.stacks().get(0).slices().get(0);
			assertEquals(List.of("Corner, " + number), values.lines(slice, Corner.TOP_LEFT)); //$NON-NLS-1$
			assertEquals(List.of("Corner, " + number, "Note of patient " + number), whenRead(slice)); //$NON-NLS-1$ //$NON-NLS-2$
			assertEquals(List.of(), values.lines(slice, Corner.BOTTOM_LEFT));
		}
	}

	@Test
	void functionalGroupsOfTheFrameComeFirst() throws Exception {
		List<DicomObject> images = Phantoms.ct(Study.of("Frame^Groups", "F", 3), 1, 1, 3, 16); //$NON-NLS-1$ //$NON-NLS-2$
		images.get(0).set(COMMENTS, "of the instance") //$NON-NLS-1$
				.sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
						new DicomObject().sequence(Tag.PIXEL_MEASURES_SEQUENCE, new DicomObject().set(Tag.ECHO_TIME, 100)))
				.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, new DicomObject(),
						new DicomObject().sequence(Tag.FRAME_CONTENT_SEQUENCE, new DicomObject().set(Tag.ECHO_TIME, 120)));
		DataSet data = DicomReaders.standalone().readDataSet(SampleStudy.write(folder, images).get(0), store.limits());
		assertEquals(List.of("100"), AttributeSearch.values(data, 0, Tag.ECHO_TIME)); //$NON-NLS-1$
		assertEquals(List.of("120"), AttributeSearch.values(data, 1, Tag.ECHO_TIME)); //$NON-NLS-1$
		assertEquals(List.of("100"), AttributeSearch.values(data, 2, Tag.ECHO_TIME)); //$NON-NLS-1$
		assertEquals(List.of("of the instance"), AttributeSearch.values(data, 1, COMMENTS)); //$NON-NLS-1$
	}

	@Test
	void aFileThatIsGoneIsAskedForOnce() throws Exception {
		Slice slice = series(Phantoms.ct(Study.of("Gone^File", "G", 4), 1, 1, 3, 16)).get(0).stacks().get(0).slices().get(0); //$NON-NLS-1$ //$NON-NLS-2$
		show("PatientID PatientComments"); //$NON-NLS-1$
		Files.delete(Locations.path(slice.instance()));
		assertEquals(List.of("G"), whenRead(slice)); //$NON-NLS-1$
		assertEquals(List.of("G"), values.lines(slice, Corner.TOP_LEFT)); //$NON-NLS-1$
		assertTrue(!answers.tryAcquire(400, TimeUnit.MILLISECONDS), "it is not read again"); //$NON-NLS-1$
	}
}
