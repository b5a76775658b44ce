package org.dicompreview.series.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Axis;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.TestHeader;
import org.dicompreview.series.internal.grouping.VolumeGrouping;
import org.dicompreview.series.internal.ordering.SpatialOrdering;
import org.dicompreview.series.internal.stack.StackBuilder;
import org.dicompreview.series.spi.Arrangement;
import org.dicompreview.series.spi.FrameGroup;
import org.dicompreview.series.spi.GroupingRule;
import org.dicompreview.series.spi.OrderingRule;
import org.junit.jupiter.api.Test;

/** Rules of other plug-ins, good and bad ones. */
class RulesTest {

	private final List<InstanceHeader> headers = IntStream.range(0, 6)
			.<InstanceHeader>mapToObj(i -> new TestHeader("f" + i).axial(i)).toList();

	private interface Grouping {
		List<FrameGroup> group(List<ImageFrame> frames);
	}

	private static GroupingRule grouping(Grouping grouping) {
		return new GroupingRule() {
			@Override
			public String name() {
				return "theirs";
			}

			@Override
			public List<FrameGroup> group(List<ImageFrame> frames) {
				return grouping.group(frames);
			}
		};
	}

	private interface Ordering {
		Optional<Arrangement> arrange(List<ImageFrame> frames);
	}

	private static OrderingRule ordering(Ordering ordering) {
		return new OrderingRule() {
			@Override
			public String name() {
				return "theirs";
			}

			@Override
			public Optional<Arrangement> arrange(List<ImageFrame> frames) {
				return ordering.arrange(frames);
			}
		};
	}

	private List<SliceStack> build(List<GroupingRule> groupings, List<OrderingRule> orderings) {
		List<SliceStack> stacks = new StackBuilder(() -> groupings, () -> orderings, List::of).build(null, headers);
		assertEquals(6, stacks.stream().flatMap(stack -> stack.slices().stream()).distinct().count());
		assertEquals(6, stacks.stream().mapToInt(stack -> stack.slices().size()).sum());
		return stacks;
	}

	private List<String> labels(GroupingRule... groupings) {
		return build(List.of(groupings), List.of(new SpatialOrdering())).stream()
				.map(stack -> stack.label() + ' ' + stack.slices().size()).toList();
	}

	@Test
	void aRuleTakesWhatItIsMadeForAndTheNextTheRest() {
		GroupingRule firstTwo = grouping(frames -> List.of(new FrameGroup("two", frames.subList(0, 2))));
		assertEquals(List.of("two 2", "axial 4"), labels(firstTwo, new VolumeGrouping()));
		assertEquals(List.of("two 2", "others 4"), labels(firstTwo));
		assertEquals(List.of("two 2", "two #2 2", "others 2"), labels(firstTwo, firstTwo));
	}

	@Test
	void aBadGroupingLosesAndDoublesNothing() {
		assertEquals(List.of("axial 6"), labels(grouping(frames -> {
			throw new IllegalStateException("on purpose");
		}), new VolumeGrouping()));
		assertEquals(List.of("all 6"), labels(grouping(frames -> List.of(new FrameGroup("all", frames),
				new FrameGroup("again", frames)))));
		assertEquals(List.of("others 6"), labels(grouping(frames -> List.of(new FrameGroup("strange",
				List.of(new ImageFrame(new TestHeader("unknown"), 0)))))));
	}

	private String rule(Ordering ordering) {
		return build(List.of(), List.of(ordering(ordering), new SpatialOrdering())).get(0).rule();
	}

	private static Arrangement line(List<ImageFrame> frames, int step) {
		List<Arrangement.Place> places = new ArrayList<>();
		for (ImageFrame frame : frames) {
			places.add(new Arrangement.Place(frame, places.size() * step));
		}
		return new Arrangement("theirs", false, new Axis("image", "Image", List.of()), List.of(), places);
	}

	@Test
	void aGoodOrderIsUsed() {
		assertEquals("theirs", rule(frames -> Optional.of(line(frames, 1))));
	}

	@Test
	void aBadOrderIsPassedOver() {
		String ours = new SpatialOrdering().name();
		assertEquals(ours, rule(frames -> Optional.empty()));
		assertEquals(ours, rule(frames -> Optional.of(line(frames, 0))), "all in one place");
		assertEquals(ours, rule(frames -> Optional.of(line(frames, 2))), "positions without images");
		assertEquals(ours, rule(frames -> Optional.of(line(frames, -1))), "below the first");
		assertEquals(ours, rule(frames -> Optional.of(line(frames.subList(1, 6), 1))), "one lost");
		assertEquals(ours, rule(frames -> Optional.of(new Arrangement("theirs", false, new Axis("image", "Image", List.of()),
				List.of(), frames.stream().map(frame -> new Arrangement.Place(frame, 0, 7)).toList()))), "outside of the axes");
		assertEquals(ours, rule(frames -> {
			throw new IllegalStateException("on purpose");
		}));
	}

	@Test
	void servicesAreAskedInOrderOfTheirRanking() {
		RankedRules<String> rules = new RankedRules<>();
		rules.add("low", Map.of("service.ranking", -5, "service.id", 1L));
		rules.add("younger", Map.of("service.id", 9L));
		rules.add("high", Map.of("service.ranking", Integer.MAX_VALUE, "service.id", 7L));
		rules.add("older", Map.of("service.id", 3L));
		assertEquals(List.of("high", "older", "younger", "low"), rules.list());
		rules.remove("older");
		assertEquals(List.of("high", "younger", "low"), rules.list());
	}
}
