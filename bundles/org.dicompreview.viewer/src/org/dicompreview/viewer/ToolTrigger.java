package org.dicompreview.viewer;

/**
 * What a {@link Tool} is assigned to.
 *
 * @since 0.1
 */
public enum ToolTrigger {

	/** The left button; its tool also gets keys, and the pointer while no button is down. */
	LEFT_BUTTON,
	/** The middle button. */
	MIDDLE_BUTTON,
	/** The right button. With a tool, the menu of the picture comes when it is released where it was pressed. */
	RIGHT_BUTTON,
	/** The wheel. */
	WHEEL,
	/** The wheel with the Ctrl key, on macOS the Command key. */
	MODIFIED_WHEEL
}
