package org.dicompreview.ui.internal.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

import org.dicompreview.ui.internal.explorer.Node.Kind;
import org.dicompreview.ui.internal.folders.Problem;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tree alone, without files: nodes whose elements are their names. */
class ExplorerTreeTest {

	private final Shell shell = new Shell(Display.getCurrent());
	private final ExplorerTree tree = new ExplorerTree(shell, series -> { });

	ExplorerTreeTest() {
		shell.setLayout(new FillLayout());
	}

	@AfterEach
	void close() {
		shell.dispose();
	}

	@Test
	void whatIsNewIsShownExpanded() {
		show(patient("A", study("A1", file("x"))), patient("B", study("B1")));
		assertEquals(List.of("A", " A1", "  x", "B", " B1"), visible());
	}

	@Test
	void whatAPersonCollapsesStaysCollapsedWhileTheTreeGrows() {
		show(patient("A", study("A1", file("x"))), patient("B", study("B1")));
		tree.viewer().setExpandedState(patient("A"), false);
		show(patient("A", study("A1", file("x"), file("y"))), patient("AA"), patient("B", study("B0"), study("B1")));
		assertEquals(List.of("A", "AA", "B", " B0", " B1"), visible());
		tree.viewer().setExpandedState(patient("A"), true);
		assertEquals(List.of("A", " A1", "  x", "  y", "AA", "B", " B0", " B1"), visible());
	}

	@Test
	void theSelectionStaysOnWhatItStandsFor() {
		show(patient("A", study("A1", file("x"))));
		tree.viewer().setSelection(new StructuredSelection(file("x")));
		show(patient("0"), patient("A", study("A0"), study("A1", file("w"), file("x"))));
		assertEquals(file("x"), tree.viewer().getStructuredSelection().getFirstElement());
	}

	@Test
	void aLargeTreeIsNotExpandedBehindAPersonsBack() {
		List<Node> patients = new ArrayList<>();
		for (int i = 0; i < 500; i++) {
			patients.add(patient("P" + i, study("S" + i)));
		}
		show(patients.toArray(Node[]::new));
		assertEquals(500, visible().size());
	}

	@Test
	void aFilterShowsAllMatchesAndLeavesEverythingAsItWas() {
		Node[] all = { patient("A", study("A1", file("x"))), patient("B", study("B1", file("y"))) };
		show(all);
		tree.viewer().setExpandedState(patient("B"), false);
		tree.viewer().setSelection(new StructuredSelection(file("x")));
		List<String> before = visible();

		tree.show(new Snapshot(List.of(all[1]), List.of(), new Filter("y")));
		assertEquals(List.of("B"), visible().subList(0, 1));
		assertTrue(tree.viewer().getStructuredSelection().isEmpty());
		show(all);
		assertEquals(before, visible());
		assertEquals(file("x"), tree.viewer().getStructuredSelection().getFirstElement());
	}

	@Test
	void matchesOfAFilterComeExpanded() {
		show(patient("A", study("A1")));
		tree.viewer().collapseAll();
		tree.show(new Snapshot(List.of(), List.of(), new Filter("nothing")));
		tree.show(new Snapshot(List.of(patient("A", study("A1"))), List.of(), new Filter("a")));
		assertEquals(List.of("A", " A1"), visible());
	}

	@Test
	void newWordsAreShown() {
		show(patient("A", study("A1", file("x"))));
		Node renamed = new Node(Kind.PROBLEM, file("x").element(), "x", Label.of("x", "9 images"), List.of());
		show(patient("A", study("A1", renamed)));
		assertEquals(List.of("A", " A1", "  x  9 images"), visible());
	}

	/** Whatever changes, the widget ends as it would have been had the last snapshot been the first. */
	@Test
	void everySequenceOfSnapshotsEndsInTheLast() {
		Random random = new Random(20240229);
		for (int round = 0; round < 150; round++) {
			Node[] patients = randomTree(random);
			show(patients);
			List<String> expected = new ArrayList<>();
			lines("", Arrays.asList(patients), expected);
			assertEquals(expected, all(), "round " + round);
		}
	}

	private static Node[] randomTree(Random random) {
		int names = random.nextInt(10) == 0 ? 260 : 12; // now and then many at once
		TreeMap<Integer, Node> patients = new TreeMap<>();
		for (int i = random.nextInt(names); i > 0; i--) {
			int name = random.nextInt(names);
			List<Node> studies = new ArrayList<>();
			for (int j = 0; j < 4; j++) {
				if (random.nextBoolean()) {
					Node[] files = random.ints(random.nextInt(4), 0, 9).distinct().sorted()
							.mapToObj(number -> file(name + "/" + number)).toArray(Node[]::new);
					studies.add(study(name + "-" + j, files));
				}
			}
			if (random.nextInt(5) == 0) {
				Collections.reverse(studies);
			}
			patients.put(name, patient(Integer.toString(name), studies.toArray(Node[]::new)));
		}
		return patients.values().toArray(Node[]::new);
	}

	private static void lines(String indent, List<Node> nodes, List<String> lines) {
		for (Node node : nodes) {
			lines.add(indent + node.label().text());
			lines(indent + ' ', node.children(), lines);
		}
	}

	private void show(Node... top) {
		tree.show(new Snapshot(List.of(top), List.of(), Filter.NONE));
	}

	private List<String> visible() {
		List<String> lines = new ArrayList<>();
		for (TreeItem item : tree.viewer().getTree().getItems()) {
			visible("", item, lines);
		}
		return lines;
	}

	private List<String> all() {
		Object[] expanded = tree.viewer().getExpandedElements();
		tree.viewer().expandAll();
		List<String> lines = visible();
		tree.viewer().setExpandedElements(expanded);
		return lines;
	}

	private static void visible(String indent, TreeItem item, List<String> lines) {
		lines.add(indent + item.getText());
		if (item.getExpanded()) {
			for (TreeItem child : item.getItems()) {
				visible(indent + ' ', child, lines);
			}
		}
	}

	private static Node patient(String name, Node... studies) {
		return new Node(Kind.PATIENT, name, name, Label.of(name), List.of(studies));
	}

	private static Node study(String name, Node... children) {
		return new Node(Kind.STUDY, name, name, Label.of(name), List.of(children));
	}

	private static Node file(String name) {
		return new Node(Kind.PROBLEM, new Problem(Path.of(name), ""), name,
				Label.of(name), List.of());
	}
}
