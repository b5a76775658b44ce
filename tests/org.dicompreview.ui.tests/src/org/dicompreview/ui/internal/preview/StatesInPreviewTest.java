package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.viewer.PresentationStateChoice;
import org.dicompreview.viewer.ViewportModel;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Presentation states that speak of some images of a CT series, in a real workbench. */
class StatesInPreviewTest {

	private static final String PRESENTATION_STATE = "1.2.840.10008.5.1.4.1.1.11.1"; //$NON-NLS-1$
	private static final int IMAGE_ROTATION = 0x00700042;
	private static final int IMAGE_HORIZONTAL_FLIP = 0x00700041;
	private static final int GRAPHIC_ANNOTATION_SEQUENCE = 0x00700001;
	private static final int TEXT_OBJECT_SEQUENCE = 0x00700008;
	private static final int UNFORMATTED_TEXT_VALUE = 0x00700006;
	private static final int ANCHOR_POINT = 0x00700014;
	private static final int ANCHOR_POINT_ANNOTATION_UNITS = 0x00700004;
	private static final int ANCHOR_POINT_VISIBILITY = 0x00700015;
	private static final int SLICES = 5;

	@TempDir
	private Path folder;
	private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	private final OpenFolders folders = PlatformUI.getWorkbench().getService(OpenFolders.class);
	private final Study study = Study.of("State^Test", "P-1", 5); //$NON-NLS-1$ //$NON-NLS-2$
	private PreviewView view;

	@BeforeEach
	void open() throws Exception {
		List<DicomObject> ct = Phantoms.ct(study, 1, SLICES, 3, 64);
		SampleStudy.write(folder.resolve("ct"), ct); //$NON-NLS-1$
		SampleStudy.write(folder.resolve("states"), //$NON-NLS-1$
				List.of(state(1, study.seriesUid(1), study.root() + ".3.1.3"), state(2, "1.2.3", "1.2.3.4"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		folders.open(folder);
		until("the series and the states", () -> series().size() == 2 //$NON-NLS-1$
				&& series().stream().mapToInt(each -> each.instances().size()).sum() == SLICES + 2);
		view = (PreviewView) page.showView(DicomPreview.PREVIEW);
		view.grid().active().show(series().get(0));
		until("a picture", () -> view.grid().active().isSettled()); //$NON-NLS-1$
	}

	@AfterEach
	void close() {
		for (var reference : page.getViewReferences()) {
			page.hideView(reference);
		}
		folders.roots().forEach(folders::close);
		until("nothing is left open", () -> folders.catalog().patients().isEmpty()); //$NON-NLS-1$
	}

	private DicomObject state(int number, String seriesUid, String imageUid) {
		DicomObject image = new DicomObject().set(Tag.REFERENCED_SOP_CLASS_UID, Study.CT)
				.set(Tag.REFERENCED_SOP_INSTANCE_UID, imageUid);
		DicomObject text = new DicomObject().set(UNFORMATTED_TEXT_VALUE, "Here").set(ANCHOR_POINT, 20f, 30f) //$NON-NLS-1$
				.set(ANCHOR_POINT_ANNOTATION_UNITS, "PIXEL").set(ANCHOR_POINT_VISIBILITY, "N"); //$NON-NLS-1$ //$NON-NLS-2$
		return study.instance(PRESENTATION_STATE, "PR", 9, "States", number).set(Tag.CONTENT_LABEL, "BONE" + number) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				.set(Tag.CONTENT_DESCRIPTION, "as read") //$NON-NLS-1$
				.sequence(Tag.REFERENCED_SERIES_SEQUENCE, new DicomObject().set(Tag.SERIES_INSTANCE_UID, seriesUid)
						.sequence(Tag.REFERENCED_IMAGE_SEQUENCE, image))
				.set(Tag.RESCALE_INTERCEPT, -1024).set(Tag.RESCALE_SLOPE, 1).set(Tag.RESCALE_TYPE, "HU") //$NON-NLS-1$
				.sequence(Tag.SOFTCOPY_VOI_LUT_SEQUENCE, new DicomObject().set(Tag.WINDOW_CENTER, 777)
						.set(Tag.WINDOW_WIDTH, 1234))
				.set(Tag.PRESENTATION_LUT_SHAPE, "IDENTITY").set(IMAGE_ROTATION, 90).set(IMAGE_HORIZONTAL_FLIP, "N") //$NON-NLS-1$ //$NON-NLS-2$
				.sequence(GRAPHIC_ANNOTATION_SEQUENCE, new DicomObject().sequence(TEXT_OBJECT_SEQUENCE, text));
	}

	@Test
	void onlyTheStateThatSpeaksOfTheSeriesIsOfferedAndShown() throws Exception {
		ViewportModel model = view.grid().active().model();
		until("the states", () -> !model.presentationStates().isEmpty()); //$NON-NLS-1$
		assertEquals(List.of("BONE1 \u2013 as read"), model.presentationStates().stream().map(PresentationStateChoice::label).toList()); //$NON-NLS-1$
		assertEquals(2, new StateMenu().choices(view).size(), "none, and the one that fits"); //$NON-NLS-1$
		run(model.presentationStates().get(0).uid());
		until("the state on screen", () -> view.grid().active().isSettled() && model.settings().orientation().quarterTurns() == 1); //$NON-NLS-1$
		assertEquals(777, model.frame().orElseThrow().initialWindow().window().center());
		assertEquals("Here", view.grid().active().model().rendered().orElseThrow().texts().get(0).text()); //$NON-NLS-1$
		assertTrue(view.grid().active().description().contains("BONE1")); //$NON-NLS-1$
		view.grid().active().model().moveTo(0);
		until("an image that it does not speak of", view.grid().active()::isSettled); //$NON-NLS-1$
		assertEquals(0, model.settings().orientation().quarterTurns());
		assertEquals(List.of(), view.grid().active().model().rendered().orElseThrow().texts());
		run(""); //$NON-NLS-1$
		view.grid().active().model().moveTo(2);
		until("the image as it says itself", view.grid().active()::isSettled); //$NON-NLS-1$
		assertEquals(0, model.settings().orientation().quarterTurns());
		assertFalse(model.frame().orElseThrow().initialWindow().window().center() == 777);
	}

	@Test
	void aStateWhoseFileIsGoneIsAppliedNoLonger() throws Exception {
		ViewportModel model = view.grid().active().model();
		until("the states", () -> !model.presentationStates().isEmpty()); //$NON-NLS-1$
		run(model.presentationStates().get(0).uid());
		for (Path file : files(folder.resolve("states"))) { //$NON-NLS-1$
			Files.delete(file);
		}
		folders.open(folder);
		until("no state", () -> model.presentationStates().isEmpty() && model.appearance().state().isEmpty()); //$NON-NLS-1$
	}

	private static List<Path> files(Path folder) throws IOException {
		try (var files = Files.list(folder)) {
			return new ArrayList<>(files.toList());
		}
	}

	private List<Series> series() {
		return folders.catalog().patients().stream().map(Patient::studies).flatMap(List::stream)
				.flatMap(each -> each.series().stream()).toList();
	}

	private void run(String uid) throws Exception {
		Command command = view.getSite().getService(ICommandService.class).getCommand(PreviewCommands.STATE_COMMAND);
		assertTrue(command.isEnabled());
		view.getSite().getService(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(command,
				Map.of(PreviewCommands.STATE_PARAMETER, uid)), null);
	}
}
