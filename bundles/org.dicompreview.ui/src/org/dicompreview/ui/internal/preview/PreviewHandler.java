package org.dicompreview.ui.internal.preview;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;

/** A handler that runs an action of the Preview, and shows whether it is on where it can be. */
final class PreviewHandler extends AbstractHandler implements IElementUpdater {

	private final Consumer<ExecutionEvent> action;
	private final BooleanSupplier checked;

	/**
	 * @param action  what to do
	 * @param checked whether it is on; {@code null} for what is not on or off
	 */
	PreviewHandler(Consumer<ExecutionEvent> action, BooleanSupplier checked) {
		this.action = action;
		this.checked = checked;
	}

	@Override
	public Object execute(ExecutionEvent event) {
		action.accept(event);
		return null;
	}

	@Override
	public void updateElement(UIElement element, Map parameters) {
		if (checked != null) {
			element.setChecked(checked.getAsBoolean());
		}
	}
}
