package org.dicompreview.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Texts;
import org.dicompreview.series.spi.RootSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roots that list series, which are filled when somebody looks at them. */
final class ListedSeriesTest {

	private final SeriesModel model = SeriesModel.standalone(DicomReaders.standalone());
	private final Archive archive = new Archive();
	private final InstanceLocation root = InstanceLocation.of(archive, "", 0, "");
	private final Catalog catalog = model.newCatalog();
	private final List<String> broken = Collections.synchronizedList(new ArrayList<>());

	/** Holds series by their UIDs, and counts what is asked of it. */
	private static final class Archive implements RootSource {

		private final Map<String, Integer> images = new HashMap<>();
		private final List<String> filled = Collections.synchronizedList(new ArrayList<>());
		private final CountDownLatch asked = new CountDownLatch(1);
		private Optional<CountDownLatch> holdsBack = Optional.empty();
		private boolean down;

		@Override
		public String id() {
			return "archive:test";
		}

		@Override
		public InstanceBytes open(InstanceLocation location) throws IOException {
			throw new IOException("no bytes");
		}

		@Override
		public void list(InstanceLocation root, DicomReaders readers, ReadLimits limits, Listing listing) throws IOException {
			List<ListedSeries> all = new ArrayList<>();
			images.forEach((uid, count) -> all.add(new ListedSeries(InstanceLocation.of(this, uid, 0, ""),
					attributes(new TestHeader("listed/" + uid), uid), count)));
			listing.series(all);
			if (down) {
				throw new IOException("the archive is down");
			}
		}

		private static Attributes attributes(TestHeader item, String uid) {
			return item.with(Tag.PATIENT_ID, "P").with(Tag.STUDY_INSTANCE_UID, "1.2").with(Tag.SERIES_INSTANCE_UID, uid)
					.with(Tag.MODALITY, "CT").with(Tag.SERIES_DESCRIPTION, "listed " + uid);
		}

		@Override
		public List<InstanceHeader> fill(ListedSeries series, DicomReaders readers, ReadLimits limits) throws IOException {
			filled.add(series.location().key());
			asked.countDown();
			try {
				if (holdsBack.isPresent()) {
					holdsBack.get().await();
				}
			} catch (InterruptedException e) {
				throw new IOException(e);
			}
			if (down) {
				throw new IOException("the archive is down");
			}
			List<InstanceHeader> headers = new ArrayList<>();
			for (int i = 0; i < images.get(series.location().key()); i++) {
				headers.add(header(series.location().key(), i));
			}
			return headers;
		}

		private InstanceHeader header(String series, int number) {
			return new TestHeader("archive/" + series + '/' + number).in(InstanceLocation.of(this, series + '/' + number, 0, ""))
					.with(Tag.PATIENT_ID, "P").with(Tag.STUDY_INSTANCE_UID, "1.2").with(Tag.SERIES_INSTANCE_UID, series)
					.with(Tag.INSTANCE_NUMBER, number);
		}
	}

	@BeforeEach
	void listTwoSeries() throws IOException {
		archive.images.put("1.2.1", 3);
		archive.images.put("1.2.2", 5);
		refresh();
	}

	private void refresh() throws IOException {
		model.refresh(catalog, root, model.limits(), new ScanListener() {
			@Override
			public void found(List<InstanceHeader> instances) {
				throw new AssertionError("nobody has looked at a series");
			}

			@Override
			public void broken(InstanceLocation location, Problem problem) {
				broken.add(Texts.words(problem));
			}

			@Override
			public void foreign(InstanceLocation location) {
				throw new AssertionError("there are no files");
			}

			@Override
			public void progress(int done, int known) {
				assertTrue(done <= known);
			}

			@Override
			public boolean cancelled() {
				return false;
			}
		});
	}

	private Series series(String uid) {
		return catalog.series(uid).orElseThrow();
	}

	@Test
	void isKnownBeforeItsInstances() {
		Series series = series("1.2.2");
		assertEquals("listed 1.2.2", series.description());
		assertEquals(5, series.imageCount());
		assertFalse(series.isFilled());
		assertEquals(List.of(), series.instances());
		assertEquals(List.of(), archive.filled);
		assertEquals(List.of("1.2.1", "1.2.2"), catalog.series(root).stream().map(Series::uid).toList());
	}

	@Test
	void isFilledByWhoLooksAtItOnce() {
		Series series = series("1.2.1");
		assertEquals(3, series.stacks().stream().mapToInt(stack -> stack.slices().size()).sum());
		series.stacks();
		assertTrue(series.isFilled());
		assertSame(series, series("1.2.1"));
		assertEquals(List.of("1.2.1"), archive.filled);
		assertEquals(3, catalog.instances(root).size());
		assertEquals(List.of(root), catalog.roots(series.instances().get(0)));
	}

	@Test
	void twoWhoLookAtOnceHaveItFilledOnce() throws Exception {
		CountDownLatch free = new CountDownLatch(1);
		archive.holdsBack = Optional.of(free);
		List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
		Runnable look = () -> sizes.add(series("1.2.1").stacks().size());
		Thread first = new Thread(look);
		Thread second = new Thread(look);
		first.start();
		archive.asked.await();
		second.start();
		while (second.getState() != Thread.State.WAITING) {
			Thread.onSpinWait();
		}
		free.countDown();
		first.join();
		second.join();
		assertEquals(List.of("1.2.1"), archive.filled);
		assertEquals(sizes.get(0), sizes.get(1));
	}

	@Test
	void saysWhyItCannotBeFilledAndIsFilledTheNextTime() {
		archive.down = true;
		Series series = series("1.2.1");
		assertEquals(List.of(), series.stacks());
		assertEquals("the archive is down", Texts.words(series.problem().orElseThrow()));
		assertFalse(series.isFilled());
		archive.down = false;
		assertEquals(1, series.stacks().size());
		assertTrue(series.problem().isEmpty());
	}

	@Test
	void staysFilledWhenItIsListedAgainAndIsFilledAnewWhenItHasGrown() throws IOException {
		Series series = series("1.2.1");
		series.stacks();
		refresh();
		assertTrue(series.isFilled());
		archive.images.put("1.2.1", 4);
		refresh();
		assertFalse(series.isFilled());
		series.stacks();
		assertEquals(4, series.instances().size());
		archive.images.put("1.2.1", 2);
		refresh();
		series.stacks();
		assertEquals(2, series.instances().size());
	}

	@Test
	void goesWhenItIsListedNoMore() throws IOException {
		series("1.2.1").stacks();
		archive.images.remove("1.2.1");
		refresh();
		assertTrue(catalog.series("1.2.1").isEmpty());
		assertEquals(List.of(), catalog.instances(root));
		archive.images.remove("1.2.2");
		refresh();
		assertEquals(List.of(), catalog.patients());
	}

	@Test
	void goesWithItsRoot() {
		Series series = series("1.2.1");
		series.stacks();
		catalog.remove(root);
		assertEquals(List.of(), catalog.patients());
		assertEquals(List.of(), series.instances());
		assertTrue(series.isFilled());
	}

	@Test
	void staysWithTheInstancesOfAnotherRoot() {
		InstanceHeader own = new TestHeader("own").with(Tag.PATIENT_ID, "P").with(Tag.STUDY_INSTANCE_UID, "1.2")
				.with(Tag.SERIES_INSTANCE_UID, "1.2.1");
		InstanceLocation other = InstanceLocation.of(archive, "other", 0, "");
		catalog.add(other, List.of(own));
		assertEquals(4, series("1.2.1").imageCount());
		catalog.remove(root);
		assertEquals(List.of(own), series("1.2.1").instances());
		assertTrue(catalog.series("1.2.2").isEmpty());
	}

	@Test
	void isFilledByAScanOfAll() throws IOException {
		Catalog all = model.newCatalog();
		List<Attributes> found = new ArrayList<>();
		model.scan(root, model.limits(), new ScanListener() {
			@Override
			public void found(List<InstanceHeader> instances) {
				found.addAll(instances);
				all.add(root, instances);
			}

			@Override
			public void broken(InstanceLocation location, Problem problem) {
				broken.add(Texts.words(problem));
			}

			@Override
			public void foreign(InstanceLocation location) {
				throw new AssertionError("there are no files");
			}

			@Override
			public void progress(int done, int known) {
				assertEquals(2, known);
			}

			@Override
			public boolean cancelled() {
				return false;
			}
		});
		assertEquals(8, found.size());
		assertEquals(2, all.series().size());
		assertEquals(List.of(), broken);
	}
}
