package org.dicompreview.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.SliceStack;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that a program needs that has no OSGi, from the file to the picture. */
class StandaloneTest {

	@Test
	void aPictureIsMadeWithoutOsgi(@TempDir Path folder) throws IOException {
		Path file = folder.resolve("image.dcm");
		DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(file, Phantoms.ct(Study.of("Doe^Jane", "1", 1), 1, 1, 1, 16).get(0));
		DicomReaders readers = DicomReaders.standalone();
		InstanceHeader header = readers.readHeader(file, ReadLimits.DEFAULT);
		Catalog catalog = SeriesModel.standalone(readers).newCatalog();
		catalog.add(folder, List.of(header));
		SliceStack stack = catalog.patients().get(0).studies().get(0).series().get(0).stacks().get(0);
		LoadedFrame loaded = FrameLoader.standalone(readers, FrameDecoders.standalone()).load(stack.start());
		Picture picture = FrameRenderer.standalone().render(loaded.frame().orElseThrow(), DisplaySettings.DEFAULT, 40, 30);
		assertEquals(List.of(40, 30), List.of(picture.data().width, picture.data().height));
		assertTrue(picture.data().data.length >= 40 * 30);
		assertFalse(ColorMaps.standalone().ids().isEmpty());
		assertFalse(PresentationStates.standalone(readers).isState(header));
	}
}
