package org.dicompreview.dicomweb.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.dicompreview.dicom.DicomException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of answers. */
final class MultipartTest {

	private static final String TYPE = "multipart/related; type=\"application/octet-stream\"; boundary=\"b b\"";

	private static List<Multipart> parts(String type, String body) throws DicomException {
		return Multipart.parts(type, body.getBytes(StandardCharsets.ISO_8859_1));
	}

	private static String text(Multipart part) {
		return new String(part.bytes(), part.from(), part.length(), StandardCharsets.ISO_8859_1);
	}

	@Test
	void areFoundWithTheirTypes() throws DicomException {
		List<Multipart> parts = parts(TYPE, "preamble\r\n--b b\r\nContent-Type: image/jls; transfer-syntax=1.2\r\nX: y\r\n\r\none\r\n"
				+ "--b b\r\n\r\n\r\ntwo\r\n\r\n--b b--\r\nepilogue");
		assertEquals(2, parts.size());
		assertEquals("one", text(parts.get(0)));
		assertEquals("1.2", Multipart.parameter(parts.get(0).contentType(), "Transfer-Syntax"));
		assertEquals("\r\ntwo\r\n", text(parts.get(1)));
		assertEquals("application/octet-stream", parts.get(1).contentType());
	}

	@Test
	void areFoundByTheLengthThatTheyState() throws DicomException {
		List<Multipart> parts = parts(TYPE,
				"--b b\r\nContent-Length: 14\r\n\r\nx\r\n--b b\r\nyyyy\r\n--b b--"); // the value has a delimiter in it
		assertEquals(1, parts.size());
		assertEquals("x\r\n--b b\r\nyyyy", text(parts.get(0)));
	}

	@Test
	void aLengthThatIsWrongIsNotBelieved() throws DicomException {
		assertEquals("abc", text(parts(TYPE, "--b b\nContent-Length: 99999\n\nabc\n--b b--").get(0)));
	}

	@Test
	void aBoundaryThatIsNotStatedIsTheFirstLine() throws DicomException {
		assertEquals("abc", text(parts("multipart/related", "\r\n--zzz\r\n\r\nabc\r\n--zzz--").get(0)));
	}

	@Test
	void anAnswerWithoutPartsIsOne() throws DicomException {
		List<Multipart> parts = parts("application/octet-stream; transfer-syntax=1.2.3", "abc");
		assertEquals("abc", text(parts.get(0)));
		assertEquals("1.2.3", Multipart.parameter(parts.get(0).contentType(), "transfer-syntax"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "abc", "--b b", "--b b\r\n", "--b b\r\nContent-Type: x\r\n", "--b b\r\n\r\nabc" })
	void thatEndEarlyAreDamaged(String body) throws DicomException {
		if (body.equals("--b b")) {
			assertEquals(List.of(), parts(TYPE, body)); // no part
		} else {
			assertThrows(DicomException.class, () -> parts(TYPE, body));
		}
	}

	@ParameterizedTest
	@CsvSource({ "'a/b; x=1; y=\"2;3\"', y, 2;3", "'a/b;X = 1', x, 1", "a/b, x, ''", "'a/b; x', x, ''" })
	void parametersAreRead(String type, String name, String value) {
		assertEquals(value, Multipart.parameter(type, name));
	}
}
