package org.dicompreview.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.series.Axis;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.junit.jupiter.api.Test;

class ViewportModelTest {

	private static final Axis TIME = new Axis("time", "Time", List.of("1", "2", "3")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
	private static final ViewingSettings INVERTED = new ViewingSettings(
			new Appearance(DisplaySettings.DEFAULT.withInvert(true), Optional.empty(), false), true, 2);

	private final List<String> heard = new ArrayList<>();
	private final ViewportModel model = new ViewportModel();
	private final FakeStack stack = new FakeStack(5, List.of(TIME), Set.of(List.of(0, 0)));
	private final FakeStack other = new FakeStack(3, List.of(), Set.of());
	private final Series series = series();

	private static Series series() {
		return (Series) Proxy.newProxyInstance(Series.class.getClassLoader(), new Class<?>[] { Series.class },
				(proxy, method, arguments) -> switch (method.getName()) {
					case "equals" -> proxy == arguments[0]; //$NON-NLS-1$
					case "hashCode" -> System.identityHashCode(proxy); //$NON-NLS-1$
					default -> throw new UnsupportedOperationException(method.getName());
				});
	}

	private void show(ViewingSettings settings) {
		model.show(new Subject.Images(series), List.of(stack, other), stack, stack.start(), settings);
	}

	private void listen() {
		model.addListener(new ViewportListener() {
			@Override
			public void stateChanged(ViewportState before, ViewportState now) {
				heard.add("state"); //$NON-NLS-1$
			}

			@Override
			public void subjectChanged(Subject now) {
				heard.add("subject"); //$NON-NLS-1$
			}

			@Override
			public void stackChanged(Optional<SliceStack> now) {
				heard.add("stack"); //$NON-NLS-1$
			}

			@Override
			public void sliceChanged(Optional<Slice> now) {
				heard.add("slice"); //$NON-NLS-1$
			}

			@Override
			public void appearanceChanged(Appearance now) {
				heard.add("appearance"); //$NON-NLS-1$
			}

			@Override
			public void presentationStatesChanged() {
				heard.add("states"); //$NON-NLS-1$
			}

			@Override
			public void playbackChanged(PlaybackState before, PlaybackState now) {
				heard.add("playback"); //$NON-NLS-1$
			}
		});
	}

	private List<String> heard() {
		List<String> all = List.copyOf(heard);
		heard.clear();
		return all;
	}

	@Test
	void eachKindOfChangeHasListenersOfItsOwn() {
		listen();
		show(INVERTED);
		assertEquals(List.of("state", "subject", "stack", "slice", "appearance", "playback", "states"), heard()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$
		model.moveBy(1);
		assertEquals(List.of("state", "slice"), heard()); //$NON-NLS-1$ //$NON-NLS-2$
		model.moveAxis(0, 2);
		assertEquals(List.of("state", "slice"), heard()); //$NON-NLS-1$ //$NON-NLS-2$
		model.chooseStack(1);
		assertEquals(List.of("state", "stack", "slice"), heard()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		model.change(settings -> settings.withInvert(false));
		assertEquals(List.of("appearance"), heard()); //$NON-NLS-1$
		model.setSpeed(4);
		assertEquals(List.of("playback"), heard()); //$NON-NLS-1$
		model.reverse();
		assertEquals(List.of("state"), heard(), "the slice stays"); //$NON-NLS-1$ //$NON-NLS-2$
		model.offer(model.state().stacks(), List.of());
		assertEquals(List.of("states"), heard()); //$NON-NLS-1$
	}

	@Test
	void whatDoesNotMoveIsNotTold() {
		show(ViewingSettings.DEFAULT);
		listen();
		assertFalse(model.moveTo(model.navigator().index()));
		assertFalse(model.moveAxis(1, 0));
		assertFalse(model.chooseStack(0));
		assertFalse(model.chooseStack(7));
		model.offer(List.of(), List.of());
		assertEquals(List.of(), heard());
	}

	@Test
	void anotherSeriesHasItsOwnSettingsAndTheSameKeepsThem() {
		show(INVERTED);
		assertTrue(model.settings().window().invert());
		assertTrue(model.navigator().reversed());
		assertEquals(2, model.playback().speed());
		show(ViewingSettings.DEFAULT);
		assertEquals(INVERTED, model.viewingSettings());
		model.show(new Subject.Nothing());
		show(ViewingSettings.DEFAULT);
		assertEquals(ViewingSettings.DEFAULT, model.viewingSettings());
	}

	@Test
	void theIdentityChangesWithWhatIsShownAndInAGap() {
		show(ViewingSettings.DEFAULT);
		Identity first = model.state().identity();
		model.moveBy(1);
		assertEquals(first, model.state().identity(), "the slices of a series share theirs"); //$NON-NLS-1$
		model.moveTo(0);
		assertEquals(Optional.empty(), model.slice());
		assertNotEquals(first, model.state().identity());
		assertFalse(model.state().message().isEmpty());
		Identity gap = model.state().identity();
		model.moveTo(1);
		assertNotEquals(gap, model.state().identity());
		assertNotEquals(first, model.state().identity());
	}

	@Test
	void thePaceHasSteps() {
		model.changeSpeed(1);
		assertEquals(1.5, model.playback().speed());
		model.changeSpeed(-1);
		model.changeSpeed(-1);
		assertEquals(0.75, model.playback().speed());
		for (int i = 0; i < 20; i++) {
			model.changeSpeed(-1);
		}
		assertEquals(0.1, model.playback().speed());
		model.setSpeed(1);
		assertEquals(1, model.playback().speed());
	}

	@Test
	void anotherSeriesSaysForItselfWhetherItSweeps() {
		show(ViewingSettings.DEFAULT);
		model.setBackAndForth(true);
		assertTrue(model.playback().backAndForth());
		model.show(new Subject.Nothing());
		assertFalse(model.playback().backAndForth());
		assertFalse(model.playback().playing());
		model.play();
		assertFalse(model.playback().playing(), "nothing to play"); //$NON-NLS-1$
	}
}
