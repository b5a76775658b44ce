package org.dicompreview.rendering.judges;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.rendering.internal.Formulas;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.EncodedFrames;
import org.dicompreview.testsupport.Images;

/** Images with something over them: overlay planes and shutters. */
final class MarkFixtures {

	private static final int GREY = 77;
	private static final String NO_SHUTTER = "PS3.3 C.7.6.11: its command does not apply the shutter of an image";

	private MarkFixtures() {
	}

	static List<Fixture> all() {
		return List.of(graphics(), region(), embedded(), embeddedInRle(), ofFrames(), rectangle(), circle(), polygon(), bitmap(),
				aspect());
	}

	private static DicomObject even(String name, int frames) {
		byte[] values = new byte[frames * Fixture.PIXELS];
		Arrays.fill(values, (byte) GREY);
		return Images.bytes(Fixture.image(name, "OT"), Fixture.SIDE, Fixture.SIDE, 1, "MONOCHROME2", values);
	}

	private static boolean isMarked(int i) {
		return i % Fixture.SIDE == i / Fixture.SIDE || i / Fixture.SIDE == 3;
	}

	private static byte[] bits(int length, IntPredicate marked) {
		byte[] bits = new byte[length / 8];
		for (int i = 0; i < length; i++) {
			bits[i / 8] |= (byte) (marked.test(i) ? 1 << i % 8 : 0);
		}
		return bits;
	}

	private static DicomObject overlay(DicomObject image, int plane, String type) {
		return image.set(Tag.overlay(Tag.OVERLAY_ROWS, plane), VR.US, Fixture.SIDE)
				.set(Tag.overlay(Tag.OVERLAY_COLUMNS, plane), VR.US, Fixture.SIDE)
				.set(Tag.overlay(Tag.OVERLAY_TYPE, plane), VR.CS, type)
				.set(Tag.overlay(Tag.OVERLAY_ORIGIN, plane), VR.SS, 1, 1)
				.set(Tag.overlay(Tag.OVERLAY_BITS_ALLOCATED, plane), VR.US, 1)
				.set(Tag.overlay(Tag.OVERLAY_BIT_POSITION, plane), VR.US, 0)
				.bytes(Tag.overlay(Tag.OVERLAY_DATA, plane), VR.OW, bits(Fixture.PIXELS, MarkFixtures::isMarked));
	}

	/** One in group 6002 that begins three rows down and two columns to the left of the image. */
	private static Fixture graphics() {
		DicomObject image = overlay(even("graphics", 1), 1, "G").set(Tag.overlay(Tag.OVERLAY_ORIGIN, 1), VR.SS, 4, -1);
		return new Fixture("overlay", image, Fixture.all(i -> {
			int row = i / Fixture.SIDE - 3;
			int column = i % Fixture.SIDE + 2;
			boolean inside = row >= 0 && column < Fixture.SIDE && isMarked(row * Fixture.SIDE + column);
			return inside ? 255 : GREY;
		}));
	}

	private static Fixture region() {
		return new Fixture("overlay of a region", overlay(even("region", 1), 0, "R"),
				Fixture.all(i -> isMarked(i) ? (GREY + 255 + 1) / 2 : GREY))
				.notDcmtk("PS3.3 C.9.2: how a region is marked is left to the viewer; it fills it")
				.notPydicom("PS3.3 C.9.2: how a region is marked is left to the viewer; the judge fills it");
	}

	private static Fixture embedded() {
		DicomObject image = GreyFixtures.grey("embedded", "OT", 12, false, i -> 16 * i | (isMarked(i) ? 0x4000 : 0))
				.set(Tag.OVERLAY_ROWS, VR.US, Fixture.SIDE).set(Tag.OVERLAY_COLUMNS, VR.US, Fixture.SIDE)
				.set(Tag.OVERLAY_TYPE, VR.CS, "G").set(Tag.OVERLAY_ORIGIN, VR.SS, 1, 1)
				.set(Tag.OVERLAY_BITS_ALLOCATED, VR.US, 16).set(Tag.OVERLAY_BIT_POSITION, VR.US, 14)
				.set(Tag.WINDOW_CENTER, 2048).set(Tag.WINDOW_WIDTH, 4096);
		return new Fixture("overlay in high bits", image,
				Fixture.all(i -> isMarked(i) ? 255 : Formulas.shown(2048, 4096, 16 * i)))
				.notPydicom("PS3.5 8.1.2: it reads no overlays from unused bits, they are retired");
	}

	/** The same picture compressed: its unused bits are kept. */
	private static Fixture embeddedInRle() {
		Fixture plain = embedded();
		PixelFormat all = new PixelFormat(Fixture.SIDE, Fixture.SIDE, 1, 16, 16, 15, false, 0, Photometric.MONOCHROME2,
				PixelFormat.SampleKind.INTEGER);
		EncodedFrame frame = EncodedFrames.rle(all, Fixture.all(i -> 16 * i | (isMarked(i) ? 0x4000 : 0)));
		byte[] bytes = Arrays.copyOfRange(frame.bytes(), frame.offset(), frame.offset() + frame.length());
		return new Fixture("overlay in high bits of RLE data", plain.object().frames(List.of(bytes)), plain.expected())
				.in(EncodedFrames.RLE);
	}

	/** Two frames of an overlay that lie on the second and third of three. */
	private static Fixture ofFrames() {
		DicomObject image = overlay(even("overlay frames", 3), 0, "G").set(Tag.NUMBER_OF_FRAMES, 3)
				.set(Tag.NUMBER_OF_FRAMES_IN_OVERLAY, VR.IS, 2).set(Tag.IMAGE_FRAME_ORIGIN, VR.US, 2)
				.bytes(Tag.OVERLAY_DATA, VR.OW,
						bits(2 * Fixture.PIXELS, i -> i < Fixture.PIXELS ? i < 5 : isMarked(i - Fixture.PIXELS)));
		return new Fixture("overlay of several frames", image, Fixture.all(i -> isMarked(i) ? 255 : GREY)).at(2);
	}

	private static Fixture rectangle() {
		DicomObject image = even("rectangle", 1).set(Tag.SHUTTER_SHAPE, "RECTANGULAR")
				.set(Tag.SHUTTER_LEFT_VERTICAL_EDGE, 3).set(Tag.SHUTTER_RIGHT_VERTICAL_EDGE, 14)
				.set(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE, 5).set(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE, 16)
				.set(Tag.SHUTTER_PRESENTATION_VALUE, 0x4040);
		return new Fixture("rectangular shutter", image, Fixture.all(i -> {
			int column = i % Fixture.SIDE + 1;
			int row = i / Fixture.SIDE + 1;
			return column >= 3 && column <= 14 && row >= 5 ? GREY : 0x40;
		})).notDcmtk(NO_SHUTTER);
	}

	private static Fixture circle() {
		DicomObject image = even("circle", 1).set(Tag.SHUTTER_SHAPE, "CIRCULAR")
				.set(Tag.CENTER_OF_CIRCULAR_SHUTTER, 7, 9).set(Tag.RADIUS_OF_CIRCULAR_SHUTTER, 6);
		return new Fixture("circular shutter", image, Fixture.all(i -> {
			int column = i % Fixture.SIDE + 1 - 9;
			int row = i / Fixture.SIDE + 1 - 7;
			return column * column + row * row <= 36 ? GREY : 0;
		})).notDcmtk(NO_SHUTTER);
	}

	/** A triangle: what lies above the diagonal from the upper left to the lower right. */
	private static Fixture polygon() {
		DicomObject image = even("polygon", 1).set(Tag.SHUTTER_SHAPE, "POLYGONAL")
				.set(Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER, 0, 0, 0, 200, 200, 199);
		return new Fixture("polygonal shutter", image,
				Fixture.all(i -> i % Fixture.SIDE >= i / Fixture.SIDE ? GREY : 0)).notDcmtk(NO_SHUTTER);
	}

	private static Fixture bitmap() {
		DicomObject image = overlay(even("bitmap", 1), 2, "G").set(Tag.SHUTTER_SHAPE, "BITMAP")
				.set(Tag.SHUTTER_OVERLAY_GROUP, VR.US, 0x6004).set(Tag.SHUTTER_PRESENTATION_VALUE, 0x2020);
		return new Fixture("bitmap shutter", image, Fixture.all(i -> isMarked(i) ? 0x20 : GREY)).notDcmtk(NO_SHUTTER);
	}

	/** Pixels twice as high as wide; what is compared is one value for each stored pixel. */
	private static Fixture aspect() {
		DicomObject image = GreyFixtures.ramp("aspect", "CT").set(Tag.PIXEL_SPACING, 2, 1).set(Tag.WINDOW_CENTER, 2048)
				.set(Tag.WINDOW_WIDTH, 4096);
		return new Fixture("pixels that are not square", image, Fixture.all(i -> Formulas.shown(2048, 4096, 16 * i)));
	}
}
