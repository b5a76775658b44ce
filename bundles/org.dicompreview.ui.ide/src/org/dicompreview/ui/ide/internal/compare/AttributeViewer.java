package org.dicompreview.ui.ide.internal.compare;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.compare.Ignored;
import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareUI;
import org.eclipse.compare.CompareViewerPane;
import org.eclipse.compare.ITypedElement;
import org.eclipse.compare.structuremergeviewer.Differencer;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.compare.structuremergeviewer.DiffTreeViewer;
import org.eclipse.compare.structuremergeviewer.ICompareInput;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.util.PropertyChangeEvent;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.events.DisposeEvent;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/**
 * The attributes that differ between two instances, as a tree. Follows the slices that the images of the same comparison show.
 * Never copies anything from one side to the other.
 */
final class AttributeViewer extends DiffTreeViewer {

	/** The family of the jobs of these viewers. */
	static final Object JOB_FAMILY = AttributeViewer.class;

	private final DicomReaders readers = PlatformUI.getWorkbench().getService(DicomReaders.class);
	private final Display display;
	private DiffNode root = new DiffNode(Differencer.NO_CHANGE);
	private Pair pair;
	private AttributeJob job;

	AttributeViewer(Composite parent, CompareConfiguration configuration) {
		super(parent, configuration);
		display = parent.getDisplay();
		setComparator(null); // in the order of their tags
		setLabelProvider(new DelegatingStyledCellLabelProvider(new Labels()));
		getTree().setData(CompareUI.COMPARE_VIEWER_TITLE, Messages.AttributeViewer_title);
	}

	@Override
	protected void createToolItems(ToolBarManager toolbar) {
		toolbar.add(action(Ignored.UIDS, Messages.AttributeViewer_ignoreUids, "icons/ignore_uids.svg")); //$NON-NLS-1$
		toolbar.add(action(Ignored.DATES, Messages.AttributeViewer_ignoreDates, "icons/ignore_dates.svg")); //$NON-NLS-1$
	}

	private IAction action(Ignored kind, String text, String icon) {
		Action action = new Action(text, IAction.AS_CHECK_BOX) {
			@Override
			public void run() {
				IgnoredAttributes.setIgnored(kind, isChecked());
				compare();
			}
		};
		action.setChecked(IgnoredAttributes.isIgnored(kind));
		ResourceLocator.imageDescriptorFromBundle(AttributeViewer.class, icon).ifPresent(action::setImageDescriptor);
		return action;
	}

	@Override
	protected Object getRoot() {
		return root == null ? super.getRoot() : root;
	}

	@Override
	protected void inputChanged(Object input, Object before) {
		pair = null;
		compare();
	}

	@Override
	protected void propertyChange(PropertyChangeEvent event) {
		if (Pair.PROPERTY.equals(event.getProperty())) {
			Pair next = (Pair) event.getNewValue();
			if (!next.equals(pair)) {
				pair = next;
				compare();
			}
		} else {
			super.propertyChange(event);
		}
	}

	private void compare() {
		cancel();
		if (!(getInput() instanceof ICompareInput input) || input.getLeft() == null || input.getRight() == null) {
			present(new DiffNode(Differencer.NO_CHANGE), Messages.AttributeViewer_title);
			return;
		}
		ITypedElement left = input.getLeft();
		ITypedElement right = input.getRight();
		Pair now = pair;
		AttributeJob mine = new AttributeJob(readers, () -> now == null ? Sides.location(left) : now.left(),
				() -> now == null ? Sides.location(right) : now.right());
		job = mine;
		mine.addJobChangeListener(IJobChangeListener.onDone(event -> inUi(() -> {
			if (job == mine && event.getResult().isOK()) {
				job = null;
				pair = mine.pair();
				present(mine.result(), left, right);
			}
		})));
		mine.schedule();
	}

	private void inUi(Runnable update) {
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (!getControl().isDisposed()) {
					update.run();
				}
			});
		}
	}

	private void present(AttributeJob.Result result, ITypedElement left, ITypedElement right) {
		DiffNode next = new DiffNode(Differencer.NO_CHANGE);
		if (result.hasImages()) {
			AttributeNode.addImages(next, left, right);
		}
		AttributeNode.addAll(next, result.differences());
		int count = result.differences().size();
		present(next, !result.problem().isEmpty() ? result.problem()
				: count == 0 ? Messages.AttributeViewer_same
						: NLS.bind(Messages.AttributeViewer_differences, Integer.toString(count)));
	}

	private void present(DiffNode next, String title) {
		root = next;
		getTree().setData(CompareUI.COMPARE_VIEWER_TITLE, title);
		if (getTree().getParent() instanceof CompareViewerPane pane) {
			pane.setText(title);
		}
		refresh(root);
	}

	private void cancel() {
		if (job != null) {
			job.cancel();
			job = null;
		}
	}

	@Override
	protected void handleDispose(DisposeEvent event) {
		cancel();
		super.handleDispose(event);
	}

	/** What is selected first is all of the images, not the first attribute. */
	@Override
	protected void initialSelection() {
		// Nothing.
	}

	/** {@return whether nothing is under way; for tests} */
	boolean isSettled() {
		return job == null;
	}

	private final class Labels extends LabelProvider implements IStyledLabelProvider {

		@Override
		public StyledString getStyledText(Object element) {
			return element instanceof AttributeNode node ? node.label() : new StyledString();
		}

		@Override
		public Image getImage(Object element) {
			return element instanceof AttributeNode node && node.getName() != Messages.AttributeViewer_images
					? getCompareConfiguration().getImage(node.getKind()) : null;
		}
	}
}
