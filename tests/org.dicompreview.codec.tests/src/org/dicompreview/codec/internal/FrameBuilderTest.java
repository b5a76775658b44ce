package org.dicompreview.codec.internal;

import static org.dicompreview.codec.TestFrames.frame;
import static org.dicompreview.codec.TestFrames.grey;
import static org.dicompreview.codec.TestFrames.ints;
import static org.dicompreview.codec.TestFrames.signed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Text;
import org.junit.jupiter.api.Test;

class FrameBuilderTest {

	private static FrameBuilder builder(PixelFormat format, StreamImage stream) throws DecodeException {
		return FrameBuilder.of(frame("1.2.840.10008.1.2.4.90", format), DecodeOptions.DEFAULT, stream);
	}

	@Test
	void otherSizeThanStatedIsAnError() {
		PixelFormat format = grey(5, 4, 16, 12);
		for (StreamImage stream : new StreamImage[] { new StreamImage(4, 4, 1, 12, false),
				new StreamImage(5, 5, 1, 12, false), new StreamImage(5, 4, 3, 12, false) }) {
			DecodeException problem = assertThrows(DecodeException.class, () -> builder(format, stream));
			assertTrue(problem.getMessage().contains("5 x 4 x 1"), problem.getMessage());
			assertTrue(problem.getMessage().contains(stream.toString()), problem.getMessage());
		}
	}

	@Test
	void arrayFollowsBitsAllocatedUnlessThePrecisionIsLarger() throws DecodeException {
		assertInstanceOf(Samples.Shorts.class,
				builder(grey(5, 4, 16, 12), new StreamImage(5, 4, 1, 8, false)).samples());
		assertInstanceOf(Samples.Bytes.class, builder(grey(5, 4, 8, 8), new StreamImage(5, 4, 1, 8, false)).samples());
		assertInstanceOf(Samples.Shorts.class, builder(grey(5, 4, 8, 8), new StreamImage(5, 4, 1, 9, false)).samples());
		assertInstanceOf(Samples.Ints.class, builder(grey(5, 4, 16, 16), new StreamImage(5, 4, 1, 17, true)).samples());
	}

	@Test
	void signIsExtendedWhereOnlyTheDataSetKnowsIt() throws DecodeException {
		FrameBuilder builder = builder(signed(grey(2, 1, 16, 12)), new StreamImage(2, 1, 1, 12, false));
		short[] values = ((Samples.Shorts) builder.samples()).values();
		values[0] = 0xFFF;
		values[1] = 0x7FF;
		Frame frame = builder.build(Photometric.MONOCHROME2, new Damage());
		assertArrayEquals(new int[] { -1, 0x7FF }, ints(frame.samples()));
		assertTrue(frame.signed());
		assertEquals(12, frame.bitsStored());
	}

	@Test
	void valuesOfSignedStreamsStay() throws DecodeException {
		FrameBuilder builder = builder(signed(grey(2, 1, 16, 12)), new StreamImage(2, 1, 1, 16, true));
		((Samples.Shorts) builder.samples()).values()[0] = 0x0FFF;
		Frame frame = builder.build(Photometric.MONOCHROME2, new Damage());
		assertArrayEquals(new int[] { 0x0FFF, 0 }, ints(frame.samples()));
		assertArrayEquals(new int[] { -1, 0 }, ints(frame.shown().samples()), "12 bits are stated");
		assertEquals(12, frame.bitsStored());
		builder = builder(grey(2, 1, 16, 12), new StreamImage(2, 1, 1, 12, true));
		assertTrue(builder.build(Photometric.MONOCHROME2, new Damage()).signed());
	}

	@Test
	void reducedSizeIsRoundedUp() throws DecodeException {
		FrameBuilder builder = FrameBuilder.of(frame("1.2.840.10008.1.2.4.90", grey(5, 9, 8, 8)), DecodeOptions.DEFAULT,
				new StreamImage(5, 9, 1, 8, false), 2);
		assertEquals(2, builder.columns());
		assertEquals(3, builder.rows());
		assertEquals(6, builder.build(Photometric.MONOCHROME1, new Damage()).samples().length());
		assertEquals(1, FrameBuilder.reduced(65535, 16));
	}

	@Test
	void limitsAndPrecisionAreChecked() {
		DecodeOptions small = new DecodeOptions(0, 1, 39);
		assertThrows(DecodeException.class,
				() -> FrameBuilder.of(frame("1", grey(5, 4, 16, 12)), small, new StreamImage(5, 4, 1, 12, false)));
		assertThrows(DecodeException.class, () -> builder(grey(5, 4, 32, 32), new StreamImage(5, 4, 1, 33, false)));
		assertThrows(DecodeException.class,
				() -> builder(grey(1 << 30, 1 << 30, 8, 8), new StreamImage(1 << 30, 1 << 30, 1, 8, false)));
	}

	@Test
	void damageTellsTheFirstReason() throws DecodeException {
		Damage damage = new Damage();
		assertTrue(damage.isEmpty());
		damage.report(Problem.of(Text.verbatim("first")));
		damage.report(Problem.of(Text.verbatim("second")));
		damage.report(Problem.of(Text.verbatim("third")));
		assertFalse(damage.isEmpty());
		FrameBuilder builder = builder(grey(1, 1, 8, 8), new StreamImage(1, 1, 1, 8, false));
		assertEquals("first (and 2 more)", builder.build(Photometric.MONOCHROME2, damage).problem().get().toString());
	}
}
