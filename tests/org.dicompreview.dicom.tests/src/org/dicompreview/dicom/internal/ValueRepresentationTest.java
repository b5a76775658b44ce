package org.dicompreview.dicom.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.spi.DicomReader;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every VR of PS3.5 section 6.2 in every encoding, at the top level and deep within items; what came before DICOM. */
class ValueRepresentationTest {

	private static final ReadLimits LIMITS = ReadLimits.DEFAULT;
	private static final int SELECTOR_SEQUENCE = 0x00720080;
	private static final List<String> SYNTAXES = List.of(DicomWriter.EXPLICIT_LITTLE, DicomWriter.IMPLICIT_LITTLE,
			DicomWriter.EXPLICIT_BIG, DicomWriter.DEFLATED);

	/** A value as it stands in little-endian files, with what it says. */
	private record Example(int tag, VR vr, byte[] bytes, List<String> texts, double... numbers) {
	}

	@TempDir
	Path folder;

	private final DicomReader reader = new BuiltInReader();

	private static Example text(int tag, VR vr, String value, String... texts) {
		return new Example(tag, vr, value.getBytes(StandardCharsets.US_ASCII), List.of(texts));
	}

	private static Example number(int tag, VR vr, String hex, List<String> texts, double... numbers) {
		return new Example(tag, vr, HexFormat.of().parseHex(hex), texts, numbers);
	}

	/** The attributes of the selectors of hanging protocols: there is one for each VR, so implicit files have all. */
	private static List<Example> examples() {
		return List.of(text(0x0072005E, VR.AE, " ONE\\TWO ", "ONE", "TWO"), text(0x0072005F, VR.AS, "042Y", "042Y"),
				number(0x00720060, VR.AT, "1800631028000900", List.of("(0018,1063)", "(0028,0009)"), 0x00181063,
						0x00280009),
				text(0x00720061, VR.DA, "20240229", "20240229"), text(0x00720062, VR.CS, "A\\B\\\\C", "A", "B", "", "C"),
				text(0x00720063, VR.DT, "20240229101112.5+0100 ", "20240229101112.5+0100"),
				new Example(0x00720064, VR.IS, "-12\\+7".getBytes(StandardCharsets.US_ASCII), List.of("-12", "+7"), -12,
						7),
				number(0x00720065, VR.OB, "01FF7F00", List.of("01", "FF", "7F", "00"), 1, 255, 127, 0),
				text(0x00720066, VR.LO, "Long \\ String", "Long", "String"),
				number(0x00720067, VR.OF, "0000C03F000010C0", List.of("1.5", "-2.25"), 1.5, -2.25),
				text(0x00720068, VR.LT, " a\\b\r\nc ", " a\\b\r\nc"),
				number(0x00720069, VR.OW, "0102FFFE", List.of("0201", "FEFF"), 0x0201, 0xFEFF),
				text(0x0072006A, VR.PN, "Doe^Jane^^Dr ", "Doe^Jane^^Dr"), text(0x0072006B, VR.TM, "101112.123456 ",
						"101112.123456"),
				text(0x0072006C, VR.SH, "short ", "short"), text(0x0072006E, VR.ST, "one\\text", "one\\text"),
				text(0x0072006F, VR.UC, "un\\limited", "un", "limited"), text(0x00720070, VR.UT, "any\\length ",
						"any\\length"),
				text(0x00720071, VR.UR, "https://a.example/b?c=d\\e ", "https://a.example/b?c=d\\e"),
				new Example(0x00720072, VR.DS, "1e-3\\ -2.5 ".getBytes(StandardCharsets.US_ASCII),
						List.of("1e-3", "-2.5"), 0.001, -2.5),
				number(0x00720073, VR.OD, "000000000000F83F", List.of("1.5"), 1.5),
				number(0x00720074, VR.FD, "182D4454FB210940", List.of("3.141592653589793"), Math.PI),
				number(0x00720075, VR.OL, "01000080", List.of("80000001"), 0x80000001L),
				number(0x00720076, VR.FL, "0000C03F", List.of("1.5"), 1.5),
				number(0x00720078, VR.UL, "FFFFFFFF", List.of("4294967295"), 4294967295.0),
				number(0x0072007A, VR.US, "FFFF0100", List.of("65535", "1"), 65535, 1),
				number(0x0072007C, VR.SL, "FEFFFFFF", List.of("-2"), -2),
				number(0x0072007E, VR.SS, "FEFF", List.of("-2"), -2),
				text(0x0072007F, VR.UI, "1.2.3\0", "1.2.3"),
				number(0x00720081, VR.OV, "0100000000000080", List.of("9223372036854775809"), 9223372036854775808.0),
				number(0x00720082, VR.SV, "FEFFFFFFFFFFFFFF", List.of("-2"), -2),
				number(0x00720083, VR.UV, "FFFFFFFFFFFFFFFF", List.of("18446744073709551615"), 18446744073709551616.0));
	}

	@Test
	void thereIsAnExampleForEach() {
		Set<VR> all = EnumSet.complementOf(EnumSet.of(VR.SQ, VR.UN));
		examples().forEach(each -> {
			all.remove(each.vr);
			assertEquals(List.of(each.vr), DataDictionary.find(each.tag).orElseThrow().vrs());
		});
		assertEquals(Set.of(), all);
	}

	static Stream<Arguments> encodings() {
		List<Arguments> all = new ArrayList<>();
		for (String syntax : SYNTAXES) {
			for (int depth : new int[] { 0, 1, 9 }) {
				all.add(Arguments.of(syntax, depth, true));
				all.add(Arguments.of(syntax, depth, false));
			}
		}
		return all.stream();
	}

	@ParameterizedTest(name = "{0} depth {1} defined {2}")
	@MethodSource("encodings")
	void eachComesBackAsItIs(String syntax, int depth, boolean defined) throws IOException {
		DicomObject inner = new DicomObject();
		for (Example each : examples()) {
			inner.bytes(each.tag, each.vr, each.bytes.length % 2 == 0 ? each.bytes : padded(each));
		}
		for (int i = 0; i < depth; i++) {
			inner = new DicomObject().sequence(SELECTOR_SEQUENCE, inner);
		}
		DicomWriter writer = DicomWriter.of(syntax);
		Path file = folder.resolve("file");
		(defined ? writer.withDefinedLengths() : writer).write(file, inner.set(Tag.SOP_CLASS_UID, "1.2.3"));
		DataSet dataSet = reader.readDataSet(file, LIMITS);
		assertEquals(Optional.empty(), dataSet.problem());
		for (int i = 0; i < depth; i++) {
			Element sequence = dataSet.element(SELECTOR_SEQUENCE).orElseThrow();
			assertEquals(defined, sequence.length() >= 0);
			dataSet = sequence.items().get(0);
		}
		for (Example each : examples()) {
			Element element = dataSet.element(each.tag).orElseThrow();
			assertEquals(each.vr, element.vr());
			assertEquals(each.texts, dataSet.strings(each.tag), each.vr.name());
			assertEquals(each.texts, element.values(), each.vr.name());
			if (each.numbers.length > 0) {
				assertArrayEquals(each.numbers, dataSet.numbers(each.tag), each.vr.name());
			}
		}
	}

	private static byte[] padded(Example example) {
		byte[] bytes = Arrays.copyOf(example.bytes, example.bytes.length + 1);
		bytes[bytes.length - 1] = (byte) (example.vr == VR.UI ? 0 : ' ');
		return bytes;
	}

	@ParameterizedTest
	@ValueSource(strings = { DicomWriter.EXPLICIT_LITTLE, DicomWriter.IMPLICIT_LITTLE, DicomWriter.EXPLICIT_BIG })
	void repeatingGroupsAreKnownInEachOfTheirNumbers(String syntax) throws IOException {
		DicomObject object = new DicomObject().set(Tag.SOP_CLASS_UID, "1.2.3");
		for (int plane = 0; plane < 16; plane++) {
			object.set(Tag.overlay(Tag.OVERLAY_ROWS, plane), VR.US, 10 + plane)
					.bytes(Tag.overlay(Tag.OVERLAY_DATA, plane), VR.OW, new byte[] { (byte) plane, 0 });
		}
		Path file = folder.resolve("overlays");
		DicomWriter.of(syntax).write(file, object);
		InstanceHeader header = reader.readHeader(file, LIMITS);
		DataSet dataSet = reader.readDataSet(file, LIMITS);
		for (int plane = 0; plane < 16; plane++) {
			assertEquals(10 + plane, header.integer(Tag.overlay(Tag.OVERLAY_ROWS, plane)).orElseThrow());
			assertTrue(header.contains(Tag.overlay(Tag.OVERLAY_DATA, plane)));
			assertEquals(VR.OW, dataSet.element(Tag.overlay(Tag.OVERLAY_DATA, plane)).orElseThrow().vr());
		}
	}

	/** ACR-NEMA 2.0: no meta information, implicit, group lengths, no identifiers, a recognition code. */
	@Test
	void whatCameBeforeDicomIsReadToo() throws IOException {
		DicomObject object = new DicomObject().bytes(0x00080000, VR.UL, new byte[] { 60, 0, 0, 0 })
				.set(0x00080001, VR.UL, 600).bytes(0x00080010, VR.SH, "ACR-NEMA 2.0".getBytes(StandardCharsets.US_ASCII))
				.set(Tag.STUDY_DATE, "1992.03.17").set(Tag.MODALITY, "MR").set(Tag.PATIENT_NAME, "Phantom")
				.set(Tag.SERIES_NUMBER, 2).set(Tag.INSTANCE_NUMBER, 3).bytes(0x00280000, VR.UL, new byte[] { 50, 0, 0, 0 })
				.set(Tag.ROWS, 2).set(Tag.COLUMNS, 2).set(Tag.BITS_ALLOCATED, 16).set(Tag.BITS_STORED, 12)
				.set(Tag.HIGH_BIT, 11).bytes(Tag.PIXEL_DATA, VR.OW, new byte[8]);
		Path file = folder.resolve("acr");
		Files.write(file, DicomWriter.of(DicomWriter.IMPLICIT_LITTLE).with(DicomWriter.Layout.BARE).toBytes(object));
		InstanceHeader header = reader.readHeader(file, LIMITS);
		assertEquals(Optional.empty(), header.problem());
		assertEquals(DicomWriter.IMPLICIT_LITTLE, header.transferSyntax().uid());
		assertEquals(Optional.of("Phantom"), header.string(Tag.PATIENT_NAME));
		assertEquals(1, header.frameCount());
		try (var pixels = reader.openPixels(header, LIMITS)) {
			assertEquals(8, pixels.frame(0).length());
		}
	}
}
