package org.dicompreview.ui.internal;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.core.commands.IParameterValues;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.action.LegacyActionTools;

/** Values of a parameter that the extension names: each {@code parameter} with its value as name and what people call it as value. */
public final class NamedValues implements IParameterValues, IExecutableExtension {

	private final Map<String, String> values = new LinkedHashMap<>();

	@Override
	public void setInitializationData(IConfigurationElement config, String property, Object data) {
		if (data instanceof Map<?, ?> names) {
			names.forEach((value, name) -> values.put(LegacyActionTools.removeMnemonics(name.toString()), value.toString()));
		}
	}

	@Override
	public Map<String, String> getParameterValues() {
		return values;
	}
}
