package org.dicompreview.rendering.planes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Texts;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameSession;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.rendering.PixelValue;
import org.dicompreview.rendering.Slab.Projection;
import org.dicompreview.series.ImagePlane;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Vector3;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of other planes, their places and values, against places and values that are known. */
class ReformatTest {

	private static final Vector3 X = new Vector3(1, 0, 0);
	private static final Vector3 Y = new Vector3(0, 1, 0);
	private static final Vector3 Z = new Vector3(0, 0, 1);
	private static final Vector3 ORIGIN = new Vector3(-11, 7, 30);
	private static final long LONG_ENOUGH = 60;

	private static MadeVolume volume(Vector3 column, Vector3 row, Vector3 slice) {
		return new MadeVolume(ORIGIN, column, row, slice, 24, 20, 14);
	}

	static Stream<Arguments> volumes() {
		Vector3 tilted = MadeVolume.turned(Y, Z, -18);
		Vector3 one = MadeVolume.turned(X, Y, 25);
		Vector3 two = MadeVolume.turned(one.cross(Z).times(-1), Z, 12);
		return Stream.of(Arguments.of("axial", volume(X.times(0.8), Y.times(0.8), Z.times(2.5))),
				Arguments.of("axial, flipped", volume(X.times(-0.8), Y.times(-0.7), Z.times(2.5))),
				Arguments.of("sagittal", volume(Y.times(0.8), Z.times(-0.9), X.times(-1.5))),
				Arguments.of("coronal", volume(X.times(0.8), Z.times(-0.8), Y.times(3))),
				Arguments.of("tilted gantry", volume(X.times(0.8), tilted.times(0.8), Z.times(2.5))),
				Arguments.of("oblique", volume(one.times(0.8), two.times(0.9), one.cross(two).times(1.75))));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("volumes")
	void allPlanesHaveTheValuesOfTheirPlaces(String name, MadeVolume volume, @TempDir Path folder) throws IOException {
		SliceStack stack = volume.linear(folder, DicomWriter.EXPLICIT_LITTLE);
		PlaneOffer offer = PlaneOffer.of(stack);
		assertEquals(Optional.empty(), offer.reason());
		List<CutPlane> planes = new ArrayList<>(offer.planes());
		planes.add(CutPlane.oblique(new Vector3(2, 3, 0.5), stack.start().imagePlane().orElseThrow().plane().normal()).orElseThrow());
		FrameLoader loader = MadeVolume.loader();
		for (CutPlane plane : planes) {
			ReformattedStack cut = ReformattedStack.of(stack, offer.grid().orElseThrow(), new Reformat(plane, 0, Projection.AVERAGE));
			int compared = 0;
			for (int position = 0; position < cut.positions(); position += 3) {
				compared += compare(loader, cut.slice(position).orElseThrow(), offer.grid().get(), name + ' ' + plane.kind());
			}
			assertTrue(compared > 200, () -> name + ' ' + plane.kind());
		}
	}

	private static int compare(FrameLoader loader, Slice slice, VolumeGrid grid, String name) {
		LoadedFrame loaded = loader.load(slice);
		assertEquals(Optional.empty(), loaded.reason(), name);
		DisplayFrame frame = loaded.frame().orElseThrow();
		ImagePlane plane = slice.imagePlane().orElseThrow();
		assertEquals(plane.columns(), frame.frame().columns());
		int compared = 0;
		for (int row = 0; row < plane.rows(); row += 2) {
			for (int column = 0; column < plane.columns(); column += 2) {
				PixelValue pixel = frame.value(column, row).orElseThrow();
				Vector3 point = plane.point(column + 0.5, row + 0.5);
				assertEquals(0, pixel.position().orElseThrow().minus(point).length(), 1e-6, name);
				double[] voxel = grid.voxel(point);
				double value = pixel.stored().get(0);
				if (isInside(voxel, grid, 0)) {
					double expected = MadeVolume.linear(point);
					assertEquals(expected, value, MadeVolume.SLOPE, () -> name + " at " + point);
					assertEquals(expected, pixel.quantity(PixelValue.Kind.MODALITY).orElseThrow().value(), MadeVolume.SLOPE);
					compared++;
				} else if (!isInside(voxel, grid, 0.51)) {
					assertTrue(Double.isNaN(value), () -> name + " beside the images at " + point);
				}
			}
		}
		return compared;
	}

	private static boolean isInside(double[] voxel, VolumeGrid grid, double rim) {
		return isBetween(voxel[0], grid.columns() - 1, rim) && isBetween(voxel[1], grid.rows() - 1, rim)
				&& isBetween(voxel[2], grid.slices() - 1, rim);
	}

	private static boolean isBetween(double value, double most, double rim) {
		return value >= -rim - 1e-9 && value <= most + rim + 1e-9;
	}

	@ParameterizedTest
	@ValueSource(strings = { DicomWriter.EXPLICIT_LITTLE, DicomWriter.EXPLICIT_BIG, DicomWriter.DEFLATED })
	void onVoxelsTheValuesAreThoseOfTheVoxels(String syntax, @TempDir Path folder) throws IOException {
		MadeVolume volume = volume(X.times(0.8), Y.times(0.7), Z.times(2.5));
		SliceStack stack = volume.mixed(folder, syntax);
		PlaneOffer offer = PlaneOffer.of(stack);
		ReformattedStack coronal = of(offer, CutPlane.Kind.CORONAL, 0, Projection.AVERAGE);
		assertEquals(List.of(24, 14, 20), List.of(coronal.columns(), coronal.rows(), coronal.positions()));
		ReformattedStack sagittal = of(offer, CutPlane.Kind.SAGITTAL, 0, Projection.AVERAGE);
		assertEquals(List.of(20, 14, 24), List.of(sagittal.columns(), sagittal.rows(), sagittal.positions()));
		DisplayFrame front = MadeVolume.loader().load(coronal.slice(5).orElseThrow()).frame().orElseThrow();
		DisplayFrame side = MadeVolume.loader().load(sagittal.slice(3).orElseThrow()).frame().orElseThrow();
		for (int z = 0; z < 14; z++) {
			for (int x = 0; x < 24; x++) {
				assertEquals(MadeVolume.mixed(x, 5, z) - 1000, value(front, x, 13 - z));
			}
			for (int y = 0; y < 20; y++) { // a sagittal stack runs from left to right: the last column comes first
				assertEquals(MadeVolume.mixed(20, y, z) - 1000, value(side, y, 13 - z));
			}
		}
		assertEquals(List.of("R", "L", "H", "F"), front.edges());
		assertEquals(List.of("A", "P", "H", "F"), side.edges());
		assertEquals(2.5 / 0.8, front.pixelAspect(), 1e-9);
		assertEquals("P", coronal.towards());
		assertEquals("R", sagittal.towards());
	}

	private static ReformattedStack of(PlaneOffer offer, CutPlane.Kind kind, double thickness, Projection projection) {
		CutPlane plane = offer.planes().stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
		return ReformattedStack.of(offer.stack(), offer.grid().orElseThrow(), new Reformat(plane, thickness, projection));
	}

	private static double value(DisplayFrame frame, int column, int row) {
		return frame.value(column, row).orElseThrow().stored().get(0);
	}

	@ParameterizedTest
	@MethodSource("slabs")
	void slabsTakeThePlanesWithinThem(Projection projection, double thickness, int beside, @TempDir Path folder) throws IOException {
		SliceStack stack = volume(X.times(0.8), Y.times(0.7), Z.times(2.5)).mixed(folder, DicomWriter.EXPLICIT_LITTLE);
		ReformattedStack cut = of(PlaneOffer.of(stack), CutPlane.Kind.CORONAL, thickness, projection);
		DisplayFrame frame = MadeVolume.loader().load(cut.slice(4).orElseThrow()).frame().orElseThrow();
		for (int z = 0; z < 14; z++) {
			for (int x = 0; x < 24; x++) {
				double sum = 0;
				double most = -1e9;
				double least = 1e9;
				int count = 0;
				for (int y = Math.max(0, 4 - beside); y <= Math.min(19, 4 + beside); y++) {
					int value = MadeVolume.mixed(x, y, z) - 1000;
					sum += value;
					most = Math.max(most, value);
					least = Math.min(least, value);
					count++;
				}
				double expected = switch (projection) {
					case AVERAGE -> sum / count;
					case MAXIMUM -> most;
					case MINIMUM -> least;
				};
				assertEquals(expected, value(frame, x, 13 - z), 1e-3);
			}
		}
	}

	static Stream<Arguments> slabs() {
		return Stream.of(Projection.values()).flatMap(projection -> Stream.of(Arguments.of(projection, 3.5, 2),
				Arguments.of(projection, 1.4, 1), Arguments.of(projection, 1.3, 0),
				Arguments.of(projection, Double.POSITIVE_INFINITY, 20)));
	}

	@Test
	void compressedImagesSharpenAsTheyCome(@TempDir Path folder) throws IOException, InterruptedException {
		MadeVolume volume = volume(X.times(0.8), Y.times(0.7), Z.times(2.5));
		SliceStack stack = volume.mixed(folder, DicomWriter.DEFLATED);
		ReformattedStack cut = of(PlaneOffer.of(stack), CutPlane.Kind.SAGITTAL, 0, Projection.AVERAGE);
		FrameLoader loader = MadeVolume.loader();
		for (long budget : new long[] { 64 << 20, 4 * 20 * 24 * 14 * 2 / 3 }) { // the second has room for fewer pixels only
			loader.setBudget(budget);
			try (FrameSession session = loader.open()) {
				BlockingQueue<LoadedFrame> whole = new LinkedBlockingQueue<>();
				List<LoadedFrame> coarse = new ArrayList<>();
				session.show(cut.slices(), 3, whole::add, frame -> {
					synchronized (coarse) {
						coarse.add(frame);
					}
				});
				LoadedFrame last = whole.poll(LONG_ENOUGH, TimeUnit.SECONDS);
				assertEquals(Optional.empty(), last.reason());
				DisplayFrame frame = last.frame().orElseThrow();
				for (int z = 0; z < 14; z++) {
					for (int y = 0; y < 20; y++) {
						assertEquals(MadeVolume.mixed(20, y, z) - 1000, value(frame, y, 13 - z), "budget " + budget);
					}
				}
				synchronized (coarse) {
					coarse.forEach(each -> assertTrue(each.reason().isPresent(), "a preview says that it is one"));
				}
				assertTrue(loader.cachedBytes() <= Math.max(budget, 14 * 20 * 4 + 4096),
						() -> loader.cachedBytes() + " bytes of " + budget);
			}
			assertEquals(0, loader.cachedBytes(), "nothing is kept of what nobody shows");
		}
	}

	@Test
	void whatIsNoGridIsSaidInTheWordsOfTheDiagnosis(@TempDir Path folder) throws IOException {
		MadeVolume volume = volume(X, Y, Z.times(2));
		List<DicomObject> images = new ArrayList<>();
		for (int z = 0; z < 10; z++) {
			if (z != 4) {
				images.add(volume.image(z, new short[24 * 20], 12, 0));
			}
		}
		PlaneOffer offer = PlaneOffer.of(MadeVolume.stack(folder, images, DicomWriter.EXPLICIT_LITTLE));
		assertEquals(Optional.empty(), offer.grid());
		assertEquals(List.of(), offer.planes());
		assertEquals(Texts.words(offer.stack().findings().get(0).message()), Texts.words(offer.reason().orElseThrow()));
	}

	@Test
	void imagesThatAreTurnedOrShiftedAreNoGrid(@TempDir Path folder) throws IOException {
		MadeVolume volume = volume(X, Y, Z.times(2));
		List<DicomObject> images = new ArrayList<>();
		for (int z = 0; z < 10; z++) {
			images.add(volume.image(z, new short[24 * 20], 12, 0));
		}
		images.get(5).set(Tag.IMAGE_POSITION_PATIENT, ORIGIN.x() + 3, ORIGIN.y(), ORIGIN.z() + 10);
		PlaneOffer offer = PlaneOffer.of(MadeVolume.stack(folder, images, DicomWriter.EXPLICIT_LITTLE));
		assertTrue(offer.reason().isPresent());
		assertFalse(Texts.words(offer.reason().get()).isEmpty());
	}

	@Test
	void aPictureIsFoundAgainByItsKey(@TempDir Path folder) throws IOException {
		SliceStack stack = volume(X.times(0.8), Y.times(0.7), Z.times(2.5)).mixed(folder, DicomWriter.EXPLICIT_LITTLE);
		PlaneOffer offer = PlaneOffer.of(stack);
		for (CutPlane plane : offer.planes()) {
			Reformat reformat = new Reformat(plane, 4, Projection.MAXIMUM);
			Slice slice = ReformattedStack.of(stack, offer.grid().orElseThrow(), reformat).slice(6).orElseThrow();
			ReformattedKey key = ReformattedKey.parse(slice.instance().sopInstanceUid()).orElseThrow();
			Slice image = stack.slices().stream().filter(key::isOf).findFirst().orElseThrow();
			assertEquals(slice, key.find(offer.stacks(key.reformat()), image).orElseThrow());
		}
		assertEquals(Optional.empty(), ReformattedKey.parse(stack.start().instance().sopInstanceUid()));
	}
}
