package org.dicompreview.dcm4che.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.NotDicomException;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.spi.DicomReader;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.ScanListener;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.testsupport.Locations;
import org.dicompreview.testsupport.SampleStudy;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Both readers on the same files: the same headers, data sets and order, or a disagreement that is known. */
class AgreementTest {

	private static final ReadLimits LIMITS = ReadLimits.DEFAULT;

	private final DicomReader builtIn = DicomReader.builtIn();
	private final DicomReader dcm4che = new Dcm4cheReader();
	private final DicomReaders both = DicomReader.join(List.of(dcm4che, builtIn));

	@TestFactory
	Stream<DynamicTest> corpus() throws IOException {
		Path corpus = Corpus.folder();
		return Corpus.files().stream().map(file -> DynamicTest.dynamicTest(file, () -> compare(corpus, file)));
	}

	private void compare(Path corpus, String name) throws IOException {
		Path file = corpus.resolve(name);
		InstanceHeader expected;
		try {
			expected = builtIn.readHeader(file, LIMITS);
		} catch (DicomException e) {
			boolean known = Disagreements.BROKEN_OR_FOREIGN.containsKey(name);
			DicomException other = assertThrows(DicomException.class, () -> dcm4che.readHeader(file, LIMITS));
			assertEquals(known ? NotDicomException.class : e.getClass(), other.getClass());
			return;
		}
		if (Disagreements.ONLY_BUILT_IN.containsKey(name)) {
			assertThrows(DicomException.class, () -> dcm4che.readHeader(file, LIMITS));
			InstanceHeader read = both.readHeader(file, LIMITS);
			assertTrue(read.note().orElseThrow().toString().startsWith("Read by built-in, as dcm4che failed: "), //$NON-NLS-1$
					read.note().get().toString());
			assertEquals(List.of(), Differences.of(expected, read));
			return;
		}
		List<String> silence = Disagreements.ONLY_BUILT_IN_TELLS.containsKey(name)
				? List.of("problem: built-in true, dcm4che false") : List.of(); //$NON-NLS-1$
		assertEquals(silence, Differences.of(expected, dcm4che.readHeader(file, LIMITS)));
		compareDataSets(file, silence);
	}

	/** Where dcm4che finds damage, the built-in reader does too, and keeps what it has read by then. */
	private void compareDataSets(Path file, List<String> silence) throws IOException {
		DataSet expected = builtIn.readDataSet(file, LIMITS);
		DataSet actual;
		try {
			actual = dcm4che.readDataSet(file, LIMITS);
		} catch (DicomException e) {
			assertTrue(expected.problem().isPresent(), e::getMessage);
			return;
		}
		assertEquals(silence, Differences.of(expected, actual));
	}

	@Test
	void madeStudy(@TempDir Path folder) throws IOException {
		SampleStudy.write(folder);
		List<InstanceHeader> headers = scan(alone(builtIn), folder).instances(folder);
		assertFalse(headers.isEmpty());
		for (InstanceHeader header : headers) {
			assertEquals(List.of(), Differences.of(header, dcm4che.readHeader(header.location(), LIMITS)));
			assertEquals(List.of(), Differences.of(builtIn.readDataSet(header.location(), LIMITS),
					dcm4che.readDataSet(header.location(), LIMITS)));
		}
		assertEquals(slices(alone(builtIn), folder), slices(alone(dcm4che), folder));
	}

	/** Both together scan as the built-in reader alone does. */
	@Test
	void order() throws IOException {
		Path corpus = Corpus.folder();
		assertEquals(slices(alone(builtIn), corpus.resolve("series")), slices(alone(dcm4che), corpus.resolve("series"))); //$NON-NLS-1$ //$NON-NLS-2$
		List<String> alone = slices(alone(builtIn), corpus);
		List<String> together = slices(both, corpus);
		for (int i = 0; i < alone.size(); i++) {
			assertEquals(alone.get(i), together.get(i));
		}
		assertEquals(alone.size(), together.size());
	}

	/** What is packed is the same when it is unpacked. */
	@Test
	void packing(@TempDir Path folder) throws IOException {
		SampleStudy.write(folder);
		for (InstanceHeader header : scan(alone(dcm4che), folder).instances(folder)) {
			byte[] packed = dcm4che.pack(List.of(header));
			InstanceHeader again = dcm4che.unpack(FileLocation.folder(Locations.path(header).getParent()), packed).get(0);
			assertEquals(header.location(), again.location());
			assertEquals(header.size(), again.size());
			assertEquals(header.lastModified(), again.lastModified());
			assertEquals(List.of(), Differences.of(header, again));
			packed[packed.length / 2]++;
			assertThrows(DicomException.class, () -> dcm4che.unpack(folder, packed));
		}
	}

	@Test
	void choiceAndFallback() {
		assertEquals(List.of(Dcm4cheReader.NAME, DicomReader.BUILT_IN), both.names());
		assertEquals(Dcm4cheReader.NAME, both.name());
		both.prefer(builtIn.name());
		assertEquals(DicomReader.BUILT_IN, both.name());
		both.prefer(""); //$NON-NLS-1$
		assertEquals(Dcm4cheReader.NAME, both.name());
	}

	private static DicomReaders alone(DicomReader reader) {
		return DicomReader.join(List.of(reader));
	}

	private static Catalog scan(DicomReaders readers, Path folder) throws IOException {
		SeriesModel model = SeriesModel.standalone(readers);
		Catalog catalog = model.newCatalog();
		model.scan(folder, LIMITS, new ScanListener() {
			@Override
			public void found(List<InstanceHeader> instances) {
				catalog.add(folder, instances);
			}

			@Override
			public void broken(InstanceLocation path, Problem problem) {
				// compared file by file
			}

			@Override
			public void foreign(InstanceLocation path) {
				// compared file by file
			}

			@Override
			public void progress(int done, int known) {
				// of no interest here
			}

			@Override
			public boolean cancelled() {
				return false;
			}
		});
		return catalog;
	}

	/** {@return one line for each slice, in the order of the slider} */
	private static List<String> slices(DicomReaders readers, Path folder) throws IOException {
		Catalog catalog = scan(readers, folder);
		List<String> lines = new ArrayList<>();
		catalog.patients().forEach(patient -> patient.studies().forEach(study -> study.series().forEach(series -> {
			for (SliceStack stack : series.stacks()) {
				for (Slice slice : stack.slices()) {
					lines.add(line(folder, series, stack, slice));
				}
			}
		})));
		return lines;
	}

	private static String line(Path folder, Series series, SliceStack stack, Slice slice) {
		return String.format(Locale.ROOT, "%s|%d|%s|%s|%d|%s|%s#%d", series.uid(), stack.index(), stack.label(), //$NON-NLS-1$
				stack.rule(), slice.position(), slice.offset(), folder.relativize(Locations.path(slice.instance())),
				slice.frame());
	}
}
