package org.dicompreview.viewer;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The tools of some viewports, which may come and go at any time, and what they are assigned to. For any thread; no listener
 * is called with a lock held.
 *
 * @since 0.1
 */
public final class ToolRegistry {

	/** A tool with what it said of itself when it came: one that fails later must not take the others away. */
	private record Entry(Tool tool, String id, String label) {
	}

	private static final System.Logger LOG = System.getLogger(ToolRegistry.class.getName());

	private final List<Entry> tools = new CopyOnWriteArrayList<>();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private volatile ToolAssignment assignment = ToolAssignment.DEFAULT;

	/** Adds a tool, unless it fails to say what it is. */
	public void add(Tool tool) {
		try {
			tools.add(new Entry(tool, Objects.requireNonNull(tool.id()), Objects.requireNonNull(tool.label())));
		} catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
			LOG.log(System.Logger.Level.ERROR, "tool failed: " + tool.getClass().getName(), e); //$NON-NLS-1$
		}
		tell();
	}

	/** Removes a tool. */
	public void remove(Tool tool) {
		if (tools.removeIf(entry -> entry.tool() == tool)) {
			tell();
		}
	}

	/** {@return all tools, by their names for people} */
	public List<Tool> tools() {
		return tools.stream().sorted(Comparator.comparing(Entry::label)).map(Entry::tool).toList();
	}

	/** {@return the tool with an id; absent while there is none} */
	public Optional<Tool> tool(String id) {
		return tools.stream().filter(entry -> entry.id().equals(id)).findFirst().map(Entry::tool);
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
