package org.dicompreview.viewer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.dicompreview.rendering.DisplaySettings.Placement;
import org.dicompreview.rendering.DisplaySettings.Window;
import org.dicompreview.rendering.planes.Reformat;
import org.dicompreview.rendering.planes.ReformattedStack;
import org.dicompreview.series.ImagePlane;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Vector3;

/**
 * What some viewports do together: the one that a person changes leads, the others follow. A viewport in which another series
 * comes joins them; one that is sent to a certain slice leads there. Also knows the point that was located in the patient. Each
 * {@link ViewportGrid} has links of its own; others can be made for viewports that lie elsewhere. Without widgets, UI thread
 * only.
 *
 * @since 0.1
 */
public final class ViewportLinks {

	private final Set<ViewportLink> on = EnumSet.noneOf(ViewportLink.class);
	private final List<Member> members = new ArrayList<>();
	private final List<ViewportLinksListener> listeners = new CopyOnWriteArrayList<>();
	private Optional<ViewportModel> active = Optional.empty();
	/** Who was changed last by a person; {@code null} before. */
	private Member leader;
	/** Whether what is heard now comes of following. */
	private boolean following;
	private Optional<LocatedPoint> located = Optional.empty();

	/** Adds a viewport; it follows from the next change on. */
	public void add(ViewportModel model) {
		Member member = new Member(model);
		members.add(member);
		model.addListener(member);
		model.startBy(stack -> start(model, stack, model.navigator().reversed()));
	}

	/** Removes a viewport; its model stays as it is. */
	public void remove(ViewportModel model) {
		member(model).ifPresent(member -> {
			members.remove(member);
			model.removeListener(member);
			model.startBy(stack -> Optional.empty());
			leader = leader == member ? null : leader;
		});
		if (active.filter(model::equals).isPresent()) {
			active = Optional.empty();
		}
	}

	private Optional<Member> member(ViewportModel model) {
		return members.stream().filter(member -> member.model == model).findFirst();
	}

	/** {@return the viewport whose slice is marked on the others, and with which links begin; absent for none} */
	public Optional<ViewportModel> active() {
		return active;
	}

	/** Sets the viewport whose slice is marked on the others. */
	public void setActive(ViewportModel model) {
		active = Optional.of(model);
		tell(ViewportLinksListener::marksChanged);
	}

	/** {@return whether a link is on} */
	public boolean isOn(ViewportLink link) {
		return on.contains(link);
	}

	/** {@return the links that are on} */
	public Set<ViewportLink> on() {
		return Set.copyOf(on);
	}

	/** Switches a link on or off. The active viewport leads at once. */
	public void set(ViewportLink link, boolean wanted) {
		if (!(wanted ? on.add(link) : on.remove(link))) {
			return;
		}
		Optional<Member> first = active.flatMap(this::member);
		if (wanted && first.isPresent()) {
			leader = first.get();
			lead(leader, link);
		}
		tell(ViewportLinksListener::linksChanged);
		if (link == ViewportLink.REFERENCE_LINES) {
			tell(ViewportLinksListener::marksChanged);
		}
	}

	/**
	 * {@return the slice with which a stack begins that joins the others; absent where nothing is linked with it}
	 *
	 * @param model    of a viewport among these, in which the stack is going to be shown
	 * @param stack    the stack
	 * @param reversed whether its slider is going to run in descending order
	 */
	public Optional<Slice> start(ViewportModel model, SliceStack stack, boolean reversed) {
		int[] coordinates = IntStream.range(0, stack.axes().size()).map(stack.start()::coordinate).toArray();
		Optional<Slice> found = isOn(ViewportLink.SCROLL)
				? peer(model).flatMap(peer -> Counterpart.of(peer, stack, coordinates, reversed)) : Optional.empty();
		member(model).ifPresent(member -> member.linkedStart = found);
		return found;
	}

	/** {@return whom a viewport joins: the one that leads, else the first that shows something} */
	private Optional<ViewportModel> peer(ViewportModel model) {
		return leader != null && leader.model != model && leader.model.slice().isPresent() ? Optional.of(leader.model)
				: members.stream().map(member -> member.model).filter(other -> other != model && other.slice().isPresent())
						.findFirst();
	}

	/**
	 * Locates a point of the patient: the other viewports go to the slice nearest to it, as far as they show the same frame of
	 * reference, whatever is linked.
	 *
	 * @param from  the viewport in which a person points; nothing happens if its slice has no geometry
	 * @param point in mm
	 */
	public void locate(ViewportModel from, Vector3 point) {
		Optional<ImagePlane> plane = from.slice().flatMap(Slice::imagePlane);
		if (plane.isEmpty()) {
			return;
		}
		located = Optional.of(new LocatedPoint(plane.get(), point));
		for (Member member : members) {
			member.find();
			if (member.model == from) {
				member.found = from.slice().map(Slice::position);
			} else {
				member.found.ifPresent(position -> follow(() -> member.model.moveTo(member.model.navigator().indexOf(position))));
			}
		}
		tell(ViewportLinksListener::marksChanged);
	}

	/** Forgets the point that was located. */
	public void clearLocated() {
		if (located.isPresent()) {
			located = Optional.empty();
			members.forEach(Member::find);
			tell(ViewportLinksListener::marksChanged);
		}
	}

	/** {@return the point that was located last} */
	public Optional<LocatedPoint> located() {
		return located;
	}

	/**
	 * {@return the point that was located, if a slice is the one of its stack that shows it best}
	 *
	 * @param model of a viewport among these
	 * @param slice of the stack that it shows
	 */
	public Optional<LocatedPoint> located(ViewportModel model, Slice slice) {
		return member(model).flatMap(member -> member.found).filter(position -> position == slice.position())
				.flatMap(position -> located);
	}

	/** Adds who hears of changes. */
	public void addListener(ViewportLinksListener listener) {
		listeners.add(listener);
	}

	/** Removes who heard of changes; also while they are told. */
	public void removeListener(ViewportLinksListener listener) {
		listeners.remove(listener);
	}

	private void tell(Consumer<ViewportLinksListener> change) {
		listeners.forEach(change);
	}

	private void lead(Member from, ViewportLink link) {
		if (isOn(link)) {
			members.stream().filter(member -> member != from).forEach(member -> follow(from.model, member.model, link));
		}
	}

	private void follow(ViewportModel from, ViewportModel to, ViewportLink link) {
		switch (link) {
			case SCROLL -> follow(() -> Counterpart.move(from, to));
			case WINDOW -> follow(() -> followWindow(from, to));
			case PLACEMENT -> ImageFit.linked(from, to).ifPresent(
					placement -> follow(() -> to.change(settings -> settings.with(placement))));
			case REFERENCE_LINES -> {
				// Painted, not followed.
			}
		}
	}

	/** Values of one modality mean the same, those of two do not. */
	private static void followWindow(ViewportModel from, ViewportModel to) {
		Optional<String> modality = from.series().map(Series::modality);
		boolean comparable = modality.isPresent() && modality.equals(to.series().map(Series::modality));
		Window lead = from.appearance().settings().window();
		Window own = to.appearance().settings().window();
		Window next = new Window(comparable ? lead.voiWindow() : own.voiWindow(), comparable ? lead.voiLut() : own.voiLut(),
				lead.invert(), own.colorMap());
		if (!next.equals(own)) {
			to.change(settings -> comparable ? settings.with(next) : settings.withInvert(lead.invert()));
		}
	}

	/** What comes of it leads nobody. */
	private void follow(Runnable work) {
		boolean before = following;
		following = true;
		try {
			work.run();
		} finally {
			following = before;
		}
	}

	/** One of the viewports. */
	private final class Member implements ViewportListener {

		private final ViewportModel model;
		private Window window;
		private Placement placement;
		private Optional<RenderTarget> target = Optional.empty();
		/** Whether the first picture of another stack is awaited, with which it joins the look of the others. */
		private boolean joining = true;
		private Optional<Slice> linkedStart = Optional.empty();
		/** The position along the stack that is nearest to the located point. */
		private Optional<Integer> found = Optional.empty();

		Member(ViewportModel model) {
			this.model = model;
			noteLook();
			joining = model.rendered().isEmpty();
			find();
		}

		private void noteLook() {
			window = model.appearance().settings().window();
			placement = model.settings().placement();
		}

		/** Looks for the located point in the stack on show. */
		private void find() {
			found = located.flatMap(point -> Counterpart.nearest(model.navigator(), point)).map(Slice::position);
		}

		@Override
		public void stateChanged(ViewportState before, ViewportState now) {
			boolean otherStack = !isSameStack(before, now);
			joining |= otherStack;
			if (before.stacks() != now.stacks() || otherStack) {
				find();
			}
			if (before.slice().equals(now.slice())) {
				return;
			}
			boolean joins = otherStack && linkedStart.isPresent() && linkedStart.equals(now.slice());
			linkedStart = Optional.empty();
			if (!following && !joins) {
				scrolled(otherStack);
			}
			if (isOn(ViewportLink.REFERENCE_LINES) && active.filter(model::equals).isPresent()) {
				tell(ViewportLinksListener::marksChanged);
			}
		}

		/** A stack that has grown is the same. */
		private static boolean isSameStack(ViewportState before, ViewportState now) {
			return before.series().equals(now.series())
					&& before.stack().map(SliceStack::index).equals(now.stack().map(SliceStack::index))
					&& plane(before).equals(plane(now));
		}

		/** {@return the plane on show, if it is not that of images} */
		private static Optional<Reformat> plane(ViewportState state) {
			return state.stack().filter(ReformattedStack.class::isInstance).map(stack -> ((ReformattedStack) stack).reformat());
		}

		/** Leads, unless what comes is where the others are already. */
		private void scrolled(boolean otherStack) {
			if (otherStack && model.slice().isPresent()
					&& peer(model).flatMap(peer -> Counterpart.of(peer, model)).equals(model.slice())) {
				return;
			}
			leader = this;
			lead(this, ViewportLink.SCROLL);
		}

		@Override
		public void appearanceChanged(Appearance now) {
			Window windowBefore = window;
			Placement placementBefore = placement;
			noteLook();
			if (following || joining) {
				return;
			}
			if (!window.equals(windowBefore)) {
				leader = this;
				lead(this, ViewportLink.WINDOW);
			}
			if (!placement.equals(placementBefore)) {
				leader = this;
				lead(this, ViewportLink.PLACEMENT);
			}
		}

		@Override
		public void renderedChanged(Optional<RenderedSlice> now) {
			if (now.isEmpty() || now.get().coarse()) {
				return;
			}
			Optional<RenderTarget> before = target;
			target = Optional.of(now.get().target());
			if (joining) {
				joining = false;
				peer(model).ifPresent(peer -> on.forEach(link -> join(peer, link)));
			} else if (!target.equals(before)) {
				resized();
			}
		}

		private void join(ViewportModel peer, ViewportLink link) {
			if (link != ViewportLink.SCROLL) {
				follow(peer, model, link);
			}
		}

		/** The magnification counts from the size of the canvas, so that it means something else now. */
		private void resized() {
			if (leader == this) {
				lead(this, ViewportLink.PLACEMENT);
			} else if (isOn(ViewportLink.PLACEMENT)) {
				peer(model).ifPresent(peer -> follow(peer, model, ViewportLink.PLACEMENT));
			}
		}
	}
}
