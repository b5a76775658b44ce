package org.dicompreview.dicomweb.internal.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.dicompreview.dicom.FileLocation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Orthanc as the judge: what it gives has the rows and hashes of the folder that was stored in it. It runs on the loopback
 * address, with a folder and a port of its own. Where it is not installed (Debian: orthanc, orthanc-dicomweb) these tests say
 * so; {@link DicomWebSourceTest} asks the same of our own server.
 */
final class OrthancTest {

	private static final Path PLUGIN = Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so");
	private static final List<String> PROGRAMS = List.of("/usr/sbin/Orthanc", "/usr/bin/Orthanc");
	private static final int SECONDS = 30;
	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@TempDir
	static Path work;
	private static Process orthanc;
	private static URI address;

	@TempDir
	Path folder;
	private Archived archive;

	@BeforeAll
	static void start() throws IOException, InterruptedException {
		Optional<String> program = PROGRAMS.stream().filter(each -> Files.isExecutable(Path.of(each))).findFirst();
		assumeTrue(program.isPresent() && Files.exists(PLUGIN),
				"Orthanc with DICOMweb is not installed (Debian: apt-get install orthanc orthanc-dicomweb); our own server answered alone");
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		address = URI.create("http://127.0.0.1:" + port);
		Path store = Files.createDirectory(work.resolve("store"));
		Path configuration = Files.writeString(work.resolve("orthanc.json"), """
				{ "StorageDirectory": "%s", "IndexDirectory": "%s", "HttpPort": %d, "DicomServerEnabled": false,
				"RemoteAccessAllowed": false, "AuthenticationEnabled": false, "Plugins": ["%s"],
				"DicomWeb": { "Enable": true, "Root": "/dicom-web/" } }
				""".formatted(store, store, port, PLUGIN));
		orthanc = new ProcessBuilder(program.get(), configuration.toString()).redirectErrorStream(true)
				.redirectOutput(work.resolve("orthanc.log").toFile()).start();
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
		while (!answers()) {
			assertTrue(orthanc.isAlive() && System.nanoTime() < end, () -> "Orthanc does not start: " + log());
			orthanc.waitFor(100, TimeUnit.MILLISECONDS);
		}
	}

	private static String log() {
		try {
			return Files.readString(work.resolve("orthanc.log"));
		} catch (IOException e) {
			return e.toString();
		}
	}

	private static boolean answers() throws InterruptedException {
		try {
			return send(HttpRequest.newBuilder(address.resolve("/dicom-web/studies")).GET()).statusCode() == 200;
		} catch (IOException e) {
			return false;
		}
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	@AfterAll
	static void stop() throws InterruptedException {
		if (orthanc != null) {
			orthanc.destroy();
			assertTrue(orthanc.waitFor(SECONDS, TimeUnit.SECONDS), "Orthanc does not end");
		}
	}

	@BeforeEach
	void open() {
		archive = new Archived(address.resolve("/dicom-web"), work.resolve("cache"), Optional.empty(),
				Duration.ofSeconds(SECONDS));
	}

	@AfterEach
	void empty() throws IOException, InterruptedException {
		archive.cache.clear();
		archive.close();
		String patients = send(HttpRequest.newBuilder(address.resolve("/patients")).GET()).body();
		for (String id : patients.replaceAll("[^0-9a-f-]+", " ").strip().split(" ")) {
			if (!id.isEmpty()) {
				send(HttpRequest.newBuilder(address.resolve("/patients/" + id)).DELETE());
			}
		}
	}

	/** Stores the files of a folder; those that Orthanc took are copied into another one. */
	private static void store(Path from, Path taken) throws IOException, InterruptedException {
		List<Path> files;
		try (Stream<Path> walk = Files.walk(from)) {
			files = walk.filter(Files::isRegularFile).sorted().toList();
		}
		for (Path file : files) {
			if (!isPart10(file)) {
				continue; // Orthanc would write meta information of its own
			}
			HttpResponse<String> answer = send(HttpRequest.newBuilder(address.resolve("/instances"))
					.POST(HttpRequest.BodyPublishers.ofFile(file)));
			if (answer.statusCode() == 200 && answer.body().contains("\"Success\"")) {
				Path copy = taken.resolve(from.relativize(file).toString());
				Files.createDirectories(copy.getParent());
				Files.copy(file, copy);
			}
		}
	}

	private static boolean isPart10(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return new String(in.readNBytes(132), StandardCharsets.ISO_8859_1).endsWith("DICM");
		}
	}

	private void compare() throws IOException {
		List<String> expected = comparable(archive.rows(archive.scan(FileLocation.unseen(folder))));
		assertTrue(!expected.isEmpty(), "nothing was stored");
		List<String> listed = comparable(archive.rows(archive.list("studies")));
		List<String> missing = new ArrayList<>(expected);
		listed.forEach(missing::remove);
		List<String> added = new ArrayList<>(listed);
		expected.forEach(added::remove);
		assertEquals(List.of(), missing, () -> "instead of which there are " + added);
		assertEquals(List.of(), added);
		assertEquals(List.of(), archive.broken);
	}

	/**
	 * {@return rows without what an archive cannot know: the order of file names, which of several numbers a series has, and
	 * leading zeros of an Integer String, which DICOM JSON has as a number}
	 */
	private static List<String> comparable(List<String> rows) {
		return rows.stream().map(row -> row.replaceAll("\\|run 0+", "|run ").replaceAll("OptionalInt\\[(202|501)\\]", "OptionalInt")
				.replaceAll("\\|\\d+(\\|OptionalDouble[^|]*\\|file name\\|)", "$1")).toList();
	}

	@Test
	void givesOurFixturesAsTheyAre() throws IOException, InterruptedException {
		Path data = work.resolve("fixtures");
		Fixtures.write(data);
		store(data, folder);
		compare();
	}

	static List<Path> corpus() throws IOException {
		String corpus = System.getProperty("dicompreview.corpus", "");
		if (corpus.isEmpty() || !Files.isDirectory(Path.of(corpus))) {
			return List.of(Path.of(""));
		}
		List<Path> folders = new ArrayList<>();
		for (String part : List.of("series", "transfer-syntax")) {
			try (Stream<Path> list = Files.list(Path.of(corpus, part))) {
				list.filter(Files::isDirectory).sorted().forEach(folders::add);
			}
		}
		folders.add(Path.of(corpus, "photometric"));
		return folders;
	}

	@ParameterizedTest
	@MethodSource
	void corpus(Path part) throws IOException, InterruptedException {
		assumeTrue(!part.toString().isEmpty(), "there is no corpus; our fixtures were stored alone");
		store(part, folder);
		try (Stream<Path> taken = Files.list(folder)) {
			assumeTrue(taken.findAny().isPresent(), "Orthanc takes nothing of " + part);
		}
		compare();
	}
}
