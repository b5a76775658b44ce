package org.dicompreview.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The rooms of the architecture as their manifests and sources have them. */
class RoomsTest {

	private static final Path ROOT = Path.of(System.getProperty("dicompreview.root"));
	private static final Path BUNDLES = ROOT.resolve("bundles");

	private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.]+)", Pattern.MULTILINE);
	private static final Pattern CLAUSE = Pattern.compile("(?:^|,)\\s*([\\w.]+)((?:;[^,\"]*(?:\"[^\"]*\")?)*)");
	private static final Path OLDEST = ROOT
			.resolve("tests/org.dicompreview.install.oldest.target/org.dicompreview.install.oldest.target.target");
	private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]*)</artifactId><version>([^<]*)</version>");
	private static final Pattern BOUND = Pattern.compile("([\\w.]+);bundle-version=\"\\[([^,]*),");
	private static final Pattern COMPONENT = Pattern.compile("@Component\\b.*?\\sclass\\s", Pattern.DOTALL);
	/** Also one without a service, for which nobody could ask. */
	private static final Pattern IMMEDIATE = Pattern.compile("immediate\\s*=\\s*true|service\\s*=\\s*\\{\\s*\\}");

	@Test
	void everyBundleOfTheArchitectureExists() {
		assertTrue(
				names().containsAll(
						Set.of("dicom", "codec", "series", "rendering", "viewer", "ui", "ui.ide", "video", "app", "dcm4che", "opencv")),
				names()::toString);
		assertTrue(Rooms.MAY_USE.keySet().containsAll(names()), () -> "not in the architecture: " + names());
	}

	@Test
	void manifestsPointOneWay() {
		for (String name : names()) {
			Set<String> used = Stream.concat(clauses(name, "Import-Package"), clauses(name, "Require-Bundle"))
					.filter(each -> each.startsWith(Rooms.OURS)).map(each -> Rooms.of(each)).collect(Collectors.toCollection(TreeSet::new));
			used.removeAll(Rooms.MAY_USE.get(name));
			assertEquals(Set.of(), used, name + " must not use");
		}
	}

	/** Of bundles that are built, {@link ArchitectureTest} looks at the classes. */
	@Test
	void sourcesOfWhatIsNotBuiltPointOneWayAndNeverIntoInternals() {
		for (String name : notBuilt()) {
			for (Path source : sources(name)) {
				for (String type : imports(source)) {
					if (type.startsWith(Rooms.OURS) && !Rooms.of(type).equals(name)) {
						assertTrue(Rooms.MAY_USE.get(name).contains(Rooms.of(type)), () -> source + " imports " + type);
						assertFalse(type.contains(".internal."), () -> source + " imports " + type);
					}
				}
			}
		}
	}

	@Test
	void sourcesOfWhatIsNotBuiltNameNoWidget() {
		for (String name : notBuilt()) {
			Pattern allowed = Rooms.MAY_IMPORT.get(name);
			sources(name).forEach(source -> imports(source).forEach(type -> assertTrue(
					type.startsWith(Rooms.OURS) || allowed.matcher(type).matches(), () -> source + " imports " + type)));
		}
	}

	/** {@return the bundles that are not on the class path: those of the profiles dcm4che and opencv where these are off} */
	private static Set<String> notBuilt() {
		Set<String> names = names();
		names.removeIf(name -> RoomsTest.class.getResource("/org/dicompreview/" + name.replace('.', '/') + "/internal") != null
				|| sources(name).isEmpty());
		assertTrue(Set.of("dcm4che", "opencv").containsAll(names), names::toString);
		return names;
	}

	@Test
	void onlyPackagesOfTheInterfaceAreExported() {
		for (String name : names()) {
			clauses(name, "Export-Package").forEach(
					each -> assertFalse(each.contains(".internal"), () -> name + " exports " + each));
		}
	}

	@Test
	void nothingIsOptionalReexportedOrLoadedByName() {
		for (String name : names()) {
			Attributes manifest = manifest(name);
			assertEquals(null, manifest.getValue("DynamicImport-Package"), name);
			assertEquals(null, manifest.getValue("Bundle-Activator"), name);
			for (String header : List.of("Import-Package", "Require-Bundle")) {
				String value = String.valueOf(manifest.getValue(header));
				assertFalse(value.contains("resolution:=optional"), name);
				assertFalse(value.contains("visibility:=reexport"), name);
			}
		}
	}

	/** Whoever raises a bound raises the platform that the install test runs on, and the other way round. */
	@Test
	void lowerBoundsAreTheOldestPlatformThatIsTested() {
		Map<String, String> oldest = ARTIFACT.matcher(text(OLDEST)).results()
				.collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
		int bounds = 0;
		for (String name : names()) {
			Matcher required = BOUND.matcher(String.valueOf(manifest(name).getValue("Require-Bundle")));
			while (required.find()) {
				assertEquals(oldest.get(required.group(1)), required.group(2), name + " requires " + required.group(1));
				bounds++;
			}
		}
		assertTrue(bounds > 5, bounds + " bounds found");
	}

	@Test
	void whoHasIconsAsVectorsAsksForAPlatformThatDrawsThem() {
		for (String name : names()) {
			if (files(bundle(name).resolve("icons"), ".svg").findAny().isPresent()) {
				assertTrue(String.valueOf(manifest(name).getValue("Require-Capability")).contains("(image.format=svg)"), name);
			}
		}
	}

	/** No package of the platform is imported: packages of it carry no versions that would tell one from another. */
	@Test
	void thePlatformIsRequiredByBundles() {
		for (String name : names()) {
			clauses(name, "Import-Package")
					.forEach(each -> assertFalse(each.startsWith("org.eclipse."), () -> name + " imports " + each));
		}
	}

	/** An immediate component works at the start of a workbench in which nobody may ever look at an image. */
	@Test
	void noComponentIsImmediate() {
		int components = 0;
		for (String name : names()) {
			for (Path source : sources(name)) {
				for (MatchResult component : COMPONENT.matcher(text(source)).results().toList()) {
					assertFalse(IMMEDIATE.matcher(component.group()).find(), () -> source + " has an immediate component");
					components++;
				}
			}
		}
		assertTrue(components > 10, components + " components found");
	}

	private static Set<String> names() {
		try (Stream<Path> bundles = Files.list(BUNDLES)) {
			return bundles.filter(bundle -> Files.exists(bundle.resolve("META-INF/MANIFEST.MF")))
					.map(bundle -> Rooms.of(bundle.getFileName().toString())).collect(Collectors.toCollection(TreeSet::new));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Path bundle(String name) {
		return BUNDLES.resolve(Rooms.OURS + name);
	}

	private static Attributes manifest(String name) {
		try (InputStream in = Files.newInputStream(bundle(name).resolve("META-INF/MANIFEST.MF"))) {
			return new Manifest(in).getMainAttributes();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Stream<String> clauses(String name, String header) {
		String value = manifest(name).getValue(header);
		List<String> found = new ArrayList<>();
		Matcher clause = CLAUSE.matcher(value == null ? "" : value);
		while (clause.find()) {
			found.add(clause.group(1));
		}
		return found.stream();
	}

	private static List<Path> sources(String name) {
		return files(bundle(name).resolve("src"), ".java").toList();
	}

	private static Stream<Path> files(Path folder, String ending) {
		if (Files.notExists(folder)) {
			return Stream.of();
		}
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static List<String> imports(Path source) {
		return IMPORT.matcher(text(source)).results().map(found -> found.group(1)).toList();
	}

	private static String text(Path source) {
		try {
			return Files.readString(source, StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
