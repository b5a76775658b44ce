package org.dicompreview.ui.internal.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Text;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.ui.internal.settings.Choices;
import org.dicompreview.ui.internal.settings.Settings;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** The page on a real workbench, with a second provider that this test registers. */
class ProvidersPageTest {

	private static final String RLE = "1.2.840.10008.1.2.5";

	/** A decoder that is never asked to decode. */
	private static final class Other implements FrameDecoder {
		@Override
		public String name() {
			return "RLE";
		}

		@Override
		public String provider() {
			return "other";
		}

		@Override
		public Set<String> transferSyntaxes() {
			return Set.of(RLE);
		}

		@Override
		public Frame decode(EncodedFrame frame, DecodeOptions options) throws DecodeException {
			throw new DecodeException(Problem.of(Text.verbatim("never")));
		}
	}

	private final FrameDecoders decoders = PlatformUI.getWorkbench().getService(FrameDecoders.class);
	private ServiceRegistration<FrameDecoder> registration;
	private Shell shell;

	@BeforeEach
	void register() {
		BundleContext context = FrameworkUtil.getBundle(ProvidersPage.class).getBundleContext();
		registration = context.registerService(FrameDecoder.class, new Other(), null);
		assertNotNull(PlatformUI.getWorkbench().getService(OpenFolders.class), "whose life the settings share");
		shell = new Shell();
	}

	@AfterEach
	void unregister() {
		registration.unregister();
		shell.dispose();
		Settings.node().remove(Settings.DECODERS);
		Settings.node().remove(Settings.READER);
	}

	private ProvidersPage open() {
		ProvidersPage page = new ProvidersPage();
		page.init(PlatformUI.getWorkbench());
		page.createControl(shell);
		return page;
	}

	private TableItem rle() {
		Table table = table(shell);
		return Stream.of(table.getItems()).filter(item -> item.getText(0).contains(RLE)).findFirst().orElseThrow();
	}

	private static Table table(Composite parent) {
		for (Control child : parent.getChildren()) {
			if (child instanceof Table table) {
				return table;
			}
			Table within = child instanceof Composite composite ? table(composite) : null;
			if (within != null) {
				return within;
			}
		}
		return null;
	}

	private String first() {
		return decoders.provider(RLE).orElseThrow();
	}

	@Test
	void showsWhoDecodesWhat() {
		open();
		Table table = table(shell);
		assertTrue(table.getItemCount() > 20, table.getItemCount() + " rows");
		assertEquals("built-in", table.getColumn(1).getText());
		assertEquals("other", table.getColumn(2).getText());
		assertEquals("automatic (built-in)", rle().getText(3));
		assertEquals("yes", rle().getText(2));
		assertEquals("automatic (built-in)", table.getItem(0).getText(3));
		assertTrue((table.getStyle() & SWT.FULL_SELECTION) != 0);
	}

	@Test
	void aChoiceReachesTheDecodersAndDefaultsTakeItBack() {
		assertEquals("built-in", first());
		Settings.node().put(Settings.DECODERS, Choices.format(Map.of(RLE, "other")));
		assertEquals("other", first());
		ProvidersPage page = open();
		assertEquals("other", rle().getText(3));
		page.performDefaults();
		assertEquals("automatic (built-in)", rle().getText(3));
		assertEquals("other", first());
		page.performOk();
		assertEquals("built-in", first());
	}
}
