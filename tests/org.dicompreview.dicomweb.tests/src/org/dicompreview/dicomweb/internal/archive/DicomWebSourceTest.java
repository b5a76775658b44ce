package org.dicompreview.dicomweb.internal.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Texts;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.testsupport.DicomWebServer;
import org.dicompreview.testsupport.DicomWebServer.Habit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive of our own that behaves, one with other habits, and one that is hostile. */
final class DicomWebSourceTest {

	private static final Predicate<String> FRAMES = path -> path.contains("/frames/");

	@TempDir
	static Path folder;
	private static DicomWebServer server;
	private static List<String> expected;

	@TempDir
	Path cache;
	private Archived archive;

	@BeforeAll
	static void start() throws IOException {
		Fixtures.write(folder.resolve("data"));
		server = new DicomWebServer();
		server.store(folder.resolve("data"));
		try (Archived files = new Archived(server.base(), folder.resolve("unused"))) {
			expected = files.rows(files.scan(FileLocation.unseen(folder.resolve("data"))));
		}
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@BeforeEach
	void open() {
		archive = new Archived(server.base(), cache);
	}

	@AfterEach
	void close() throws IOException {
		archive.close();
		server.reset();
	}

	private static long asked(Predicate<String> path) {
		return server.requests().stream().filter(path).count();
	}

	private Series ct(Catalog catalog) {
		return catalog.series().stream().filter(series -> series.number().orElse(0) == 1 && series.modality().equals("CT"))
				.findFirst().orElseThrow();
	}

	private static List<Slice> slices(Series series) {
		return series.stacks().stream().flatMap(stack -> stack.slices().stream()).toList();
	}

	@Test
	void rowsAndHashesAreThoseOfTheFolder() throws IOException {
		assertEquals(expected, archive.rows(archive.list("studies")));
		assertEquals(expected, archive.rows(archive.scan(archive.source.location("studies"))));
		assertEquals(List.of(), archive.broken);
	}

	@ParameterizedTest
	@EnumSource(Habit.class)
	void soTheyAreOfAServerWithOtherHabits(Habit habit) throws IOException {
		server.with(habit);
		assertEquals(expected, archive.rows(archive.list("studies")));
	}

	@Test
	void seriesAreKnownBeforeAnyMetadataAreAskedFor() throws IOException {
		Catalog catalog = archive.list("studies");
		assertEquals(7, catalog.series().size());
		assertTrue(catalog.series().stream().noneMatch(Series::isFilled));
		assertEquals(Fixtures.SLICES, ct(catalog).imageCount());
		assertEquals(0, asked(path -> path.endsWith("/metadata")));
		slices(ct(catalog));
		assertEquals(1, asked(path -> path.endsWith("/metadata")));
		assertEquals(0, asked(FRAMES));
	}

	@Test
	void oneFrameIsOneRequestAndComesFromTheDiskLater() throws IOException {
		List<Slice> slices = slices(ct(archive.list("studies")));
		String first = archive.hash(slices.get(3));
		assertEquals(1, asked(FRAMES));
		archive.close();
		archive = new Archived(server.base(), cache);
		assertEquals(first, archive.hash(slices(ct(archive.list("studies"))).get(3)));
		assertEquals(1, asked(FRAMES));
	}

	@Test
	void nothingIsEverRendered() throws IOException {
		archive.rows(archive.list("studies"));
		assertEquals(0, asked(path -> path.contains("/rendered")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "studies?PatientID=P-2", "studies?PatientName=doe*", "studies?PatientName=Doe%5EJane" })
	void searchesByWhatTheAddressSays(String key) throws IOException {
		Catalog catalog = archive.list(key);
		assertEquals(1, catalog.patients().size());
		assertEquals("P-2", catalog.patients().get(0).id());
	}

	@Test
	void aStudyOrASeriesIsARootToo() throws IOException {
		Series series = ct(archive.list("studies"));
		String study = "studies/" + series.study().uid();
		assertEquals(4, archive.list(study).series().size());
		assertEquals(List.of(series.uid()),
				archive.list(study + "/series/" + series.uid()).series().stream().map(Series::uid).toList());
	}

	@Test
	void attributesHaveTheValuesThatAreNotInTheMetadata() throws IOException {
		InstanceHeader header = ct(archive.list("studies")).stacks().get(0).slices().get(0).instance();
		assertEquals("CT", archive.readers.readDataSet(header.location(), archive.readers.limits()).string(Tag.MODALITY).orElseThrow());
	}

	@Test
	void credentialsGoToTheArchive() throws IOException {
		server.wants("Bearer secret");
		IOException refused = assertThrows(IOException.class, () -> archive.list("studies"));
		assertTrue(refused.getMessage().contains("401"), refused.getMessage());
		archive.close();
		archive = new Archived(server.base(), cache, Optional.of("Bearer other"));
		assertTrue(assertThrows(IOException.class, () -> archive.list("studies")).getMessage().contains("403"));
		archive.close();
		archive = new Archived(server.base(), cache, Optional.of("Bearer secret"));
		assertEquals(7, archive.list("studies").series().size());
	}

	@Test
	void credentialsDoNotFollowToAnotherHost() throws IOException {
		try (DicomWebServer other = new DicomWebServer()) {
			other.store(folder.resolve("data"));
			archive.close();
			archive = new Archived(server.base(), cache, Optional.of("Bearer secret"));
			server.answer(path -> true, exchange -> {
				exchange.getResponseHeaders().set("Location", other.base().resolve(exchange.getRequestURI()).toString());
				exchange.sendResponseHeaders(302, -1);
			});
			assertEquals(7, archive.list("studies").series().size());
			assertFalse(server.authorizations().isEmpty());
			assertFalse(other.requests().isEmpty());
			assertEquals(List.of(), other.authorizations());
		}
	}

	@Test
	void oneFrameThatIsNotThereIsASliceWithAReason() throws IOException {
		List<Slice> slices = slices(ct(archive.list("studies")));
		String uid = slices.get(2).instance().sopInstanceUid();
		server.answer(path -> path.contains(uid), DicomWebServer.status(404));
		assertTrue(archive.hash(slices.get(2)).contains("404"), archive.hash(slices.get(2)));
		assertEquals(64, archive.hash(slices.get(3)).length());
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 404, 406, 500, 501 })
	void aFrameThatIsRefusedComesFromTheWholeInstance(int status) throws IOException {
		server.answer(FRAMES, DicomWebServer.status(status));
		assertEquals(expected, archive.rows(archive.list("studies")));
	}

	@Test
	void aPageInPlaceOfAFrameIsNoPicture() throws IOException {
		List<Slice> slices = slices(ct(archive.list("studies")));
		server.answer(path -> path.contains("/instances/"), exchange -> {
			byte[] page = "<html><body>Please log in</body></html>".getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "text/html");
			exchange.sendResponseHeaders(200, page.length);
			exchange.getResponseBody().write(page);
		});
		assertTrue(archive.hash(slices.get(0)).contains("text/html"), archive.hash(slices.get(0)));
	}

	@Test
	void aPageInPlaceOfMatchesIsSaid() {
		server.answer(path -> true, exchange -> {
			byte[] page = "  <!doctype html>".getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, page.length);
			exchange.getResponseBody().write(page);
		});
		assertThrows(IOException.class, () -> archive.list("studies"));
	}

	@Test
	void aBodyThatEndsEarlyIsSaid() throws IOException {
		List<Slice> slices = slices(ct(archive.list("studies")));
		server.answer(FRAMES, exchange -> {
			exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
			exchange.sendResponseHeaders(200, 2000);
			exchange.getResponseBody().write(new byte[1000]);
			exchange.getResponseBody().flush();
		});
		assertEquals("The answer of the archive ends early.", archive.hash(slices.get(0)));
	}

	@Test
	void gigabytesOfNothingEndAtTheLimit() throws IOException {
		List<Slice> slices = slices(ct(archive.list("studies")));
		server.answer(path -> path.contains("/instances/"), exchange -> {
			exchange.sendResponseHeaders(200, 1L << 40);
			exchange.getResponseBody().write(new byte[1000]);
		});
		String said = archive.hash(slices.get(0));
		assertTrue(said.startsWith("The answer of the archive is longer than"), said);
	}

	@Test
	void silenceEndsInWords() throws IOException {
		List<Slice> slices = slices(ct(archive.list("studies")));
		server.answer(FRAMES, exchange -> {
			exchange.sendResponseHeaders(200, 1000);
			OutputStream out = exchange.getResponseBody();
			out.write(1);
			out.flush();
			try {
				Thread.sleep(Duration.ofMinutes(1).toMillis()); // the client does not wait for the end
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		});
		assertEquals("The archive said nothing for " + Archived.PATIENCE.toSeconds() + " seconds.", archive.hash(slices.get(0)));
	}

	@Test
	void anArchiveThatComesBackWorksAgain() throws IOException {
		List<Slice> slices = slices(ct(archive.list("studies")));
		archive.hash(slices.get(0));
		int port = server.port();
		server.close();
		assertTrue(archive.hash(slices.get(1)).startsWith("The archive cannot be reached"), archive.hash(slices.get(1)));
		server = new DicomWebServer(port);
		server.store(folder.resolve("data"));
		assertEquals(64, archive.hash(slices.get(1)).length());
		assertEquals(64, archive.hash(slices.get(0)).length());
	}

	@Test
	void whoIsNotThereIsSaid() throws IOException {
		archive.close();
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		archive = new Archived(URI.create("http://127.0.0.1:" + port + "/dicom-web"), cache);
		IOException refused = assertThrows(IOException.class, () -> archive.list("studies"));
		assertEquals("The archive cannot be reached: 127.0.0.1:" + port, refused.getMessage());
	}

	@Test
	void aSeriesThatCannotBeFilledSaysWhyAndCanTheNextTime() throws IOException {
		Series series = ct(archive.list("studies"));
		server.answer(path -> path.endsWith("/metadata"), DicomWebServer.status(503));
		assertEquals(List.of(), series.stacks());
		assertTrue(Texts.words(series.problem().orElseThrow()).contains("503"));
		server.reset();
		assertEquals(Fixtures.SLICES, slices(series).size());
	}
}
