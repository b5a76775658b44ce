package org.dicompreview.dicomweb.internal.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.spi.ArchiveAccess;
import org.dicompreview.testsupport.DicomWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roots of addresses and searches, with credentials and proxies of others. */
final class DicomWebProviderTest {

	@TempDir
	Path folder;
	private DicomWebServer server;
	private DicomWebProvider provider;

	@BeforeEach
	void start() throws IOException {
		Fixtures.write(folder.resolve("data"));
		server = new DicomWebServer();
		server.store(folder.resolve("data"));
		provider = new DicomWebProvider(Optional.of(folder.resolve("cache").toFile()));
	}

	@AfterEach
	void stop() throws IOException {
		provider.deactivate();
		server.close();
	}

	private int patients(InstanceLocation root) throws IOException {
		SeriesModel model = SeriesModel.standalone(DicomReaders.standalone());
		Catalog catalog = model.newCatalog();
		try (Archived listener = new Archived(server.base(), folder.resolve("other"))) {
			listener.refresh(model, catalog, root);
		}
		return catalog.patients().size();
	}

	@Test
	void aSearchIsARootWithAnAddress() throws IOException {
		InstanceLocation all = provider.search(server.base(), Map.of(Tag.PATIENT_ID, " "));
		InstanceLocation one = provider.search(URI.create(server.base() + "/"), Map.of(Tag.PATIENT_NAME, "doe*", Tag.STUDY_DATE, ""));
		assertEquals(2, patients(all));
		assertEquals(1, patients(one));
		assertEquals(one, provider.locate(one.toString()).orElseThrow());
		assertSame(one.source(), provider.locate(all.toString()).orElseThrow().source());
	}

	@Test
	void aSearchIsWrittenAsAnAddressIs() throws IOException {
		InstanceLocation root = provider.search(server.base(), Map.of(Tag.PATIENT_NAME, "Müller & Söhne?*"));
		assertTrue(root.key().endsWith("?00100010=M%C3%BCller%20%26%20S%C3%B6hne%3F*"), root.key());
		assertEquals(0, patients(root));
	}

	@Test
	void credentialsOfTheServiceAreToldAndThoseOfTheAddressBefore() throws IOException {
		server.wants("Bearer kept");
		InstanceLocation root = provider.search(server.base(), Map.of());
		assertThrows(IOException.class, () -> patients(root));
		provider.setAccess(archive -> archive.equals(server.base()) ? Optional.of("Bearer kept") : Optional.empty());
		assertEquals(2, patients(root));
		server.wants("Basic YTpi");
		String withUser = "dicomweb:" + server.base().toString().replace("//", "//a:b@");
		assertEquals(2, patients(provider.locate(withUser).orElseThrow()));
	}

	@Test
	void proxiesOfTheServiceAreAsked() throws IOException {
		List<URI> asked = Collections.synchronizedList(new ArrayList<>());
		provider.setAccess(new ArchiveAccess() {
			@Override
			public Optional<String> authorization(URI archive) {
				return Optional.empty();
			}

			@Override
			public List<Proxy> proxies(URI address) {
				asked.add(address);
				return List.of(Proxy.NO_PROXY);
			}
		});
		assertEquals(2, patients(provider.search(server.base(), Map.of())));
		assertTrue(asked.stream().allMatch(uri -> uri.getPort() == server.port()) && !asked.isEmpty(), asked.toString());
	}

	@Test
	void anAddressIsCheckedByItsForm() {
		provider.check(URI.create("https://host/dicom-web"));
		assertThrows(IllegalArgumentException.class, () -> provider.check(URI.create("file:/data")));
	}
}
