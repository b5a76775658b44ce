package org.dicompreview.ui.internal.folders;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.ui.internal.ServiceInUse;
import org.eclipse.core.commands.IParameterValues;

/** What was opened before as values of a parameter: paths by themselves. */
public final class RecentValues implements IParameterValues {

	@Override
	public Map<String, String> getParameterValues() {
		List<Path> paths = ServiceInUse.of(ScannedFolders.class).map(folders -> folders.recent().list()).orElse(List.of());
		Map<String, String> values = new LinkedHashMap<>();
		paths.forEach(path -> values.put(path.toString(), path.toString()));
		return values;
	}
}
