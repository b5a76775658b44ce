package org.dicompreview.ui.internal.attributes;

import static org.dicompreview.ui.internal.attributes.Samples.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of data sets. */
class AttributeTreeTest {

	@TempDir
	private Path folder;

	@Test
	void everyColumnOfAnElement() throws IOException {
		Row type = row(rows(Samples.read(folder, Samples.object()), -1), "(0008,0008)");
		assertEquals("ImageType", type.keyword());
		assertEquals("Image Type", type.name());
		assertEquals("CS", type.vr());
		assertEquals("22", type.length());
		assertEquals("ORIGINAL\\PRIMARY\\AXIAL", type.value());
		assertFalse(type.hasChildren());
	}

	@Test
	void metaInformationIsThereAndIdentifiersAreNamed() throws IOException {
		List<Row> rows = rows(Samples.read(folder, Samples.object()), -1);
		Row syntax = row(rows, "(0002,0010)");
		assertEquals("1.2.840.10008.1.2.1", syntax.value());
		assertTrue(syntax.shown().contains("Explicit VR Little Endian"), syntax.shown());
	}

	@Test
	void sequencesHoldItemsAndTheseElements() throws IOException {
		Row sequence = row(rows(Samples.read(folder, Samples.nested()), -1), "(0008,2218)");
		List<Row> items = sequence.children();
		assertEquals(2, items.size());
		assertEquals("Head", items.get(0).shown());
		assertEquals("Neck", row(items.get(1).children(), "(0008,0104)").value());
		assertEquals(sequence, items.get(1).parent());
		assertEquals(2, items.get(1).children().get(0).depth());
	}

	@Test
	void privateElementsSayWhoseTheyAre() throws IOException {
		Row row = row(rows(Samples.read(folder, Samples.nested()), -1), Tag.format(Samples.PRIVATE));
		assertEquals("[ACME 1.0]", row.name());
		assertFalse(row.shown().contains("\n"), "one line");
		assertTrue(row.value().contains("\n"), "as it stands in the file");
		assertTrue(row.details().stream().anyMatch(line -> line.contains("ACME 1.0")));
	}

	@Test
	void ofBinaryValuesOnlyTheBeginningIsShown() throws IOException {
		Row row = row(rows(Samples.read(folder, Samples.nested()), -1), "(6000,3000)");
		assertEquals("100000", row.length());
		assertTrue(row.value().length() < 1000);
		assertTrue(row.value().endsWith("\u2026"), row.value());
	}

	@Test
	void theFrameComesFirstWithoutTheSequencesOfItsGroups() throws IOException {
		DataSet data = Samples.read(folder, Samples.enhanced(3));
		Row second = rows(data, 1).get(0);
		assertTrue(second.tag().contains("2"), second.tag());
		assertEquals("0\\0\\5", row(second.children(), "(0020,0032)").value());
		assertEquals("2\\7", row(second.children(), "(0020,9157)").value());
		Row third = rows(data, 2).get(0);
		assertEquals(second, third, "the same row, so that it stays open");
		assertEquals(second.children(), third.children());
		assertEquals("0\\0\\10", row(third.children(), "(0020,0032)").value());
		assertEquals(rows(data, -1).size() + 1, rows(data, 2).size());
	}

	@Test
	void aFrameThatTheFileDoesNotDescribeHasNoRow() throws IOException {
		DataSet data = Samples.read(folder, Samples.enhanced(3));
		assertEquals(rows(data, -1), rows(data, 3));
	}

	@Test
	void rowsOfTwoInstancesAreEqualByTheirPlace() throws IOException {
		List<Row> one = rows(Samples.read(folder, Samples.nested()), 0);
		List<Row> other = rows(Samples.read(folder, Samples.nested().set(Tag.PATIENT_ID, "other").set(Tag.MODALITY, "CT")), 0);
		assertEquals(row(one, "(0010,0020)"), row(other, "(0010,0020)"));
		Row items = row(one, "(0008,2218)");
		assertEquals(items.children(), row(other, "(0008,2218)").children());
		assertNotEquals(items.children().get(0), items.children().get(1));
		assertNotEquals(items.children().get(0).children().get(0), items.children().get(1).children().get(0));
	}

	@Test
	void veryManyItemsComeInRangesAndNoneIsLost() throws IOException {
		int frames = 2 * ElementRow.RANGE + 1;
		Row sequence = row(rows(Samples.read(folder, Samples.enhanced(frames)), -1), "(5200,9230)");
		assertEquals(3, sequence.children().size());
		List<Row> items = sequence.children().stream().flatMap(range -> range.children().stream()).toList();
		assertEquals(frames, items.size());
		assertEquals(frames, new HashSet<>(items).size());
		assertEquals(Collections.nCopies(frames, 2), items.stream().map(Row::depth).toList());
	}

	private static List<Row> rows(DataSet data, int frame) {
		return AttributeTree.of(data, frame).roots();
	}
}
