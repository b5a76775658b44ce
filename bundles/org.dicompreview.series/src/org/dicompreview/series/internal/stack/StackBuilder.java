package org.dicompreview.series.internal.stack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.Ordering;
import org.dicompreview.series.OrderingChoices;
import org.dicompreview.series.Series;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.internal.FrameOrder;
import org.dicompreview.series.internal.Messages;
import org.dicompreview.series.internal.ordering.InstanceOrdering;
import org.dicompreview.series.spi.Arrangement;
import org.dicompreview.series.spi.Dimension;
import org.dicompreview.series.spi.FrameGroup;
import org.dicompreview.series.spi.GroupingRule;
import org.dicompreview.series.spi.OrderingRule;

/**
 * Groups and orders the images of a series by the rules. Rules may come from other plug-ins: whatever they do, each
 * frame ends in exactly one place.
 */
public final class StackBuilder {

	private static final System.Logger LOG = System.getLogger(StackBuilder.class.getName());

	private final Supplier<List<GroupingRule>> groupingRules;
	private final Supplier<List<OrderingRule>> orderingRules;
	private final Supplier<List<Dimension>> dimensions;
	private final OrderingChoices choices;

	/** Rules and dimensions of the moment, in the order in which they are asked. */
	public StackBuilder(Supplier<List<GroupingRule>> groupingRules, Supplier<List<OrderingRule>> orderingRules,
			Supplier<List<Dimension>> dimensions) {
		this(groupingRules, orderingRules, dimensions, new OrderingChoices());
	}

	/** As above. @param choices the rules that people have chosen, which are asked first */
	public StackBuilder(Supplier<List<GroupingRule>> groupingRules, Supplier<List<OrderingRule>> orderingRules,
			Supplier<List<Dimension>> dimensions, OrderingChoices choices) {
		this.choices = choices;
		this.groupingRules = groupingRules;
		this.orderingRules = orderingRules;
		this.dimensions = dimensions;
	}

	/** {@return the stacks of a series with these instances; empty if none has pixels} */
	public List<SliceStack> build(Series series, Collection<InstanceHeader> instances) {
		List<ImageFrame> frames = FrameOrder.frames(instances);
		List<Dimension> others = GuardedDimension.all(dimensions.get());
		List<OrderingRule> rules = rules(series);
		List<SliceStack> stacks = new ArrayList<>();
		for (FrameGroup group : distinct(group(frames, others))) {
			stacks.add(new StackImpl(series, stacks.size(), group, arrange(group.frames(), rules, others)));
		}
		return List.copyOf(stacks);
	}

	/** {@return the rules in the order in which they are asked: the chosen one first} */
	private List<OrderingRule> rules(Series series) {
		Optional<String> chosen = series == null ? Optional.empty() : choices.chosen(series.uid());
		List<OrderingRule> rules = new ArrayList<>(orderingRules.get());
		chosen.ifPresent(id -> rules.sort(Comparator.comparing(rule -> !rule.id().equals(id)))); // stable
		return rules;
	}

	/** {@return the rules that people have chosen} */
	public OrderingChoices choices() {
		return choices;
	}

	/** {@return the orders that fit a stack of a series with these instances, those that would be taken first before the others; of rules that give the same one the last, which gives no other} */
	public List<Ordering> orderings(Collection<InstanceHeader> instances) {
		List<Dimension> others = GuardedDimension.all(dimensions.get());
		Map<String, Ordering> found = new LinkedHashMap<>();
		for (FrameGroup group : group(FrameOrder.frames(instances), others)) {
			List<ImageFrame> frames = FrameOrder.sorted(group.frames());
			for (OrderingRule rule : frames.size() < 2 ? List.<OrderingRule>of() : orderingRules.get()) {
				ask(rule, frames, others).filter(order -> isSound(order, frames)).map(Arrangement::rule)
						.ifPresent(name -> found.put(name, new Ordering(rule.id(), name)));
			}
		}
		return List.copyOf(found.values());
	}

	private List<FrameGroup> group(List<ImageFrame> all, List<Dimension> others) {
		List<FrameGroup> groups = new ArrayList<>();
		List<ImageFrame> rest = all;
		for (GroupingRule rule : groupingRules.get()) {
			if (rest.isEmpty()) {
				break;
			}
			Set<ImageFrame> free = identities(rest);
			for (FrameGroup group : ask(rule, rest, others)) {
				List<ImageFrame> frames = group.frames().stream().filter(free::remove).toList();
				if (!frames.isEmpty()) {
					groups.add(new FrameGroup(group.label(), frames, group.color()));
				}
			}
			rest = rest.stream().filter(free::contains).toList();
		}
		if (!rest.isEmpty()) {
			groups.add(new FrameGroup(Messages.text("group.others"), rest)); //$NON-NLS-1$
		}
		return groups;
	}

	private static List<FrameGroup> ask(GroupingRule rule, List<ImageFrame> frames, List<Dimension> others) {
		try {
			return rule.group(frames, others);
		} catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) { // a rule of another plug-in: the next one takes over
			LOG.log(System.Logger.Level.ERROR, "grouping rule failed: " + rule.getClass().getName(), e); //$NON-NLS-1$
			return List.of();
		}
	}

	/** {@return the groups with numbers after labels that occur twice} */
	private static List<FrameGroup> distinct(List<FrameGroup> groups) {
		Set<String> taken = new HashSet<>();
		List<FrameGroup> result = new ArrayList<>();
		for (FrameGroup group : groups) {
			String label = group.label();
			for (int i = 2; !taken.add(label); i++) {
				label = group.label() + " #" + i; //$NON-NLS-1$
			}
			result.add(new FrameGroup(label, group.frames(), group.color()));
		}
		return result;
	}

	private static Arrangement arrange(List<ImageFrame> group, List<OrderingRule> rules, List<Dimension> others) {
		List<ImageFrame> frames = FrameOrder.sorted(group);
		for (OrderingRule rule : rules) {
			Optional<Arrangement> order = ask(rule, frames, others);
			if (order.isPresent() && isSound(order.get(), frames)) {
				return order.get();
			}
		}
		return new InstanceOrdering().arrange(frames).orElseThrow();
	}

	private static Optional<Arrangement> ask(OrderingRule rule, List<ImageFrame> frames, List<Dimension> others) {
		try {
			return rule.arrange(frames, others);
		} catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) { // a rule of another plug-in: the next one takes over
			LOG.log(System.Logger.Level.ERROR, "ordering rule failed: " + rule.getClass().getName(), e); //$NON-NLS-1$
			return Optional.empty();
		}
	}

	/** {@return whether each frame has a place of its own, within the axes and without an empty position} */
	private static boolean isSound(Arrangement order, List<ImageFrame> frames) {
		Set<ImageFrame> missing = identities(frames);
		Set<List<Integer>> taken = new HashSet<>();
		Set<Integer> positions = new HashSet<>();
		int last = -1;
		for (Arrangement.Place place : order.places()) {
			if (place.coordinates().length != order.axes().size() || place.position() < 0
					|| !missing.remove(place.frame()) || !taken.add(cell(place))) {
				return false;
			}
			for (int i = 0; i < place.coordinates().length; i++) {
				if (place.coordinates()[i] < 0 || place.coordinates()[i] >= order.axes().get(i).size()) {
					return false;
				}
			}
			positions.add(place.position());
			last = Math.max(last, place.position());
		}
		return missing.isEmpty() && positions.size() == last + 1;
	}

	private static List<Integer> cell(Arrangement.Place place) {
		List<Integer> cell = new ArrayList<>(place.coordinates().length + 1);
		cell.add(place.position());
		for (int coordinate : place.coordinates()) {
			cell.add(coordinate);
		}
		return cell;
	}

	private static Set<ImageFrame> identities(List<ImageFrame> frames) {
		Set<ImageFrame> set = Collections.newSetFromMap(new IdentityHashMap<>(frames.size()));
		set.addAll(frames);
		return set;
	}
}
