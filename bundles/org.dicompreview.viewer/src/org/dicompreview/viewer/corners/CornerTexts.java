package org.dicompreview.viewer.corners;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which attributes stand in which corner, by modality. Immutable.
 *
 * @param lines by Modality (0008,0060), the lines of each corner from top to bottom; those of {@link #OTHERS} count for all
 *              modalities that have none of their own
 * @since 0.1.0
 */
public record CornerTexts(Map<String, Map<Corner, List<CornerLine>>> lines) {

	/** Stands for all modalities without lines of their own. */
	public static final String OTHERS = ""; //$NON-NLS-1$

	private static final String BEGIN = "["; //$NON-NLS-1$
	private static final String END = "]"; //$NON-NLS-1$
	private static final String INDENT = "\t"; //$NON-NLS-1$
	private static final String BREAK = "\n"; //$NON-NLS-1$

	/** What is shown before anybody chooses. */
	public static final CornerTexts DEFAULT = parse(Defaults.TEXT);

	/** Copies the maps and lists. */
	public CornerTexts {
		Map<String, Map<Corner, List<CornerLine>>> copy = new TreeMap<>();
		lines.forEach((modality, corners) -> copy.put(modality, copy(corners)));
		lines = Collections.unmodifiableMap(copy);
	}

	private static Map<Corner, List<CornerLine>> copy(Map<Corner, List<CornerLine>> corners) {
		Map<Corner, List<CornerLine>> copy = new EnumMap<>(Corner.class);
		corners.forEach((corner, each) -> copy.put(corner, List.copyOf(each)));
		return Collections.unmodifiableMap(copy);
	}

	/** {@return the modalities with lines of their own, in alphabetical order} */
	public List<String> modalities() {
		return lines.keySet().stream().filter(modality -> !modality.equals(OTHERS)).toList();
	}

	/** {@return the lines of a corner from top to bottom} @param modality Modality of the instance */
	public List<CornerLine> lines(String modality, Corner corner) {
		Map<Corner, List<CornerLine>> corners = lines.getOrDefault(modality, lines.getOrDefault(OTHERS, Map.of()));
		return corners.getOrDefault(corner, List.of());
	}

	/** {@return the same with other lines for a modality} @param corners the lines of each corner */
	public CornerTexts with(String modality, Map<Corner, List<CornerLine>> corners) {
		Map<String, Map<Corner, List<CornerLine>>> next = new TreeMap<>(lines);
		next.put(modality, corners);
		return new CornerTexts(next);
	}

	/** {@return the same without lines for a modality, which then has those of all others} */
	public CornerTexts without(String modality) {
		Map<String, Map<Corner, List<CornerLine>>> next = new TreeMap<>(lines);
		next.remove(modality);
		return new CornerTexts(next);
	}

	/** {@return a text for preferences, which {@link #parse} reads} */
	public String format() {
		List<String> text = new ArrayList<>();
		lines.forEach((modality, corners) -> {
			text.add(BEGIN + modality + END);
			corners.forEach((corner, each) -> {
				text.add(BEGIN + BEGIN + corner.name() + END + END);
				each.forEach(line -> text.add(INDENT + line.format()));
			});
		});
		return String.join(BREAK, text);
	}

	/** {@return what {@link #format()} made a text of; lines that this version does not know are left out} */
	public static CornerTexts parse(String text) {
		Map<String, Map<Corner, List<CornerLine>>> lines = new TreeMap<>();
		Map<Corner, List<CornerLine>> corners = new EnumMap<>(Corner.class);
		List<CornerLine> corner = new ArrayList<>();
		for (String line : text.split(BREAK)) {
			if (line.startsWith(INDENT)) {
				add(corner, line);
			} else if (line.startsWith(BEGIN + BEGIN)) {
				corner = new ArrayList<>();
				String name = line.substring(2).replace(END, ""); //$NON-NLS-1$
				List<CornerLine> begun = corner;
				Map<Corner, List<CornerLine>> all = corners;
				Stream.of(Corner.values()).filter(each -> each.name().equals(name)).forEach(each -> all.put(each, begun));
			} else if (line.startsWith(BEGIN)) {
				corners = new EnumMap<>(Corner.class);
				lines.put(line.substring(1).replace(END, ""), corners); //$NON-NLS-1$
			}
		}
		return new CornerTexts(lines);
	}

	private static void add(List<CornerLine> corner, String line) {
		try {
			corner.add(CornerLine.parse(line));
		} catch (IllegalArgumentException e) {
			System.getLogger(CornerTexts.class.getName()).log(System.Logger.Level.DEBUG, line, e);
		}
	}
}
