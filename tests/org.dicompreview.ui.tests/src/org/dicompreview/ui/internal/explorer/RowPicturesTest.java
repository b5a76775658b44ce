package org.dicompreview.ui.internal.explorer;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.internal.folders.ScannedFolders;
import org.dicompreview.ui.internal.settings.Settings;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures in the rows of the Series Explorer and in its tooltips, on a real folder. */
class RowPicturesTest {

	private static final String COMMAND = "org.dicompreview.ui.explorer.thumbnails"; //$NON-NLS-1$

	@TempDir
	static Path folder;

	private final Display display = Display.getCurrent();
	private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	private final ScannedFolders folders = PlatformUI.getWorkbench().getService(ScannedFolders.class);
	private SeriesExplorerView view;

	@BeforeAll
	static void make() throws Exception {
		SampleStudy.write(folder);
	}

	@BeforeEach
	void open() throws Exception {
		view = (SeriesExplorerView) page.showView(DicomPreview.SERIES_EXPLORER);
		folders.open(folder);
		until("the series", () -> folders.states().stream().noneMatch(state -> state.busy()) //$NON-NLS-1$
				&& view.tree().current().all(Node.OfSeries.class).size() == folders.catalog().series().size());
	}

	@AfterEach
	void close() {
		Settings.node().remove(Settings.EXPLORER_THUMBNAILS);
		folders.roots().forEach(folders::close);
		until("nothing to be open", () -> folders.catalog().patients().isEmpty()); //$NON-NLS-1$
		page.hideView(view);
	}

	private void run(String value) throws Exception {
		ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
		String serialized = value.isEmpty() ? COMMAND : COMMAND + '(' + COMMAND + ".value=" + value + ')'; //$NON-NLS-1$
		ParameterizedCommand command = commands.deserialize(serialized);
		Tree before = tree();
		PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
		until("another tree", () -> tree() != before); //$NON-NLS-1$
	}

	private Tree tree() {
		return view.tree().tree();
	}

	private Node.OfSeries ct() {
		return view.tree().current().all(Node.OfSeries.class).stream()
				.filter(row -> row.object().modality().equals("CT") && row.object().imageCount() > 3).findFirst().orElseThrow(); //$NON-NLS-1$
	}

	/** {@return how many shades of grey the row has right of its icon} @param side of the picture in points */
	private int shades(Node row, int side) {
		Tree tree = tree();
		Rectangle text = view.tree().item(row).getTextBounds(0);
		if (text.height < side) {
			return 0;
		}
		Image image = new Image(display, tree.getClientArea().width, tree.getClientArea().height);
		GC gc = new GC(tree);
		gc.copyArea(image, 0, 0);
		gc.dispose();
		ImageData data = image.getImageData(100);
		image.dispose();
		Set<Integer> grey = new HashSet<>();
		int top = text.y + (text.height - side) / 2;
		for (int y = top; y < Math.min(data.height, top + side); y++) {
			for (int x = text.x; x < Math.min(data.width, text.x + side); x++) {
				RGB color = data.palette.getRGB(data.getPixel(x, y));
				if (color.red == color.green && color.green == color.blue) {
					grey.add(color.red);
				}
			}
		}
		return grey.size();
	}

	@Test
	void rowsAreAsHighAsTheirPictures() throws Exception {
		for (int side : List.of(48, 80, 32)) {
			run(Integer.toString(side));
			view.tree().setSelection(new StructuredSelection(ct()));
			until("a picture of " + side, () -> shades(ct(), side) > 12); //$NON-NLS-1$
			int height = view.tree().item(ct()).getBounds().height;
			assertTrue(height >= side && height < side + 20, () -> side + " points in a row of " + height); //$NON-NLS-1$
		}
		run("0"); //$NON-NLS-1$
		view.tree().setSelection(new StructuredSelection(ct()));
		until("a row", () -> view.tree().item(ct()).getBounds().height > 0); //$NON-NLS-1$
		assertTrue(view.tree().item(ct()).getBounds().height < 32);
	}

	@Test
	void anotherSizeLeavesWhatIsOpenAndSelected() throws Exception {
		Node patient = view.tree().current().root().children().get(0);
		view.tree().setSelection(new StructuredSelection(ct()));
		view.tree().setExpanded(patient, true);
		ExplorerTree before = view.tree();
		run(""); //$NON-NLS-1$
		assertNotSame(before, view.tree());
		assertTrue(before.tree().isDisposed());
		assertEquals(List.of(ct()), view.tree().getSelection().toList());
		assertTrue(view.tree().isExpanded(patient));
		assertEquals(view.tree(), view.getSite().getSelectionProvider());
	}

	@Test
	void thePictureRunsThroughTheSeriesWithThePointer() {
		Node.OfSeries row = ct();
		view.tree().setSelection(new StructuredSelection(row));
		int count = row.object().imageCount();
		Shell shell = new Shell(display);
		try {
			Composite area = view.tooltip().create(row, shell);
			Label picture = (Label) area.getChildren()[1];
			Label place = (Label) area.getChildren()[2];
			until("the picture", () -> picture.getImage() != null); //$NON-NLS-1$
			Image middle = picture.getImage();
			move(picture, NodeTooltip.SIDE - 1, 10);
			until("the last slice", () -> place.getText().contains(Integer.toString(count)) //$NON-NLS-1$
					&& picture.getImage() != middle);
			assertTrue(middle.isDisposed());
			assertEquals("Image " + count + " of " + count, place.getText()); //$NON-NLS-1$ //$NON-NLS-2$
			Rectangle bounds = view.tree().item(row).getBounds();
			move(tree(), bounds.x + 1, bounds.y + bounds.height / 2);
			until("the first slice", () -> place.getText().equals("Image 1 of " + count)); //$NON-NLS-1$ //$NON-NLS-2$
			move(tree(), bounds.x + 1 + (tree().getClientArea().width - bounds.x) / 2, bounds.y + bounds.height / 2);
			until("the middle", () -> place.getText().equals("Image " + (count / 2 + 1) + " of " + count)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		} finally {
			shell.dispose();
		}
	}

	@Test
	void whatIsSaidOfARowGoesWhenKeysOrTheWheelMoveTheRows() {
		for (int type : List.of(SWT.KeyDown, SWT.MouseWheel)) {
			view.tree().setSelection(new StructuredSelection(ct()));
			until("the row in sight", () -> tree().getItem(inRow()) == view.tree().item(ct())); //$NON-NLS-1$
			view.tooltip().show(inRow());
			Shell shown = Stream.of(display.getShells()).filter(shell -> (shell.getStyle() & SWT.ON_TOP) != 0 && shell.isVisible())
					.findFirst().orElseThrow();
			tree().notifyListeners(type, new Event());
			until("the end of it", shown::isDisposed); //$NON-NLS-1$
		}
	}

	private Point inRow() {
		Rectangle row = view.tree().item(ct()).getBounds();
		return new Point(row.x + 1, row.y + row.height / 2);
	}

	private static void move(org.eclipse.swt.widgets.Control control, int x, int y) {
		Event event = new Event();
		event.x = x;
		event.y = y;
		control.notifyListeners(SWT.MouseMove, event);
	}
}
