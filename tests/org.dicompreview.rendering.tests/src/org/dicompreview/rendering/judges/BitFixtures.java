package org.dicompreview.rendering.judges;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.BiConsumer;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.VoiWindow.Function;
import org.dicompreview.rendering.internal.Formulas;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Images;

/** Grey images of all kinds of stored values. */
final class BitFixtures {

	private static final String NO_FLOATS = "PS3.3 C.7.6.24: it shows no floating-point pixels";

	private BitFixtures() {
	}

	static List<Fixture> all() {
		return List.of(oneBit(), signedBytes(), tenBits(), highBits(), bigEndian(), wide(false), wide(true), floats(),
				doubles());
	}

	private static byte[] little(int size, BiConsumer<ByteBuffer, Integer> value) {
		ByteBuffer buffer = ByteBuffer.allocate(size * Fixture.PIXELS).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < Fixture.PIXELS; i++) {
			value.accept(buffer, i);
		}
		return buffer.array();
	}

	private static Fixture oneBit() {
		boolean[] bits = new boolean[Fixture.PIXELS];
		for (int i = 0; i < bits.length; i++) {
			bits[i] = i % 5 == 0;
		}
		DicomObject image = Images.bits(Fixture.image("one bit", "SEG"), Fixture.SIDE, Fixture.SIDE, bits);
		return new Fixture("1 bit", image, Fixture.all(i -> i % 5 == 0 ? 255 : 0));
	}

	private static Fixture signedBytes() {
		DicomObject image = Fixture.pixels(Fixture.image("signed bytes", "OT"), 1, "MONOCHROME2", 8, 8, true,
				little(1, (out, i) -> out.put((byte) (i - 128))));
		return new Fixture("8 bits, signed", image, Fixture.all(i -> i));
	}

	private static Fixture tenBits() {
		DicomObject image = GreyFixtures.grey("ten bits", "OT", 10, false, i -> 4 * i).set(Tag.WINDOW_CENTER, 512)
				.set(Tag.WINDOW_WIDTH, 1024);
		return new Fixture("10 bits", image, Fixture.all(i -> Formulas.shown(512, 1024, 4 * i)));
	}

	/** Values in the upper 12 of 16 bits; what lies below is no part of them. */
	private static Fixture highBits() {
		DicomObject image = GreyFixtures.grey("high bits", "OT", 12, true, i -> (16 * i - 2048) << 4 | i & 15)
				.set(Tag.HIGH_BIT, 15).set(Tag.WINDOW_CENTER, 0).set(Tag.WINDOW_WIDTH, 4096);
		return new Fixture("12 bits up to bit 15, signed", image,
				Fixture.all(i -> Formulas.shown(0, 4096, 16 * i - 2048)));
	}

	private static Fixture bigEndian() {
		DicomObject image = GreyFixtures.grey("big endian", "OT", 16, true, i -> 200 * i - 25_000)
				.set(Tag.WINDOW_CENTER, 0).set(Tag.WINDOW_WIDTH, 50_000);
		return new Fixture("16 bits, signed, big endian", image,
				Fixture.all(i -> Formulas.shown(0, 50_000, 200 * i - 25_000))).in(DicomWriter.EXPLICIT_BIG);
	}

	private static Fixture wide(boolean signed) {
		int offset = signed ? -128_000_000 : 0;
		double center = signed ? 0 : 128_000_000;
		byte[] values = little(4, (out, i) -> out.putInt(1_000_000 * i + offset));
		DicomObject image = Fixture
				.pixels(Fixture.image("32 bits" + signed, "RTDOSE"), 1, "MONOCHROME2", 32, 32, signed, values)
				.set(Tag.WINDOW_CENTER, center)
				.set(Tag.WINDOW_WIDTH, 256_000_000);
		return new Fixture("32 bits" + (signed ? ", signed" : ""), image,
				Fixture.all(i -> Formulas.shown(center, 256_000_000, 1_000_000.0 * i + offset)));
	}

	private static DicomObject real(String name, int bits) {
		return Fixture.pixels(Fixture.image(name, "MR"), 1, "MONOCHROME2", bits, bits, false, new byte[0])
				.remove(Tag.PIXEL_DATA).remove(Tag.BITS_STORED).remove(Tag.HIGH_BIT).remove(Tag.PIXEL_REPRESENTATION)
				.set(Tag.WINDOW_CENTER, 0.5).set(Tag.WINDOW_WIDTH, 1).set(Tag.VOI_LUT_FUNCTION, "LINEAR_EXACT");
	}

	private static int shown(int i) {
		return Formulas.shown(new VoiWindow(0.5, 1, Function.LINEAR_EXACT), (i - 20) / 200.0);
	}

	private static Fixture floats() {
		DicomObject image = real("float", 32).bytes(Tag.FLOAT_PIXEL_DATA, VR.OF,
				little(4, (out, i) -> out.putFloat((i - 20) / 200f)));
		return new Fixture("float", image, Fixture.all(BitFixtures::shown)).notDcmtk(NO_FLOATS);
	}

	private static Fixture doubles() {
		DicomObject image = real("double", 64).bytes(Tag.DOUBLE_FLOAT_PIXEL_DATA, VR.OD,
				little(8, (out, i) -> out.putDouble((i - 20) / 200.0)));
		return new Fixture("double", image, Fixture.all(BitFixtures::shown)).notDcmtk(NO_FLOATS);
	}
}
