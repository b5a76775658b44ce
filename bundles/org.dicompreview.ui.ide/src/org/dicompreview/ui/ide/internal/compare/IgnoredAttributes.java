package org.dicompreview.ui.ide.internal.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.compare.Ignored;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/** Remembers which attributes are left out of comparisons. */
final class IgnoredAttributes {

	private IgnoredAttributes() {
	}

	private static IEclipsePreferences node() {
		return InstanceScope.INSTANCE.getNode("org.dicompreview.ui.ide"); //$NON-NLS-1$
	}

	private static String key(Ignored kind) {
		return "compare.ignore." + kind.name().toLowerCase(Locale.ROOT); //$NON-NLS-1$
	}

	static boolean isIgnored(Ignored kind) {
		return node().getBoolean(key(kind), false);
	}

	static void setIgnored(Ignored kind, boolean ignored) {
		node().putBoolean(key(kind), ignored);
		try {
			node().flush();
		} catch (BackingStoreException e) {
			ILog.of(IgnoredAttributes.class).warn(Messages.IgnoredAttributes_notSaved, e);
		}
	}

	/** {@return what is left out now} */
	static Predicate<Element> all() {
		List<Ignored> kinds = Arrays.stream(Ignored.values()).filter(IgnoredAttributes::isIgnored).toList();
		return element -> kinds.stream().anyMatch(kind -> kind.test(element));
	}
}
