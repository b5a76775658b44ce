package org.dicompreview.ui.internal.attributes;

import static org.dicompreview.ui.internal.attributes.Samples.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.dicompreview.testsupport.DicomObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searching. */
class MatchesTest {

	@TempDir
	private Path folder;
	private AttributeTree tree;

	@BeforeEach
	void read() throws IOException {
		tree = AttributeTree.of(Samples.read(folder, Samples.nested()), -1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "(0010,0020)", "0010,0020", "00100020", "patientid", "Patient ID", "p-17", "  id  P-17 " })
	void anElementIsFoundByTagKeywordNameAndValue(String typed) {
		assertEquals(List.of("(0010,0020)"), tags(search(typed).roots()));
	}

	@Test
	void accentsAndCaseDoNotCount() {
		assertEquals(List.of("(0010,0010)"), tags(search("MULLER jose").roots()));
	}

	@Test
	void whatIsAboveAFindIsKeptAndOpened() {
		Matches matches = search("neck");
		assertEquals(List.of("(0008,2218)"), tags(matches.roots()));
		Row sequence = matches.roots().get(0);
		List<Row> items = matches.children(sequence);
		assertEquals(1, items.size(), "the item without a find is gone");
		assertEquals("Neck", items.get(0).shown());
		assertEquals(List.of("(0008,0104)"), tags(matches.children(items.get(0))));
		assertEquals(List.of(sequence, items.get(0)), matches.expanded());
		assertEquals(1, matches.count());
	}

	@Test
	void whatIsBelowAFindIsKeptButNotOpened() {
		Matches matches = search("AnatomicRegionSequence");
		Row sequence = row(matches.roots(), "(0008,2218)");
		assertEquals(2, matches.children(sequence).size());
		assertEquals(2, matches.children(matches.children(sequence).get(0)).size());
		assertEquals(List.of(), matches.expanded());
	}

	@Test
	void noFindLeavesNothingAndNoSearchEverything() {
		assertEquals(List.of(), search("no such thing").roots());
		assertEquals(tree.roots(), search("   ").roots());
	}

	@Test
	void aSearchWithTooManyFindsEndsAndSaysSo() throws IOException {
		DicomObject large = Samples.enhanced(Matches.LIMIT + 10);
		Matches matches = Matches.in(AttributeTree.of(Samples.read(folder, large), -1), SearchText.of("(0020,0032)"), () -> false);
		assertEquals(Matches.LIMIT, matches.count());
		assertFalse(matches.complete());
		assertTrue(search("neck").complete());
	}

	@Test
	void aCancelledSearchEnds() {
		assertFalse(Matches.in(tree, SearchText.of("a"), () -> true).complete());
	}

	private Matches search(String typed) {
		return Matches.in(tree, SearchText.of(typed), () -> false);
	}

	private static List<String> tags(List<Row> rows) {
		return rows.stream().map(Row::tag).toList();
	}
}
