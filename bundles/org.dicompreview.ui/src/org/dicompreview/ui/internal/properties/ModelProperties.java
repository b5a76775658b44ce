package org.dicompreview.ui.internal.properties;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertyDescriptor;

/** Properties in their groups, to be looked at and copied only. Immutable once it is handed out. */
final class ModelProperties implements IPropertySource {

	/** Names a property. */
	private record Key(String group, String label) {
	}

	private final Map<Key, String> values = new LinkedHashMap<>();

	/** Adds a property, unless there is nothing to say or it is known already. */
	void add(String group, String label, String value) {
		if (!value.isEmpty()) {
			values.putIfAbsent(new Key(group, label), value);
		}
	}

	@Override
	public IPropertyDescriptor[] getPropertyDescriptors() {
		return values.keySet().stream().map(key -> {
			PropertyDescriptor descriptor = new PropertyDescriptor(key, key.label());
			descriptor.setCategory(key.group());
			return descriptor;
		}).toArray(IPropertyDescriptor[]::new);
	}

	@Override
	public Object getPropertyValue(Object id) {
		return values.get(id);
	}

	@Override
	public Object getEditableValue() {
		return null;
	}

	@Override
	public boolean isPropertySet(Object id) {
		return values.containsKey(id);
	}

	@Override
	public void resetPropertyValue(Object id) {
		// Nothing can be changed.
	}

	@Override
	public void setPropertyValue(Object id, Object value) {
		// Nothing can be changed.
	}
}
