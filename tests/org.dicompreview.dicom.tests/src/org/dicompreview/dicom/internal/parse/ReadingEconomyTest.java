package org.dicompreview.dicom.internal.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.internal.model.HeaderPool;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Study;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scan reads no more of a file than it must. */
class ReadingEconomyTest {

	private static final int MOST = 32 << 10;

	/** Counts the bytes that are read, and refuses those of the pixels. */
	private static final class Counting implements InstanceBytes {
		private final InstanceBytes bytes;
		private long read;
		private long furthest;

		Counting(byte[] bytes) {
			this.bytes = InstanceBytes.of(bytes);
		}

		@Override
		public int read(long position, byte[] target, int offset, int length) throws IOException {
			int count = bytes.read(position, target, offset, length);
			read += count;
			furthest = Math.max(furthest, position + count);
			return count;
		}

		@Override
		public long size() {
			return bytes.size();
		}

		@Override
		public void close() throws IOException {
			bytes.close();
		}
	}

	private final HeaderReader reader = new HeaderReader(new HeaderPool());

	private Counting read(DicomObject object, String syntax, int expectedNumber) throws IOException {
		Counting source = new Counting(DicomWriter.of(syntax).toBytes(object));
		InstanceHeader header = reader.read(source, FileLocation.of(Path.of("x"), source.size(), 0), ReadLimits.DEFAULT); //$NON-NLS-1$
		assertEquals(expectedNumber, header.integer(Tag.INSTANCE_NUMBER).orElseThrow());
		assertEquals(256, header.integer(Tag.ROWS).orElseThrow());
		assertTrue(header.hasPixels());
		return source;
	}

	private static DicomObject image() {
		return Phantoms.ct(Study.of("Doe^Jane", "1", 5), 2, 1, 2, 256).get(0); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@ParameterizedTest
	@ValueSource(strings = { DicomWriter.EXPLICIT_LITTLE, DicomWriter.IMPLICIT_LITTLE, DicomWriter.EXPLICIT_BIG })
	void atMost32KiBOfASmallHeader(String syntax) throws IOException {
		DicomObject object = image();
		for (int length = 0; length < 29_000; length += 500) {
			object.bytes(0x00091010, VR.OB, new byte[length]);
			for (int again = 0; again < 2; again++) { // the second time the reader has learnt how long headers are
				Counting source = read(object, syntax, 1);
				assertTrue(source.read <= MOST, source.read + " bytes for " + length); //$NON-NLS-1$
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { DicomWriter.EXPLICIT_LITTLE, DicomWriter.IMPLICIT_LITTLE, DicomWriter.EXPLICIT_BIG })
	void longValuesAreSkipped(String syntax) throws IOException {
		DicomObject object = image().bytes(0x00091010, VR.OB, new byte[3_000_000])
				.bytes(0x00211010, VR.UN, new byte[2_000_000])
				.bytes(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, VR.OW, new byte[500_000]);
		Counting source = read(object, syntax, 1);
		assertTrue(source.read <= 2 * MOST, source.read + " bytes"); //$NON-NLS-1$
		assertTrue(source.furthest > 5_000_000);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void sequencesThatNobodyWantsAreSkipped(boolean definedLengths) throws IOException {
		DicomObject item = new DicomObject().bytes(0x00091010, VR.OB, new byte[100_000]);
		DicomObject object = image().sequence(0x00081111, item, item, item, item, item);
		DicomWriter writer = DicomWriter.of(DicomWriter.EXPLICIT_LITTLE);
		Counting source = new Counting((definedLengths ? writer.withDefinedLengths() : writer).toBytes(object));
		InstanceHeader header = reader.read(source, FileLocation.of(Path.of("x"), source.size(), 0), ReadLimits.DEFAULT); //$NON-NLS-1$
		assertTrue(header.hasPixels());
		assertTrue(source.read <= 3 * MOST, source.read + " bytes"); //$NON-NLS-1$
	}
}
