package org.dicompreview.viewer.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.DisplaySettings.Orientation;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.SliceStack;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.dicompreview.viewer.Appearance;
import org.dicompreview.viewer.Identity;
import org.dicompreview.viewer.PlaybackState;
import org.dicompreview.viewer.RenderTarget;
import org.dicompreview.viewer.RenderedSlice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTextsTest {

	private static final List<String> AXIAL = List.of("R", "L", "A", "P"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$

	@Test
	void lettersTurnWithThePicture() {
		assertEquals(AXIAL, edges(0, false));
		assertEquals(List.of("P", "A", "R", "L"), edges(1, false)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertEquals(List.of("L", "R", "P", "A"), edges(2, false)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertEquals(List.of("A", "P", "L", "R"), edges(3, false)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	@Test
	void lettersFlipBeforeTheyTurn() {
		assertEquals(List.of("L", "R", "A", "P"), edges(0, true)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertEquals(List.of("P", "A", "L", "R"), edges(1, true)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	@Test
	void thePaceIsSaidWhileItPlays() {
		assertEquals("", PictureTexts.playback(PlaybackState.STOPPED, 25, 3)); //$NON-NLS-1$
		PlaybackState playing = new PlaybackState(true, 1, false);
		assertEquals("\u25b6", PictureTexts.playback(playing, 0, 0)); //$NON-NLS-1$
		assertEquals("\u25b6 25 / s", PictureTexts.playback(playing, 25, 0)); //$NON-NLS-1$
		assertEquals("\u25b6 25 / s  \u00d7 2\n3 dropped", PictureTexts.playback(new PlaybackState(true, 2, false), 25, 3)); //$NON-NLS-1$
	}

	@Test
	void thicknessAndSpacingAreThoseOfTheSliceAndItsNeighbours(@TempDir Path folder) throws IOException {
		List<DicomObject> images = new ArrayList<>(Phantoms.ct(Study.of("Thick^Ness", "T", 1), 1, 6, 3, 16)); //$NON-NLS-1$ //$NON-NLS-2$
		images.remove(3);
		images.forEach(image -> image.set(Tag.SLICE_THICKNESS, 5));
		SampleStudy.write(folder, images);
		DicomReaders readers = DicomReaders.standalone();
		SliceStack stack = SeriesModel.standalone(readers).read(folder).patients().get(0).studies().get(0).series().get(0).stacks().get(0);
		FrameLoader loader = FrameLoader.standalone(readers, FrameDecoders.standalone());
		List<String> texts = stack.slices().stream().map(slice -> thickness(loader.load(slice), Optional.of(stack))).toList();
		String even = "Thickness 5 mm, spacing 3 mm"; //$NON-NLS-1$
		assertEquals(5, texts.size());
		assertEquals(even, texts.get(0));
		assertEquals(1, texts.stream().filter("Thickness 5 mm, spacing 3 / 6 mm"::equals).count(), texts::toString); //$NON-NLS-1$
		assertEquals(1, texts.stream().filter("Thickness 5 mm, spacing 6 / 3 mm"::equals).count(), texts::toString); //$NON-NLS-1$
		LoadedFrame first = loader.load(stack.slices().get(0));
		assertEquals("Thickness 5 mm", thickness(first, Optional.empty())); //$NON-NLS-1$
	}

	/** {@return the line below the position} */
	private static String thickness(LoadedFrame loaded, Optional<SliceStack> stack) {
		RenderedSlice rendered = new RenderedSlice(Identity.next(), loaded.slice(), false, Optional.empty(), Appearance.DEFAULT,
				new RenderTarget(16, 16, 100), loaded.frame(), DisplaySettings.DEFAULT, Optional.empty(), List.of());
		return PictureTexts.place(rendered, stack).lines().skip(1).findFirst().orElseThrow();
	}

	private static List<String> edges(int turns, boolean flip) {
		return PictureTexts.edges(AXIAL, DisplaySettings.DEFAULT.with(new Orientation(turns, flip)));
	}
}
