package org.dicompreview.ui.internal.explorer;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.dicompreview.series.Series;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.util.OpenStrategy;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** The tree of one snapshot after another; keeps expansion and selection. UI thread. */
final class ExplorerTree implements IPostSelectionProvider {

	/** New rows are shown expanded while the whole tree is no larger than this. */
	private static final int SMALL = 300;

	/** So long a newer snapshot keeps the UI thread busy before it makes way for the person at the keyboard. */
	private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(8);

	private final NodeTree rows;
	private final OpenStrategy opening;
	private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
	private final ListenerList<ISelectionChangedListener> postListeners = new ListenerList<>();
	private Set<Node> expandedUnfiltered = Set.of();
	/** What the user selected, whether it is on screen or not at the moment. */
	private List<Node> chosen = List.of();
	private Set<Node> told = Set.of();
	private boolean working;
	/** {@code null} where the rows have none. */
	private RowPictures pictures;
	private Runnable shownLate = () -> {};
	private boolean reveal;
	/** A person has selected rows, of which those are told soon who wait until the selection rests. */
	private boolean choosing;
	private boolean chosenByPerson;
	/** The left button is down. */
	private boolean pressed;
	/** Those who wait until the selection rests are to hear of it when the button is released. */
	private boolean untold;
	/** Rows are being dragged. */
	private boolean dragging;
	/** The last row was selected by a button that is down, or with which it was dragged. */
	private boolean held;
	/** Rows that are not laid out yet have no place to scroll to before the tree is painted. */
	private boolean scrolling;
	/** What was told last, as it is: who hears of it again by way of the workbench can tell that it is nothing new. */
	private RowSelection selection = RowSelection.chosen(List.of());

	/** @param wanted hears of each series that is in view, to find out about its stacks */
	ExplorerTree(Composite parent, Consumer<Series> wanted) {
		rows = new NodeTree(parent, node -> {
			if (node instanceof Node.OfSeries series) {
				wanted.accept(series.object());
			}
		});
		opening = new OpenStrategy(tree());
		tree().addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			chosen = onScreen();
			choosing = !dragging;
			held = pressed || dragging;
			chosenByPerson = true;
			tell(listeners);
		}));
		tree().addListener(SWT.Paint, event -> {
			if (scrolling) {
				scrolling = false;
				inUi(this::showChosen);
			}
		});
		opening.addPostSelectionListener(SelectionListener.widgetSelectedAdapter(event -> tellUnlessPressed()));
		tree().addListener(SWT.MouseDown, event -> pressed = event.button == 1);
		tree().addListener(SWT.MouseUp, event -> released());
		RowDrag.install(this);
	}

	/** Says what there is to say about the row under the mouse. {@return what says it} */
	NodeTooltip showTooltips(SeriesThumbnails thumbnails, SeriesPlayer player) {
		return new NodeTooltip(rows, thumbnails, player);
	}

	/** Shows pictures in the rows of series and stacks. @param side in points */
	void showPictures(SeriesThumbnails thumbnails, int side) {
		pictures = rows.showPictures(thumbnails, side);
	}

	/** Takes over what is shown, open and selected in a tree that this takes the place of. */
	void adopt(ExplorerTree before) {
		before.finish();
		rows.target(before.current());
		rows.expand(before.rows.expanded());
		rows.finish();
		expandedUnfiltered = before.expandedUnfiltered;
		chosen = before.chosen;
		told = before.told;
		chosenByPerson = before.chosenByPerson;
		selection = before.selection;
		select(selected());
		scrolling = true;
	}

	/** Adds who hears that a row was opened: by a double click, or by the Enter key. */
	void onOpen(Consumer<Node> listener) {
		opening.addOpenListener(event -> onScreen().stream().findFirst().ifPresent(listener));
	}

	/** Other views hear of a row that is pressed when it is released: until then it may be dragged somewhere else. */
	private void tellUnlessPressed() {
		if (held) {
			untold = pressed;
		} else {
			tell(postListeners);
		}
	}

	private void released() {
		pressed = false;
		held = false;
		if (untold) {
			untold = false;
			tell(postListeners);
		}
	}

	/** Hears that what was pressed is being dragged. The row that was pressed may be selected only after that. */
	void dragged() {
		dragging = true;
		held = true;
		pressed = false;
		untold = false;
		choosing = false;
	}

	/** Hears that nothing is dragged any more. */
	void dropped() {
		dragging = false;
	}

	/** {@return the selected rows if the one at a place is among them, else that one} @param place of the tree */
	IStructuredSelection rowsAt(Point place) {
		TreeItem item = tree().getItem(place);
		IStructuredSelection selected = getSelection();
		return item == null || selected.toList().contains(rows.node(item)) ? selected
				: new StructuredSelection(rows.node(item));
	}

	Tree tree() {
		return rows.tree();
	}

	Snapshot current() {
		return rows.snapshot();
	}

	/** Shows a snapshot: what there is time for at once, the rest soon. */
	void show(Snapshot next) {
		Snapshot before = current();
		boolean filters = !next.filter().isEmpty();
		if (filters && before.filter().isEmpty()) {
			expandedUnfiltered = new HashSet<>(rows.expanded());
		}
		if (filters) {
			rows.expand(small(next) ? parents(next) : Set.of());
		} else if (!before.filter().isEmpty()) {
			rows.expand(expandedUnfiltered);
			reveal = true;
		} else if (small(next)) {
			parents(next).stream().filter(node -> before.current(node).isEmpty()).forEach(rows.expanded()::add);
		}
		if (!filters) {
			forget(next);
		}
		rows.target(next);
		if (!working) {
			work();
		}
	}

	/** What is gone with its folder never comes back as the same: it is kept in memory no longer. */
	private void forget(Snapshot now) {
		expandedUnfiltered = Set.of();
		if (pictures != null) {
			pictures.forget(node -> isGone(node, now));
		}
		rows.expanded().removeIf(node -> isGone(node, now));
		List<Node> left = chosen.stream().filter(node -> !isGone(node, now)).toList();
		chosenByPerson &= chosen.isEmpty() || !left.isEmpty();
		chosen = left;
	}

	private static boolean isGone(Node node, Snapshot now) {
		if (node instanceof Node.OfPatient || node instanceof Node.OfStudy || node instanceof Node.OfDate) {
			return now.current(node).isEmpty();
		}
		Series series = NodeAdapters.adapt(node, Series.class);
		return series != null && now.find(series).isEmpty();
	}

	private static boolean small(Snapshot snapshot) {
		return snapshot.size() <= SMALL;
	}

	private static Set<Node> parents(Snapshot snapshot) {
		Set<Node> parents = new HashSet<>(snapshot.all(Node.OfPatient.class));
		parents.addAll(snapshot.all(Node.OfDate.class));
		parents.addAll(snapshot.all(Node.OfStudy.class));
		return parents;
	}

	private void work() {
		working = false;
		long end = System.nanoTime() + SLICE;
		while (rows.step()) {
			if (System.nanoTime() > end) {
				working = true;
				inUi(this::workOn);
				return;
			}
		}
		keepSelection();
	}

	private void workOn() {
		work();
		if (!working) {
			shownLate.run();
		}
	}

	/** Sets who hears that a snapshot is shown as a whole, if that was not so at once. */
	void onShownLate(Runnable listener) {
		shownLate = listener;
	}

	/** Does something soon, if there is a tree then. */
	private void inUi(Runnable action) {
		tree().getDisplay().asyncExec(() -> {
			if (!tree().isDisposed()) {
				action.run();
			}
		});
	}

	/** Shows all of the snapshot now. */
	void finish() {
		rows.finish();
		keepSelection();
	}

	/** The system may have selected another row in place of one that went; one that was gone may be back. */
	private void keepSelection() {
		List<Node> wanted = selected();
		if (!new HashSet<>(wanted).equals(new HashSet<>(onScreen()))) {
			TreeItem top = tree().getTopItem();
			select(wanted);
			if (top != null && !wanted.isEmpty()) {
				tree().setTopItem(top);
			}
		}
		if (reveal && !wanted.isEmpty()) {
			tree().showSelection();
		}
		reveal = false;
		if (!told.equals(new HashSet<>(wanted))) {
			tell(listeners);
			tell(postListeners);
		}
	}

	private void select(List<Node> nodes) {
		tree().setSelection(nodes.stream().map(rows::item).toArray(TreeItem[]::new));
	}

	private List<Node> onScreen() {
		return Arrays.stream(tree().getSelection()).map(rows::node).toList();
	}

	private List<Node> selected() {
		return chosen.stream().map(current()::current).flatMap(Optional::stream).toList();
	}

	@Override
	public IStructuredSelection getSelection() {
		List<Node> now = selected();
		if (!isSelection(now)) {
			selection = selection.with(now);
		}
		return selection;
	}

	private boolean isSelection(List<Node> nodes) {
		List<?> known = selection.toList();
		return known.size() == nodes.size() && IntStream.range(0, nodes.size()).allMatch(i -> known.get(i) == nodes.get(i));
	}

	/** {@return whether a person has just selected rows of which the other views do not know yet} */
	boolean choosing() {
		return choosing;
	}

	/** {@return whether a person has chosen the rows, rather than something in this program; not if they are gone} */
	boolean chosenByPerson() {
		return chosenByPerson && (chosen.isEmpty() || !selected().isEmpty());
	}

	/** Selects the rows of patients, studies, series and stacks, or rows; what has none is left out. */
	@Override
	public void setSelection(ISelection selection) {
		rows.finish();
		chosenByPerson = false;
		chosen = selection instanceof IStructuredSelection structured
				? structured.stream().map(current()::find).flatMap(Optional::stream).distinct().toList() : List.of();
		chosen.forEach(this::openAbove);
		select(chosen);
		showChosen();
		scrolling = true;
		tell(listeners);
		tell(postListeners);
	}

	/** Scrolls to what is selected, with the rows above that it belongs to as far as there is room. */
	private void showChosen() {
		selected().stream().findFirst().ifPresent(node -> {
			int height = Math.max(tree().getItemHeight(), rows.item(node).getBounds().height); // of rows with pictures
			int room = tree().getClientArea().height / height;
			Node top = node;
			Node above = current().parent(node);
			while (above != current().root() && distance(above, node) < room) {
				top = above;
				above = current().parent(above);
			}
			if (!isInSight(top) || !isInSight(node)) {
				tree().setTopItem(rows.item(top));
			}
		});
	}

	/** {@return how many rows further down a row stands than one that it belongs to} */
	private int distance(Node above, Node node) {
		Node parent = current().parent(node);
		int before = 1 + parent.children().stream().takeWhile(child -> !child.equals(node)).mapToInt(this::height).sum();
		return parent.equals(above) ? before : before + distance(above, parent);
	}

	/** {@return how many rows there are of a node and of what is open below it} */
	private int height(Node node) {
		return 1 + (rows.expanded().contains(node) ? node.children().stream().mapToInt(this::height).sum() : 0);
	}

	private boolean isInSight(Node node) {
		Rectangle row = rows.item(node).getBounds();
		Rectangle area = tree().getClientArea();
		return row.height > 0 && row.y >= area.y && row.y + row.height <= area.y + area.height;
	}

	private void openAbove(Node node) {
		Node parent = current().parent(node);
		if (parent != null && parent != current().root()) {
			openAbove(parent);
			if (!rows.item(parent).getExpanded()) {
				setExpanded(parent, true);
			}
		}
	}

	private void tell(ListenerList<ISelectionChangedListener> who) {
		told = new HashSet<>(selected());
		RowSelection now = RowSelection.chosen(selected());
		selection = now;
		choosing &= who != postListeners;
		who.forEach(listener -> listener.selectionChanged(new SelectionChangedEvent(this, now)));
	}

	@Override
	public void addSelectionChangedListener(ISelectionChangedListener listener) {
		listeners.add(listener);
	}

	@Override
	public void removeSelectionChangedListener(ISelectionChangedListener listener) {
		listeners.remove(listener);
	}

	@Override
	public void addPostSelectionChangedListener(ISelectionChangedListener listener) {
		postListeners.add(listener);
	}

	@Override
	public void removePostSelectionChangedListener(ISelectionChangedListener listener) {
		postListeners.remove(listener);
	}

	/** {@return the item of a row of the snapshot; for tests} */
	TreeItem item(Node node) {
		rows.finish();
		return rows.item(node);
	}

	/** Tells the selection once more: a person asks for it again. */
	void tellAgain() {
		tell(listeners);
		tell(postListeners);
	}

	boolean isExpanded(Node node) {
		return rows.item(node).getExpanded();
	}

	void setExpanded(Node node, boolean open) {
		rows.setExpanded(node, open);
	}

	void collapseAll() {
		rows.expand(Set.of());
		rows.finish();
		chosen = onScreen();
		chosenByPerson = true; // who does not want a row to be opened again
		keepSelection();
	}

	/** Selects a series and shows it. */
	void select(Node series) {
		setSelection(new StructuredSelection(series));
	}

	/** {@return the first series from the top that a condition holds for} */
	Optional<Node> first(Predicate<Series> condition) {
		return first(current().root(), condition);
	}

	private static Optional<Node> first(Node node, Predicate<Series> condition) {
		if (node instanceof Node.OfSeries series) {
			return condition.test(series.object()) ? Optional.of(node) : Optional.empty();
		}
		return node.children().stream().map(child -> first(child, condition)).flatMap(Optional::stream).findFirst();
	}
}
