package org.dicompreview.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Orientation;
import org.dicompreview.rendering.DisplaySettings.Placement;
import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.series.Axis;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Vector3;
import org.junit.jupiter.api.Test;

/** Viewports that go together, without widgets. */
class ViewportLinksTest {

	private static final double EXACT = 1e-9;
	private static final VoiWindow LUNG = VoiWindow.linear(-600, 1500);

	private final ViewportLinks links = new ViewportLinks();
	private final Map<ViewportModel, List<Integer>> heard = new HashMap<>();
	private int linksChanged;
	private int marksChanged;

	/** {@return axial slices, so many mm apart} @param offsets of the slices in mm */
	private static FakeSeries axial(String uid, double... offsets) {
		return new FakeSeries(uid).stack(IntStream.range(0, offsets.length)
				.mapToObj(i -> FakeImage.axial(i, offsets[i])).toList());
	}

	private static FakeSeries sagittal(int count) {
		return new FakeSeries("sagittal").stack(IntStream.range(0, count).mapToObj(i -> FakeImage.axial(i, 0) //$NON-NLS-1$
				.set(Tag.IMAGE_POSITION_PATIENT, -90 + 20 * i, -100, 90).set(Tag.IMAGE_ORIENTATION_PATIENT, 0, 1, 0, 0, 0, -1)
				.set(Tag.PIXEL_SPACING, 1, 1)).toList());
	}

	private ViewportModel viewport(FakeSeries series) {
		ViewportModel model = new ViewportModel();
		links.add(model);
		if (links.active().isEmpty()) {
			links.setActive(model);
		}
		show(model, series, 0);
		listen(model);
		return model;
	}

	private void listen(ViewportModel model) {
		List<Integer> places = new ArrayList<>();
		heard.put(model, places);
		model.addListener(new ViewportListener() {
			@Override
			public void sliceChanged(Optional<Slice> now) {
				places.add(now.map(Slice::position).orElse(-1));
			}
		});
	}

	private static void show(ViewportModel model, FakeSeries series, int position) {
		SliceStack stack = series.stacks().get(0);
		model.show(new Subject.Images(series), series.stacks(), stack, stack.slice(position).orElseThrow(),
				ViewingSettings.DEFAULT);
	}

	/** Shows a series as a person selects it, without a place. */
	private void join(ViewportModel model, FakeSeries series) {
		SliceStack stack = series.stacks().get(0);
		model.show(new Subject.Images(series), series.stacks(), stack,
				links.start(model, stack, false).orElseGet(stack::start), ViewingSettings.DEFAULT);
	}

	private static int position(ViewportModel model) {
		return model.slice().orElseThrow().position();
	}

	/** As if the picture had come to a canvas. @param zoom of the monitor */
	private static void render(ViewportModel model, int width, int height, int zoom) {
		Slice slice = model.slice().orElseThrow();
		int columns = slice.instance().integer(Tag.COLUMNS).orElseThrow();
		int rows = slice.instance().integer(Tag.ROWS).orElseThrow();
		double[] spacing = slice.instance().numbers(Tag.PIXEL_SPACING);
		Frame frame = new Frame(columns, rows, 1, 8, false, Photometric.MONOCHROME2, Photometric.MONOCHROME2,
				new Samples.Bytes(new byte[columns * rows]), Optional.empty());
		DisplayFrame display = (DisplayFrame) Proxy.newProxyInstance(DisplayFrame.class.getClassLoader(),
				new Class<?>[] { DisplayFrame.class }, (proxy, method, arguments) -> switch (method.getName()) {
					case "frame" -> frame; //$NON-NLS-1$
					case "pixelAspect" -> spacing.length == 2 ? spacing[0] / spacing[1] : 1; //$NON-NLS-1$
					case "windowable" -> true; //$NON-NLS-1$
					default -> throw new UnsupportedOperationException(method.getName());
				});
		model.setRendered(new RenderedSlice(model.state().identity(), slice, false, Optional.empty(), model.appearance(),
				new RenderTarget(width * zoom / 100, height * zoom / 100, zoom), Optional.of(display), model.settings(),
				Optional.of(new Picture(null, new double[] { 1, 0, 0, 0, 1, 0 })), List.of()));
	}

	private static void place(ViewportModel model, double zoom, double panX, double panY) {
		model.change(settings -> settings.with(new Placement(zoom, panX, panY)));
	}

	private static void assertPlacement(double zoom, double panX, double panY, ViewportModel model) {
		Placement placement = model.settings().placement();
		assertEquals(zoom, placement.zoom(), EXACT);
		assertEquals(panX, placement.panX(), EXACT);
		assertEquals(panY, placement.panY(), EXACT);
	}

	@Test
	void nothingGoesTogetherUnlessItIsSwitchedOn() {
		ViewportModel first = viewport(axial("a", 0, 1, 2)); //$NON-NLS-1$
		ViewportModel second = viewport(axial("b", 0, 1, 2)); //$NON-NLS-1$
		first.moveTo(2);
		first.change(settings -> settings.withInvert(true));
		assertEquals(0, position(second));
		assertEquals(DisplaySettings.DEFAULT, second.settings());
		assertEquals(Set.of(), links.on());
	}

	@Test
	void parallelStacksGoToTheNearestPositionWhoeverLeads() {
		ViewportModel coarse = viewport(axial("coarse", -20, -10, 0, 10, 20)); //$NON-NLS-1$
		ViewportModel fine = viewport(axial("fine", -12, -9, -6, -3, 0, 3, 6, 9, 12)); //$NON-NLS-1$
		links.set(ViewportLink.SCROLL, true);
		assertEquals(0, position(fine), "the active one leads at once"); //$NON-NLS-1$
		coarse.moveTo(3);
		assertEquals(7, position(fine), "9 mm is nearest to 10"); //$NON-NLS-1$
		fine.moveTo(3);
		assertEquals(2, position(coarse), "0 mm is nearest to -3"); //$NON-NLS-1$
		assertEquals(3, position(fine), "who leads stays"); //$NON-NLS-1$
		coarse.moveTo(4);
		assertEquals(8, position(fine), "the end"); //$NON-NLS-1$
		links.set(ViewportLink.SCROLL, false);
		coarse.moveTo(0);
		assertEquals(8, position(fine));
	}

	@Test
	void eachMoveIsOneMoveOfEachViewport() {
		ViewportModel first = viewport(axial("a", 0, 5, 10, 15)); //$NON-NLS-1$
		ViewportModel second = viewport(axial("b", 0, 7, 14)); //$NON-NLS-1$
		ViewportModel third = viewport(axial("c", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)); //$NON-NLS-1$
		links.set(ViewportLink.SCROLL, true);
		heard.values().forEach(List::clear);
		first.moveTo(1);
		third.moveTo(11);
		assertEquals(List.of(1, 2), heard.get(first));
		assertEquals(List.of(1, 2), heard.get(second));
		assertEquals(List.of(5, 11), heard.get(third));
	}

	@Test
	void theDirectionOfTheSliderDoesNotMatterForPlacesInThePatient() {
		ViewportModel first = viewport(axial("a", 0, 1, 2, 3)); //$NON-NLS-1$
		ViewportModel second = viewport(axial("b", 0, 1, 2, 3)); //$NON-NLS-1$
		second.reverse();
		links.set(ViewportLink.SCROLL, true);
		first.moveTo(1);
		assertEquals(1, position(second));
		assertEquals(2, second.navigator().index());
	}

	@Test
	void stacksThatCrossStayWhereTheyAre() {
		ViewportModel first = viewport(axial("a", 0, 1, 2, 3)); //$NON-NLS-1$
		ViewportModel second = viewport(sagittal(5));
		links.set(ViewportLink.SCROLL, true);
		second.moveTo(2);
		first.moveTo(3);
		assertEquals(2, position(second));
		second.moveTo(4);
		assertEquals(3, position(first));
	}

	@Test
	void withoutACommonFrameOfReferenceTheyGoAsFarAlongTheSlider() {
		FakeSeries other = new FakeSeries("other").stack(IntStream.range(0, 9).mapToObj(i -> FakeImage.axial(i, 100 - i) //$NON-NLS-1$
				.set(Tag.FRAME_OF_REFERENCE_UID, "9.9")).toList()); //$NON-NLS-1$
		FakeSeries captures = new FakeSeries("captures").stack(IntStream.range(0, 3).mapToObj(FakeImage::new).toList()); //$NON-NLS-1$
		ViewportModel first = viewport(axial("a", 0, 1, 2, 3, 4)); //$NON-NLS-1$
		ViewportModel second = viewport(other);
		ViewportModel third = viewport(captures);
		links.set(ViewportLink.SCROLL, true);
		first.moveTo(2);
		assertEquals(List.of(4, 1), List.of(position(second), position(third)));
		third.reverse();
		first.moveTo(4);
		assertEquals(8, position(second));
		assertEquals(0, position(third), "the right end of its slider"); //$NON-NLS-1$
		assertEquals(2, third.navigator().index());
	}

	@Test
	void timesAreWalkedTogether() {
		Axis time = new Axis("time", "Time", List.of("1", "2", "3")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
		Axis times = new Axis("time", "Time", List.of("1", "2", "3", "4", "5")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$
		ViewportModel first = new ViewportModel();
		ViewportModel second = new ViewportModel();
		for (ViewportModel model : List.of(first, second)) {
			FakeStack stack = new FakeStack(4, List.of(model == first ? time : times), Set.of());
			links.add(model);
			model.show(new Subject.Images(new FakeSeries("s")), List.of(stack), stack, stack.start(), ViewingSettings.DEFAULT); //$NON-NLS-1$
		}
		links.set(ViewportLink.SCROLL, true);
		first.moveAxis(0, 1);
		assertEquals(2, second.navigator().coordinate(0));
		first.moveTo(0);
		assertEquals(0, second.navigator().index());
		assertEquals(2, second.navigator().coordinate(0));
	}

	@Test
	void aSeriesThatComesBeginsWhereTheOthersAreAndOneSentToASliceLeads() {
		ViewportModel first = viewport(axial("a", 0, 10, 20, 30)); //$NON-NLS-1$
		ViewportModel second = viewport(axial("b", 0, 10, 20, 30)); //$NON-NLS-1$
		links.set(ViewportLink.SCROLL, true);
		first.moveTo(3);
		heard.get(first).clear();
		join(second, axial("c", 0, 8, 16, 24, 32)); //$NON-NLS-1$
		assertEquals(4, position(second), "32 mm is nearest to 30"); //$NON-NLS-1$
		assertEquals(List.of(), heard.get(first), "who was there first stays"); //$NON-NLS-1$
		show(second, axial("d", 0, 9, 18, 27), 1); //$NON-NLS-1$
		assertEquals(1, position(first), "10 mm is nearest to 9"); //$NON-NLS-1$
	}

	@Test
	void whatComesBackWhereItWasLeftMovesNobody() {
		ViewportModel fine = viewport(axial("fine", 0, 1, 2, 3, 4, 5, 6, 7, 8)); //$NON-NLS-1$
		ViewportModel coarse = viewport(axial("coarse", 0, 4, 8)); //$NON-NLS-1$
		links.set(ViewportLink.SCROLL, true);
		fine.moveTo(5);
		assertEquals(1, position(coarse));
		show(coarse, axial("coarse", 0, 4, 8), 1); //$NON-NLS-1$
		assertEquals(5, position(fine), "4 mm belongs to 5 mm, though 5 mm is not nearest to 4"); //$NON-NLS-1$
	}

	@Test
	void anotherStackOfASeriesBeginsWhereTheOthersAre() {
		FakeSeries two = axial("two", 0, 10, 20, 30); //$NON-NLS-1$
		two.stack(IntStream.range(0, 7).mapToObj(i -> FakeImage.axial(i, 5 * i)).toList());
		ViewportModel first = viewport(axial("a", 0, 10, 20, 30)); //$NON-NLS-1$
		ViewportModel second = viewport(two);
		links.set(ViewportLink.SCROLL, true);
		first.moveTo(1);
		second.chooseStack(1);
		assertEquals(2, position(second));
		assertEquals(1, position(first));
	}

	@Test
	void aSeriesThatGrowsMovesNobody() {
		FakeSeries growing = axial("b", 0, 10, 20, 30); //$NON-NLS-1$
		ViewportModel first = viewport(axial("a", 0, 1, 2, 3, 4, 5, 6, 7, 8)); //$NON-NLS-1$
		ViewportModel second = viewport(growing);
		links.set(ViewportLink.SCROLL, true);
		first.moveTo(8);
		heard.get(first).clear();
		List<Slice> before = growing.stacks().get(0).slices();
		List<Slice> more = new ArrayList<>(before);
		more.add(FakeImage.axial(4, 40));
		SliceStack grown = new FakeSeries("b").stack(more).stacks().get(0); //$NON-NLS-1$
		second.show(new Subject.Images(growing), List.of(grown), grown, before.get(1), ViewingSettings.DEFAULT);
		assertEquals(List.of(), heard.get(first));
	}

	@Test
	void theWindowGoesToSeriesOfTheSameModalityAndTheInversionToAll() {
		ViewportModel first = viewport(axial("a", 0)); //$NON-NLS-1$
		ViewportModel second = viewport(axial("b", 0)); //$NON-NLS-1$
		ViewportModel other = viewport(new FakeSeries("mr", "MR").stack(List.of(FakeImage.axial(0, 0)))); //$NON-NLS-1$ //$NON-NLS-2$
		List.of(first, second, other).forEach(model -> render(model, 100, 80, 100));
		second.change(settings -> settings.withColorMap("hot").with(new Orientation(1, false))); //$NON-NLS-1$
		links.set(ViewportLink.WINDOW, true);
		first.change(settings -> settings.withWindow(Optional.of(LUNG)).with(new Placement(3, 0, 0)));
		assertEquals(Optional.of(LUNG), second.settings().window().voiWindow());
		assertEquals("hot", second.settings().window().colorMap()); //$NON-NLS-1$
		assertEquals(new Orientation(1, false), second.settings().orientation());
		assertEquals(Placement.DEFAULT, second.settings().placement(), "that is another link"); //$NON-NLS-1$
		assertEquals(Optional.empty(), other.settings().window().voiWindow());
		other.change(settings -> settings.withInvert(true));
		assertTrue(first.settings().window().invert() && second.settings().window().invert());
		assertEquals(Optional.of(LUNG), first.settings().window().voiWindow());
		second.change(settings -> settings.withWindow(Optional.empty()));
		assertTrue(first.settings().window().isFramesOwn(), "as the file says"); //$NON-NLS-1$
	}

	@Test
	void aSeriesThatComesTakesTheLookOfTheOthersAndGivesThemNone() {
		ViewportModel first = viewport(axial("a", 0, 1)); //$NON-NLS-1$
		ViewportModel second = viewport(axial("b", 0, 1)); //$NON-NLS-1$
		render(first, 100, 80, 100);
		render(second, 100, 80, 100);
		links.set(ViewportLink.WINDOW, true);
		first.change(settings -> settings.withWindow(Optional.of(LUNG)));
		FakeSeries coming = axial("c", 0, 1); //$NON-NLS-1$
		SliceStack stack = coming.stacks().get(0);
		ViewingSettings remembered = new ViewingSettings(new Appearance(
				DisplaySettings.DEFAULT.withWindow(Optional.of(VoiWindow.linear(1, 2))), Optional.empty(), false), false, 1);
		second.show(new Subject.Images(coming), List.of(stack), stack, stack.start(), remembered);
		assertEquals(Optional.of(LUNG), first.settings().window().voiWindow());
		render(second, 100, 80, 100);
		assertEquals(Optional.of(LUNG), second.settings().window().voiWindow());
	}

	/** The image of 200 x 240 mm fits a canvas of 200 x 240 points with one point a mm. */
	@Test
	void aMillimetreIsEquallyLargeAndTheSamePlaceIsInTheMiddle() {
		ViewportModel first = viewport(axial("a", 0)); //$NON-NLS-1$
		FakeSeries detail = new FakeSeries("detail").stack(List.of(FakeImage.axial(0, 0).set(Tag.PIXEL_SPACING, 1, 1) //$NON-NLS-1$
				.set(Tag.IMAGE_POSITION_PATIENT, 0.5, 20.5, 0)));
		ViewportModel second = viewport(detail);
		render(first, 200, 240, 100);
		render(second, 200, 240, 200);
		links.set(ViewportLink.PLACEMENT, true);
		// the middle of the first image is at (-99 - 1 + 100, -100 - 1.5 + 120) mm, that of the second one at (50, 60)
		assertPlacement(0.5, 50 / 200.0, (60 - 18.5) / 240.0, second);
		place(first, 2, 0.1, -0.2);
		// two points a mm: the second one fits with two, and its middle is 50 mm to the right of and 41.5 mm below the first's
		assertPlacement(1, 0.1 + 2 * 50 / 200.0, -0.2 + 2 * 41.5 / 240.0, second);
		place(second, 2, 0, 0);
		assertPlacement(4, -4 * 50 / 200.0, -4 * 41.5 / 240.0, first);
	}

	@Test
	void turnedAndFlippedImagesHaveTheSamePlaceInTheMiddleToo() {
		for (Orientation orientation : List.of(new Orientation(1, false), new Orientation(2, true), new Orientation(3, true))) {
			ViewportModel first = viewport(axial("a", 0)); //$NON-NLS-1$
			ViewportModel second = viewport(axial("b", 0)); //$NON-NLS-1$
			second.change(settings -> settings.with(orientation));
			render(first, 240, 240, 100);
			render(second, 240, 240, 100);
			links.set(ViewportLink.PLACEMENT, true);
			place(first, 2, 0.25, 0.125);
			double[] at = { 0.25, 0.125 };
			at = orientation.flip() ? new double[] { -at[0], at[1] } : at;
			for (int turn = 0; turn < orientation.quarterTurns(); turn++) {
				at = new double[] { -at[1], at[0] };
			}
			assertPlacement(2, at[0], at[1], second);
			place(second, 3, 0, 0);
			assertPlacement(3, 0, 0, first);
			place(second, 2, at[0], at[1]);
			assertPlacement(2, 0.25, 0.125, first);
			List.of(first, second).forEach(links::remove);
			links.set(ViewportLink.PLACEMENT, false);
		}
	}

	@Test
	void withoutACommonPlaceTheyAreShiftedAlikeAndWithoutSpacingMagnifiedAlike() {
		FakeSeries elsewhere = new FakeSeries("elsewhere").stack(List.of(FakeImage.axial(0, 0) //$NON-NLS-1$
				.set(Tag.FRAME_OF_REFERENCE_UID, "8.8").set(Tag.PIXEL_SPACING, 6, 4))); //$NON-NLS-1$
		FakeSeries capture = new FakeSeries("capture").stack(List.of(new FakeImage(0).set(Tag.COLUMNS, 50).set(Tag.ROWS, 50))); //$NON-NLS-1$
		ViewportModel first = viewport(axial("a", 0)); //$NON-NLS-1$
		ViewportModel second = viewport(elsewhere);
		ViewportModel third = viewport(capture);
		render(first, 200, 240, 100);
		render(second, 100, 120, 100);
		render(third, 300, 300, 100);
		links.set(ViewportLink.PLACEMENT, true);
		place(first, 2, 0.1, -0.2);
		// the second image is twice as large, on a canvas half as wide
		assertPlacement(8, 0.2, -0.4, second);
		assertPlacement(2, 0.1, -0.2, third);
	}

	@Test
	void anotherSizeOfTheCanvasDoesNotChangeTheScaleOfWhoFollows() {
		ViewportModel first = viewport(axial("a", 0)); //$NON-NLS-1$
		ViewportModel second = viewport(axial("b", 0)); //$NON-NLS-1$
		render(first, 200, 240, 100);
		render(second, 200, 240, 100);
		links.set(ViewportLink.PLACEMENT, true);
		place(first, 2, 0, 0);
		render(second, 100, 120, 100);
		assertPlacement(4, 0, 0, second);
		render(first, 100, 120, 100);
		assertPlacement(2, 0, 0, second);
	}

	@Test
	void aPointIsFoundInAllStacksOfItsFrameOfReference() {
		ViewportModel first = viewport(axial("a", 0, 10, 20)); //$NON-NLS-1$
		ViewportModel second = viewport(axial("b", 0, 5, 10, 15, 20, 25)); //$NON-NLS-1$
		ViewportModel crossing = viewport(sagittal(10));
		FakeSeries foreign = new FakeSeries("foreign").stack(List.of(FakeImage.axial(0, 0), FakeImage.axial(1, 10))); //$NON-NLS-1$
		foreign.stacks().get(0).slices().forEach(slice -> ((FakeImage) slice).set(Tag.FRAME_OF_REFERENCE_UID, "9.9")); //$NON-NLS-1$
		ViewportModel other = viewport(foreign);
		first.moveTo(1);
		other.moveTo(1);
		Vector3 point = new Vector3(31, 0, 12);
		links.locate(first, point);
		assertEquals(1, position(first));
		assertEquals(2, position(second), "10 mm"); //$NON-NLS-1$
		assertEquals(6, position(crossing), "30 mm"); //$NON-NLS-1$
		assertEquals(1, position(other), "another frame of reference"); //$NON-NLS-1$
		for (ViewportModel model : List.of(first, second, crossing)) {
			assertEquals(point, links.located(model, model.slice().orElseThrow()).orElseThrow().point());
		}
		assertEquals(Optional.empty(), links.located(other, other.slice().orElseThrow()));
		Slice found = second.slice().orElseThrow();
		second.moveTo(3);
		assertEquals(Optional.empty(), links.located(second, second.slice().orElseThrow()), "not there"); //$NON-NLS-1$
		second.moveTo(2);
		assertTrue(links.located(second, found).isPresent());
		show(second, axial("c", 11, 13), 1); //$NON-NLS-1$
		assertFalse(links.located(second, second.slice().orElseThrow()).isPresent());
		second.moveTo(0);
		assertTrue(links.located(second, second.slice().orElseThrow()).isPresent(), "the first of two equally near"); //$NON-NLS-1$
		links.clearLocated();
		assertEquals(Optional.empty(), links.located());
		assertEquals(Optional.empty(), links.located(second, second.slice().orElseThrow()));
	}

	@Test
	void aPointOfAnImageWithoutFrameOfReferenceIsMarkedThere() {
		FakeImage alone = FakeImage.axial(0, 0).set(Tag.FRAME_OF_REFERENCE_UID, ""); //$NON-NLS-1$
		ViewportModel model = viewport(new FakeSeries("alone").stack(List.of(alone))); //$NON-NLS-1$
		links.locate(model, new Vector3(1, 2, 0));
		assertTrue(links.located(model, alone).isPresent());
		ViewportModel capture = viewport(new FakeSeries("capture").stack(List.of(new FakeImage(0)))); //$NON-NLS-1$
		links.clearLocated();
		links.locate(capture, new Vector3(1, 2, 3));
		assertEquals(Optional.empty(), links.located(), "there are no places in it"); //$NON-NLS-1$
	}

	@Test
	void whoListensHearsWhatHasChanged() {
		links.addListener(new ViewportLinksListener() {
			@Override
			public void linksChanged() {
				linksChanged++;
			}

			@Override
			public void marksChanged() {
				marksChanged++;
			}
		});
		ViewportModel first = viewport(axial("a", 0, 10, 20)); //$NON-NLS-1$
		ViewportModel second = viewport(sagittal(4));
		marksChanged = 0;
		first.moveTo(1);
		assertEquals(0, marksChanged, "no lines, no marks"); //$NON-NLS-1$
		links.set(ViewportLink.REFERENCE_LINES, true);
		links.set(ViewportLink.REFERENCE_LINES, true);
		assertEquals(List.of(1, 1), List.of(linksChanged, marksChanged));
		first.moveTo(2);
		assertEquals(2, marksChanged);
		second.moveTo(2);
		assertEquals(2, marksChanged, "not the active one"); //$NON-NLS-1$
		links.setActive(second);
		assertEquals(3, marksChanged);
		links.remove(second);
		assertEquals(Optional.empty(), links.active());
		second.moveTo(3);
		assertEquals(3, marksChanged);
	}

	@Test
	void linksAreKnownByNameAgain() {
		Arrays.stream(ViewportLink.values()).forEach(link -> assertEquals(Optional.of(link), ViewportLink.of(link.id())));
		assertEquals(Optional.empty(), ViewportLink.of("none")); //$NON-NLS-1$
	}
}
