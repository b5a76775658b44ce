package org.dicompreview.dicom;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.dicompreview.dicom.internal.model.BuiltInHeader;
import org.dicompreview.dicom.internal.model.HeaderCodec;

/**
 * Keeps headers on disk in the compact form in which the built-in reader holds them in memory, for an index that saves
 * reading the files again. The form may change with every release; what another release wrote is refused.
 */
public final class HeaderArchive {

	private HeaderArchive() {
	}

	/**
	 * {@return whether a header can be written}
	 *
	 * @param header a header; those of other readers than the built-in one, and of files in archives, cannot
	 * @param root   the folder to which paths will be relative
	 */
	public static boolean accepts(InstanceHeader header, Path root) {
		return header instanceof BuiltInHeader known && known.path().getFileSystem() == root.getFileSystem();
	}

	/**
	 * Writes headers. What they have in common is written once, so those of whole folders or series should go together.
	 *
	 * @param headers headers that are {@linkplain #accepts accepted}
	 * @param root    the folder to which paths are relative
	 * @param out     where they go
	 * @throws IOException if writing fails
	 */
	public static void write(List<? extends InstanceHeader> headers, Path root, DataOutput out) throws IOException {
		HeaderCodec.write(headers.stream().map(BuiltInHeader.class::cast).toList(), root, out);
	}

	/**
	 * Reads what one call of {@link #write} wrote.
	 *
	 * @param root the folder to which paths are relative; it may have moved
	 * @param in   where they come from
	 * @return the headers, as they were; files may have changed meanwhile
	 * @throws IOException if reading fails, or the form is damaged or another one
	 */
	public static List<InstanceHeader> read(Path root, DataInput in) throws IOException {
		return HeaderCodec.read(root, in);
	}
}
