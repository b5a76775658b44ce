package org.dicompreview.ui.internal.explorer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.Series;

/** Where on disk the things in the tree lie. */
final class NodeFiles {

	private NodeFiles() {
	}

	/** {@return the names of the files of nodes, each once: those of all instances, or the file or folder itself} */
	static List<String> files(List<?> nodes) {
		return nodes.stream().map(Node.class::cast).flatMap(NodeFiles::files).map(Path::toString).distinct().toList();
	}

	private static Stream<Path> files(Node node) {
		List<Path> paths = node.instances().flatMap(header -> header.location().file().stream()).toList();
		return paths.isEmpty() ? node.path().stream() : paths.stream();
	}

	/** {@return the folder, or archive, that holds the first instance of a series} */
	static Optional<Path> folder(Series series) {
		return series.instances().stream().findFirst().map(InstanceHeader::location)
				.flatMap(location -> location.isInArchive() ? location.file() : location.file().map(Path::getParent));
	}

	/** {@return whether a series is of a root of any kind} @param catalog has what is open */
	static boolean within(Series series, InstanceLocation root, Catalog catalog) {
		return FileLocation.path(root).map(path -> within(series, path)).orElseGet(() -> catalog.series(root).contains(series));
	}

	/** {@return whether a series has files below a root} */
	static boolean within(Series series, Path root) {
		return series.instances().stream().anyMatch(header -> within(header.location(), root));
	}

	/** {@return whether something lies below a root} */
	static boolean within(InstanceLocation location, Path root) {
		return location.file().filter(file -> file.startsWith(root)).isPresent();
	}
}
