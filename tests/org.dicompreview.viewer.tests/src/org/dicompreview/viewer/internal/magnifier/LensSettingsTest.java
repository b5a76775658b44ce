package org.dicompreview.viewer.internal.magnifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Interpolation;
import org.dicompreview.rendering.DisplaySettings.Orientation;
import org.dicompreview.rendering.DisplaySettings.Placement;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.Picture;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.Slice;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.dicompreview.viewer.Appearance;
import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.Identity;
import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.ImageTransform;
import org.dicompreview.viewer.RenderTarget;
import org.dicompreview.viewer.RenderedSlice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LensSettingsTest {

	private static final int SIZE = 220;

	@Test
	void thePlaceIsInTheMiddleOfTheLensHoweverThePictureLies(@TempDir Path folder) throws Exception {
		SampleStudy.write(folder, Phantoms.ct(Study.of("Lens^Test", "L", 1), 1, 1, 3, 64)); //$NON-NLS-1$ //$NON-NLS-2$
		DicomReaders readers = DicomReaders.standalone();
		Slice slice = SeriesModel.standalone(readers).read(folder).patients().get(0).studies().get(0).series().get(0).stacks().get(0)
				.start();
		DisplayFrame frame = FrameLoader.standalone(readers, FrameDecoders.standalone()).load(slice).frame().orElseThrow();
		FrameRenderer renderer = FrameRenderer.standalone();
		for (Orientation orientation : new Orientation[] { Orientation.DEFAULT, new Orientation(1, false), new Orientation(3, true) }) {
			for (Placement placement : new Placement[] { Placement.DEFAULT, new Placement(0.05, 0, 0), new Placement(5, 0.7, -0.4) }) {
				DisplaySettings seen = DisplaySettings.DEFAULT.with(orientation).with(placement);
				for (int zoom : new int[] { 100, 200 }) {
					RenderTarget target = new RenderTarget(500, 300, zoom);
					ImageTransform transform = ImageTransform.of(new RenderedSlice(Identity.next(), slice, false, Optional.empty(),
							Appearance.DEFAULT, target, Optional.of(frame), seen,
							Optional.of(renderer.render(frame, seen, target.width(), target.height())), List.of())).orElseThrow();
					DisplayPoint place = transform.toDisplay(new ImagePoint(20.5, 41.5));
					int size = SIZE * zoom / 100;
					DisplaySettings lens = LensSettings.of(seen, transform, 64, 64, place, size, zoom / 100.0);
					Picture picture = renderer.render(frame, lens, size, size);
					double[] t = picture.transform();
					double middle = (size - 1) / 2.0;
					double pixels = 1 / Math.hypot(t[0], t[1]);
					assertEquals(20.5, t[0] * middle + t[1] * middle + t[2], 0.6 / pixels + 1e-6);
					assertEquals(41.5, t[3] * middle + t[4] * middle + t[5], 0.6 / pixels + 1e-6);
					assertTrue(pixels >= Math.max(8, 3.9 * transform.pointsPerColumn() * zoom / 100) - 0.01, () -> pixels + " pixels"); //$NON-NLS-1$
					assertEquals(Interpolation.NEAREST, lens.style().interpolation());
				}
			}
		}
	}
}
