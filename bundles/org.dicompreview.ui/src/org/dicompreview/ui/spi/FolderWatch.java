package org.dicompreview.ui.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows of changes to files without asking the disk, as a workspace does. The open folders are then looked at again. An OSGi
 * service, asked for when the first view is opened.
 *
 * @since 0.1.0
 */
@ConsumerType
public interface FolderWatch {

	/** Ends with {@link #close()}. */
	interface Watch extends AutoCloseable {

		@Override
		void close();
	}

	/**
	 * Begins to tell of changes.
	 *
	 * @param roots   what is open at the moment; for any thread
	 * @param changed takes a root below which files have changed, came or went; for any thread, does not wait
	 * @return ends it
	 */
	Watch watch(Supplier<List<Path>> roots, Consumer<Path> changed);
}
