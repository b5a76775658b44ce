package org.dicompreview.ui.internal.explorer;

import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.graphics.Point;

/** Lets rows be dragged to other views of this workbench, and as files to other programs. UI thread only. */
final class RowDrag extends DragSourceAdapter {

	private final ExplorerTree tree;
	private IStructuredSelection rows = StructuredSelection.EMPTY;

	private RowDrag(ExplorerTree tree) {
		this.tree = tree;
	}

	/** Lets the rows of a tree be dragged; ends with the tree. */
	static void install(ExplorerTree tree) {
		DragSource source = new DragSource(tree.tree(), DND.DROP_COPY | DND.DROP_LINK);
		source.setTransfer(LocalSelectionTransfer.getTransfer(), FileTransfer.getInstance());
		source.addDragListener(new RowDrag(tree));
	}

	@Override
	public void dragStart(DragSourceEvent event) {
		rows = tree.rowsAt(new Point(event.x, event.y));
		event.doit = !rows.isEmpty();
		if (event.doit) {
			tree.dragged();
			LocalSelectionTransfer.getTransfer().setSelection(rows);
		}
	}

	@Override
	public void dragSetData(DragSourceEvent event) {
		event.data = FileTransfer.getInstance().isSupportedType(event.dataType)
				? NodeFiles.files(rows.toList()).toArray(String[]::new) : rows;
	}

	@Override
	public void dragFinished(DragSourceEvent event) {
		LocalSelectionTransfer.getTransfer().setSelection(null);
		tree.dropped();
	}
}
