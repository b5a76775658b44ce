package org.dicompreview.series.internal.ordering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.osgi.service.component.annotations.Component;

import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Axis;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.internal.Directions;
import org.dicompreview.series.internal.FrameOrder;
import org.dicompreview.series.internal.Messages;
import org.dicompreview.series.internal.NaturalOrder;
import org.dicompreview.series.internal.Numbers;
import org.dicompreview.series.internal.Times;
import org.dicompreview.series.spi.Arrangement;
import org.dicompreview.series.spi.OrderingRule;

/**
 * The order of last resort, for images without full geometry: by Slice Location, Instance Number, time of acquisition or
 * time of content, the first that tells all of them apart; Instance Number goes first where no image has a position.
 * Where none does, by Slice Location if it tells more of them apart than Instance Number, else by all others together as
 * {@link FrameOrder} has them, at last by file name, which is the rule where nothing else tells any two images apart.
 */
@Component(property = "service.ranking:Integer=0")
public final class InstanceOrdering implements OrderingRule {

	static final Criterion LOCATION = new Criterion("rule.location", InstanceOrdering::location); //$NON-NLS-1$
	static final Criterion INSTANCE = new Criterion("rule.instance", InstanceOrdering::instance); //$NON-NLS-1$
	static final Criterion ACQUIRED = new Criterion("rule.acquired", frame -> Times.acquired(frame.attributes())); //$NON-NLS-1$
	static final Criterion CONTENT = new Criterion("rule.content", frame -> Times.content(frame.attributes())); //$NON-NLS-1$

	/**
	 * Something to order by.
	 *
	 * @param rule  the key of its name
	 * @param value its value for a frame, NaN if it has none
	 */
	record Criterion(String rule, ToDoubleFunction<ImageFrame> value) {
	}

	/**
	 * How a criterion orders frames.
	 *
	 * @param criterion the criterion
	 * @param values    for each frame its value
	 * @param order     the frames by index, in order
	 * @param apart     how many it tells apart; one that has no value is not told apart from any
	 */
	private record Order(Criterion criterion, double[] values, int[] order, int apart) {

		static Order of(Criterion criterion, List<ImageFrame> frames) {
			double[] values = frames.stream().mapToDouble(criterion.value()).toArray();
			double[] numbers = frames.stream().mapToDouble(FrameOrder::number).toArray();
			Comparator<Integer> byValue = Comparator.comparingDouble((Integer i) -> values[i])
					.thenComparingDouble(i -> numbers[i]);
			int[] order = IntStream.range(0, values.length).boxed().sorted(byValue).mapToInt(i -> i).toArray(); // stable
			int apart = 0;
			for (int i = 0; i < order.length; i++) {
				boolean differs = i == 0 || byValue.compare(order[i - 1], order[i]) != 0;
				apart += differs && !Double.isNaN(values[order[i]]) ? 1 : 0;
			}
			return new Order(criterion, values, order, apart);
		}

		/** {@return the same criterion with the frames as they stand, in the order of all criteria together} */
		Order keeping(int count) {
			return new Order(criterion, values, IntStream.range(0, count).toArray(), apart);
		}
	}

	@Override
	public String name() {
		return Messages.text("rule.instance"); //$NON-NLS-1$
	}

	@Override
	public Optional<Arrangement> arrange(List<ImageFrame> frames) {
		Optional<Order> found = find(frames);
		List<ImageFrame> sorted = sorted(frames, found);
		if (found.isEmpty()) {
			return Optional.of(inRow(sorted, "rule.name", sorted.stream().map(InstanceOrdering::fileName).toList())); //$NON-NLS-1$
		}
		return Optional.of(arrange(frames, sorted, found.get()));
	}

	private static Arrangement arrange(List<ImageFrame> frames, List<ImageFrame> sorted, Order order) {
		String rule = order.criterion().rule();
		if (order.criterion() == LOCATION) {
			return Places.along(frames, order.values(), Messages.text(rule));
		}
		List<String> labels = order.criterion() == INSTANCE ? sorted.stream().map(InstanceOrdering::number).toList()
				: sinceFirst(order);
		return inRow(sorted, rule, labels);
	}

	/** {@return frames by one criterion; absent if it tells no two of them apart} */
	static Optional<Arrangement> by(Criterion criterion, List<ImageFrame> frames) {
		Order order = Order.of(criterion, frames);
		return order.apart() < 2 ? Optional.empty()
				: Optional.of(arrange(frames, sorted(frames, Optional.of(order)), order));
	}

	/** {@return frames by the names of their files as people count; absent if all are of one file} */
	static Optional<Arrangement> byName(List<ImageFrame> frames) {
		List<ImageFrame> sorted = frames.stream().sorted(Comparator.comparing(InstanceOrdering::fileName, NaturalOrder.INSTANCE)
				.thenComparing(frame -> frame.instance().location().toString(), NaturalOrder.INSTANCE)
				.thenComparingDouble(FrameOrder::number)).toList();
		boolean several = sorted.stream().map(ImageFrame::instance).distinct().limit(2).count() > 1;
		return several ? Optional.of(inRow(sorted, "rule.name", sorted.stream().map(InstanceOrdering::fileName).toList())) //$NON-NLS-1$
				: Optional.empty();
	}

	/** {@return frames by what tells them apart best, as this rule orders them} */
	static List<ImageFrame> sorted(List<ImageFrame> frames) {
		return sorted(frames, find(frames));
	}

	private static List<ImageFrame> sorted(List<ImageFrame> frames, Optional<Order> order) {
		return order.map(by -> Arrays.stream(by.order()).mapToObj(frames::get).toList()).orElse(frames);
	}

	/** {@return what orders the frames; absent if only their names do} */
	private static Optional<Order> find(List<ImageFrame> frames) {
		if (frames.size() == 1) {
			return Optional.of(Order.of(INSTANCE, frames));
		}
		List<Criterion> chain = locationIsPlace(frames) ? List.of(LOCATION, INSTANCE, ACQUIRED, CONTENT)
				: List.of(INSTANCE, LOCATION, ACQUIRED, CONTENT);
		List<Order> orders = new ArrayList<>();
		for (Criterion criterion : chain) {
			Order order = Order.of(criterion, frames);
			if (order.apart() == frames.size()) {
				return Optional.of(order);
			}
			orders.add(order);
		}
		Order location = orders.get(chain.indexOf(LOCATION));
		Order instance = orders.get(chain.indexOf(INSTANCE));
		if (location.apart() > Math.max(1, instance.apart())) {
			return Optional.of(location);
		}
		return orders.stream().filter(order -> order.criterion() != LOCATION && order.apart() > 1).findFirst()
				.map(order -> order.keeping(frames.size()));
	}

	/** {@return whether images have positions that Slice Location may refine: not those of projections from all sides} */
	private static boolean locationIsPlace(List<ImageFrame> frames) {
		boolean placed = frames.stream()
				.anyMatch(frame -> frame.position().isPresent());
		boolean mixed = frames.get(0).plane().isPresent() && !Directions.parallel(frames);
		return placed && !mixed;
	}

	private static double location(ImageFrame frame) {
		return frame.attributes().number(Tag.SLICE_LOCATION).orElse(Double.NaN);
	}

	private static double instance(ImageFrame frame) {
		OptionalDouble number = frame.instance().number(Tag.INSTANCE_NUMBER);
		return number.orElse(Double.NaN);
	}

	private static Arrangement inRow(List<ImageFrame> frames, String rule, List<String> labels) {
		Axis axis = new Axis("image", Messages.text("axis.image"), labels); //$NON-NLS-1$ //$NON-NLS-2$
		return Places.inRow(frames, axis, Messages.text(rule), false);
	}

	private static String number(ImageFrame frame) {
		String number = frame.instance().string(Tag.INSTANCE_NUMBER).orElse("–"); //$NON-NLS-1$
		return frame.instance().frameCount() < 2 ? number : number + '.' + (frame.frame() + 1);
	}

	private static List<String> sinceFirst(Order order) {
		double first = Arrays.stream(order.values()).filter(time -> !Double.isNaN(time)).min().orElse(0);
		return Arrays.stream(order.order()).mapToDouble(i -> order.values()[i])
				.mapToObj(time -> Double.isNaN(time) ? "–" : Numbers.format(time - first, "s")).toList(); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String fileName(ImageFrame frame) {
		return frame.instance().location().name();
	}
}
