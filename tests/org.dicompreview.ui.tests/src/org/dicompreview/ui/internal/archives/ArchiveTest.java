package org.dicompreview.ui.internal.archives;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.spi.ArchiveProvider;
import org.dicompreview.series.spi.RootProvider;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.FolderState.Phase;
import org.dicompreview.ui.OpenFolder;
import org.dicompreview.ui.internal.archives.ArchiveSearch.Credentials;
import org.dicompreview.ui.internal.preview.PreviewTestCase;
import org.dicompreview.viewer.Subject;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** A person opens an archive: it is offered where something reaches archives, listed, and filled when it is looked at. */
class ArchiveTest extends PreviewTestCase {

	private static final int SLICES = 7;
	private static final URI ADDRESS = URI.create("http://archive.example/dicom-web"); //$NON-NLS-1$

	@TempDir
	private Path elsewhere;
	private TestArchive archive;
	private ServiceRegistration<?> registration;
	private ArchiveDialog dialog;

	@BeforeEach
	void makeArchive() throws Exception {
		archive = new TestArchive(SampleStudy.write(elsewhere,
				Phantoms.ct(Study.of("Archived^Jane", "A-1", 77), 1, SLICES, 3, 64))); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@AfterEach
	void close() throws Exception {
		if (dialog != null) {
			dialog.close();
		}
		folders.folders().forEach(OpenFolder::close);
		if (registration != null) {
			registration.unregister();
		}
		InstanceScope.INSTANCE.getNode("org.dicompreview.ui.tests/archives").removeNode(); //$NON-NLS-1$
	}

	private void register() {
		BundleContext context = FrameworkUtil.getBundle(OpenArchiveHandler.class).getBundleContext();
		registration = context.registerService(new String[] { ArchiveProvider.class.getName(), RootProvider.class.getName() },
				archive, null);
	}

	private Series archived() {
		return series().stream().filter(series -> series.study().patient().id().equals("A-1")).findFirst().orElseThrow(); //$NON-NLS-1$
	}

	private boolean isOffered() {
		return PlatformUI.getWorkbench().getService(ICommandService.class).getCommand("org.dicompreview.ui.openArchive").isEnabled(); //$NON-NLS-1$
	}

	private OpenFolder openArchive() {
		OpenFolder open = folders.open(archive.search(ADDRESS, Map.of()));
		until("the archive to be listed", () -> open.state().phase() == Phase.DONE); //$NON-NLS-1$
		return open;
	}

	@Test
	void isOfferedWhereSomethingReachesArchives() {
		boolean others = isOffered(); // where the feature of DICOMweb is installed
		register();
		assertTrue(isOffered());
		registration.unregister();
		registration = null;
		assertEquals(others, isOffered());
	}

	@Test
	void isListedAndFilledByWhoLooksAtIt() throws Exception {
		page.showView(DicomPreview.SERIES_EXPLORER);
		viewport.show(new Subject.Unshown("", "", Optional.empty()));
		OpenFolder open = openArchive();
		until("a picture of what was opened", //$NON-NLS-1$
				() -> viewport.isSettled() && viewport.model().series().filter(archived()::equals).isPresent());
		assertEquals(SLICES, viewport.model().navigator().count());
		assertEquals(List.of("series"), archive.filled); //$NON-NLS-1$
		assertEquals(List.of(archived()), open.series());
		open.close();
		until("it to be gone", () -> series().size() == 1); //$NON-NLS-1$
	}

	@Test
	void isNotFilledBeforeSomebodyLooksAtIt() throws Exception {
		OpenFolder open = openArchive();
		assertEquals(SLICES, open.state().instances(), "else its row says that it is empty"); //$NON-NLS-1$
		assertFalse(archived().isFilled());
		assertEquals(SLICES, archived().imageCount());
		assertEquals(List.of(), archive.filled);
	}

	@Test
	void thatIsDownIsAMessageAndWorksTheNextTime() {
		openArchive();
		Series series = archived();
		archive.down = true;
		viewport.show(series);
		until("the reason", () -> viewport.model().state().subject().message().equals("the archive is down")); //$NON-NLS-1$ //$NON-NLS-2$
		archive.down = false;
		viewport.show(series);
		until("the picture", () -> viewport.isSettled() && viewport.model().navigator().count() == SLICES); //$NON-NLS-1$
	}

	@Test
	void thatCannotBeListedSaysWhy() {
		archive.down = true;
		OpenFolder open = folders.open(archive.search(ADDRESS, Map.of()));
		until("the end", () -> open.state().phase() == Phase.FAILED); //$NON-NLS-1$
		assertEquals("the archive is down", open.state().message()); //$NON-NLS-1$
		archive.down = false;
		open.refresh();
		until("the series", () -> open.state().phase() == Phase.DONE && open.series().size() == 1); //$NON-NLS-1$
	}

	private ArchiveDialog openDialog(List<KnownArchive> known) {
		dialog = new ArchiveDialog(view.getSite().getShell(), known, archive);
		dialog.setBlockOnOpen(false);
		dialog.open();
		assertEquals("org.dicompreview.ui.archive", dialog.getShell().getData("org.eclipse.ui.help"), "what F1 explains"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		return dialog;
	}

	private static Stream<Control> controls(Composite parent) {
		return Arrays.stream(parent.getChildren()).flatMap(child -> Stream.concat(Stream.of(child),
				child instanceof Composite inner && !(child instanceof Combo) ? controls(inner) : Stream.empty()));
	}

	/** {@return what stands right behind a label} */
	private Control behind(String label) {
		List<Control> all = controls(dialog.getShell()).toList();
		for (int i = 0; i + 1 < all.size(); i++) {
			if (all.get(i) instanceof Label words && words.getText().replace("&", "").equals(label)) { //$NON-NLS-1$ //$NON-NLS-2$
				return all.get(i + 1);
			}
		}
		throw new AssertionError("there is no " + label); //$NON-NLS-1$
	}

	private void type(String label, String text) {
		((Text) behind(label)).setText(text);
	}

	private Button ok() {
		return controls(dialog.getShell()).filter(Button.class::isInstance).map(Button.class::cast)
				.filter(button -> Integer.valueOf(IDialogConstants.OK_ID).equals(button.getData())).findFirst().orElseThrow();
	}

	private void choose(Combo combo, int index) {
		combo.select(index);
		combo.notifyListeners(SWT.Selection, new Event());
	}

	@Test
	void theDialogAsksForAnAddressAndWhatToSearch() {
		openDialog(List.of());
		assertFalse(ok().isEnabled());
		((Combo) behind("Address:")).setText("ftp://archive"); //$NON-NLS-1$ //$NON-NLS-2$
		assertFalse(ok().isEnabled());
		assertEquals("no address of an archive", dialog.getErrorMessage()); //$NON-NLS-1$
		((Combo) behind("Address:")).setText(ADDRESS + "/"); //$NON-NLS-1$ //$NON-NLS-2$
		assertTrue(ok().isEnabled());
		assertFalse(behind("User:").isEnabled()); //$NON-NLS-1$
		choose((Combo) behind("Credentials:"), 2); //$NON-NLS-1$
		type("User:", "jane"); //$NON-NLS-1$ //$NON-NLS-2$
		type("Password:", "secret"); //$NON-NLS-1$ //$NON-NLS-2$
		type("Name:", "Ward"); //$NON-NLS-1$ //$NON-NLS-2$
		type("Patient name:", "Doe"); //$NON-NLS-1$ //$NON-NLS-2$
		type("Study description:", "head"); //$NON-NLS-1$ //$NON-NLS-2$
		type("Modality:", "CT"); //$NON-NLS-1$ //$NON-NLS-2$
		type("Study date from:", "soon"); //$NON-NLS-1$ //$NON-NLS-2$
		assertFalse(ok().isEnabled());
		type("Study date from:", "2026-01-31"); //$NON-NLS-1$ //$NON-NLS-2$
		ok().notifyListeners(SWT.Selection, new Event());
		ArchiveSearch search = dialog.search().orElseThrow();
		assertEquals(ADDRESS, search.address());
		assertEquals("Ward", search.archive().name()); //$NON-NLS-1$
		assertEquals(Optional.of(new Credentials("Basic amFuZTpzZWNyZXQ=")), search.credentials()); //$NON-NLS-1$
		assertEquals(Map.of(Tag.PATIENT_NAME, "Doe*", Tag.STUDY_DESCRIPTION, "*head*", Tag.MODALITIES_IN_STUDY, "CT", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				Tag.STUDY_DATE, "20260131-"), search.criteria()); //$NON-NLS-1$
	}

	@Test
	void theDialogOffersWhatWasOpenedBeforeWithItsCredentials() {
		openDialog(List.of(new KnownArchive(ADDRESS.toString(), "Ward"), new KnownArchive("http://other", ""))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals(ADDRESS.toString(), ((Combo) behind("Address:")).getText()); //$NON-NLS-1$
		assertTrue(ok().isEnabled());
		choose((Combo) behind("Address:"), 1); //$NON-NLS-1$
		choose((Combo) behind("Credentials:"), 3); //$NON-NLS-1$
		type("Password:", " token "); //$NON-NLS-1$ //$NON-NLS-2$
		ok().notifyListeners(SWT.Selection, new Event());
		ArchiveSearch search = dialog.search().orElseThrow();
		assertEquals("http://other", search.archive().address()); //$NON-NLS-1$
		assertEquals(Optional.of(Credentials.bearer("token")), search.credentials()); //$NON-NLS-1$
		assertEquals(Map.of(), search.criteria());
	}

	@Test
	void archivesAreRememberedWithTheLastOneFirst() throws Exception {
		Archives archives = new Archives(InstanceScope.INSTANCE.getNode("org.dicompreview.ui.tests/archives"), //$NON-NLS-1$
				new WorkbenchProxies(Optional::empty));
		archives.remember(new KnownArchive("http://one", "One"), Optional.of(Credentials.bearer("x"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		archives.remember(new KnownArchive("http://two", ""), Optional.of(Credentials.NONE)); //$NON-NLS-1$ //$NON-NLS-2$
		archives.remember(new KnownArchive("http://one", "First"), Optional.empty()); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(List.of(new KnownArchive("http://one", "First"), new KnownArchive("http://two", "")), archives.known()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertEquals(Optional.of("Bearer x"), archives.authorization(URI.create("http://one"))); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(Optional.empty(), archives.authorization(URI.create("http://two"))); //$NON-NLS-1$
	}

	@Test
	void aRootIsLocatedByWhatIsRememberedOfIt() {
		register();
		InstanceLocation root = archive.search(ADDRESS, Map.of());
		SeriesModel model = PlatformUI.getWorkbench().getService(SeriesModel.class);
		assertEquals(Optional.of(root), model.locate(root.toString()));
		assertEquals(Optional.empty(), model.locate("/data/study")); //$NON-NLS-1$
	}
}
