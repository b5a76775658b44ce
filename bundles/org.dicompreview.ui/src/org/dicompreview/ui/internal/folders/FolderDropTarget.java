package org.dicompreview.ui.internal.folders;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.dicompreview.ui.OpenFolders;
import org.dicompreview.ui.SelectedFiles;
import org.dicompreview.ui.internal.Selected;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.widgets.Control;

/** Opens the folders, archives and files that are dropped on a control, from the desktop or from another view. */
public final class FolderDropTarget extends DropTargetAdapter {

	/** What else can be dropped: items of a view of the workbench that are no folders. */
	public interface Items {

		/** {@return whether it can be dropped} */
		boolean accepts(ISelection dropped);

		/** Takes what was dropped. */
		void drop(ISelection dropped);
	}

	private static final Items NONE = new Items() {
		@Override
		public boolean accepts(ISelection dropped) {
			return false;
		}

		@Override
		public void drop(ISelection dropped) {
			throw new IllegalStateException("nothing is accepted"); //$NON-NLS-1$
		}
	};

	private final OpenFolders folders;
	private final Items items;

	private FolderDropTarget(OpenFolders folders, Items items) {
		this.folders = folders;
		this.items = items;
	}

	/** Lets a control take folders; ends with the control. A control can have one drop target only. */
	public static void install(Control control, OpenFolders folders) {
		install(control, folders, NONE);
	}

	/** Lets a control take folders and items; ends with the control. A control can have one drop target only. */
	public static void install(Control control, OpenFolders folders, Items items) {
		// No move: the desktop would delete the files.
		DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_LINK | DND.DROP_DEFAULT);
		target.setTransfer(FileTransfer.getInstance(), LocalSelectionTransfer.getTransfer());
		target.addDropListener(new FolderDropTarget(folders, items));
	}

	@Override
	public void dragEnter(DropTargetEvent event) {
		choose(event);
	}

	@Override
	public void dragOperationChanged(DropTargetEvent event) {
		choose(event);
	}

	@Override
	public void dragOver(DropTargetEvent event) {
		event.feedback = DND.FEEDBACK_NONE;
	}

	@Override
	public void drop(DropTargetEvent event) {
		if (event.data instanceof ISelection selection && items.accepts(selection)) {
			items.drop(selection);
			return;
		}
		List<Path> paths = paths(event.data);
		if (paths.isEmpty()) {
			event.detail = DND.DROP_NONE;
		}
		paths.forEach(folders::open);
	}

	private void choose(DropTargetEvent event) {
		event.feedback = DND.FEEDBACK_NONE;
		for (TransferData offered : event.dataTypes) {
			if (LocalSelectionTransfer.getTransfer().isSupportedType(offered)) {
				event.currentDataType = offered; // says more than the names of files
			}
		}
		boolean local = LocalSelectionTransfer.getTransfer().isSupportedType(event.currentDataType);
		ISelection selection = LocalSelectionTransfer.getTransfer().getSelection();
		if (local && !items.accepts(selection) && paths(selection).isEmpty()) {
			event.detail = DND.DROP_NONE;
		} else if ((event.operations & DND.DROP_COPY) != 0) {
			event.detail = DND.DROP_COPY;
		} else {
			event.detail = event.operations & DND.DROP_LINK;
		}
	}

	/** {@return what dropped data names on disk: file names, or a selection of what stands for files} */
	static List<Path> paths(Object data) {
		List<Path> paths = new ArrayList<>();
		if (data instanceof String[] names) {
			for (String name : names) {
				paths.add(Path.of(name));
			}
		} else if (data instanceof ISelection selection) {
			paths.addAll(ofElements(selection));
		}
		return paths;
	}

	/** {@return where what is selected lies on disk; what lies elsewhere is left out} */
	static List<Path> ofElements(ISelection selection) {
		List<Path> paths = new ArrayList<>();
		if (selection instanceof IStructuredSelection elements) {
			for (Object element : elements) {
				Selected.files(element).map(SelectedFiles::paths).ifPresent(paths::addAll);
			}
		}
		return paths;
	}
}
