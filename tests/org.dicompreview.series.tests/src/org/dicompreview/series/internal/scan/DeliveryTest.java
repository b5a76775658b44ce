package org.dicompreview.series.internal.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Text;
import org.dicompreview.series.ScanListener;
import org.dicompreview.series.TestHeader;
import org.junit.jupiter.api.Test;

class DeliveryTest {

	private static final long MILLIS = 1_000_000;

	private final List<String> heard = new ArrayList<>();
	private long now;

	private final ScanListener listener = new ScanListener() {
		@Override
		public void found(List<InstanceHeader> instances) {
			heard.add("found " + instances.size());
		}

		@Override
		public void broken(InstanceLocation path, Problem problem) {
			heard.add("broken " + problem);
		}

		@Override
		public void foreign(InstanceLocation path) {
			heard.add("foreign");
		}

		@Override
		public void progress(int done, int known) {
			heard.add(done + " of " + known);
		}

		@Override
		public boolean cancelled() {
			return false;
		}
	};

	private static List<Outcome> found(int count) {
		List<Outcome> outcomes = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			outcomes.add(new Outcome.Found(new TestHeader("f" + i), true));
		}
		return outcomes;
	}

	@Test
	void theFirstOutcomesAreToldAtOnceAndTheNextAfterAWhile() {
		Delivery delivery = new Delivery(listener, () -> now);
		delivery.add(found(8));
		delivery.count(8);
		delivery.deliver(100);
		assertEquals(List.of("found 8", "8 of 100"), heard);
		for (int i = 0; i < 9; i++) {
			now += 10 * MILLIS;
			delivery.add(found(2));
			delivery.count(2);
			delivery.deliver(100);
		}
		assertEquals(2, heard.size());
		now += 10 * MILLIS;
		delivery.deliver(100);
		assertEquals(List.of("found 18", "26 of 100"), heard.subList(2, 4));
	}

	@Test
	void aLargeBatchDoesNotWaitButProgressDoes() {
		Delivery delivery = new Delivery(listener, () -> now);
		delivery.deliver(0);
		heard.clear();
		delivery.add(found(10_000));
		delivery.count(10_000);
		delivery.deliver(20_000);
		assertEquals(List.of("found 10000"), heard);
	}

	@Test
	void theEndIsAlwaysTold() {
		Delivery delivery = new Delivery(listener, () -> now);
		delivery.deliver(0);
		heard.clear();
		delivery.add(List.of(new Outcome.Broken(FileLocation.unseen(Path.of("a")), Problem.of(Text.verbatim("why"))),
				new Outcome.Foreign(FileLocation.unseen(Path.of("b")))));
		delivery.count(2);
		delivery.deliverNow(2);
		assertEquals(List.of("broken why", "foreign", "2 of 2"), heard);
	}
}
