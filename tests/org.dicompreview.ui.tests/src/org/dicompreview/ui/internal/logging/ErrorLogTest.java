package org.dicompreview.ui.internal.logging;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.spi.Arrangement;
import org.dicompreview.series.spi.OrderingRule;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.OpenFolder;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.ui.Preview;
import org.dicompreview.ui.Previews;
import org.dicompreview.ui.internal.ProvokesError;
import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.dicompreview.viewer.RenderedSlice;
import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.ToolEvent;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Programming errors of what plug-ins bring are in the log of the platform, with their stack, and the picture stays. */
class ErrorLogTest {

	private static final String PURPOSE = "on purpose"; //$NON-NLS-1$
	private static final String EXPLICIT_LITTLE = "1.2.840.10008.1.2.1"; //$NON-NLS-1$
	private static int studies = 950;

	@TempDir
	private Path folder;
	private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	private final OpenFolders folders = PlatformUI.getWorkbench().getService(OpenFolders.class);
	private final BundleContext context = FrameworkUtil.getBundle(LogBridge.class).getBundleContext();
	private final List<IStatus> logged = new CopyOnWriteArrayList<>();
	private final ILogListener listener = (status, plugin) -> logged.add(status);
	private Viewport viewport;
	private ServiceRegistration<?> service;

	@BeforeEach
	void open() throws Exception {
		Platform.addLogListener(listener);
		SampleStudy.write(folder, Phantoms.ct(Study.of("Error^Test", "E-1", studies++), 1, 3, 3, 64)); //$NON-NLS-1$ //$NON-NLS-2$
		Preview preview = PlatformUI.getWorkbench().getService(Previews.class).open(page);
		viewport = preview.active();
	}

	@AfterEach
	void close() {
		Platform.removeLogListener(listener);
		if (service != null) {
			service.unregister();
		}
		for (var reference : page.getViewReferences()) {
			page.hideView(reference);
		}
		folders.folders().forEach(OpenFolder::close);
		until("nothing is left open", () -> folders.catalog().series().isEmpty()); //$NON-NLS-1$
	}

	private <T> void register(Class<T> type, T failing) {
		service = context.registerService(type, failing, FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, 5000)));
	}

	private void show() {
		OpenFolder open = folders.openTemporarily(folder);
		until("the series", () -> open.scanned().isDone() && open.series().size() == 1); //$NON-NLS-1$
		viewport.show(open.series().get(0));
		until("a picture", () -> viewport.isSettled() && viewport.model().frame().isPresent()); //$NON-NLS-1$
	}

	/** A bundle below tells of it, with the stack of where it happened. */
	private void assertLogged(String bundle) {
		until("the error in the log", () -> logged.stream().anyMatch(status -> status.getSeverity() == IStatus.ERROR //$NON-NLS-1$
				&& status.getPlugin().equals("org.dicompreview." + bundle) && isHere(status.getException())));
	}

	private static boolean isHere(Throwable logged) {
		Throwable e = logged != null && logged.getCause() instanceof Error error ? error : logged;
		return e != null && PURPOSE.equals(e.getMessage())
				&& Arrays.stream(e.getStackTrace()).anyMatch(at -> at.getClassName().startsWith(ErrorLogTest.class.getName()));
	}

	@Test
	@ProvokesError(PURPOSE)
	void ofADecoder() {
		register(FrameDecoder.class, new FrameDecoder() {
			@Override
			public String name() {
				return "theirs"; //$NON-NLS-1$
			}

			@Override
			public Set<String> transferSyntaxes() {
				return Set.of(EXPLICIT_LITTLE);
			}

			@Override
			public Frame decode(EncodedFrame frame, DecodeOptions options) {
				throw new IllegalStateException(PURPOSE);
			}
		});
		show();
		assertLogged("codec"); //$NON-NLS-1$
		String reason = viewport.model().rendered().flatMap(RenderedSlice::reason).orElseThrow().toString();
		assertTrue(reason.contains("theirs"), reason); //$NON-NLS-1$
	}

	@Test
	@ProvokesError(PURPOSE)
	void ofARule() {
		register(OrderingRule.class, new OrderingRule() {
			@Override
			public String name() {
				return "theirs"; //$NON-NLS-1$
			}

			@Override
			public Optional<Arrangement> arrange(List<ImageFrame> frames) {
				throw new AssertionError(PURPOSE);
			}
		});
		show();
		assertLogged("series"); //$NON-NLS-1$
		assertEquals(3, viewport.model().navigator().count());
	}

	@Test
	@ProvokesError(PURPOSE)
	void ofALayer() {
		show();
		register(Layer.class, new Layer() {
			@Override
			public String id() {
				return "theirs"; //$NON-NLS-1$
			}

			@Override
			public String label() {
				return "theirs"; //$NON-NLS-1$
			}

			@Override
			public void paint(GC gc, LayerContext layer) {
				throw new StackOverflowError(PURPOSE);
			}
		});
		assertLogged("viewer"); //$NON-NLS-1$
		assertTrue(viewport.isSettled() && viewport.message().isEmpty());
	}

	@Test
	@ProvokesError(PURPOSE)
	void ofATool() throws Exception {
		show();
		register(Tool.class, new Tool() {
			@Override
			public String id() {
				return Tool.WINDOW + ".failing"; //$NON-NLS-1$
			}

			@Override
			public String label() {
				throw new IllegalStateException(PURPOSE);
			}

			@Override
			public Optional<Drag> press(ToolEvent event) {
				throw new IllegalStateException(PURPOSE);
			}
		});
		assertLogged("viewer"); //$NON-NLS-1$
		Event event = new Event();
		event.button = 1;
		viewport.canvas().notifyListeners(SWT.MouseDown, event);
		viewport.canvas().notifyListeners(SWT.MouseUp, event);
		assertTrue(viewport.isSettled());
	}
}
