package org.dicompreview.ui.internal.preview;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import org.dicompreview.ui.internal.CommandErrors;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.HandlerEvent;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;

/** A handler that runs an action of the Preview, and shows whether it is on where it can be. UI thread only. */
final class PreviewHandler extends AbstractHandler implements IElementUpdater {

	private final CommandErrors.Action action;
	private final Predicate<Map<?, ?>> checked;
	private final BooleanSupplier possible;
	private boolean enabled;
	private boolean enablementNew;
	private boolean on;

	/**
	 * @param action   what to do
	 * @param checked  whether it is on, with the parameters of a menu item; {@code null} for what is not on or off
	 * @param possible whether there is anything to do
	 */
	PreviewHandler(CommandErrors.Action action, Predicate<Map<?, ?>> checked, BooleanSupplier possible) {
		this.action = action;
		this.checked = checked;
		this.possible = possible;
		enabled = possible.getAsBoolean();
	}

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		CommandErrors.run(event, action);
		return null;
	}

	@Override
	public boolean isEnabled() {
		return enabled;
	}

	/** {@return whether it was enabled or disabled by the last {@link #refresh}} */
	boolean isEnablementNew() {
		return enablementNew;
	}

	/**
	 * Takes up how things are now.
	 *
	 * @return whether it was switched on or off since the last time; items that choose one of several say so themselves
	 */
	boolean refresh() {
		enablementNew = enabled != possible.getAsBoolean();
		if (enablementNew) {
			enabled = !enabled;
			fireHandlerChanged(new HandlerEvent(this, true, false));
		}
		boolean before = on;
		on = checked != null && checked.test(Map.of());
		return on != before;
	}

	@Override
	public void updateElement(UIElement element, Map parameters) {
		if (checked != null) {
			element.setChecked(checked.test(parameters));
		}
	}
}
