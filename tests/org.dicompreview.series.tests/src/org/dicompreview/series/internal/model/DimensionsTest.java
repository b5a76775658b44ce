package org.dicompreview.series.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Axis;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.Series;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.TestHeader;
import org.dicompreview.series.spi.Dimension;
import org.dicompreview.series.spi.DimensionValue;
import org.dicompreview.testsupport.Locations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dimensions of other plug-ins, which come and go while a catalog is in use. */
class DimensionsTest {

	private static final Path ROOT = Path.of("/data");
	/** A private attribute that nothing here knows. */
	private static final int PRIVATE = 0x00191020;
	private static final int POSITIONS = 4;
	private static final int OTHERS = 3;

	/** The value of the private attribute. */
	private static class Drawn implements Dimension {

		private final Function<ImageFrame, DimensionValue> value;

		Drawn(Function<ImageFrame, DimensionValue> value) {
			this.value = value;
		}

		@Override
		public String name() {
			return "load";
		}

		@Override
		public String label() {
			return "Load";
		}

		@Override
		public String unit() {
			return "N";
		}

		@Override
		public DimensionValue value(ImageFrame frame) {
			return value.apply(frame);
		}
	}

	private final DefaultSeriesModel model = DefaultSeriesModel.standalone(DicomReaders.standalone(), 1);
	private final Catalog catalog = model.newCatalog();
	private final List<InstanceHeader> headers = IntStream.range(0, POSITIONS * OTHERS)
			.<InstanceHeader>mapToObj(i -> new TestHeader("f" + i).axial(i / OTHERS).with(Tag.INSTANCE_NUMBER, i + 1)
					.with(PRIVATE, 20 - 10 * (i % OTHERS)))
			.toList();
	private Series series;

	@BeforeEach
	void fill() {
		catalog.add(ROOT, headers);
		series = catalog.series().get(0);
	}

	private static DimensionValue number(ImageFrame frame) {
		return DimensionValue.of(frame.attributes().number(PRIVATE).orElse(Double.NaN));
	}

	private static DimensionValue text(ImageFrame frame) {
		return DimensionValue.of(frame.attributes().string(PRIVATE).map("load "::concat).orElse(""));
	}

	private void add(Dimension dimension) {
		model.addDimension(dimension, Map.of());
	}

	private String axes() {
		List<SliceStack> stacks = series.stacks();
		assertEquals(headers.size(), stacks.stream().mapToInt(stack -> stack.slices().size()).sum());
		return stacks.size() + " of " + stacks.get(0).positions() + ' ' + stacks.get(0).axes().stream()
				.map(axis -> axis.name() + axis.values()).toList();
	}

	@Test
	void imagesAtOnePositionAreToldApartByIt() {
		assertEquals("1 of 4 [repeat[1, 2, 3]]", axes());
		add(new Drawn(DimensionsTest::number));
		assertEquals("1 of 4 [load[0 N, 10 N, 20 N]]", axes());
		assertEquals("Load", series.stacks().get(0).axes().get(0).label());
		assertEquals("f2", Locations.path(series.stacks().get(0).slice(0, 0).orElseThrow().instance()).getFileName().toString());
	}

	@Test
	void aTextStandsForItself() {
		add(new Drawn(DimensionsTest::text));
		assertEquals("1 of 4 [load[load 0, load 10, load 20]]", axes());
		add(new Drawn(frame -> new DimensionValue(-number(frame).number(), "minus " + number(frame).number())) {
			@Override
			public String name() {
				return "other";
			}
		});
		assertEquals("1 of 4 [load[load 0, load 10, load 20]]", axes(), "the first one suffices");
	}

	@Test
	void itMayMakeStacks() {
		add(new Drawn(DimensionsTest::number) {
			@Override
			public Policy policy() {
				return Policy.STACKS;
			}
		});
		assertEquals("3 of 4 []", axes());
		assertEquals(List.of("0 N", "10 N", "20 N"), series.stacks().stream().map(SliceStack::label).toList());
	}

	@Test
	void timeCountsByOrderAndComesFirst() {
		add(new Drawn(frame -> DimensionValue.of(frame.instance().number(Tag.INSTANCE_NUMBER).orElse(0))) {
			@Override
			public Policy policy() {
				return Policy.TIME;
			}
		});
		assertEquals("1 of 4 [load[1 N, 2 N, 3 N]]", axes());
	}

	@Test
	void whatTellsNothingApartChangesNothing() {
		add(new Drawn(frame -> DimensionValue.NONE));
		assertEquals("1 of 4 [repeat[1, 2, 3]]", axes());
	}

	@Test
	void oneThatFailsIsLeftOut() {
		AtomicInteger asked = new AtomicInteger();
		add(new Drawn(frame -> {
			asked.incrementAndGet();
			throw new IllegalStateException("on purpose");
		}));
		add(new Drawn(frame -> null));
		add(new Drawn(DimensionsTest::number) {
			@Override
			public String label() {
				throw new IllegalStateException("on purpose");
			}
		});
		assertEquals("1 of 4 [repeat[1, 2, 3]]", axes());
		assertEquals(1, asked.get(), "not asked again while a series is arranged");
	}

	@Test
	void whatIsThereIsArrangedAnewWhenOneComesOrGoes() {
		AtomicInteger told = new AtomicInteger();
		catalog.addListener(() -> {
			told.incrementAndGet();
			series.stacks();
		});
		int before = series.version();
		Dimension dimension = new Drawn(DimensionsTest::number);
		add(dimension);
		assertEquals(1, told.get());
		assertNotEquals(before, series.version());
		assertEquals("1 of 4 [load[0 N, 10 N, 20 N]]", axes());
		model.removeDimension(dimension);
		assertEquals(2, told.get());
		assertEquals("1 of 4 [repeat[1, 2, 3]]", axes());
		assertEquals(List.of(series), catalog.series(), "the same series");
	}

	@Test
	void aSliceLeadsToItsStackItsSeriesAndItsRoot() {
		SliceStack stack = series.stacks().get(0);
		stack.slices().forEach(slice -> assertEquals(stack, slice.stack()));
		assertEquals(series, stack.slices().get(0).stack().series());
		Path other = Path.of("/other");
		catalog.add(other, headers.subList(0, 1));
		assertEquals(List.of(FileLocation.unseen(ROOT), FileLocation.unseen(other)), catalog.roots(headers.get(0)));
		assertEquals(List.of(FileLocation.unseen(ROOT)), catalog.roots(headers.get(1)));
		catalog.add(other, List.of(new TestHeader("x").with(Tag.SERIES_INSTANCE_UID, "1.9").axial(1)));
		assertEquals(List.of("1.2.4"), catalog.series(ROOT).stream().map(Series::uid).toList());
		assertEquals(List.of("1.2.4", "1.9"), catalog.series(other).stream().map(Series::uid).toList());
		assertEquals(List.of("1.2.4", "1.9"), catalog.series().stream().map(Series::uid).toList());
		catalog.remove(ROOT);
		assertEquals(List.of(), catalog.roots(headers.get(1)));
		assertEquals(List.of(), catalog.series(ROOT));
	}

	@Test
	void axesOfOthersComeAlongWithOurs() {
		catalog.remove(ROOT);
		catalog.add(ROOT, IntStream.range(0, POSITIONS * OTHERS * 2)
				.<InstanceHeader>mapToObj(i -> new TestHeader("g" + i).axial(i / (2 * OTHERS)).with(PRIVATE, i % OTHERS)
						.with(Tag.TEMPORAL_POSITION_IDENTIFIER, i / OTHERS % 2 + 1))
				.toList());
		add(new Drawn(DimensionsTest::number));
		List<Axis> axes = catalog.series().get(0).stacks().get(0).axes();
		assertEquals(List.of("time", "load"), axes.stream().map(Axis::name).toList(), "time is first");
	}
}
