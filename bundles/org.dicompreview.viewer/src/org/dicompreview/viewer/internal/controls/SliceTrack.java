package org.dicompreview.viewer.internal.controls;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dicompreview.dicom.Texts;
import org.dicompreview.series.Finding;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.SliceNavigator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * A thin line above the scale: which slices are in memory, where the diagnosis found something, which slices cannot be shown,
 * and on which somebody has drawn. UI thread only.
 */
public final class SliceTrack extends Canvas {

	static final int HEIGHT = 5;
	/** A mark is hard to hit: the pointer may be so many pixels beside it. */
	private static final int NEAR = 3;
	/** Positions are missing where slices are so many times farther apart than the nearest two. */
	private static final double GAP = 1.5;

	/** What a mark stands for, those that cover others last. */
	enum Kind {
		/** The diagnosis found something: repeats, for example. */
		FINDING(new Color(230, 140, 30)),
		/** There is no slice, or there are none between two. */
		GAP(new Color(190, 60, 190)),
		/** A layer has something on the slice. */
		DRAWN(new Color(40, 170, 90)),
		/** The slice cannot be shown. */
		UNSHOWN(new Color(210, 40, 40));

		private final Color color;

		Kind(Color color) {
			this.color = color;
		}
	}

	private int count;
	private BitSet cached = new BitSet();
	private Map<Kind, BitSet> marked = new EnumMap<>(Kind.class);
	private Map<Integer, Set<String>> reasons = new HashMap<>();
	/** The stack whose slices in memory are shown; {@code null} if there is none. */
	private SliceStack stack;
	private boolean reversed;

	SliceTrack(Composite parent) {
		super(parent, SWT.DOUBLE_BUFFERED);
		addListener(SWT.MouseMove, e -> setToolTipText(reason(e.x, getClientArea().width)));
		addListener(SWT.Paint, e -> paint(e.gc, getClientArea()));
	}

	/** Shows a stack, with what was found in it and what layers have on its slices. */
	public void show(SliceNavigator navigator, List<Layer> layers) {
		SliceStack next = navigator.stack().orElse(null);
		if (next != stack || navigator.reversed() != reversed) {
			cached = new BitSet();
		}
		stack = next;
		reversed = navigator.reversed();
		count = navigator.count();
		marked = new EnumMap<>(Kind.class);
		reasons = new HashMap<>();
		if (stack != null) {
			stack.findings().forEach(this::mark);
			markSlices(navigator, layers);
		}
		redraw();
	}

	private void mark(Finding finding) {
		String words = Texts.words(finding.message());
		finding.slices().forEach(slice -> mark(Kind.FINDING, place(slice.position()), words));
		if (finding.kind() == Finding.Kind.MISSING_POSITIONS) {
			markGaps(words);
		}
	}

	/** Marks the slices on both sides of a gap. */
	private void markGaps(String words) {
		double[] offsets = new double[count];
		double least = Double.POSITIVE_INFINITY;
		int[] origin = new int[stack.axes().size()];
		for (int i = 0; i < count; i++) {
			offsets[i] = stack.slice(i, origin).map(slice -> slice.offset().orElse(Double.NaN)).orElse(Double.NaN);
			double distance = i == 0 ? Double.NaN : offsets[i] - offsets[i - 1];
			least = distance > 0 ? Math.min(least, distance) : least;
		}
		for (int i = 1; i < count; i++) {
			if (offsets[i] - offsets[i - 1] > GAP * least) {
				mark(Kind.GAP, place(i - 1), words);
				mark(Kind.GAP, place(i), words);
			}
		}
	}

	private void markSlices(SliceNavigator navigator, List<Layer> layers) {
		int[] coordinates = new int[stack.axes().size()];
		for (int axis = 0; axis < coordinates.length; axis++) {
			coordinates[axis] = navigator.coordinate(axis);
		}
		for (int i = 0; i < count; i++) {
			Optional<Slice> slice = stack.slice(i, coordinates);
			int place = place(i);
			if (slice.isEmpty()) {
				mark(Kind.GAP, place, Messages.SliceTrack_gap);
				continue;
			}
			slice.get().problem().ifPresent(problem -> mark(Kind.UNSHOWN, place, Texts.words(problem)));
			layers.stream().map(layer -> layer.mark(slice.get())).filter(text -> !text.isEmpty())
					.forEach(text -> mark(Kind.DRAWN, place, text));
		}
	}

	private int place(int position) {
		return reversed ? count - 1 - position : position;
	}

	/** Marks a place. @param place from the left */
	void mark(Kind kind, int place, String reason) {
		marked.computeIfAbsent(kind, key -> new BitSet()).set(place);
		reasons.computeIfAbsent(place, key -> new LinkedHashSet<>()).add(reason);
	}

	/** Begins anew without marks. @param places on the slider */
	void begin(int places) {
		count = places;
		marked = new EnumMap<>(Kind.class);
		reasons = new HashMap<>();
	}

	/** Shows which places are in memory, from the left. */
	public void setCached(BitSet newCached) {
		if (!newCached.equals(cached)) {
			cached = newCached;
			redraw();
		}
	}

	BitSet cached() {
		return (BitSet) cached.clone();
	}

	/** {@return the places with marks of a kind, from the left} */
	BitSet marked(Kind kind) {
		return (BitSet) marked.getOrDefault(kind, new BitSet()).clone();
	}

	/** {@return what the marks at a place mean, or empty text} @param place from the left */
	public String marks(int place) {
		return String.join("\n", reasons.getOrDefault(place, Set.of())); //$NON-NLS-1$
	}

	/** {@return what the mark at the pointer means; {@code null} if there is none} @param x from the left @param width of all */
	String reason(int x, int width) {
		if (count == 0 || width == 0) {
			return null;
		}
		int first = Math.max(0, (int) ((long) (x - NEAR) * count / width));
		int last = Math.min(count - 1, (int) ((long) (x + NEAR) * count / width));
		int at = Math.max(0, Math.min(count - 1, (int) ((long) x * count / width)));
		if (!reasons.containsKey(at)) {
			at = first;
			while (at <= last && !reasons.containsKey(at)) {
				at++;
			}
		}
		return at > last ? null : marks(at);
	}

	/** Not private: a test paints into an image. */
	void paint(GC gc, Rectangle area) {
		gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
		gc.fillRectangle(area.x, area.y + 1, area.width, HEIGHT - 2);
		gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
		paintRuns(gc, area, cached, 0);
		marked.forEach((kind, places) -> {
			gc.setBackground(kind.color);
			paintRuns(gc, area, places, 2);
		});
	}

	private void paintRuns(GC gc, Rectangle area, BitSet set, int least) {
		for (int from = set.nextSetBit(0); from >= 0 && from < count; from = set.nextSetBit(set.nextClearBit(from))) {
			int to = Math.min(set.nextClearBit(from), count);
			int x = area.x + (int) ((long) from * area.width / count);
			int end = area.x + (int) ((long) to * area.width / count);
			gc.fillRectangle(x, area.y, Math.max(least, end - x), HEIGHT);
		}
	}
}
