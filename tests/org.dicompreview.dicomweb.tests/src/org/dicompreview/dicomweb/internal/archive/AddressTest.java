package org.dicompreview.dicomweb.internal.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that people write. */
final class AddressTest {

	@ParameterizedTest
	@CsvSource({ "dicomweb:http://host/dicom-web, http://host/dicom-web, studies",
			"dicomweb:https://Host:8443/a/b/, https://Host:8443/a/b, studies", "DICOMWEB:http://host, http://host, studies",
			"dicomweb:http://host/dw/studies, http://host/dw, studies",
			"dicomweb:http://host/dw?PatientID=1, http://host/dw, studies?PatientID=1",
			"dicomweb:http://host/dw/studies?PatientID=1, http://host/dw, studies?PatientID=1",
			"dicomweb:http://host/dw/studies/1.2/, http://host/dw, studies/1.2",
			"dicomweb:http://host/dw/studies/1.2/series/1.3, http://host/dw, studies/1.2/series/1.3" })
	void areTakenApart(String text, String base, String key) {
		Address address = Address.parse(text).orElseThrow();
		assertEquals(URI.create(base), address.base());
		assertEquals(key, address.key());
		assertEquals(Optional.empty(), address.authorization());
		Address again = Address.parse(Address.SCHEME + base + '/' + key).orElseThrow(); // what a location is called
		assertEquals(address, again);
	}

	@Test
	void giveCredentialsAndKeepThemOutOfNames() {
		Address address = Address.parse("dicomweb:http://me:se%40cret@host/dw").orElseThrow();
		assertEquals(Optional.of("Basic bWU6c2VAY3JldA=="), address.authorization());
		assertEquals(URI.create("http://host/dw"), address.base());
	}

	@ParameterizedTest
	@ValueSource(strings = { "dicomweb:ftp://host/x", "dicomweb:http:", "dicomweb:", "dicomweb:http://host/a b",
			"dicomweb:http://host/dw/studies/1/instances/2" })
	void areMalformed(String text) {
		IllegalArgumentException said = assertThrows(IllegalArgumentException.class, () -> Address.parse(text));
		assertTrue(said.getMessage().contains(text), said.getMessage());
	}

	@Test
	void thatAreMalformedDoNotTellThePassword() {
		IllegalArgumentException said = assertThrows(IllegalArgumentException.class,
				() -> Address.parse("dicomweb:ftp://me:secret@host/x"));
		assertFalse(said.getMessage().contains("secret"), said.getMessage());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/data/study", "http://host/dicom-web", "C:\\study" })
	void ofOtherKindsAreLeftToOthers(String text) {
		assertEquals(Optional.empty(), Address.parse(text));
	}
}
