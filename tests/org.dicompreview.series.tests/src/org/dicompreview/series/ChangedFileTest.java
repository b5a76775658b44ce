package org.dicompreview.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that changes in place gives another header and another slice, also where size and time do not tell. */
class ChangedFileTest {

	private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

	@TempDir
	private Path root;
	@TempDir
	private Path indexFolder;
	private final SeriesModel model = SeriesModel.standalone(DicomReaders.standalone());
	private final Catalog catalog = model.newCatalog();
	private final DicomObject image = Phantoms.ct(Study.of("Changed^File", "C-1", 51), 1, 1, 3, 16).get(0);

	private static final class Silent implements ScanListener {

		@Override
		public void found(List<InstanceHeader> instances) {
			// The catalog tells.
		}

		@Override
		public void broken(InstanceLocation location, Problem problem) {
			throw new AssertionError(location + ": " + problem);
		}

		@Override
		public void foreign(InstanceLocation location) {
			throw new AssertionError(location);
		}

		@Override
		public void progress(int done, int known) {
			// One file.
		}

		@Override
		public boolean cancelled() {
			return false;
		}
	}

	@BeforeEach
	void scan() throws IOException {
		write(LONG_AGO);
		model.openIndex(indexFolder);
		refresh();
	}

	private void write(FileTime time) throws IOException {
		Path file = root.resolve("image.dcm");
		DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(file, image);
		Files.setLastModifiedTime(file, time);
	}

	private void refresh() throws IOException {
		model.refresh(catalog, root, ReadLimits.DEFAULT, new Silent());
	}

	private void reread() throws IOException {
		model.reread(catalog, root, ReadLimits.DEFAULT, new Silent());
	}

	private InstanceHeader header() {
		return catalog.instances(root).get(0);
	}

	private Slice slice() {
		return catalog.series(header().string(Tag.SERIES_INSTANCE_UID).orElseThrow()).orElseThrow().stacks().get(0).start();
	}

	@Test
	void anotherTimeGivesAnotherSlice() throws IOException {
		Slice before = slice();
		write(FileTime.fromMillis(LONG_AGO.toMillis() + 10));
		refresh();
		assertNotEquals(before, slice());
	}

	@Test
	void aHeaderThatSaysOtherwiseGivesAnotherSliceThoughSizeAndTimeAreTheSame() throws IOException {
		Slice before = slice();
		image.set(Tag.RESCALE_INTERCEPT, -1025);
		write(LONG_AGO);
		reread();
		assertEquals(-1025, header().number(Tag.RESCALE_INTERCEPT).orElseThrow());
		assertNotEquals(before, slice());
		InstanceHeader now = header();
		refresh();
		assertSame(now, header(), "the index remembers what was read last");
	}

	@Test
	void aHeaderThatSaysTheSameIsKept() throws IOException {
		InstanceHeader before = header();
		reread();
		assertSame(before, header());
		refresh();
		assertSame(before, header());
	}

	@Test
	void aFileThatHadJustChangedMayHaveChangedAgain() throws IOException {
		FileTime now = FileTime.fromMillis(System.currentTimeMillis());
		write(now);
		refresh();
		Slice before = slice();
		write(now); // only pixels may have changed: the header says the same
		refresh();
		assertNotEquals(before, slice());
	}
}
