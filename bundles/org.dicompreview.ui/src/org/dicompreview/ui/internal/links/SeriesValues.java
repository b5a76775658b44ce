package org.dicompreview.ui.internal.links;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dicompreview.series.Series;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.ui.internal.ServiceInUse;
import org.eclipse.core.commands.IParameterValues;

/** The series of the open folders as values of a parameter: their UIDs by names for people. */
public final class SeriesValues implements IParameterValues {

	@Override
	public Map<String, String> getParameterValues() {
		Map<String, String> values = new LinkedHashMap<>();
		ServiceInUse.of(OpenFolders.class).ifPresent(folders -> folders.catalog().series().stream()
				.filter(series -> !series.uid().isEmpty()).forEach(series -> add(values, series)));
		return values;
	}

	private static void add(Map<String, String> values, Series series) {
		OptionalInt number = series.number();
		String name = Stream
				.of(series.study().patient().name(), series.modality(), number.isPresent() ? Integer.toString(number.getAsInt()) : "", //$NON-NLS-1$
						series.description())
				.filter(text -> !text.isEmpty()).collect(Collectors.joining(" ")); //$NON-NLS-1$
		if (values.putIfAbsent(name, series.uid()) != null) {
			values.put(name + " (" + series.uid() + ')', series.uid()); //$NON-NLS-1$
		}
	}
}
