package org.dicompreview.viewer.internal.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.viewer.FakeStack;
import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.dicompreview.viewer.Subject;
import org.dicompreview.viewer.ViewingSettings;
import org.dicompreview.viewer.ViewportModel;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SliceBarTest {

	private final Display display = new Display();
	private final Shell shell = new Shell(display);
	private final ViewportModel model = new ViewportModel();
	private final List<Integer> moves = new ArrayList<>();
	private final SliceBar bar = new SliceBar(shell, model.navigator(), moves::add);

	@AfterEach
	void close() {
		display.dispose();
	}

	private void show(int positions) {
		FakeStack stack = new FakeStack(positions, List.of(), Set.of());
		model.show(new Subject.Images((Series) null), List.of(stack), stack, stack.start(), ViewingSettings.DEFAULT);
		bar.show(model.navigator());
	}

	@Test
	void thePlaceOfTheSliderIsSaidInWords() {
		assertEquals("", bar.place()); //$NON-NLS-1$
		show(5);
		model.moveTo(0);
		bar.move(model.navigator());
		assertTrue(bar.place().matches("image 1 of 5, 20[.,]0 mm F"), bar::place); //$NON-NLS-1$
	}

	@Test
	void upAndDownStepInTheNumberField() {
		show(50);
		press(SWT.ARROW_DOWN);
		press(SWT.PAGE_UP);
		assertEquals(List.of(26, 15), moves);
	}

	private void press(int key) {
		Event event = new Event();
		event.keyCode = key;
		Text number = bar.number();
		number.notifyListeners(SWT.KeyDown, event);
	}

	@Test
	void aMarkOfTheTrackSaysWhy() {
		SliceTrack track = new SliceTrack(shell);
		track.begin(100);
		track.mark(SliceTrack.Kind.FINDING, 50, "why 50"); //$NON-NLS-1$
		assertEquals("why 50", track.reason(505, 1000)); //$NON-NLS-1$
		assertEquals("why 50", track.reason(498, 1000)); //$NON-NLS-1$
		assertEquals("why 50", track.reason(512, 1000)); //$NON-NLS-1$
		assertNull(track.reason(600, 1000));
		assertNull(track.reason(-5, 1000));
	}

	@Test
	void gapsAndWhatLayersHaveAreMarkedWhicheverWayTheSliderRuns() {
		Layer layer = new Layer() {
			@Override
			public String id() {
				return "test"; //$NON-NLS-1$
			}

			@Override
			public String label() {
				return "Test"; //$NON-NLS-1$
			}

			@Override
			public void paint(GC gc, LayerContext context) {
				throw new UnsupportedOperationException("no picture"); //$NON-NLS-1$
			}

			@Override
			public String mark(Slice slice) {
				return slice.position() == 4 ? "Line 1" : ""; //$NON-NLS-1$ //$NON-NLS-2$
			}
		};
		FakeStack stack = new FakeStack(6, List.of(), Set.of(List.of(1)));
		model.show(new Subject.Images((Series) null), List.of(stack), stack, stack.start(), ViewingSettings.DEFAULT);
		SliceTrack track = bar.track();
		track.show(model.navigator(), List.of(layer));
		assertEquals(BitSet.valueOf(new long[] { 1 << 1 }), track.marked(SliceTrack.Kind.GAP));
		assertEquals(BitSet.valueOf(new long[] { 1 << 4 }), track.marked(SliceTrack.Kind.DRAWN));
		assertEquals("Line 1", track.marks(4)); //$NON-NLS-1$
		model.reverse();
		track.show(model.navigator(), List.of(layer));
		assertEquals(BitSet.valueOf(new long[] { 1 << 4 }), track.marked(SliceTrack.Kind.GAP));
		assertEquals(BitSet.valueOf(new long[] { 1 << 1 }), track.marked(SliceTrack.Kind.DRAWN));
		track.show(model.navigator(), List.of());
		assertTrue(track.marked(SliceTrack.Kind.DRAWN).isEmpty());
	}

	@Test
	void aClickOrADragOnTheStripGoesThere() {
		show(20);
		bar.showStrip(true);
		StripCanvas strip = bar.strip();
		strip.show(20, 0);
		strip.setBounds(0, 0, 200, 60);
		int width = strip.getClientArea().width;
		mouse(SWT.MouseMove, 0, width / 2);
		assertEquals(List.of(), moves, "only the pointer moves"); //$NON-NLS-1$
		mouse(SWT.MouseDown, 1, width / 2 + 1);
		mouse(SWT.MouseMove, 0, width - 1);
		mouse(SWT.MouseMove, 0, width + 50);
		mouse(SWT.MouseUp, 1, width + 50);
		mouse(SWT.MouseMove, 0, 3);
		mouse(SWT.MouseDown, 3, 3);
		assertEquals(List.of(10, 19, 19), moves);
	}

	private void mouse(int type, int button, int x) {
		Event event = new Event();
		event.button = button;
		event.x = x;
		event.y = 5;
		bar.strip().notifyListeners(type, event);
	}

	@Test
	void ticksAreRoundNumbersWhereTheyLie() {
		double[] offsets = { -20, -10, 0, 10, 20 };
		assertEquals(List.of(new Ticks.Tick(0.5, "-20 mm"), new Ticks.Tick(2.5, "0"), new Ticks.Tick(4.5, "20")), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				Ticks.of(offsets, "mm", 2)); //$NON-NLS-1$
		double[] gap = { 100, Double.NaN, 0 };
		assertEquals(List.of(2.5, 1.5, 0.5), Ticks.of(gap, "ms", 2).stream().map(Ticks.Tick::place).toList()); //$NON-NLS-1$
		double[] unequal = { 0, 1, 11 };
		assertEquals(List.of(0.5, 1.9, 2.4), Ticks.of(unequal, "", 3).stream().map(Ticks.Tick::place).toList()); //$NON-NLS-1$
		assertEquals(List.of("1", "2"), Ticks.of(new double[] { 1, 2 }, "", 7).stream().map(Ticks.Tick::text).toList()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals(List.of(), Ticks.of(new double[] { 5, 5 }, "mm", 3)); //$NON-NLS-1$
		assertEquals(List.of(), Ticks.of(new double[] { Double.NaN, 5 }, "mm", 3)); //$NON-NLS-1$
	}
}
