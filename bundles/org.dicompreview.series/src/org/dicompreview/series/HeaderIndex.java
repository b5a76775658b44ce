package org.dicompreview.series;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.dicompreview.dicom.InstanceHeader;

/**
 * Headers remembered from one run to the next, by path, size and time of modification, so that a known folder shows its
 * tree before any of its files is opened. It can be thrown away at any time: the next scan fills it again. What cannot
 * be read of it, after a crash for example, counts as not remembered; no method fails because of that. For any thread.
 * <p>
 * Files in archives, and files that were changed less than two seconds before they were read, are not remembered.
 */
public interface HeaderIndex extends Closeable {

	/**
	 * {@return what is remembered of the files in a folder and all below it, without looking at these}
	 *
	 * @param root the folder
	 */
	List<InstanceHeader> recall(Path root);

	/** Forgets everything. */
	void clear();

	/** {@return how much room it takes on disk, in bytes} */
	long size();

	/** Ends its use; scans go on without it. */
	@Override
	void close() throws IOException;
}
