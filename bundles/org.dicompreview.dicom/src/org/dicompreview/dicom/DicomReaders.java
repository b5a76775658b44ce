package org.dicompreview.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

import org.osgi.annotation.versioning.ProviderType;

/**
 * All readers that are there, as one: the preferred reader first, and for a file that it fails on the next one, with a
 * note ({@link InstanceHeader#note()}, {@link PixelSource#note()}). An OSGi service that follows the readers as they come
 * and go. Every method may be called by several threads at once; those that read touch the disk, and so never run on the
 * UI thread.
 *
 * @since 0.1
 */
@ProviderType
public interface DicomReaders {

	/** {@return new readers for use outside OSGi: those on the class path, as {@link ServiceLoader} finds them} */
	static DicomReaders standalone() {
		return ServiceLoader.load(DicomReaders.class, DicomReaders.class.getClassLoader()).findFirst().orElseThrow();
	}

	/** {@return the names of the readers by service ranking, whatever is chosen} */
	List<String> names();

	/** {@return the name of the reader that comes first; empty text if there is none} */
	String name();

	/**
	 * Chooses the reader that comes first.
	 *
	 * @param reader one of {@link #names()}; empty text for the order of the service rankings. A reader that is not there
	 *               counts as soon as it comes
	 */
	void prefer(String reader);

	/**
	 * {@return the bounds of whoever reads a file and has none of its own, also for decoding; {@link ReadLimits#DEFAULT} at
	 * first}
	 */
	ReadLimits limits();

	/** Sets the bounds that count from now on. */
	void setLimits(ReadLimits limits);

	/** {@return the readers of this moment: what comes, goes or is preferred later does not change them} */
	DicomReaders snapshot();

	/**
	 * Reads what a scan needs: opens the file once, reads as few bytes as answer the question and never pixel data.
	 *
	 * @param location where the instance is
	 * @param limits   bounds
	 * @return the header; what is readable of a damaged file, with {@link InstanceHeader#problem()}
	 * @throws NotDicomException if it is no DICOM file
	 * @throws DicomException    if it is one but nothing useful can be read, with tag and offset
	 * @throws IOException       if the file cannot be read
	 */
	InstanceHeader readHeader(InstanceLocation location, ReadLimits limits) throws IOException;

	/**
	 * As {@link #readHeader(InstanceLocation, ReadLimits)}, for a file.
	 *
	 * @param file   the file
	 * @param limits bounds
	 * @return the header
	 * @throws IOException as above
	 */
	default InstanceHeader readHeader(Path file, ReadLimits limits) throws IOException {
		return readHeader(FileLocation.of(file), limits);
	}

	/**
	 * Reads all elements as a tree; long and binary values stay in the file (their length and offset are known).
	 *
	 * @param location where the instance is
	 * @param limits   bounds
	 * @return the data set with the meta information before it; what was read up to the damage, with
	 *         {@link DataSet#problem()}
	 * @throws NotDicomException if it is no DICOM file
	 * @throws DicomException    if nothing useful can be read
	 * @throws IOException       if the file cannot be read
	 */
	DataSet readDataSet(InstanceLocation location, ReadLimits limits) throws IOException;

	/**
	 * As {@link #readDataSet(InstanceLocation, ReadLimits)}, for a file.
	 *
	 * @param file   the file
	 * @param limits bounds
	 * @return the data set
	 * @throws IOException as above
	 */
	default DataSet readDataSet(Path file, ReadLimits limits) throws IOException {
		return readDataSet(FileLocation.of(file), limits);
	}

	/**
	 * Reads the complete value of an element of which {@link Element#values()} holds only the beginning: look-up
	 * tables, palettes, overlays, profiles, documents.
	 *
	 * @param location from where the element was read
	 * @param element  the element
	 * @param limits   bounds
	 * @return its bytes, numbers in little-endian order whatever the transfer syntax; fewer than
	 *         {@link Element#length()} where the file is truncated
	 * @throws DicomException if the element has no defined length, or a longer one than is allowed
	 * @throws IOException    if the file cannot be read
	 */
	byte[] readValue(InstanceLocation location, Element element, ReadLimits limits) throws IOException;

	/**
	 * As {@link #readValue(InstanceLocation, Element, ReadLimits)}, for a file.
	 *
	 * @param file    the file from which the element was read
	 * @param element the element
	 * @param limits  bounds
	 * @return its bytes
	 * @throws IOException as above
	 */
	default byte[] readValue(Path file, Element element, ReadLimits limits) throws IOException {
		return readValue(FileLocation.unseen(file), element, limits);
	}

	/**
	 * Reads a DICOMDIR and looks for the files of its records. Names are compared without regard to case, with or
	 * without an extension or the version number of ISO 9660; nothing outside of the folder of the DICOMDIR is ever
	 * looked at, also not through links.
	 *
	 * @param file   the DICOMDIR
	 * @param limits bounds
	 * @return what it refers to
	 * @throws DicomException if it is damaged so that nothing can be read
	 * @throws IOException    if the file cannot be read
	 */
	MediaDirectory readMediaDirectory(Path file, ReadLimits limits) throws IOException;

	/**
	 * Opens the pixel data of an instance and locates its frames: by offset table, or one pass over the fragments.
	 *
	 * @param header the header, whoever read it
	 * @param limits bounds
	 * @return the frames; the caller closes it
	 * @throws DicomException if there are no pixel data or the attributes contradict them beyond repair
	 * @throws IOException    if the file cannot be read
	 */
	PixelSource openPixels(InstanceHeader header, ReadLimits limits) throws IOException;

	/**
	 * Opens the fragments of a video as the one stream that they are (PS3.5 A.4.6 and the sections behind it).
	 *
	 * @param header the header, whoever read it
	 * @param limits bounds
	 * @return the stream; the caller closes it
	 * @throws DicomException if there are no pixel data or they are not in fragments
	 * @throws IOException    if the file cannot be read
	 */
	PixelStream openStream(InstanceHeader header, ReadLimits limits) throws IOException;

	/**
	 * Packs headers so that they can be kept until another run.
	 *
	 * @param headers headers without {@link InstanceHeader#note()} that a {@link #snapshot()} with the same {@link #name()}
	 *                has read, of files in one folder
	 * @return bytes for {@link #unpack}; an empty array if the reader that comes first cannot do this
	 */
	byte[] pack(List<InstanceHeader> headers);

	/**
	 * Makes headers again from what {@link #pack} gave under the same {@link #name()}, without opening their files.
	 *
	 * @param folder in which they lie
	 * @param packed the bytes
	 * @return headers as they were when they were packed
	 * @throws DicomException if the bytes are damaged, or of a version that keeps other attributes
	 */
	List<InstanceHeader> unpack(InstanceFolder folder, byte[] packed) throws DicomException;
}
