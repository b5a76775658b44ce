package org.dicompreview.ui.internal.folders;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.ILog;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceLocation;

/** Keeps roots over restarts, as the numbered keys of a preference node. */
final class RootsMemory {

	/** A scheme before a scheme, as no path has it. */
	private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]+:[a-z][a-z0-9+.-]+://"); //$NON-NLS-1$

	private final Preferences node;
	private final Function<String, Optional<InstanceLocation>> others;
	/** What nobody could make sense of, as what knows it is not installed now. */
	private final List<String> unknown = new ArrayList<>();

	/** @param others makes roots of texts that are no paths */
	RootsMemory(Preferences node, Function<String, Optional<InstanceLocation>> others) {
		this.node = node;
		this.others = others;
	}

	List<InstanceLocation> load() {
		List<InstanceLocation> roots = new ArrayList<>();
		for (int i = 0; node.get(String.valueOf(i), null) != null; i++) {
			root(node.get(String.valueOf(i), "")).ifPresent(roots::add); //$NON-NLS-1$
		}
		return roots;
	}

	/** Writes to disk: not for the UI thread. */
	void save(List<InstanceLocation> roots) {
		try {
			node.clear();
			List<String> texts = new ArrayList<>(roots.stream().map(InstanceLocation::toString).toList());
			texts.addAll(unknown);
			for (int i = 0; i < texts.size(); i++) {
				node.put(String.valueOf(i), texts.get(i));
			}
			node.flush();
		} catch (BackingStoreException e) {
			ILog.of(getClass()).error("Cannot remember the open folders", e); //$NON-NLS-1$
		}
	}

	private Optional<InstanceLocation> root(String text) {
		try {
			Optional<InstanceLocation> other = others.apply(text);
			if (other.isEmpty() && ADDRESS.matcher(text).lookingAt()) {
				unknown.add(text);
				return Optional.empty();
			}
			return other.isPresent() ? other : Optional.of(FileLocation.unseen(Path.of(text)));
		} catch (IllegalArgumentException e) {
			ILog.of(getClass()).warn("Not a path on this system: " + text, e); //$NON-NLS-1$
			return Optional.empty();
		}
	}
}
