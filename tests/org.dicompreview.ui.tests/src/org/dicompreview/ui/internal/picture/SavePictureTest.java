package org.dicompreview.ui.internal.picture;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.PictureFile.Format;
import org.dicompreview.ui.internal.preview.PreviewTestCase;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that become files, and those on the clipboard. */
class SavePictureTest extends PreviewTestCase {

	private static final String SEEN = "screen"; //$NON-NLS-1$
	private static final String STORED = "resolution"; //$NON-NLS-1$
	private static final String ANNOTATED = "lies over"; //$NON-NLS-1$

	private final FrameRenderer renderer = PlatformUI.getWorkbench().getService(FrameRenderer.class);
	@TempDir
	private Path target;
	private boolean allowed;
	private int asked;
	private SavePictureDialog dialog;

	@BeforeEach
	void openDialog() {
		dialog = new SavePictureDialog(viewport.control().getShell(), viewport, renderer) {
			@Override
			boolean mayReplace(Path path) {
				asked++;
				return allowed;
			}
		};
		dialog.setBlockOnOpen(false);
		dialog.open();
	}

	@AfterEach
	void closeDialog() {
		dialog.close();
	}

	private <T extends Control> Stream<T> all(Class<T> type) {
		return controls(dialog.getShell()).filter(type::isInstance).map(type::cast);
	}

	private static Stream<Control> controls(Composite parent) {
		return Arrays.stream(parent.getChildren()).flatMap(child -> Stream.concat(Stream.of(child),
				child instanceof Composite inner ? controls(inner) : Stream.empty()));
	}

	private Text file() {
		return all(Text.class).filter(text -> (text.getStyle() & SWT.READ_ONLY) == 0).findFirst().orElseThrow();
	}

	private Button button(String words) {
		return all(Button.class).filter(button -> button.getText().contains(words)).findFirst().orElseThrow();
	}

	private Button ok() {
		return all(Button.class).filter(button -> Integer.valueOf(IDialogConstants.OK_ID).equals(button.getData())).findFirst()
				.orElseThrow();
	}

	private void choose(Path path, String size, boolean annotated) {
		file().setText(path.toString());
		for (String each : List.of(SEEN, STORED)) {
			button(each).setSelection(each.equals(size));
		}
		button(ANNOTATED).setSelection(annotated);
	}

	private void save() {
		ok().notifyListeners(SWT.Selection, new Event());
	}

	private ImageData saved(Path path) {
		until("the file", () -> dialog.getShell() == null && Job.getJobManager().find(SavePictureJob.FAMILY).length == 0 //$NON-NLS-1$
				&& Files.exists(path));
		return new ImageData(path.toString());
	}

	private static int color(ImageData data, int x, int y) {
		var rgb = data.palette.getRGB(data.getPixel(x, y));
		return rgb.red << 16 | rgb.green << 8 | rgb.blue;
	}

	private static boolean same(ImageData a, ImageData b) {
		for (int y = 0; y < a.height; y++) {
			for (int x = 0; x < a.width; x++) {
				if (color(a, x, y) != color(b, x, y)) {
					return false;
				}
			}
		}
		return a.width == b.width && a.height == b.height;
	}

	private Picture picture() {
		return viewport.model().rendered().orElseThrow().picture().orElseThrow();
	}

	@Test
	void thePictureOnTheScreenIsSavedWithAndWithoutWhatLiesOverIt() {
		Path plain = target.resolve("plain.png"); //$NON-NLS-1$
		choose(plain, SEEN, false);
		save();
		assertTrue(same(picture().data(), saved(plain)));
		openDialog();
		Path annotated = target.resolve("annotated.tiff"); //$NON-NLS-1$
		choose(annotated, SEEN, true);
		assertEquals(Format.TIFF.ordinal(), all(Combo.class).findFirst().orElseThrow().getSelectionIndex());
		save();
		ImageData file = saved(annotated);
		Rectangle area = viewport.canvas().getClientArea();
		assertEquals(List.of(area.width, area.height), List.of(file.width, file.height));
		assertTrue(same(PictureSnapshot.painted(viewport), file));
		assertFalse(same(picture().data(), file), "texts are there"); //$NON-NLS-1$
	}

	@Test
	void thePictureIsSavedAtTheResolutionOfTheImage() {
		viewport.model().change(settings -> settings.with(settings.placement().zoomedBy(3)));
		settled();
		Path plain = target.resolve("stored.png"); //$NON-NLS-1$
		choose(plain, STORED, false);
		save();
		ImageData expected = renderer.renderAtStoredResolution(viewport.model().frame().orElseThrow(), viewport.model().settings()).data();
		ImageData file = saved(plain);
		assertEquals(List.of(64, 64), List.of(file.width, file.height));
		assertTrue(same(expected, file));
		openDialog();
		Path annotated = target.resolve("stored.jpg"); //$NON-NLS-1$
		choose(annotated, STORED, true);
		save();
		assertEquals(64, saved(annotated).width);
		openDialog();
		choose(target.resolve("lines.png"), STORED, true); //$NON-NLS-1$
		save();
		assertFalse(same(expected, saved(target.resolve("lines.png"))), "something lies over it"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Test
	void aFileIsReplacedOnlyIfAPersonAllowsIt() throws IOException {
		Path path = Files.writeString(target.resolve("kept.png"), "kept"); //$NON-NLS-1$ //$NON-NLS-2$
		choose(path, SEEN, false);
		save();
		until("the question", () -> asked == 1 && ok().isEnabled()); //$NON-NLS-1$
		assertEquals("kept", Files.readString(path)); //$NON-NLS-1$
		allowed = true;
		save();
		until("the second question", () -> asked == 2); //$NON-NLS-1$
		assertEquals(picture().data().width, saved(path).width);
	}

	@Test
	void aFolderThatIsNotThereIsSaid() {
		choose(target.resolve("no/such/folder.png"), SEEN, false); //$NON-NLS-1$
		save();
		until("an answer", () -> ok().isEnabled()); //$NON-NLS-1$
		assertTrue(dialog.getMessage().contains("no/such"), dialog.getMessage()); //$NON-NLS-1$
		file().setText(" "); //$NON-NLS-1$
		assertFalse(ok().isEnabled());
	}

	@Test
	void theNameThatIsProposedDoesNotNameThePatient() {
		String name = Path.of(file().getText()).getFileName().toString();
		assertTrue(name.matches("CT_1_\\d\\.\\w+"), name); //$NON-NLS-1$
	}

	@Test
	void theClipboardGetsThePicture() throws Exception {
		dialog.close();
		Map<String, ImageData> copied = Map.of("copyImage", copied("copyImage"), "copyAnnotated", copied("copyAnnotated")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertTrue(same(picture().data(), copied.get("copyImage"))); //$NON-NLS-1$
		assertNotEquals(0, copied.get("copyAnnotated").width); //$NON-NLS-1$
		assertFalse(same(picture().data(), copied.get("copyAnnotated"))); //$NON-NLS-1$
	}

	private ImageData copied(String command) throws Exception {
		execute("org.dicompreview.ui.preview." + command, Map.of()); //$NON-NLS-1$
		Clipboard clipboard = new Clipboard(display);
		try {
			return (ImageData) clipboard.getContents(ImageTransfer.getInstance());
		} finally {
			clipboard.dispose();
		}
	}
}
