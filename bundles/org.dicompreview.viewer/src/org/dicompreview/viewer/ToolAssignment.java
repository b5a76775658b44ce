package org.dicompreview.viewer;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which tool each button and the wheel have. Immutable.
 *
 * @param tools the ids of the tools; what is missing does nothing
 * @since 0.1
 */
public record ToolAssignment(Map<ToolTrigger, String> tools) {

	/** Left windows, middle pans, right opens the menu, the wheel steps, with Ctrl it zooms. */
	public static final ToolAssignment DEFAULT = new ToolAssignment(Map.of(ToolTrigger.LEFT_BUTTON, Tool.WINDOW,
			ToolTrigger.MIDDLE_BUTTON, Tool.PAN, ToolTrigger.WHEEL, Tool.SCROLL, ToolTrigger.MODIFIED_WHEEL, Tool.ZOOM));

	private static final String ENTRY = ";"; //$NON-NLS-1$
	private static final String VALUE = "="; //$NON-NLS-1$

	/** Copies the map. */
	public ToolAssignment {
		Map<ToolTrigger, String> copy = new EnumMap<>(ToolTrigger.class);
		copy.putAll(tools);
		tools = Collections.unmodifiableMap(copy);
	}

	/** {@return the id of the tool of a trigger; absent if it has none} */
	public Optional<String> tool(ToolTrigger trigger) {
		return Optional.ofNullable(tools.get(trigger));
	}

	/** {@return this assignment with another tool for a trigger} @param id of the tool, or empty text for none */
	public ToolAssignment with(ToolTrigger trigger, String id) {
		Map<ToolTrigger, String> next = new EnumMap<>(ToolTrigger.class);
		next.putAll(tools);
		if (id.isEmpty()) {
			next.remove(trigger);
		} else {
			next.put(trigger, id);
		}
		return new ToolAssignment(next);
	}

	/** {@return this assignment as a text for preferences} */
	public String format() {
		return tools.entrySet().stream().map(entry -> entry.getKey() + VALUE + entry.getValue())
				.collect(Collectors.joining(ENTRY));
	}

	/** {@return what {@link #format()} made a text of; what this version does not know is left out} */
	public static ToolAssignment parse(String text) {
		Map<ToolTrigger, String> tools = new EnumMap<>(ToolTrigger.class);
		for (String entry : text.split(ENTRY)) {
			String[] parts = entry.split(VALUE, 2);
			for (ToolTrigger trigger : ToolTrigger.values()) {
				if (parts.length == 2 && !parts[1].isEmpty() && trigger.name().equals(parts[0])) {
					tools.put(trigger, parts[1]);
				}
			}
		}
		return new ToolAssignment(tools);
	}
}
