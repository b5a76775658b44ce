package org.dicompreview.ui.internal;

import java.io.File;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dicompreview.ui.SelectedFiles;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IPath;
import org.eclipse.ui.IPathEditorInput;

/** Finds the files that a selected element stands for. Plain functions, which do not touch a disk. */
public final class Selected {

	private record Known(List<Path> paths) implements SelectedFiles {
	}

	private Selected() {
	}

	/** {@return the files that an element is or says that it stands for} */
	public static Optional<SelectedFiles> files(Object element) {
		SelectedFiles files = Adapters.adapt(element, SelectedFiles.class);
		return files != null ? Optional.of(files) : Optional.ofNullable(element).flatMap(Selected::path).map(Selected::of);
	}

	/** {@return these, or else a file that an element adapts to, as that which it has something to do with} */
	public static Optional<SelectedFiles> relatedFiles(Object element) {
		return files(element).or(() -> Stream.<Class<?>>of(Path.class, File.class, URI.class)
				.flatMap(type -> Stream.ofNullable(Adapters.adapt(element, type)))
				.flatMap(adapted -> path(adapted).stream()).findFirst().map(Selected::of));
	}

	/** {@return files that lie on disk} */
	public static SelectedFiles of(Path... paths) {
		return new Known(List.of(paths));
	}

	private static Optional<Path> path(Object element) {
		if (element instanceof Path path) {
			return Optional.of(path);
		}
		if (element instanceof File file) {
			return Optional.of(file.toPath());
		}
		if (element instanceof IPathEditorInput input) {
			return Optional.ofNullable(input.getPath()).map(IPath::toPath);
		}
		return element instanceof URI uri ? ofUri(uri) : Optional.empty();
	}

	/** {@return the path of a URI; absent if it is not one of this machine's disks} */
	private static Optional<Path> ofUri(URI uri) {
		try {
			return "file".equalsIgnoreCase(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty(); //$NON-NLS-1$
		} catch (IllegalArgumentException | FileSystemNotFoundException e) {
			return Optional.empty(); // a URI with a host, or the like
		}
	}
}
