package org.dicompreview.dicom.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Specific Character Set, PS3.3 C.12.1.1.2; the names are the examples of PS3.5 annexes H to K. */
class CharacterSetTest {

	private static String decode(String hex, String... terms) {
		byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", "")); //$NON-NLS-1$ //$NON-NLS-2$
		return CharacterSet.of(List.of(terms)).decode(bytes, 0, bytes.length, true);
	}

	@ParameterizedTest
	@CsvSource({ "100,ISO-8859-1", "101,ISO-8859-2", "109,ISO-8859-3", "110,ISO-8859-4", "144,ISO-8859-5", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
			"127,ISO-8859-6", "126,ISO-8859-7", "138,ISO-8859-8", "148,ISO-8859-9", "203,ISO-8859-15", "166,TIS-620" }) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
	void singleByteSets(String number, String charset) {
		byte[] upper = new byte[0x60];
		for (int i = 0; i < upper.length; i++) {
			upper[i] = (byte) (0xA0 + i);
		}
		String expected = new String(upper, Charset.forName(charset));
		for (String term : List.of("ISO_IR " + number, "ISO 2022 IR " + number, "ISO-IR " + number, "iso_ir " + number + ' ')) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			assertEquals(expected, CharacterSet.of(List.of(term)).decode(upper, 0, upper.length, false), term);
		}
	}

	@Test
	void escapesWithinOneValue() {
		assertEquals("Buc^J\u00E9r\u00F4me", decode("4275635E4AE972F46D65", "ISO_IR 100")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals("\u0394\u03B9\u03BF\u03BD", decode("1B2D46 C4E9EFED", "", "ISO 2022 IR 126")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		// Latin-1 at first, Greek after the escape, Latin-1 again in the next component
		assertEquals("\u00E9\u03B9^\u00E9", decode("E9 1B2D46 E9 5E E9", "ISO 2022 IR 100", "ISO 2022 IR 126")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	@Test
	void japaneseWithKanjiAndKana() {
		String hex = "59616D6164615E5461726F753D1B24423B3345441B28425E1B244242404F3A1B28423D1B24422464" //$NON-NLS-1$
				+ "245E24401B28425E1B2442243F246D24261B2842"; //$NON-NLS-1$
		assertEquals("Yamada^Tarou=\u5C71\u7530^\u592A\u90CE=\u3084\u307E\u3060^\u305F\u308D\u3046", //$NON-NLS-1$
				decode(hex, "", "ISO 2022 IR 87")); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Test
	void koreanInTheUpperHalf() {
		String hex = "486F6E675E47696C646F6E673D1B242943FBF35E1B242943D1CED4D73D1B242943C8AB5E1B242943B1E6B5BF"; //$NON-NLS-1$
		assertEquals("Hong^Gildong=\u6D2A^\u5409\u6D1E=\uD64D^\uAE38\uB3D9", decode(hex, "", "ISO 2022 IR 149")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		// writers forget the escapes; there is only one set that can be meant
		assertEquals("\uD64D^\uAE38\uB3D9", decode("C8AB5EB1E6B5BF", "", "ISO 2022 IR 149")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertEquals("\uD64D^\uAE38\uB3D9", decode("C8AB5EB1E6B5BF", "ISO 2022 IR 149")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	@Test
	void chinese() {
		assertEquals("Wang^XiaoDong=\u738B^\u5C0F\u4E1C", //$NON-NLS-1$
				decode("57616E675E5869616F446F6E673DCDF55ED0A1B6AB", "GB18030")); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals("Wang^XiaoDong=\u738B^\u5C0F\u4E1C", decode("57616E675E5869616F446F6E673DCDF55ED0A1B6AB", "GBK")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals("Zhang^XiaoDong=\u5F20^\u5C0F\u4E1C", //$NON-NLS-1$
				decode("5A68616E675E5869616F446F6E673D1B242941D5C55E1B242941D0A1B6AB", "", "ISO 2022 IR 58")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		// four bytes, of which GBK knows nothing
		assertEquals("\uD840\uDC00", decode("95328236", "GB18030")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	@Test
	void japaneseSingleBytes() {
		// half-width katakana above, the yen sign where others have the backslash
		assertEquals("\uFF94\uFF8F\uFF80\uFF9E^\uFF80\uFF9B\uFF73", decode("D4CFC0DE5EC0DBB3", "ISO_IR 13")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals("a\\b", decode("615C62", "ISO_IR 13")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals("\uFF94\u5C71", decode("1B2949D4 1B24423B33 1B284A", "ISO 2022 IR 13", "ISO 2022 IR 87")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	@Test
	void supplementaryKanji() {
		byte[] eucjp = "\u4E02".getBytes(Charset.forName("EUC-JP")); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(3, eucjp.length);
		String hex = "1B242844" + HexFormat.of() //$NON-NLS-1$
				.formatHex(new byte[] { (byte) (eucjp[1] & 0x7F), (byte) (eucjp[2] & 0x7F) });
		assertEquals("\u4E02", decode(hex, "", "ISO 2022 IR 159")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	@Test
	void multiByteCharactersThatHoldABackslash() {
		// in GBK and GB18030 the second byte of a character may be 5C, in kanji both bytes are below 80
		byte[] gbk = "\u8A95".getBytes(Charset.forName("GBK")); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals("\u8A95", decode(HexFormat.of().formatHex(gbk), "GBK")); //$NON-NLS-1$ //$NON-NLS-2$
		byte[] kanji = "\u5F0F".getBytes(Charset.forName("EUC-JP")); //$NON-NLS-1$ //$NON-NLS-2$
		String hex = String.format("1B2442%02X%02X1B2842", kanji[0] & 0x7F, kanji[1] & 0x7F); //$NON-NLS-1$
		assertEquals("\u5F0F", decode(hex, "", "ISO 2022 IR 87")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	@Test
	void utf8() {
		String name = "Wang^XiaoDong=\u738B^\u5C0F\u6771="; //$NON-NLS-1$
		assertEquals(name, decode(HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8)), "ISO_IR 192")); //$NON-NLS-1$
	}

	@Test
	void textThatIsNotInTheEncodingThatIsNamed() {
		assertEquals("M\u00FCller^J\u00F6rg", decode("4DFC6C6C65725E4AF67267", "ISO_IR 192")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals("Ren\u00E9", decode("52656EE9", "", "ISO_IR 192")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		// one character of UTF-8 is enough for the rest to be damaged
		assertEquals("M\u00FCller^J\uFFFDrg", decode("4DC3BC6C6C65725E4AF67267", "ISO_IR 192")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals("a\u20AC b", decode("61E282AC2062", "GB18030")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	@ParameterizedTest
	@ValueSource(strings = { "ISO_IR 999", "nonsense", "ISO 2022 IR 6", "" }) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	void unknownSetsDoNotFail(String term) {
		assertEquals("plain", decode("706C61696E", term)); //$NON-NLS-1$ //$NON-NLS-2$
		assertTrue(decode("61E962", term).startsWith("a")); //$NON-NLS-1$ //$NON-NLS-2$
		assertTrue(decode("1B2442", term, "ISO 2022 IR 87").length() <= 1); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Test
	void withoutASetItIsGuessed() {
		assertEquals("J\u00F6rg", decode("4AF67267")); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals("J\u00F6rg", decode("4AC3B67267")); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Test
	void brokenTextIsReplacedNotRefused() {
		assertEquals("\u5C0F^\uFFFDb", decode("E5B08F 5E E662", "ISO_IR 192")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals("\uFFFD", decode("1B242943C8", "", "ISO 2022 IR 149")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		assertEquals("ab", decode("61 1B2547 62", "", "ISO 2022 IR 100"), "an escape that nobody knows"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
	}
}
