package org.dicompreview.dicom.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.NotDicomException;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.PixelStream;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.dicom.Texts;
import org.dicompreview.dicom.spi.DicomReader;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankedReadersTest {

	private static final ReadLimits LIMITS = ReadLimits.DEFAULT;

	/** Reads nothing, with or without grace. */
	private record Failing(RuntimeException fault) implements DicomReader {

		@Override
		public String name() {
			return "failing"; //$NON-NLS-1$
		}

		private <T> T fail(InstanceLocation file) throws DicomException {
			if (fault != null) {
				throw fault;
			}
			throw new DicomException(Problem.of(Text.verbatim("too odd")).at(Tag.ROWS, 7).in(file));
		}

		@Override
		public InstanceHeader readHeader(InstanceLocation file, ReadLimits limits) throws IOException {
			return fail(file);
		}

		@Override
		public DataSet readDataSet(InstanceLocation file, ReadLimits limits) throws IOException {
			return fail(file);
		}

		@Override
		public byte[] readValue(InstanceLocation file, Element element, ReadLimits limits) throws IOException {
			return fail(file);
		}

		@Override
		public PixelSource openPixels(InstanceHeader header, ReadLimits limits) throws IOException {
			return fail(header.location());
		}

		@Override
		public PixelStream openStream(InstanceHeader header, ReadLimits limits) throws IOException {
			return fail(header.location());
		}
	}

	private final DicomReader builtIn = new BuiltInReader();
	@TempDir
	private Path folder;

	private Path file() throws IOException {
		Path file = folder.resolve("image.dcm"); //$NON-NLS-1$
		DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(file,
				Phantoms.ct(Study.of("Doe^Jane", "1", 1), 1, 1, 1, 16).get(0)); //$NON-NLS-1$ //$NON-NLS-2$
		return file;
	}

	@Test
	void theNextReaderTakesOverWithANote() throws IOException {
		Path file = file();
		for (DicomReader failing : List.of(new Failing(null), new Failing(new IllegalStateException("too odd")))) { //$NON-NLS-1$
			DicomReaders readers = RankedReaders.of(List.of(failing, builtIn));
			InstanceHeader header = readers.readHeader(file, LIMITS);
			Problem said = header.note().orElseThrow();
			String note = Texts.words(said);
			assertTrue(note.startsWith("Read by built-in, as failing failed: "), note); //$NON-NLS-1$
			assertTrue(note.endsWith("too odd"), note); //$NON-NLS-1$
			assertEquals(16, header.integer(Tag.ROWS).orElseThrow());
			assertEquals(16, readers.readDataSet(file, LIMITS).integer(Tag.ROWS).orElseThrow());
			try (PixelSource pixels = readers.openPixels(header, LIMITS)) {
				assertEquals(Optional.of(said), pixels.note());
				assertEquals(512, pixels.frame(0).length());
			}
		}
	}

	@Test
	void thePreferredReaderLeavesNoNote() throws IOException {
		DicomReaders readers = RankedReaders.of(List.of(builtIn, new Failing(null)));
		assertEquals(Optional.empty(), readers.readHeader(file(), LIMITS).note());
		assertEquals("built-in", readers.name()); //$NON-NLS-1$
	}

	@Test
	void theFirstFailureCountsIfAllFail() throws IOException {
		Path foreign = Files.write(folder.resolve("foreign"), new byte[500]); //$NON-NLS-1$
		DicomReaders odd = RankedReaders.of(List.of(new Failing(null), builtIn));
		assertEquals("too odd", assertThrows(DicomException.class, () -> odd.readHeader(foreign, LIMITS)).problem().what().toString()); //$NON-NLS-1$
		DicomReaders usual = RankedReaders.of(List.of(builtIn, new Failing(null)));
		Path missing = folder.resolve("missing"); //$NON-NLS-1$
		assertThrows(NoSuchFileException.class, () -> usual.readHeader(missing, LIMITS));
		assertThrows(DicomException.class, () -> RankedReaders.of(List.of()).readHeader(foreign, LIMITS));
	}

	@Test
	void aFileIsForeignOnlyIfAllReadersSaySo() throws IOException {
		Path foreign = Files.write(folder.resolve("foreign"), new byte[500]); //$NON-NLS-1$
		DicomReaders agreed = RankedReaders.of(List.of(builtIn, new BuiltInReader()));
		assertThrows(NotDicomException.class, () -> agreed.readHeader(foreign, LIMITS));
		DicomReaders other = RankedReaders.of(List.of(builtIn, new Failing(null)));
		assertEquals("too odd", assertThrows(DicomException.class, () -> other.readHeader(foreign, LIMITS)).problem().what().toString()); //$NON-NLS-1$
	}

	@Test
	void aSnapshotStaysAsItIs() throws IOException {
		RankedReaders readers = RankedReaders.of(List.of(builtIn, new Failing(null)));
		DicomReaders snapshot = readers.snapshot();
		readers.prefer("failing"); //$NON-NLS-1$
		readers.removeReader(builtIn);
		assertEquals("failing", readers.name()); //$NON-NLS-1$
		ReadLimits few = new ReadLimits(1, 2, 3, 4, 5);
		readers.setLimits(few);
		assertEquals(few, readers.limits());
		assertEquals(few, readers.snapshot().limits());
		assertEquals(ReadLimits.DEFAULT, snapshot.limits());
		assertEquals("built-in", snapshot.name()); //$NON-NLS-1$
		assertEquals(List.of("built-in", "failing"), snapshot.names()); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(16, snapshot.readHeader(file(), LIMITS).integer(Tag.ROWS).orElseThrow());
	}

	@Test
	void theReadersOnTheClassPathAreFoundWithoutOsgi() throws IOException {
		DicomReaders readers = DicomReaders.standalone();
		assertTrue(readers.names().contains(DicomReader.BUILT_IN), readers.names()::toString);
		assertEquals(16, readers.readHeader(file(), LIMITS).integer(Tag.ROWS).orElseThrow());
		assertEquals(DicomReader.BUILT_IN, DicomReader.builtIn().name());
	}

	@Test
	void choiceThenRankingThenAgeDecides() {
		RankedReaders readers = new RankedReaders();
		DicomReader second = new Failing(null);
		DicomReader best = new Failing(null);
		readers.addReader(second, Map.of("service.id", 2L)); //$NON-NLS-1$
		readers.addReader(builtIn, Map.of("service.id", 1L)); //$NON-NLS-1$
		assertEquals(List.of(builtIn, second), readers.readers());
		readers.prefer("failing"); //$NON-NLS-1$
		assertEquals(List.of(second, builtIn), readers.readers());
		assertEquals(List.of("built-in", "failing"), readers.names()); //$NON-NLS-1$ //$NON-NLS-2$
		readers.prefer(""); //$NON-NLS-1$
		readers.removeReader(second);
		readers.addReader(best, Map.of("service.id", 3L, "service.ranking", 10)); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(List.of(best, builtIn), readers.readers());
	}
}
