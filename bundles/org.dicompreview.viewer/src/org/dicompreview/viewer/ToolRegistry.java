package org.dicompreview.viewer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The tools of some viewports, which may come and go at any time, and what they are assigned to. For any thread; no listener
 * is called with a lock held.
 *
 * @since 0.1
 */
public final class ToolRegistry {

	private final List<Tool> tools = new CopyOnWriteArrayList<>();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private volatile ToolAssignment assignment = ToolAssignment.DEFAULT;

	/** Adds a tool. */
	public void add(Tool tool) {
		tools.add(tool);
		tell();
	}

	/** Removes a tool. */
	public void remove(Tool tool) {
		if (tools.remove(tool)) {
			tell();
		}
	}

	/** {@return all tools, by their names for people} */
	public List<Tool> tools() {
		return tools.stream().sorted(Comparator.comparing(Tool::label)).toList();
	}

	/** {@return the tool with an id; absent while there is none} */
	public Optional<Tool> tool(String id) {
		return tools.stream().filter(tool -> tool.id().equals(id)).findFirst();
	}

	/** {@return the tool of a trigger; absent if it has none, or while that is not there} */
	public Optional<Tool> tool(ToolTrigger trigger) {
		return assignment.tool(trigger).flatMap(this::tool);
	}

	/** {@return which tool each button and the wheel have} */
	public ToolAssignment assignment() {
		return assignment;
	}

	/** Assigns tools, whether they are there already or not. */
	public void assign(ToolAssignment next) {
		if (!next.equals(assignment)) {
			assignment = next;
			tell();
		}
	}

	/** Adds who hears, on any thread, that tools or their assignment have changed. */
	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	/** Removes who heard. */
	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}

	private void tell() {
		listeners.forEach(Runnable::run);
	}
}
