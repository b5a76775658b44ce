package org.dicompreview.ui.internal.folders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.PixelStream;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Text;
import org.dicompreview.dicom.spi.DicomReader;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.spi.Arrangement;
import org.dicompreview.series.spi.Dimension;
import org.dicompreview.series.spi.DimensionValue;
import org.dicompreview.series.spi.FrameGroup;
import org.dicompreview.series.spi.GroupingRule;
import org.dicompreview.series.spi.OrderingRule;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.ui.Previews;
import org.dicompreview.ui.internal.preview.PreviewLayers;
import org.dicompreview.ui.internal.tools.PreviewTools;
import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.dicompreview.viewer.Tool;
import org.eclipse.swt.graphics.GC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Other plug-ins bring and take away what this project asks the registry for, while its views are open. */
class ComingAndGoingTest {

	/** What may come and go; ranked above all that is there. */
	private enum Kind {
		GROUPING_RULE(GroupingRule.class, new Grouping()), ORDERING_RULE(OrderingRule.class, new Ordering()), DIMENSION(
				Dimension.class, new Phase()),
		READER(DicomReader.class, new Reader()), DECODER(FrameDecoder.class, new Decoder()), LAYER(Layer.class, new Nothing()), TOOL(
				Tool.class, new Idle());

		private final Class<?> type;
		private final Object service;

		Kind(Class<?> type, Object service) {
			this.type = type;
			this.service = service;
		}

		ServiceRegistration<?> register(BundleContext context) {
			return context.registerService(type.getName(), service,
					FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, 5000)));
		}
	}

	private static final class Grouping implements GroupingRule {
		@Override
		public String name() {
			return "theirs";
		}

		@Override
		public List<FrameGroup> group(List<ImageFrame> frames) {
			return List.of(new FrameGroup("theirs", frames));
		}
	}

	private static final class Ordering implements OrderingRule {
		@Override
		public String name() {
			return "theirs";
		}

		@Override
		public Optional<Arrangement> arrange(List<ImageFrame> frames) {
			return Optional.empty();
		}
	}

	private static final class Phase implements Dimension {
		@Override
		public String name() {
			return "theirs";
		}

		@Override
		public String label() {
			return "theirs";
		}

		@Override
		public DimensionValue value(ImageFrame frame) {
			return DimensionValue.NONE;
		}
	}

	private static final class Nothing implements Layer {
		@Override
		public String id() {
			return "theirs";
		}

		@Override
		public String label() {
			return "theirs";
		}

		@Override
		public int order() {
			return MARKS;
		}

		@Override
		public void paint(GC gc, LayerContext layer) {
			// Shows nothing.
		}
	}

	private static final class Idle implements Tool {
		@Override
		public String id() {
			return "theirs";
		}

		@Override
		public String label() {
			return "theirs";
		}
	}

	private static final class Reader implements DicomReader {
		@Override
		public String name() {
			return "theirs";
		}

		@Override
		public InstanceHeader readHeader(InstanceLocation file, ReadLimits limits) throws IOException {
			throw new IOException("not mine");
		}

		@Override
		public DataSet readDataSet(InstanceLocation file, ReadLimits limits) throws IOException {
			throw new IOException("not mine");
		}

		@Override
		public byte[] readValue(InstanceLocation file, Element element, ReadLimits limits) throws IOException {
			throw new IOException("not mine");
		}

		@Override
		public PixelSource openPixels(InstanceHeader header, ReadLimits limits) throws IOException {
			throw new IOException("not mine");
		}

		@Override
		public PixelStream openStream(InstanceHeader header, ReadLimits limits) throws IOException {
			throw new IOException("not mine");
		}
	}

	private static final class Decoder implements FrameDecoder {
		@Override
		public String name() {
			return "theirs";
		}

		@Override
		public Set<String> transferSyntaxes() {
			return Set.of("1.2.840.10008.1.2.5");
		}

		@Override
		public Frame decode(EncodedFrame frame, DecodeOptions options) throws DecodeException {
			throw new DecodeException(Problem.of(Text.verbatim("not mine")));
		}
	}

	private static final List<Class<?>> HELD_BY_VIEWS = List.of(OpenFolders.class, ScannedFolders.class, SeriesModel.class,
			FrameLoader.class, FrameRenderer.class, Previews.class, PreviewLayers.class, PreviewTools.class);

	private final BundleContext context = FrameworkUtil.getBundle(OpenFoldersService.class).getBundleContext();
	private final Path root = Path.of("a root that is not there");
	private OpenFolders folders;
	private Catalog catalog;

	@BeforeEach
	void open() {
		folders = service(OpenFolders.class);
		catalog = folders.catalog();
	}

	@AfterEach
	void close() {
		catalog.remove(root);
	}

	private <T> T service(Class<T> type) {
		return context.getService(context.getServiceReference(type));
	}

	@ParameterizedTest
	@EnumSource
	void whatViewsHoldStays(Kind kind) {
		List<Object> before = HELD_BY_VIEWS.stream().<Object>map(this::service).toList();
		ServiceRegistration<?> registration = kind.register(context);
		assertSame(catalog, service(OpenFolders.class).catalog(), "after it came");
		assertEquals(before, HELD_BY_VIEWS.stream().<Object>map(this::service).toList());
		registration.unregister();
		assertSame(catalog, service(OpenFolders.class).catalog(), "after it went");
		assertEquals(before, HELD_BY_VIEWS.stream().<Object>map(this::service).toList());
	}

	@Test
	void whatIsOpenIsArrangedAnewWhenARuleComesOrGoes() {
		catalog.add(root, List.of(MadeHeader.image(root.resolve("image"))));
		Series series = catalog.series(root).get(0);
		String before = label();
		ServiceRegistration<?> registration = Kind.GROUPING_RULE.register(context);
		assertEquals("theirs", label());
		registration.unregister();
		assertEquals(before, label());
		assertEquals(List.of(series), catalog.series(root), "the same series");
	}

	private String label() {
		return catalog.series(root).get(0).stacks().get(0).label();
	}
}
