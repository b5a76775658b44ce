package org.dicompreview.rendering.internal.frame;

import java.util.Optional;

import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.internal.scale.RowSource;

/** A frame that knows how to give its display values. */
public sealed interface PreparedFrame extends DisplayFrame permits GreyFrame, ColorFrame {

	/** {@return the display values for settings} @param tables remembers look-up tables */
	RowSource rows(DisplaySettings settings, GreyTables tables);

	/** {@return the display values from one end of a window to the other; absent where windows do not apply} */
	Optional<DisplayLevels> levels(DisplaySettings.Window window);

	/** {@return what else is known about showing it} */
	FrameFacts facts();

	/** {@return the modality values, rows from the top; absent for colours} */
	Optional<ModalityValues> values();
}
