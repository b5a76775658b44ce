package org.dicompreview.ui.internal.attributes;

import static org.dicompreview.ui.internal.attributes.Samples.row;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts for the clipboard. */
class RowTextsTest {

	@TempDir
	private Path folder;
	private AttributeTree tree;

	@BeforeEach
	void read() throws IOException {
		tree = AttributeTree.of(Samples.read(folder, Samples.nested()), -1);
	}

	@Test
	void aRowIsItsColumnsBetweenTabs() {
		String line = RowTexts.rows(List.of(row(tree.roots(), "(0010,0020)")));
		assertEquals("(0010,0020)\tPatientID\tPatient ID\tLO\t4\tP-17", line);
	}

	@Test
	void aValueIsCopiedAsItStandsInTheFile() {
		List<Row> rows = List.of(row(tree.roots(), "(0008,0016)"), row(tree.roots(), "(0008,0008)"));
		assertEquals("1.2.840.10008.5.1.4.1.1.2" + System.lineSeparator() + "ORIGINAL\\PRIMARY\\AXIAL", RowTexts.values(rows));
	}

	@Test
	void allRowsHaveOneLineWithSixColumnsAndSayHowDeepTheyAre() {
		String[] lines = RowTexts.all(Matches.all(tree), () -> false).split(System.lineSeparator());
		assertArrayEquals(RowTexts.titles().toArray(), lines[0].split("\t"));
		for (String line : lines) {
			assertEquals(5, line.chars().filter(c -> c == '\t').count(), line);
		}
		// title, roots, two items with two elements each
		assertEquals(1 + tree.roots().size() + 2 + 4, lines.length);
		assertTrue(Arrays.stream(lines).anyMatch(line -> line.startsWith(">>(0008,0104)\t") && line.endsWith("\tNeck")));
		assertTrue(Arrays.stream(lines).anyMatch(line -> line.endsWith("\tsecret value")), "no line breaks");
	}

	@Test
	void whatTheSearchLeavesIsAll() {
		Matches matches = Matches.in(tree, SearchText.of("neck"), () -> false);
		assertEquals(4, RowTexts.all(matches, () -> false).split(System.lineSeparator()).length);
	}
}
