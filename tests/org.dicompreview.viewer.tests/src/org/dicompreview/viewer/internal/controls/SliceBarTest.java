package org.dicompreview.viewer.internal.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

import org.dicompreview.series.Series;
import org.dicompreview.viewer.FakeStack;
import org.dicompreview.viewer.Subject;
import org.dicompreview.viewer.ViewingSettings;
import org.dicompreview.viewer.ViewportModel;
import org.eclipse.swt.SWT;
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
		BitSet marked = new BitSet();
		marked.set(50);
		track.show(100, marked, place -> "why " + place); //$NON-NLS-1$
		assertEquals("why 50", track.reason(505, 1000)); //$NON-NLS-1$
		assertEquals("why 50", track.reason(498, 1000)); //$NON-NLS-1$
		assertEquals("why 50", track.reason(512, 1000)); //$NON-NLS-1$
		assertNull(track.reason(600, 1000));
		assertNull(track.reason(-5, 1000));
	}
}
