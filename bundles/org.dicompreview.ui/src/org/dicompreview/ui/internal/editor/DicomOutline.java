package org.dicompreview.ui.internal.editor;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.dicompreview.series.Axis;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.viewer.SlicePlace;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportState;
import org.eclipse.jface.viewers.ILazyTreeContentProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

/**
 * The stacks and slices of what an editor shows, in the order of the slider: goes along with it, and moves it. Rows come into
 * being when they are looked at, so that thousands of frames cost nothing.
 */
final class DicomOutline extends ContentOutlinePage {

	private final Supplier<Viewport> viewport;
	private ViewportState shown;
	private boolean following;

	/** @param viewport shows what this lists */
	DicomOutline(Supplier<Viewport> viewport) {
		this.viewport = viewport;
	}

	@Override
	protected int getTreeStyle() {
		return SWT.SINGLE | SWT.H_SCROLL | SWT.V_SCROLL | SWT.VIRTUAL;
	}

	@Override
	public void createControl(Composite parent) {
		super.createControl(parent);
		TreeViewer viewer = getTreeViewer();
		viewer.setUseHashlookup(true);
		viewer.setContentProvider(new Rows());
		viewer.setLabelProvider(new Texts());
		show(viewport.get().model().state());
	}

	/** {@return whether it was closed} */
	boolean isDisposed() {
		return getControl() != null && getControl().isDisposed();
	}

	/** Shows the structure of what is on show, and selects where the sliders stand. */
	void show(ViewportState next) {
		TreeViewer viewer = getTreeViewer();
		if (viewer == null || viewer.getTree().isDisposed()) {
			return;
		}
		boolean same = shown != null && shown.identity().equals(next.identity()) && shown.stacks().equals(next.stacks());
		shown = next;
		if (!same) {
			viewer.setInput(next.stacks());
			viewer.getTree().setItemCount(roots().size());
		}
		following = true;
		try {
			item(next).ifPresent(item -> {
				viewer.getTree().setSelection(item);
				viewer.getTree().showItem(item);
			});
		} finally {
			following = false;
		}
	}

	private Optional<TreeItem> item(ViewportState state) {
		Tree tree = getTreeViewer().getTree();
		if (state.stack().isEmpty() || state.slice().isEmpty()) {
			return Optional.empty();
		}
		SliceStack stack = state.stack().get();
		int index = stack.slices().indexOf(state.slice().get());
		if (state.stacks().size() == 1) {
			return index >= 0 && index < tree.getItemCount() ? Optional.of(tree.getItem(index)) : Optional.empty();
		}
		int place = state.stacks().indexOf(stack);
		if (place < 0 || place >= tree.getItemCount()) {
			return Optional.empty();
		}
		TreeItem parent = tree.getItem(place);
		return Optional.of(parent.getExpanded() && index >= 0 && index < parent.getItemCount() ? parent.getItem(index) : parent);
	}

	/** {@return the stacks, or the slices where there is but one stack} */
	private List<?> roots() {
		List<SliceStack> stacks = shown == null ? List.of() : shown.stacks();
		return stacks.size() == 1 ? stacks.get(0).slices() : stacks;
	}

	@Override
	public void selectionChanged(SelectionChangedEvent event) {
		super.selectionChanged(event);
		if (following || shown == null || !(event.getSelection() instanceof IStructuredSelection rows)) {
			return;
		}
		Object chosen = rows.getFirstElement();
		if (chosen instanceof Slice slice) {
			Optional<Series> series = shown.series();
			series.ifPresent(of -> viewport.get().show(of, SlicePlace.of(of, slice)));
		} else if (chosen instanceof SliceStack stack && !shown.stack().equals(Optional.of(stack))) {
			viewport.get().show(stack);
		}
	}

	private final class Rows implements ILazyTreeContentProvider {

		@Override
		public void updateElement(Object parent, int index) {
			List<?> rows = parent instanceof SliceStack stack ? stack.slices() : roots();
			if (index < rows.size()) {
				Object row = rows.get(index);
				getTreeViewer().replace(parent, index, row);
				updateChildCount(row, -1);
			}
		}

		@Override
		public void updateChildCount(Object element, int count) {
			int next = element instanceof SliceStack stack ? stack.slices().size() : element instanceof Slice ? 0 : roots().size();
			if (next != count) {
				getTreeViewer().setChildCount(element, next);
			}
		}

		@Override
		public Object getParent(Object element) {
			return null;
		}
	}

	private final class Texts extends LabelProvider {

		@Override
		public String getText(Object element) {
			if (element instanceof SliceStack stack) {
				return NLS.bind(Messages.DicomOutline_stack, stack.label(), Integer.toString(stack.slices().size()));
			}
			return element instanceof Slice slice ? stack(slice).map(stack -> text(stack, slice)).orElse("") : ""; //$NON-NLS-1$ //$NON-NLS-2$
		}

		private Optional<SliceStack> stack(Slice slice) {
			return shown.stacks().stream().filter(stack -> stack.slices().contains(slice)).findFirst();
		}

		private static String text(SliceStack stack, Slice slice) {
			StringBuilder place = new StringBuilder(stack.positionLabel(slice.position()));
			for (int i = 0; i < stack.axes().size(); i++) {
				Axis axis = stack.axes().get(i);
				place.append("  ").append(axis.values().get(slice.coordinate(i))); //$NON-NLS-1$
			}
			return NLS.bind(Messages.DicomOutline_slice, Integer.toString(stack.slices().indexOf(slice) + 1), place);
		}
	}
}
