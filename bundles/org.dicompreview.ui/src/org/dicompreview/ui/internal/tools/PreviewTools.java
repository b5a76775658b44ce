package org.dicompreview.ui.internal.tools;

import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.ToolAssignment;
import org.dicompreview.viewer.ToolRegistry;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.prefs.BackingStoreException;

/**
 * The tools of all Previews: the services of that kind, which come and go at any time, assigned as the preferences say. Comes
 * to life with the first Preview.
 */
@Component(service = PreviewTools.class)
public final class PreviewTools {

	private static final String QUALIFIER = "org.dicompreview.ui"; //$NON-NLS-1$
	private static final String KEY = "tools"; //$NON-NLS-1$

	private final ToolRegistry registry = new ToolRegistry();
	private final IPreferenceChangeListener listener = event -> {
		if (event.getKey().equals(KEY)) {
			registry.assign(stored());
		}
	};

	@Activate
	void activate() {
		registry.assign(stored());
		node().addPreferenceChangeListener(listener);
	}

	@Deactivate
	void deactivate() {
		node().removePreferenceChangeListener(listener);
	}

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	void bindTool(Tool tool) {
		registry.add(tool);
	}

	void unbindTool(Tool tool) {
		registry.remove(tool);
	}

	/** {@return the tools as they are now} */
	public ToolRegistry registry() {
		return registry;
	}

	/** Assigns tools, now and in the future. */
	public void assign(ToolAssignment assignment) {
		if (assignment.equals(ToolAssignment.DEFAULT)) {
			node().remove(KEY);
		} else {
			node().put(KEY, assignment.format());
		}
		try {
			node().flush();
		} catch (BackingStoreException e) {
			ILog.of(getClass()).warn(Messages.PreviewTools_notSaved, e);
		}
	}

	private static ToolAssignment stored() {
		String text = node().get(KEY, ""); //$NON-NLS-1$
		return text.isEmpty() ? ToolAssignment.DEFAULT : ToolAssignment.parse(text);
	}

	private static IEclipsePreferences node() {
		return InstanceScope.INSTANCE.getNode(QUALIFIER);
	}
}
