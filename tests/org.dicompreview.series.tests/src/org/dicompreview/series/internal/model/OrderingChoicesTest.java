package org.dicompreview.series.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.Ordering;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.Slice;
import org.dicompreview.series.internal.ordering.InstanceNumberOrdering;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person chooses by which of the rules that fit a series is ordered. */
class OrderingChoicesTest {

	@TempDir
	private Path folder;
	private final SeriesModel model = SeriesModel.standalone(DicomReaders.standalone());
	private Catalog catalog;
	private Series series;

	@BeforeEach
	void read() throws Exception {
		List<DicomObject> images = Phantoms.ct(Study.of("Order^Test", "O", 1), 1, 5, 3, 16); // numbered from the top
		for (int i = 0; i < images.size(); i++) {
			images.get(i).set(Tag.ACQUISITION_DATE, "20240229").set(Tag.ACQUISITION_TIME, "10000" + (i * 2 % 5));
		}
		SampleStudy.write(folder, images);
		catalog = model.read(folder);
		series = catalog.patients().get(0).studies().get(0).series().get(0);
	}

	private List<Double> offsets() {
		return series.stacks().get(0).slices().stream().map(slice -> slice.offset().getAsDouble()).toList();
	}

	private List<Integer> numbers() {
		return series.stacks().get(0).slices().stream().map(Slice::instance)
				.map(header -> header.integer(Tag.INSTANCE_NUMBER).getAsInt()).toList();
	}

	private String id(String name) {
		return series.orderings().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow().id();
	}

	@Test
	void theRulesThatFitAreKnownTheAutomaticOneFirst() {
		List<String> names = series.orderings().stream().map(Ordering::name).toList();
		assertEquals("position along normal", names.get(0));
		assertTrue(names.containsAll(List.of("instance number", "acquisition time", "file name")), names::toString);
		assertEquals(names.size(), names.stream().distinct().count());
		assertEquals(Optional.empty(), series.ordering());
	}

	@Test
	void theSeriesIsOrderedByTheChosenRuleAndBack() {
		List<Double> ascending = offsets();
		assertEquals(ascending.stream().sorted().toList(), ascending);
		assertEquals(List.of(5, 4, 3, 2, 1), numbers());
		int version = series.version();
		AtomicInteger told = new AtomicInteger();
		catalog.addListener(told::incrementAndGet);
		series.order(Optional.of(id("instance number")));
		assertNotEquals(version, series.version());
		assertEquals(1, told.get());
		assertEquals(List.of(1, 2, 3, 4, 5), numbers());
		assertEquals("instance number", series.stacks().get(0).rule());
		series.order(Optional.of(id("acquisition time")));
		assertEquals("acquisition time", series.stacks().get(0).rule());
		List<Integer> byTime = new ArrayList<>(numbers());
		assertNotEquals(List.of(1, 2, 3, 4, 5), byTime);
		series.order(Optional.empty());
		assertEquals(ascending, offsets());
		assertEquals("position along normal", series.stacks().get(0).rule());
	}

	@Test
	void aChoiceIsByUidSoThatItOutlivesTheCatalog() throws Exception {
		String rule = InstanceNumberOrdering.class.getName();
		series.order(Optional.of(rule));
		assertEquals(Map.of(series.uid(), rule), model.orderingChoices().all());
		SeriesModel restarted = SeriesModel.standalone(DicomReaders.standalone());
		restarted.orderingChoices().choose(series.uid(), Optional.of(rule));
		Series again = restarted.read(folder).patients().get(0).studies().get(0).series().get(0);
		assertEquals(Optional.of(rule), again.ordering());
		assertEquals("instance number", again.stacks().get(0).rule());
	}

	@Test
	void aRuleThatIsGoneOrDoesNotFitGivesWayToTheFirstThatDoes() {
		series.order(Optional.of("com.example.Gone"));
		assertEquals("position along normal", series.stacks().get(0).rule());
		model.orderingChoices().choose("", Optional.of(InstanceNumberOrdering.class.getName()));
		assertEquals(1, model.orderingChoices().all().size());
	}
}
