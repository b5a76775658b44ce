package org.dicompreview.viewer;

import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a mouse button, the wheel or a key does on the picture of a viewport. An OSGi service, or added to a
 * {@link ToolRegistry}; may be implemented by clients. One object works for all viewports. Called on the UI thread; what a
 * tool does not do it leaves out.
 *
 * @since 0.1
 */
@ConsumerType
public interface Tool {

	/** Changes the window. */
	String WINDOW = "org.dicompreview.viewer.window"; //$NON-NLS-1$
	/** Moves the picture. */
	String PAN = "org.dicompreview.viewer.pan"; //$NON-NLS-1$
	/** Magnifies the picture. */
	String ZOOM = "org.dicompreview.viewer.zoom"; //$NON-NLS-1$
	/** Steps through the slices. */
	String SCROLL = "org.dicompreview.viewer.scroll"; //$NON-NLS-1$
	/** Tells the pixel under the pointer. */
	String PROBE = "org.dicompreview.viewer.probe"; //$NON-NLS-1$

	/** Finds a point of the patient in all viewports. */
	String LOCATE = "org.dicompreview.viewer.locate"; //$NON-NLS-1$

	/** Shows another plane along a line. @since 0.1.0 */
	String CUT = "org.dicompreview.viewer.cut"; //$NON-NLS-1$
	/** Makes the values in a rectangle the window. */
	String REGION_WINDOW = "org.dicompreview.viewer.regionWindow"; //$NON-NLS-1$
	/** Shows what is under the pointer enlarged. */
	String MAGNIFIER = "org.dicompreview.viewer.magnifier"; //$NON-NLS-1$

	/** What goes on between the press of a button and its release. */
	interface Drag {

		/** The pointer was moved. */
		void move(ToolEvent event);

		/** The button was released. */
		default void end(ToolEvent event) {
			// All was done on the way.
		}

		/** Something came between: another button, the Escape key, another series. */
		default void cancel() {
			// What was done stays.
		}
	}

	/** {@return a name that is stable, for preferences, unlike that of any other tool} */
	String id();

	/** {@return the name for people} */
	String label();

	/** A button was pressed to which the tool is assigned. {@return what goes on until it is released; absent for nothing} */
	default Optional<Drag> press(ToolEvent event) {
		return Optional.empty();
	}

	/** The wheel, to which the tool is assigned, was turned by {@link ToolEvent#count()}. */
	default void wheel(ToolEvent event) {
		// Not for the wheel.
	}

	/** The pointer was moved, no button is down, and the tool is assigned to the left one. */
	default void hover(ToolEvent event) {
		// Works with a button only.
	}

	/** The pointer has left a viewport, and the tool is assigned to the left button. */
	default void leave(Viewport viewport) {
		// Works with a button only.
	}

	/** Another tool was assigned to the left button: what the tool shows in a viewport goes. */
	default void release(Viewport viewport) {
		// Shows nothing.
	}

	/** A key was pressed on the picture, and the tool is assigned to the left button. {@return whether the tool used it} */
	default boolean key(ToolEvent event) {
		return false;
	}

	/**
	 * A key was pressed on the picture that the tool of the left button did not use: for what can be done whatever that is.
	 *
	 * @return whether the tool used it
	 */
	default boolean unusedKey(ToolEvent event) {
		return false;
	}

	/** The menu is about to be opened at a place of the picture, whatever tools the buttons have. */
	default void menu(ToolEvent event) {
		// Shows nothing that the menu could be about.
	}
}
