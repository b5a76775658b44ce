package org.dicompreview.example.plugin;

import java.util.stream.Collectors;
import org.dicompreview.series.Slice;
import org.dicompreview.ui.OpenFolders;

/** Says where a slice comes from. */
final class Whereabouts {
	/** {@return patient, series, stack and folder of a slice} */
	static String of(Slice slice, OpenFolders folders) {
		var series = slice.stack().series();
		String roots = folders.catalog().roots(slice.instance()).stream().map(Object::toString).collect(Collectors.joining(", "));
		return series.study().patient().name() + " / " + series.description() + " / " + slice.stack().label() + " in " + roots;
	}
}
