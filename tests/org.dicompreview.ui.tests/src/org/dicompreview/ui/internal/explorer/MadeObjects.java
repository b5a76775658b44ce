package org.dicompreview.ui.internal.explorer;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Objects of the model without files. */
final class MadeObjects {

	private MadeObjects() {
	}

	/** {@return something that answers only what is given, and is equal to nothing but itself} */
	static <T> T made(Class<T> type, Map<String, Object> answers) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> switch (method.getName()) {
					case "equals" -> proxy == arguments[0]; //$NON-NLS-1$
					case "hashCode" -> System.identityHashCode(proxy); //$NON-NLS-1$
					case "toString" -> type.getSimpleName(); //$NON-NLS-1$
					default -> answers.get(method.getName());
				}));
	}

	/** {@return something that answers nothing, and is equal to what has the same type and name} */
	static <T> T named(Class<T> type, String name) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> switch (method.getName()) {
					case "equals" -> type.isInstance(arguments[0]) && name.equals(arguments[0].toString()); //$NON-NLS-1$
					case "hashCode" -> name.hashCode(); //$NON-NLS-1$
					case "toString" -> name; //$NON-NLS-1$
					default -> throw new UnsupportedOperationException(method.getName());
				}));
	}
}
