package org.dicompreview.rendering.judges;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.VoiWindow.Function;
import org.dicompreview.rendering.internal.Formulas;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Images;

/** Grey images: each stage from the stored to the display value. Most are a ramp of 12 bits: 0, 16, 32 … 4080. */
final class GreyFixtures {

	private static final String GROUPS = "PS3.3 C.7.6.16: it does not read functional groups";

	private GreyFixtures() {
	}

	static List<Fixture> all() {
		return List.of(rescale(), fraction(), window(Function.LINEAR_EXACT), window(Function.SIGMOID), secondWindow(),
				automatic(), modalityLut(), analysisLut(), voiLut(), negativeVoiLut(), monochrome1(), inverse(), identity(),
				presentationLut(), padding(), paddingRange(), dose(), ofFrames(), voiLutOfFrames());
	}

	/** {@return 12-bit values: 16 times the index} */
	static DicomObject ramp(String name, String modality) {
		return grey(name, modality, 12, false, i -> 16 * i);
	}

	static DicomObject grey(String name, String modality, int bits, boolean signed, IntUnaryOperator value) {
		int[] values = Fixture.all(value);
		short[] stored = new short[values.length];
		for (int i = 0; i < stored.length; i++) {
			stored[i] = (short) values[i];
		}
		return Images.grey16(Fixture.image(name, modality), Fixture.SIDE, Fixture.SIDE, bits, signed, stored);
	}

	private static DicomObject bytes(String name, String photometric) {
		byte[] stored = new byte[Fixture.PIXELS];
		for (int i = 0; i < stored.length; i++) {
			stored[i] = (byte) i;
		}
		return Images.bytes(Fixture.image(name, "OT"), Fixture.SIDE, Fixture.SIDE, 1, photometric, stored);
	}

	private static DicomObject lut(int first, int bits, int... values) {
		return new DicomObject().set(Tag.LUT_DESCRIPTOR, first < 0 ? VR.SS
				: VR.US, values.length, first, bits)
				.set(Tag.LUT_DATA, VR.OW, Fixture.numbers(values));
	}

	private static Fixture rescale() {
		DicomObject image = ramp("rescale", "CT").set(Tag.RESCALE_SLOPE, 2).set(Tag.RESCALE_INTERCEPT, -1024)
				.set(Tag.WINDOW_CENTER, 1040).set(Tag.WINDOW_WIDTH, 3000);
		return new Fixture("rescale and window", image, Fixture.all(i -> Formulas.shown(1040, 3000, 32 * i - 1024)))
				.in(DicomWriter.IMPLICIT_LITTLE);
	}

	private static Fixture fraction() {
		DicomObject image = grey("fraction", "PT", 12, false, i -> i).set(Tag.RESCALE_SLOPE, 0.03)
				.set(Tag.RESCALE_INTERCEPT, 0.25).set(Tag.WINDOW_CENTER, 4).set(Tag.WINDOW_WIDTH, 8);
		return new Fixture("rescale with fractions", image, Fixture.all(i -> Formulas.shown(4, 8, 0.03 * i + 0.25)))
				.notDcmtk("PS3.3 C.11.1: it rounds modality values before the window");
	}

	private static Fixture window(Function function) {
		DicomObject image = ramp(function.name(), "CT").set(Tag.WINDOW_CENTER, 2000).set(Tag.WINDOW_WIDTH, 1500)
				.set(Tag.VOI_LUT_FUNCTION, function.name());
		return new Fixture("window " + function, image,
				Fixture.all(i -> Formulas.shown(new VoiWindow(2000, 1500, function), 16 * i)));
	}

	private static Fixture secondWindow() {
		DicomObject image = ramp("second", "CT").set(Tag.WINDOW_CENTER, 100, 3000).set(Tag.WINDOW_WIDTH, 10, 2000)
				.set(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, "NARROW", "WIDE");
		return new Fixture("second window", image, Fixture.all(i -> Formulas.shown(3000, 2000, 16 * i))).with("file-2");
	}

	/** One value in 200 at either end is left out: here one and two of 256. */
	private static Fixture automatic() {
		DicomObject image = grey("automatic", "MR", 16, false, i -> i == 0 ? 7 : i > 253 ? 60_000 : 1000 + i);
		return new Fixture("automatic window", image, Fixture.all(i -> {
			int value = i == 0 ? 7 : i > 253 ? 60_000 : 1000 + i;
			return Formulas.shown((1001 + 60_000 + 1) / 2.0, 60_000 - 1001 + 1, value);
		}));
	}

	private static Fixture modalityLut() {
		int[] values = Fixture.all(i -> i * i / 16);
		DicomObject image = grey("modality LUT", "DX", 12, false, i -> 2 * i)
				.sequence(Tag.MODALITY_LUT_SEQUENCE, lut(100, 16, values).set(Tag.MODALITY_LUT_TYPE, "OD"))
				.set(Tag.WINDOW_CENTER, 2000).set(Tag.WINDOW_WIDTH, 4000);
		return new Fixture("modality LUT", image,
				Fixture.all(i -> Formulas.shown(2000, 4000, values[Math.max(0, Math.min(255, 2 * i - 100))])));
	}

	/** Known by its SOP class alone. */
	private static Fixture analysisLut() {
		DicomObject image = grey("modality LUT for analysis", "OT", 12, false, i -> 16 * i)
				.set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.12.2")
				.sequence(Tag.MODALITY_LUT_SEQUENCE, lut(0, 16, 60_000, 0).set(Tag.MODALITY_LUT_TYPE, "US"))
				.set(Tag.WINDOW_CENTER, 2048).set(Tag.WINDOW_WIDTH, 4096);
		return new Fixture("modality LUT for analysis", image, Fixture.all(i -> Formulas.shown(2048, 4096, 16 * i)))
				.notPydicom("PS3.3 C.8.7.1.1.2: the judge applies the table");
	}

	private static Fixture voiLut() {
		int[] values = Fixture.all(i -> 4095 - i * i * 4095 / 65025);
		DicomObject image = grey("VOI LUT", "CR", 12, false, i -> 2 * i).sequence(Tag.VOI_LUT_SEQUENCE,
				lut(50, 12, values).set(Tag.LUT_EXPLANATION, "NORMAL"));
		return new Fixture("VOI LUT", image, Fixture.all(
				i -> Formulas.rounded(values[Math.max(0, Math.min(255, 2 * i - 50))] * 255.0 / 4095)));
	}

	private static Fixture negativeVoiLut() {
		int[] values = Fixture.all(i -> i);
		DicomObject image = grey("negative VOI LUT", "CT", 16, true, i -> 2 * i - 300)
				.sequence(Tag.VOI_LUT_SEQUENCE, lut(-200, 8, values));
		return new Fixture("VOI LUT that begins below 0", image,
				Fixture.all(i -> Math.max(0, Math.min(255, 2 * i - 100))))
				.notPydicom("PS3.3 C.11.2.1.1: it wraps inputs far beyond the first one of an 8-bit table");
	}

	private static Fixture monochrome1() {
		return new Fixture("MONOCHROME1", bytes("mono1", "MONOCHROME1"), Fixture.all(i -> 255 - i));
	}

	private static Fixture inverse() {
		return new Fixture("Presentation LUT Shape INVERSE",
				bytes("inverse", "MONOCHROME2").set(Tag.PRESENTATION_LUT_SHAPE, "INVERSE"), Fixture.all(i -> 255 - i));
	}

	private static Fixture identity() {
		return new Fixture("Presentation LUT Shape IDENTITY",
				bytes("identity", "MONOCHROME1").set(Tag.PRESENTATION_LUT_SHAPE, "IDENTITY"), Fixture.all(i -> i));
	}

	private static Fixture presentationLut() {
		int[] values = Fixture.all(i -> 4095 - 16 * i);
		DicomObject image = bytes("presentation LUT", "MONOCHROME2").sequence(Tag.PRESENTATION_LUT_SEQUENCE,
				lut(0, 12, values));
		return new Fixture("Presentation LUT Sequence", image,
				Fixture.all(i -> Formulas.rounded(values[i] * 255.0 / 4095)))
				.notDcmtk("PS3.3 C.11.6: it applies none that stands in an image")
				.notPydicom("PS3.3 C.11.6: it has no presentation LUT");
	}

	private static Fixture padding() {
		DicomObject image = grey("padding", "CT", 16, true, i -> i % 16 < 3 ? -2000 : 10 * i)
				.set(Tag.PIXEL_PADDING_VALUE, VR.SS, -2000).set(Tag.WINDOW_CENTER, -500)
				.set(Tag.WINDOW_WIDTH, 6000).set(Tag.PRESENTATION_LUT_SHAPE, "INVERSE");
		return new Fixture("padding value", image,
				Fixture.all(i -> i % 16 < 3 ? 0 : 255 - Formulas.shown(-500, 6000, 10 * i)));
	}

	private static Fixture paddingRange() {
		DicomObject image = ramp("padding range", "CT").set(Tag.PIXEL_PADDING_VALUE, VR.US, 3200)
				.set(Tag.PIXEL_PADDING_RANGE_LIMIT, VR.US, 4095).set(Tag.WINDOW_CENTER, 2048)
				.set(Tag.WINDOW_WIDTH, 4096);
		return new Fixture("padding range", image,
				Fixture.all(i -> 16 * i >= 3200 ? 0 : Formulas.shown(2048, 4096, 16 * i)));
	}

	private static Fixture dose() {
		DicomObject image = grey("dose", "RTDOSE", 16, false, i -> 200 * i).set(Tag.DOSE_UNITS, "GY")
				.set(Tag.DOSE_GRID_SCALING, 0.001).set(Tag.WINDOW_CENTER, 25).set(Tag.WINDOW_WIDTH, 51);
		return new Fixture("dose", image, Fixture.all(i -> Formulas.shown(25, 51, 0.2 * i)))
				.notDcmtk("PS3.3 C.8.8.3: it does not scale dose");
	}

	private static DicomObject group(int sequence, DicomObject item, DicomObject groups) {
		return groups.sequence(sequence, item);
	}

	private static DicomObject enhanced(String name, DicomObject first, DicomObject second) {
		DicomObject image = ramp(name, "MR");
		short[] twice = new short[2 * Fixture.PIXELS];
		for (int i = 0; i < twice.length; i++) {
			twice[i] = (short) (16 * (i % Fixture.PIXELS));
		}
		return Images.grey16(image, Fixture.SIDE, Fixture.SIDE, 12, false, twice).set(Tag.NUMBER_OF_FRAMES, 2)
				.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, first, second);
	}

	private static Fixture ofFrames() {
		DicomObject[] frames = { new DicomObject(), new DicomObject() };
		for (int i = 0; i < 2; i++) {
			group(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE,
					new DicomObject().set(Tag.RESCALE_SLOPE, 1 + i).set(Tag.RESCALE_INTERCEPT, -10 * i), frames[i]);
			group(Tag.FRAME_VOI_LUT_SEQUENCE, new DicomObject().set(Tag.WINDOW_CENTER, 1000 + 2000 * i)
					.set(Tag.WINDOW_WIDTH, 2000 + 2000 * i), frames[i]);
		}
		return new Fixture("rescale and window of each frame", enhanced("frames", frames[0], frames[1]),
				Fixture.all(i -> Formulas.shown(3000, 4000, 32 * i - 10))).at(1).notDcmtk(GROUPS);
	}

	private static Fixture voiLutOfFrames() {
		int[] values = Fixture.all(i -> 255 - i);
		DicomObject[] frames = { new DicomObject(), new DicomObject() };
		for (int i = 0; i < 2; i++) {
			group(Tag.FRAME_VOI_LUT_SEQUENCE, new DicomObject().sequence(Tag.VOI_LUT_SEQUENCE,
					lut(0, 8, i == 0 ? Arrays.copyOf(values, 9) : values)), frames[i]);
		}
		return new Fixture("VOI LUT of each frame", enhanced("VOI LUT of frames", frames[0], frames[1]),
				Fixture.all(i -> Math.max(0, 255 - 16 * i))).at(1).notDcmtk(GROUPS)
				.notPydicom("PS3.3 C.7.6.16.2.10: its functions do not read functional groups");
	}
}
