package org.dicompreview.ui.internal.explorer;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Study;
import org.dicompreview.ui.internal.folders.FileProblem;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tree alone, without files: nodes of objects that are their names. */
class ExplorerTreeTest {

	private final Shell shell = new Shell(Display.getDefault());
	private final ExplorerTree tree = new ExplorerTree(shell, series -> {});

	ExplorerTreeTest() {
		shell.setLayout(new FillLayout());
	}

	@AfterEach
	void close() {
		shell.dispose();
	}

	@Test
	void whatIsNewIsShownExpanded() {
		show(patient("A", study("A1", file("x"))), patient("B", study("B1"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
		assertEquals(List.of("A", " A1", "  x", "B", " B1"), visible()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
	}

	@Test
	void whatAPersonCollapsesStaysCollapsedWhileTheTreeGrows() {
		show(patient("A", study("A1", file("x"))), patient("B", study("B1"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
		tree.setExpanded(patient("A"), false); //$NON-NLS-1$
		show(patient("A", study("A1", file("x"), file("y"))), patient("AA"), patient("B", study("B0"), study("B1"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$
		assertEquals(List.of("A", "AA", "B", " B0", " B1"), visible()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
		tree.setExpanded(patient("A"), true); //$NON-NLS-1$
		tree.setExpanded(study("A1"), true); // some systems collapse what is below, too //$NON-NLS-1$
		assertEquals(List.of("A", " A1", "  x", "  y", "AA", "B", " B0", " B1"), visible()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$
	}

	@Test
	void theSelectionStaysOnWhatItStandsFor() {
		show(patient("A", study("A1", file("x")))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		tree.setSelection(new StructuredSelection(file("x"))); //$NON-NLS-1$
		show(patient("0"), patient("A", study("A0"), study("A1", file("w"), file("x")))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
		assertEquals(file("x"), tree.getSelection().getFirstElement()); //$NON-NLS-1$
	}

	/** Who hears of it again when the view is activated can tell that nobody has chosen anew, though the row is another object. */
	@Test
	void aChoiceStaysTheSameWhileItsRowIsMadeAnew() {
		show(patient("A", study("A1", file("x")))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		tree.setSelection(new StructuredSelection(file("x"))); //$NON-NLS-1$
		RowSelection before = (RowSelection) tree.getSelection();
		show(patient("A", study("A1", file("x"), file("y")))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		RowSelection after = (RowSelection) tree.getSelection();
		assertNotSame(before.getFirstElement(), after.getFirstElement());
		assertSame(before.choice(), after.choice());
		tree.tellAgain();
		assertNotSame(before.choice(), ((RowSelection) tree.getSelection()).choice());
	}

	@Test
	void aLargeTreeIsNotExpandedBehindAPersonsBack() {
		List<Node> patients = new ArrayList<>();
		for (int i = 0; i < 500; i++) {
			patients.add(patient("P" + i, study("S" + i))); //$NON-NLS-1$ //$NON-NLS-2$
		}
		show(patients.toArray(Node[]::new));
		assertEquals(500, visible().size());
	}

	@Test
	void aFilterShowsAllMatchesAndLeavesEverythingAsItWas() {
		Node[] all = { patient("A", study("A1", file("x"))), patient("B", study("B1", file("y"))) }; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
		show(all);
		tree.setExpanded(patient("B"), false); //$NON-NLS-1$
		tree.setSelection(new StructuredSelection(file("x"))); //$NON-NLS-1$
		List<String> before = visible();

		tree.show(new Snapshot(List.of(all[1]), List.of(), new Filter("y"))); //$NON-NLS-1$
		tree.finish();
		assertEquals(List.of("B"), visible().subList(0, 1)); //$NON-NLS-1$
		assertTrue(tree.getSelection().isEmpty());
		show(all);
		assertEquals(before, visible());
		assertEquals(file("x"), tree.getSelection().getFirstElement()); //$NON-NLS-1$
	}

	@Test
	void matchesOfAFilterComeExpanded() {
		show(patient("A", study("A1"))); //$NON-NLS-1$ //$NON-NLS-2$
		tree.collapseAll();
		tree.show(new Snapshot(List.of(), List.of(), new Filter("nothing"))); //$NON-NLS-1$
		tree.show(new Snapshot(List.of(patient("A", study("A1"))), List.of(), new Filter("a"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		tree.finish();
		assertEquals(List.of("A", " A1"), visible()); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Test
	void newWordsAreShown() {
		show(patient("A", study("A1", file("x")))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		Node renamed = file("x", Label.of("x", "9 images")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		show(patient("A", study("A1", renamed))); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(List.of("A", " A1", "  x  9 images"), visible()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	/** Whatever changes, the widget ends as it would have been had the last snapshot been the first. */
	@Test
	void everySequenceOfSnapshotsEndsInTheLast() {
		Random random = new Random(20240229);
		for (int round = 0; round < 80; round++) {
			Node[] patients = randomTree(random);
			tree.show(new Snapshot(List.of(patients), List.of(), Filter.NONE));
			if (random.nextInt(3) > 0) {
				tree.finish(); // else the next one comes while this one is only half on screen
				assertEquals(expected(List.of(patients)), visible(), "round " + round); //$NON-NLS-1$
				expandSome(patients, random);
			}
		}
		Node[] last = randomTree(random);
		show(last);
		expandSome(last, new Random() {
			@Override
			public boolean nextBoolean() {
				return true;
			}
		});
		List<String> all = new ArrayList<>();
		lines("", Arrays.asList(last), node -> true, all); //$NON-NLS-1$
		assertEquals(all, visible());
	}

	private void expandSome(Node[] patients, Random random) {
		for (Node patient : patients) {
			tree.setExpanded(patient, random.nextBoolean());
			patient.children().stream().filter(study -> tree.isExpanded(patient))
					.forEach(study -> tree.setExpanded(study, random.nextBoolean()));
		}
	}

	/** What is on screen of rows that are expanded or not as they are on screen. */
	private List<String> expected(List<Node> patients) {
		List<String> lines = new ArrayList<>();
		lines("", patients, tree::isExpanded, lines); //$NON-NLS-1$
		return lines;
	}

	@Test
	void oneStepEditsFewRows() {
		show(IntStream.range(0, 30).mapToObj(i -> patient("P" + i)).toArray(Node[]::new)); //$NON-NLS-1$
		NodeTree rows = new NodeTree(shell, node -> {});
		rows.target(new Snapshot(patients(1000), List.of(), Filter.NONE));
		int before = 0;
		while (rows.step()) {
			int now = rows.tree().getItemCount();
			assertTrue(now - before <= NodeTree.EDITS, before + " to " + now); //$NON-NLS-1$
			before = now;
		}
		assertEquals(1000, before);
		rows.target(new Snapshot(patients(2), List.of(), Filter.NONE));
		while (rows.step()) {
			int now = rows.tree().getItemCount();
			assertTrue(before - now <= NodeTree.EDITS, before + " to " + now); //$NON-NLS-1$
			before = now;
		}
		assertEquals(2, before);
	}

	@Test
	void rowsThatWereNeverInViewAreNotFilled() {
		List<Node> seen = new ArrayList<>();
		NodeTree rows = new NodeTree(shell, seen::add);
		shell.setSize(300, 300);
		shell.open();
		rows.target(new Snapshot(List.of(patient("P", patients(5000).toArray(Node[]::new))), List.of(), Filter.NONE)); //$NON-NLS-1$
		rows.setExpanded(patient("P"), true); //$NON-NLS-1$
		until("a row to be in view", () -> seen.size() > 1); //$NON-NLS-1$
		assertEquals(5000, rows.tree().getItem(0).getItemCount());
		assertTrue(seen.size() < 500, () -> seen.size() + " rows"); //$NON-NLS-1$
	}

	private static List<Node> patients(int count) {
		return IntStream.range(0, count).mapToObj(i -> patient("P" + i)).toList(); //$NON-NLS-1$
	}

	private static Node[] randomTree(Random random) {
		int names = random.nextInt(10) == 0 ? 260 : 12; // now and then many at once
		TreeMap<Integer, Node> patients = new TreeMap<>();
		for (int i = random.nextInt(names); i > 0; i--) {
			int name = random.nextInt(names);
			List<Node> studies = new ArrayList<>();
			for (int j = 0; j < 4; j++) {
				if (random.nextBoolean()) {
					String study = name + "-" + j; //$NON-NLS-1$
					Node[] files = random.ints(random.nextInt(4), 0, 9).distinct().sorted()
							.mapToObj(number -> file(study + "/" + number)).toArray(Node[]::new); //$NON-NLS-1$
					studies.add(study(study, files));
				}
			}
			if (random.nextInt(5) == 0) {
				Collections.reverse(studies);
			}
			patients.put(name, patient(Integer.toString(name), studies.toArray(Node[]::new)));
		}
		return patients.values().toArray(Node[]::new);
	}

	private static void lines(String indent, List<Node> nodes, Predicate<Node> expanded, List<String> lines) {
		for (Node node : nodes) {
			lines.add(indent + node.label().line());
			if (!node.children().isEmpty() && expanded.test(node)) {
				lines(indent + ' ', node.children(), expanded, lines);
			}
		}
	}

	private void show(Node... top) {
		tree.show(new Snapshot(List.of(top), List.of(), Filter.NONE));
		tree.finish();
	}

	private List<String> visible() {
		List<String> lines = new ArrayList<>();
		for (TreeItem item : tree.tree().getItems()) {
			visible("", item, lines); //$NON-NLS-1$
		}
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
		return new Node.OfPatient(MadeObjects.named(Patient.class, name), Label.of(name), List.of(studies));
	}

	private static Node study(String name, Node... children) {
		return new Node.OfStudy(MadeObjects.named(Study.class, name), Label.of(name), List.of(children));
	}

	private static Node file(String name) {
		return file(name, Label.of(name));
	}

	private static Node file(String name, Label label) {
		return new Node.OfFileProblem(new FileProblem(FileLocation.unseen(Path.of(name)), ""), name, label); //$NON-NLS-1$
	}
}
