package org.dicompreview.rendering.judges;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.IntFunction;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.rendering.internal.Formulas;
import org.dicompreview.testsupport.DicomObject;

/** Colour images: spaces, layouts, palettes, profiles. */
final class ColorFixtures {

	private static final int[] DESCRIPTORS = { Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
			Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR };
	private static final int[] DATA = { Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA,
			Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA };
	private static final int[] SEGMENTED = { Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA,
			Tag.SEGMENTED_GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, Tag.SEGMENTED_BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA };
	private static final int PALETTE_COLOR_LOOKUP_TABLE_SEQUENCE = 0x00480120;
	private static final String RETIRED = "PS3.3 C.7.6.3.1.2: the space is retired, it does not convert it";

	private static final String TABLES = "PS3.3 C.7.6.3.1.2: its tables are two levels off the formula";

	private static final String SEGMENTS = "PS3.3 C.7.9.2: it does not read segmented palettes";

	private static final String NO_PROFILES = "PS3.3 C.11.15: it does not apply profiles";

	private ColorFixtures() {
	}

	static List<Fixture> all() {
		return List.of(rgb(), planes(), deep(), full(), halved(), partial(), alpha(), hsv(), cmyk(), palette8(),
				palette16(), signedPalette(), segmented8(), segmented16(), supplemental(), enhanced(), opticalPath(), labels(), profile());
	}

	private static int[] triples(IntFunction<int[]> color) {
		int[] all = new int[3 * Fixture.PIXELS];
		for (int i = 0; i < Fixture.PIXELS; i++) {
			System.arraycopy(color.apply(i), 0, all, 3 * i, 3);
		}
		return all;
	}

	private static byte[] samples(IntFunction<int[]> samples) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (int i = 0; i < Fixture.PIXELS; i++) {
			for (int sample : samples.apply(i)) {
				out.write(sample);
			}
		}
		return out.toByteArray();
	}

	private static int[] color(int i) {
		return new int[] { i, 255 - i, i * 7 & 255 };
	}

	private static Fixture rgb() {
		return new Fixture("RGB", Fixture.pixels(Fixture.image("RGB", "US"), 3, "RGB", 8, 8, false,
				samples(ColorFixtures::color)), triples(ColorFixtures::color));
	}

	private static Fixture planes() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (int c = 0; c < 3; c++) {
			for (int i = 0; i < Fixture.PIXELS; i++) {
				out.write(color(i)[c]);
			}
		}
		return new Fixture("RGB by plane", Fixture.pixels(Fixture.image("planes", "US"), 3, "RGB", 8, 8, false,
				out.toByteArray()).set(Tag.PLANAR_CONFIGURATION, 1), triples(ColorFixtures::color));
	}

	private static Fixture deep() {
		byte[] values = samples(i -> new int[] { 0x7F, color(i)[0], 0x7F, color(i)[1], 0x7F, color(i)[2] });
		return new Fixture("RGB of 16 bits",
				Fixture.pixels(Fixture.image("deep", "OP"), 3, "RGB", 16, 16, false, values), triples(ColorFixtures::color));
	}

	private static Fixture full() {
		return new Fixture("YBR_FULL", Fixture.pixels(Fixture.image("YBR_FULL", "US"), 3, "YBR_FULL", 8, 8, false,
				samples(ColorFixtures::color)), triples(i -> Formulas.fullRange(color(i)[0], color(i)[1], color(i)[2])))
				.notDcmtk(TABLES);
	}

	/** Two luminances, then the chrominances that both pixels share. */
	private static Fixture halved() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (int i = 0; i < Fixture.PIXELS; i += 2) {
			out.writeBytes(new byte[] { (byte) i, (byte) (i + 1), (byte) (128 + i / 8), (byte) (140 - i / 8) });
		}
		return new Fixture("YBR_FULL_422", Fixture.pixels(Fixture.image("YBR_FULL_422", "US"), 3, "YBR_FULL_422", 8, 8,
				false, out.toByteArray()),
				triples(i -> Formulas.fullRange(i, 128 + (i & ~1) / 8, 140 - (i & ~1) / 8))).notDcmtk(TABLES);
	}

	private static Fixture partial() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (int i = 0; i < Fixture.PIXELS; i += 2) {
			byte luminance = (byte) (16 + i * 6 / 7);
			out.writeBytes(new byte[] { luminance, luminance, (byte) (100 + i / 8), (byte) 120 });
		}
		double scale = 255.0 / 224;
		return new Fixture("YBR_PARTIAL_422", Fixture.pixels(Fixture.image("partial", "US"), 3, "YBR_PARTIAL_422", 8, 8,
				false, out.toByteArray()),
				triples(i -> Formulas.fullRange(255.0 / 219 * ((i & ~1) * 6 / 7),
						128 + scale * ((i & ~1) / 8 - 28), 128 - scale * 8)))
				.notDcmtk(TABLES).notPydicom(RETIRED);
	}

	private static Fixture alpha() {
		byte[] values = samples(i -> new int[] { 255 - i / 2, color(i)[0], color(i)[1], color(i)[2] });
		return new Fixture("ARGB", Fixture.pixels(Fixture.image("ARGB", "OT"), 4, "ARGB", 8, 8, false, values),
				triples(i -> new int[] { Formulas.rounded(color(i)[0] * (255 - i / 2) / 255.0),
						Formulas.rounded(color(i)[1] * (255 - i / 2) / 255.0),
						Formulas.rounded(color(i)[2] * (255 - i / 2) / 255.0) }))
				.notDcmtk(RETIRED).notPydicom(RETIRED);
	}

	private static Fixture hsv() {
		return new Fixture("HSV", Fixture.pixels(Fixture.image("HSV", "OT"), 3, "HSV", 8, 8, false,
				samples(i -> new int[] { i, 200, 255 - i / 2 })), triples(i -> {
					Color color = Color.getHSBColor(i / 255f, 200 / 255f, (255 - i / 2) / 255f);
					return new int[] { color.getRed(), color.getGreen(), color.getBlue() };
				})).notDcmtk(RETIRED).notPydicom(RETIRED);
	}

	private static Fixture cmyk() {
		return new Fixture("CMYK", Fixture.pixels(Fixture.image("CMYK", "OT"), 4, "CMYK", 8, 8, false,
				samples(i -> new int[] { i, 255 - i, 40, i / 4 })),
				triples(i -> new int[] {
						Formulas.rounded((255 - i) * (255 - i / 4) / 255.0),
						Formulas.rounded(i * (255 - i / 4) / 255.0), Formulas.rounded(215 * (255 - i / 4) / 255.0) }))
				.notDcmtk(RETIRED).notPydicom(RETIRED);
	}

	private static DicomObject indexed(String name, int count, int first, int bits) {
		DicomObject image = Fixture.pixels(Fixture.image(name, "US"), 1, "PALETTE COLOR", 8, 8, false,
				samples(i -> new int[] { i }));
		return described(image, count, first, bits);
	}

	private static DicomObject described(DicomObject item, int count, int first, int bits) {
		for (int descriptor : DESCRIPTORS) {
			item.set(descriptor, first < 0 ? VR.SS : VR.US, count, first, bits);
		}
		return item;
	}

	private static DicomObject table(DicomObject item, int count, int bits) {
		for (int c = 0; c < 3; c++) {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			for (int i = 0; i < count; i++) {
				out.write(color(i)[c]);
				if (bits > 8) {
					out.write(color(i)[c]);
				}
			}
			item.bytes(DATA[c], VR.OW, out.toByteArray());
		}
		return item;
	}

	private static Fixture palette8() {
		return new Fixture("palette of 8 bits", table(indexed("palette 8", 256, 0, 8), 256, 8),
				triples(ColorFixtures::color));
	}

	/** The second frame of two is of the second path, which has a palette. */
	private static Fixture opticalPath() {
		byte[] values = new byte[2 * Fixture.PIXELS];
		DicomObject[] frames = new DicomObject[2];
		for (int i = 0; i < 2; i++) {
			for (int k = 0; k < Fixture.PIXELS; k++) {
				values[i * Fixture.PIXELS + k] = (byte) k;
			}
			frames[i] = new DicomObject().sequence(Tag.OPTICAL_PATH_IDENTIFICATION_SEQUENCE,
					new DicomObject().set(Tag.OPTICAL_PATH_IDENTIFIER, "path " + i));
		}
		DicomObject palette = table(described(new DicomObject(), 256, 0, 8), 256, 8);
		DicomObject image = Fixture.pixels(Fixture.image("optical path", "SM"), 1, "MONOCHROME2", 8, 8, false, values)
				.set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.77.1.6").set(Tag.NUMBER_OF_FRAMES, 2)
				.sequence(Tag.OPTICAL_PATH_SEQUENCE, new DicomObject().set(Tag.OPTICAL_PATH_IDENTIFIER, "path 0"),
						new DicomObject().set(Tag.OPTICAL_PATH_IDENTIFIER, "path 1")
								.sequence(PALETTE_COLOR_LOOKUP_TABLE_SEQUENCE, palette))
				.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames);
		return new Fixture("palette of an optical path", image, triples(ColorFixtures::color)).at(1)
				.notDcmtk("PS3.3 C.8.12.5: it has no optical paths").notPydicom("PS3.3 C.8.12.5: it has no optical paths");
	}

	/** One label with a stated colour, red, in the lower half. */
	private static Fixture labels() {
		byte[] values = samples(i -> new int[] { i < Fixture.PIXELS / 2 ? 0 : 9 });
		DicomObject image = Fixture.pixels(Fixture.image("labels", "SEG"), 1, "MONOCHROME2", 8, 8, false, values)
				.set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.66.7")
				.sequence(Tag.SEGMENT_SEQUENCE, new DicomObject().set(Tag.SEGMENT_NUMBER, 9)
						.set(Tag.RECOMMENDED_DISPLAY_CIE_LAB_VALUE, 35577, 53662, 50858));
		return new Fixture("label map", image, triples(i -> new int[] { i < Fixture.PIXELS / 2 ? 0 : 255, 0, 0 }))
				.notDcmtk("PS3.3 C.8.20.2: it shows labels as brightness")
				.notPydicom("PS3.3 C.8.20.2: the judge shows labels as brightness");
	}

	private static Fixture palette16() {
		return new Fixture("palette of 16 bits, from index 20", table(indexed("palette 16", 200, 20, 16), 200, 16),
				triples(i -> color(Math.max(0, Math.min(199, i - 20)))));
	}

	private static Fixture signedPalette() {
		byte[] values = samples(i -> new int[] { i - 128, i < 128 ? -1 : 0 });
		DicomObject image = Fixture.pixels(Fixture.image("signed palette", "US"), 1, "PALETTE COLOR", 16, 16, true,
				values);
		return new Fixture("palette with negative indices", table(described(image, 256, -128, 16), 256, 16),
				triples(ColorFixtures::color));
	}

	private static Fixture segmented8() {
		DicomObject image = indexed("segmented 8", 256, 0, 8);
		for (int tag : SEGMENTED) {
			image.bytes(tag, VR.OW, new byte[] { 0, 2, 0, 2, 1, 126, (byte) 254, 1, (byte) 128, 126 });
		}
		return new Fixture("segmented palette of 8 bits", image, triples(i -> {
			int v = i < 128 ? 2 * i : 254 - (i - 127);
			return new int[] { v, v, v };
		})).notDcmtk(SEGMENTS);
	}

	/** Discrete, linear, and twice from byte 0 on. */
	private static Fixture segmented16() {
		DicomObject image = indexed("segmented 16", 192, 0, 16);
		for (int tag : SEGMENTED) {
			image.set(tag, VR.OW, Fixture.numbers(0, 1, 0, 1, 63, 63 * 1028, 2, 2, 0, 0, 2, 2, 0, 0));
		}
		return new Fixture("segmented palette of 16 bits", image, triples(i -> {
			int v = Formulas.rounded(Math.min(i, 191) % 64 * 1028 / 257.0);
			return new int[] { v, v, v };
		})).notDcmtk(SEGMENTS);
	}

	private static Fixture supplemental() {
		DicomObject image = GreyFixtures.grey("supplemental", "CT", 16, false, i -> i < 200 ? i : 800 + i)
				.set(Tag.PIXEL_PRESENTATION, "MIXED").set(Tag.WINDOW_CENTER, 128).set(Tag.WINDOW_WIDTH, 256);
		return new Fixture("supplemental palette", table(described(image, 56, 1000, 16), 56, 16),
				triples(i -> i < 200 ? new int[] { i, i, i } : color(i - 200)))
				.notDcmtk("PS3.3 C.7.6.19: it does not read supplemental palettes")
				.notPydicom("PS3.3 C.7.6.19: it does not read supplemental palettes");
	}

	private static Fixture enhanced() {
		DicomObject path = table(described(new DicomObject().set(Tag.DATA_PATH_ID, "PRIMARY")
				.set(Tag.RGB_LUT_TRANSFER_FUNCTION, "TABLE"), 64, 0, 16), 64, 16);
		DicomObject image = Fixture.pixels(Fixture.image("enhanced", "US"), 1, "MONOCHROME2", 8, 8, false,
				samples(i -> new int[] { i })).set(Tag.NUMBER_OF_FRAMES, 1)
				.sequence(Tag.ENHANCED_PALETTE_COLOR_LOOKUP_TABLE_SEQUENCE, path)
				.sequence(Tag.DATA_FRAME_ASSIGNMENT_SEQUENCE,
						assignment("TISSUE_INTENSITY", "PRIMARY_PVALUES"),
						assignment("FLOW_VELOCITY", "PRIMARY_SINGLE").set(Tag.BITS_MAPPED_TO_COLOR_LOOKUP_TABLE, 6))
				.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, new DicomObject()
						.sequence(Tag.IMAGE_DATA_TYPE_SEQUENCE, new DicomObject().set(Tag.DATA_TYPE, "FLOW_VELOCITY")));
		return new Fixture("enhanced palette", image, triples(i -> color(i / 4)))
				.notDcmtk("PS3.3 C.7.6.23: it does not read enhanced palettes")
				.notPydicom("PS3.3 C.7.6.23: it does not read enhanced palettes");
	}

	private static DicomObject assignment(String type, String path) {
		return new DicomObject().set(Tag.DATA_TYPE, type).set(Tag.DATA_PATH_ASSIGNMENT, path);
	}

	/** A profile of linear light: what is stored gets brighter by the curve of sRGB. */
	private static Fixture profile() {
		byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
		DicomObject image = Fixture.pixels(Fixture.image("profile", "OP"), 3, "RGB", 8, 8, false,
				samples(i -> new int[] { i, i, i })).bytes(Tag.ICC_PROFILE, VR.OB, linear);
		return new Fixture("ICC profile", image, triples(i -> {
			double v = i / 255.0;
			int level = Formulas.rounded(255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055));
			return new int[] { level, level, level };
		})).notDcmtk(NO_PROFILES).notPydicom(NO_PROFILES);
	}
}
