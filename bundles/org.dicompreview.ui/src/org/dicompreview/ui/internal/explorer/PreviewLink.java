package org.dicompreview.ui.internal.explorer;

import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Study;
import org.dicompreview.ui.internal.folders.FileProblem;
import org.dicompreview.ui.internal.preview.Shown;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.StructuredSelection;

/**
 * Lets the selected row go along with what the Preview shows: whenever that is something else, unless a row that a person
 * has selected stands for it already. Never takes a row away that a person has just selected. UI thread only.
 */
final class PreviewLink {

	private final ExplorerTree tree;
	private final Catalog catalog;
	private Shown followed;
	/** The row of what is shown is not in the tree yet. */
	private boolean awaited;
	/** The row of the series is selected for that of the stack, which may still come into the tree. */
	private boolean standsIn;

	PreviewLink(ExplorerTree tree, Catalog catalog) {
		this.tree = tree;
		this.catalog = catalog;
	}

	/** Follows what is shown next, whatever it is. */
	void reset() {
		followed = null;
	}

	/** Takes up what a Preview shows now. @param preview the view, or {@code null} if there is none */
	void follow(Object preview) {
		Shown shown = preview == null ? null : Adapters.adapt(preview, Shown.class);
		List<?> rows = tree.getSelection().toList();
		boolean settled = !awaited && (tree.chosenByPerson() || !standsIn && !rows.isEmpty());
		if (shown == null || shown.equals(followed) && settled || tree.choosing()) {
			return; // what is shown was asked for before the selection, which must not get lost
		}
		boolean emptied = shown.nothing() && followed != null && !followed.nothing();
		followed = shown;
		awaited = false;
		if (emptied && !rows.isEmpty()) {
			tree.setSelection(StructuredSelection.EMPTY); // what was shown is gone, and nothing is shown of another row
			return;
		}
		if (shown.nothing() || rows.size() == 1 && tree.chosenByPerson() && standsFor((Node) rows.get(0), shown)) {
			return;
		}
		Optional<Node> row = row(shown);
		standsIn = shown.stack().isPresent() && row.filter(Node.OfSeries.class::isInstance).isPresent();
		if (row.isPresent() && rows.equals(List.of(row.get()))) {
			return;
		}
		if (row.isPresent()) {
			tree.setSelection(new StructuredSelection(row.get()));
		} else if (isOpen(shown)) {
			awaited = true;
		} else if (!rows.isEmpty()) {
			tree.setSelection(StructuredSelection.EMPTY);
		}
	}

	/** {@return whether the tree has a row of it or will have one} */
	private boolean isOpen(Shown shown) {
		return shown.series().filter(series -> catalog.series(series.uid()).filter(open -> open == series).isPresent())
				.isPresent();
	}

	private Optional<Node> row(Shown shown) {
		Snapshot now = tree.current();
		Optional<Node> series = shown.series().flatMap(now::find);
		Optional<Node> document = shown.document().flatMap(header -> series.flatMap(node -> node.children().stream()
				.filter(child -> header.equals(instance(child))).findFirst()));
		return document.isPresent() ? document : shown.stack().isPresent() ? now.find(shown.stack().get()) : series;
	}

	private static InstanceHeader instance(Node node) {
		return Adapters.adapt(node, InstanceHeader.class);
	}

	private static boolean standsFor(Node row, Shown shown) {
		Series own = Adapters.adapt(row, Series.class);
		if (shown.series().isEmpty()) {
			return own == null && shown.document().equals(Optional.ofNullable(Adapters.adapt(row, FileProblem.class)))
					|| row instanceof Node.OfFileProblem || row instanceof Node.OfFolder;
		}
		Series series = shown.series().get();
		if (own == null) {
			return series.study() == Adapters.adapt(row, Study.class)
					|| Adapters.adapt(row, Study.class) == null && series.study().patient() == Adapters.adapt(row, Patient.class)
					|| row instanceof Node.OfFolder folder && folder.path().filter(path -> NodeFiles.within(series, path)).isPresent();
		}
		SliceStack stack = Adapters.adapt(row, SliceStack.class);
		boolean sameStack = stack == null || shown.stack().filter(other -> other.index() == stack.index()).isPresent();
		InstanceHeader instance = row instanceof Node.OfDocument ? instance(row) : null;
		return own == series && sameStack && (instance == null || shown.document().filter(instance::equals).isPresent())
				&& (shown.document().isEmpty() || shown.document().equals(Optional.ofNullable(instance(row))));
	}
}
