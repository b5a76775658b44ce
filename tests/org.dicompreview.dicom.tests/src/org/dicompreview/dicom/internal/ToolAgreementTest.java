package org.dicompreview.dicom.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.spi.DicomReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares all elements of the corpus with what pydicom and dcmdump find, where these tools are installed. */
class ToolAgreementTest {

	private static final Pattern ELEMENT = Pattern
			.compile("( *)\\(([0-9a-f]{4}),([0-9a-f]{4})\\) (\\w\\w|\\?\\?) (.*?) *# *(?:\\d+|u/l), *\\d+ (\\w+).*"); //$NON-NLS-1$
	private static final Map<String, String> ALIASES = Map.of("xs", "US", "up", "UL"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	private static final int INDENT = 4;
	private static final double FLOAT_DIGITS = 1e-6;

	@TempDir
	Path folder;

	private final DicomReader reader = new BuiltInReader();

	private record Line(String path, String vr, String value) {
	}

	private static boolean runs(String... command) throws InterruptedException {
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			process.getInputStream().transferTo(OutputStream.nullOutputStream());
			return process.waitFor() == 0;
		} catch (IOException e) {
			return false; // it is not installed
		}
	}

	private List<Line> lines(Path file) throws IOException {
		List<Line> lines = new ArrayList<>();
		add(lines, "", reader.readDataSet(file, ReadLimits.DEFAULT)); //$NON-NLS-1$
		return lines;
	}

	private static void add(List<Line> lines, String prefix, DataSet dataSet) {
		for (Element element : dataSet.elements()) {
			String path = prefix + Tag.format(element.tag());
			String values = String.join("\\", element.values()).replace("\r", "<r>").replace("\n", "<n>") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
					.replace("\t", "<t>"); //$NON-NLS-1$ //$NON-NLS-2$
			String value = switch (element.vr()) {
				case SQ -> Integer.toString(element.items().size());
				case OB, OW, OF, OD, OL, OV, UN -> "length " + element.length(); //$NON-NLS-1$
				default -> element.shortened() ? "..." : values; //$NON-NLS-1$
			};
			lines.add(new Line(path, element.vr().name(), value));
			for (int i = 0; i < element.items().size(); i++) {
				add(lines, path + '[' + i + ']', element.items().get(i));
			}
		}
	}

	@Test
	void pydicomFindsTheSame() throws IOException, InterruptedException {
		Path corpus = Corpus.folder();
		String python = runs("python3", "-c", "import pydicom") ? "python3" : "/usr/bin/python3"; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
		assumeTrue(runs(python, "-c", "import pydicom"), "pydicom is not installed"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		Path script = folder.resolve("dump.py"); //$NON-NLS-1$
		Path dump = folder.resolve("dump.txt"); //$NON-NLS-1$
		try (InputStream in = ToolAgreementTest.class.getResourceAsStream("dump.py")) { //$NON-NLS-1$
			Files.copy(in, script);
		}
		assertTrue(runs(python, script.toString(), corpus.toString(), dump.toString()), "the script ends well"); //$NON-NLS-1$

		Map<String, Map<String, Line>> files = new LinkedHashMap<>();
		for (String row : Files.readString(dump).split("\n")) { //$NON-NLS-1$
			String[] cells = row.split("\t", -1); //$NON-NLS-1$
			if (!row.startsWith("#") && !cells[1].startsWith("(0000")) { // zeros behind the data set //$NON-NLS-1$ //$NON-NLS-2$
				files.computeIfAbsent(cells[0], name -> new LinkedHashMap<>()).put(cells[1],
						new Line(cells[1], cells[2], cells[3]));
			}
		}
		List<String> wrong = new ArrayList<>();
		files.keySet().retainAll(Corpus.manifest().stream().map(row -> row.get("path")).toList()); //$NON-NLS-1$
		for (Map.Entry<String, Map<String, Line>> file : files.entrySet()) {
			compareWithPydicom(corpus, file.getKey(), file.getValue(), wrong);
		}
		assertEquals(List.of(), wrong);
		assertTrue(files.size() > 700, files.size() + " files were compared"); //$NON-NLS-1$
	}

	private void compareWithPydicom(Path corpus, String file, Map<String, Line> theirs, List<String> wrong)
			throws IOException {
		Map<String, Line> ours = new LinkedHashMap<>();
		lines(corpus.resolve(file)).forEach(line -> ours.put(line.path, line));
		for (Line their : theirs.values()) {
			Line our = ours.remove(their.path);
			if (our == null) {
				wrong.add(file + ' ' + their + " is missing"); //$NON-NLS-1$
			} else if (!agrees(file, our, their)) {
				wrong.add(file + ' ' + our + " is not " + their); //$NON-NLS-1$
			}
		}
		// inside of private sequences that only we know
		ours.keySet()
				.removeIf(path -> path.contains("[") && "UN".equals(vr(theirs, path.substring(0, path.indexOf('['))))); //$NON-NLS-1$ //$NON-NLS-2$
		ours.keySet().removeIf(path -> path.endsWith(",0000)")); // group lengths, which it drops //$NON-NLS-1$
		ours.values().forEach(our -> wrong.add(file + ' ' + our + " is more")); //$NON-NLS-1$
	}

	private static String vr(Map<String, Line> lines, String path) {
		Line line = lines.get(path);
		return line == null ? null : line.vr;
	}

	private static boolean agrees(String file, Line our, Line their) {
		int tag = Integer.parseUnsignedInt(our.path.substring(our.path.length() - 10, our.path.length() - 6), 16);
		boolean isPrivate = (tag & 1) == 1;
		if (our.path.endsWith(",0000)")) { //$NON-NLS-1$
			return true; // group lengths may be wrong in any case
		}
		if (isPrivate && (their.vr.equals("UN") || file.contains("1.2.2-explicit-be"))) { //$NON-NLS-1$ //$NON-NLS-2$
			return true; // it knows fewer makers, and swaps values of VR UN, which are little endian
		}
		if (!our.vr.equals(their.vr)) {
			return List.of(their.vr.split(" or ")).contains(our.vr) //$NON-NLS-1$
					|| our.path.equals("(7FE0,0010)") && our.vr.equals("OW") && their.vr.equals("OB"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
		if (our.value.equals("length -1") || our.value.equals("...")) { //$NON-NLS-1$ //$NON-NLS-2$
			return true;
		}
		return normal(our).equals(normal(their)) || sameNumbers(our, their);
	}

	private static List<String> normal(Line line) {
		String end = line.vr.equals("PN") ? "[= ]+$" : " +$"; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		return Arrays.stream(line.value.split("\\\\", -1)) //$NON-NLS-1$
				.map(text -> text.replace("\0", "").replaceAll(end, "").strip()).toList(); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private static boolean sameNumbers(Line our, Line their) {
		try {
			double[] mine = Stream.of(our.value.split("\\\\")).mapToDouble(Double::parseDouble).toArray(); //$NON-NLS-1$
			double[] its = Stream.of(their.value.split("\\\\")).mapToDouble(Double::parseDouble).toArray(); //$NON-NLS-1$
			boolean same = mine.length == its.length;
			for (int i = 0; same && i < mine.length; i++) {
				same = our.vr.equals(VR.FL.name()) ? (float) mine[i] == (float) its[i]
						: Math.abs(mine[i] - its[i]) <= FLOAT_DIGITS * Math.abs(its[i]);
			}
			return same;
		} catch (NumberFormatException e) {
			return false;
		}
	}

	@Test
	void dcmdumpFindsTheSame() throws IOException, InterruptedException {
		Path corpus = Corpus.folder();
		assumeTrue(runs("dcmdump", "--version"), "dcmdump is not installed"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		List<String> wrong = new ArrayList<>();
		int compared = 0;
		for (Map<String, String> row : Corpus.manifest()) {
			String path = row.get("path"); //$NON-NLS-1$
			Path file = corpus.resolve(path);
			if (row.get("parse_dcmtk").equals("ok") && !path.startsWith("malformed/")) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				compareWithDcmdump(file, path, wrong);
				compared++;
			}
		}
		assertEquals(List.of(), wrong);
		assertTrue(compared > 700, compared + " files were compared"); //$NON-NLS-1$
	}

	private void compareWithDcmdump(Path file, String name, List<String> wrong) throws IOException {
		Process process = new ProcessBuilder("dcmdump", "-q", "-Un", "+L", file.toString()).start(); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
		List<Line> ours = lines(file);
		int at = 0;
		for (String row : output.split("\n")) { //$NON-NLS-1$
			Matcher theirs = ELEMENT.matcher(row);
			if (!theirs.matches() || theirs.group(2).equals("fffe") || theirs.group(2).equals("0000")) { //$NON-NLS-1$ //$NON-NLS-2$
				continue;
			}
			while (at < ours.size() && mayHaveLines(ours.get(at)) && !ours.get(at).path.endsWith(tag(theirs))) {
				at++; // a text of several lines, which the pattern does not match
			}
			Line our = at < ours.size() ? ours.get(at++) : null;
			if (our == null || !agreesWithDcmdump(our, theirs)) {
				wrong.add(name + ' ' + our + " is not " + row.strip()); //$NON-NLS-1$
				return;
			}
		}
	}

	private static boolean mayHaveLines(Line line) {
		return line.value.contains("<") || line.value.equals("...") || line.vr.equals("UN"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private static String tag(Matcher theirs) {
		return '(' + theirs.group(2).toUpperCase() + ',' + theirs.group(3).toUpperCase() + ')';
	}

	private static boolean agreesWithDcmdump(Line our, Matcher theirs) {
		String tag = tag(theirs);
		long depth = our.path.chars().filter(c -> c == '[').count();
		if (!our.path.endsWith(tag) || depth * INDENT != theirs.group(1).length()) {
			return false;
		}
		boolean isPrivate = (Integer.parseInt(theirs.group(2), 16) & 1) == 1;
		if (theirs.group(4).equals("UN") || theirs.group(4).equals("??")) { //$NON-NLS-1$ //$NON-NLS-2$
			return true; // it takes UN for what it is, even where the dictionary knows better
		}
		String vr = ALIASES.getOrDefault(theirs.group(4), theirs.group(4));
		boolean sameVr = our.vr.equals(vr) || vr.equals("US") && our.vr.equals("SS") || isPrivate //$NON-NLS-1$ //$NON-NLS-2$
				|| our.vr.startsWith("O") && vr.startsWith("O"); //$NON-NLS-1$ //$NON-NLS-2$
		String text = theirs.group(5);
		boolean isText = text.startsWith("[") && text.endsWith("]") && text.chars().allMatch(c -> c >= ' ' && c <= '~'); //$NON-NLS-1$ //$NON-NLS-2$
		boolean sameText = !isText || our.value.equals("...") || our.value.contains("\u00A5") //$NON-NLS-1$ //$NON-NLS-2$
				|| squeeze(text.substring(1, text.length() - 1)).equals(squeeze(our.value));
		return sameVr && sameText && sameKeyword(tag, isPrivate, theirs.group(6));
	}

	private static String squeeze(String text) {
		return text.replace(" ", ""); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static boolean sameKeyword(String tag, boolean isPrivate, String theirs) {
		int number = Integer.parseUnsignedInt(tag.replaceAll("[(),]", ""), 16); //$NON-NLS-1$ //$NON-NLS-2$
		String keyword = DataDictionary.find(number).map(DataDictionary.Entry::keyword).orElse(""); //$NON-NLS-1$
		return isPrivate || theirs.endsWith(keyword) || theirs.equals("GenericGroupLength"); //$NON-NLS-1$
	}
}
