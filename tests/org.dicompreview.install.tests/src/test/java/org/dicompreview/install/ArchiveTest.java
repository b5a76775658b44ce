package org.dicompreview.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;

/** What can be told here of the archives for other systems: that their launchers are complete and well formed. */
class ArchiveTest {

	private static final String SCRIPT = "dicom-series-preview";

	@ParameterizedTest
	@ValueSource(strings = { "x86_64", "aarch64" })
	void theArchiveForLinuxHasALauncherThatCanBeRun(String arch, @TempDir Path scratch) throws IOException {
		Path product = unpack("linux.gtk." + arch + ".tar.gz", scratch).resolve("dicom-series-preview");
		assertTrue(Files.isExecutable(product.resolve(SCRIPT)));
		assertCommon(product, product.resolve("launcher"), "eclipse_.*\\.so");
		assertTrue(Files.exists(product.resolve("launcher/dicom-series-preview.desktop")));
		assertTrue(Files.exists(product.resolve("launcher/dicom-series-preview.svg")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "aarch64", "x86_64" })
	void theArchiveForMacOsIsAnApplication(String arch, @TempDir Path scratch) throws Exception {
		Path contents = unpack("macosx.cocoa." + arch + ".tar.gz", scratch).resolve("DICOM Series Preview.app/Contents");
		Map<String, String> info = plist(contents.resolve("Info.plist"));
		assertTrue(Files.isExecutable(contents.resolve("MacOS").resolve(info.get("CFBundleExecutable"))));
		assertEquals("APPL", info.get("CFBundlePackageType"));
		byte[] icon = Files.readAllBytes(contents.resolve("Resources").resolve(info.get("CFBundleIconFile")));
		assertEquals("icns", new String(icon, 0, 4, StandardCharsets.US_ASCII));
		assertEquals(icon.length, ByteBuffer.wrap(icon).getInt(4));
		assertCommon(contents.resolve("Eclipse"), contents.resolve("Resources"), "eclipse_.*\\.so");
	}

	@Test
	void theArchiveForWindowsHasALauncherThatIsDoubleClicked(@TempDir Path scratch) throws IOException {
		try (ZipFile archive = new ZipFile(Archives.of("win32.win32.x86_64.zip").toFile())) {
			for (ZipEntry entry : Collections.list(archive.entries()).toArray(ZipEntry[]::new)) {
				Path file = scratch.resolve(entry.getName());
				Files.createDirectories(entry.isDirectory() ? file : file.getParent());
				if (!entry.isDirectory()) {
					try (InputStream in = archive.getInputStream(entry)) {
						Files.copy(in, file);
					}
				}
			}
		}
		Path product = scratch.resolve("dicom-series-preview");
		assertCommon(product, product.resolve("launcher"), "eclipse_.*\\.dll");
		assertIcons(Files.readAllBytes(product.resolve("launcher/dicom-series-preview.ico")));
		String script = Files.readString(product.resolve("DICOM Series Preview.cmd"), StandardCharsets.US_ASCII);
		assertEquals(script.lines().count(), script.split("\r\n").length, "lines end as cmd.exe needs it for labels");
		List<String> labels = found(script, "(?m)^:(\\w+)");
		found(script, "(?:goto|call) :?(\\w+)").forEach(label -> assertTrue(labels.contains(label), label));
		// A path with a parenthesis, as of "Program Files (x86)", would end a block where it is written out.
		found(script, "(?m)^\\t(?!if |for |del |echo %name%|call )(.*%.*)").forEach(line -> assertEquals("", line));
		found(script, "%product%\\\\(launcher\\\\[\\w.-]+)").forEach(
				file -> assertTrue(Files.exists(product.resolve(file.replace('\\', '/'))), file));
	}

	@Test
	void theScriptForUnixPassesShellcheck() {
		assumeTrue(Launched.hasTool("shellcheck"), "shellcheck is not installed");
		Launched.tool("shellcheck", Path.of(System.getProperty("dicompreview.root"),
				"releng/org.dicompreview.product/launchers/unix/dicom-series-preview").toString());
	}

	private static Path unpack(String archive, Path scratch) {
		Launched.tool("tar", "-xzf", Archives.of(archive).toString(), "-C", scratch.toString());
		return scratch;
	}

	/** Arguments for Java, a splash, and one library that shows it. */
	private static void assertCommon(Path product, Path resources, String library) throws IOException {
		assertTrue(Files.readAllLines(product.resolve("java.options")).contains("-XX:G1HeapRegionSize=16m"));
		assertTrue(Files.notExists(product.resolve("eclipse.ini")), "arguments that nobody reads");
		assertNotNull(ImageIO.read(resources.resolve("splash.bmp").toFile()));
		try (var files = Files.list(resources)) {
			assertEquals(1, files.filter(file -> file.getFileName().toString().matches(library)).count());
		}
		Path framework = Launched.found(product.resolve("plugins"), "org.eclipse.osgi_.*").get(0);
		try (ZipFile jar = new ZipFile(framework.toFile())) {
			assertEquals(List.of(), jar.stream().map(Object::toString).filter(name -> name.matches("META-INF/.*\\.(SF|RSA)")).toList());
			assertNotNull(jar.getEntry("org/eclipse/osgi/launch/Equinox.class"));
		}
	}

	private static void assertIcons(byte[] file) throws IOException {
		ByteBuffer icons = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
		int count = icons.getShort(4);
		assertTrue(count > 0);
		for (int i = 0; i < count; i++) {
			int entry = 6 + 16 * i;
			var image = ImageIO.read(new ByteArrayInputStream(file, icons.getInt(entry + 12), icons.getInt(entry + 8)));
			assertEquals(file[entry], (byte) image.getWidth());
		}
	}

	private static Map<String, String> plist(Path file) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
		NodeList keys = factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagName("key");
		Map<String, String> values = new HashMap<>();
		for (int i = 0; i < keys.getLength(); i++) {
			values.put(keys.item(i).getTextContent(), keys.item(i).getNextSibling().getNextSibling().getTextContent());
		}
		return values;
	}

	private static List<String> found(String text, String pattern) {
		return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1).strip()).toList();
	}
}
