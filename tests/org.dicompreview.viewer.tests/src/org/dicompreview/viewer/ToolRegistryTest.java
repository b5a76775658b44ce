package org.dicompreview.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class ToolRegistryTest {

	private record Named(String id, String label) implements Tool {
	}

	private final ToolRegistry registry = new ToolRegistry();
	private final Tool window = new Named(Tool.WINDOW, "Window"); //$NON-NLS-1$
	private final Tool other = new Named("other", "Another"); //$NON-NLS-1$ //$NON-NLS-2$
	private int told;

	@Test
	void aTriggerHasItsToolWhileThatIsThere() {
		assertEquals(Optional.empty(), registry.tool(ToolTrigger.LEFT_BUTTON));
		registry.add(window);
		registry.add(other);
		assertEquals(Optional.of(window), registry.tool(ToolTrigger.LEFT_BUTTON));
		registry.assign(registry.assignment().with(ToolTrigger.LEFT_BUTTON, "other")); //$NON-NLS-1$
		assertEquals(Optional.of(other), registry.tool(ToolTrigger.LEFT_BUTTON));
		registry.remove(other);
		assertEquals(Optional.empty(), registry.tool(ToolTrigger.LEFT_BUTTON));
		registry.add(other);
		assertEquals(Optional.of(other), registry.tool(ToolTrigger.LEFT_BUTTON), "it was not forgotten"); //$NON-NLS-1$
		assertEquals(List.of(other, window), registry.tools(), "by their labels"); //$NON-NLS-1$
	}

	@Test
	void whoListensHearsOfToolsAndTheirAssignment() {
		registry.addListener(() -> told++);
		registry.add(window);
		registry.assign(ToolAssignment.DEFAULT);
		assertEquals(1, told, "nothing was changed"); //$NON-NLS-1$
		registry.assign(ToolAssignment.DEFAULT.with(ToolTrigger.RIGHT_BUTTON, Tool.ZOOM));
		assertEquals(2, told);
		registry.remove(other);
		assertEquals(2, told);
	}

	@Test
	void anAssignmentSurvivesAsText() {
		ToolAssignment assignment = ToolAssignment.DEFAULT.with(ToolTrigger.RIGHT_BUTTON, "a.b").with(ToolTrigger.WHEEL, ""); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(assignment, ToolAssignment.parse(assignment.format()));
		assertEquals(Optional.empty(), assignment.tool(ToolTrigger.WHEEL));
		assertEquals(new ToolAssignment(Map.of(ToolTrigger.WHEEL, "x")), //$NON-NLS-1$
				ToolAssignment.parse("WHEEL=x;FOOT=y;LEFT_BUTTON=;nonsense")); //$NON-NLS-1$
		assertEquals(new ToolAssignment(Map.of()), ToolAssignment.parse("")); //$NON-NLS-1$
	}
}
