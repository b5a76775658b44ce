package org.dicompreview.dicom.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceFolder;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.NotDicomException;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.PixelStream;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads DICOM objects. An OSGi service, outside OSGi a provider for {@link ServiceLoader}; {@link DicomReaders} asks the
 * one with the highest ranking first. Every method may be called by several threads at once, touches the disk, and so
 * never runs on the UI thread.
 *
 * @since 0.1
 */
@ConsumerType
public interface DicomReader {

	/** {@link #name()} of the reader that comes with this project. */
	String BUILT_IN = "built-in"; //$NON-NLS-1$

	/** {@return the reader that comes with this project, for readers that leave a part of the work to it} */
	static DicomReader builtIn() {
		return ServiceLoader.load(DicomReader.class, DicomReader.class.getClassLoader()).stream()
				.map(ServiceLoader.Provider::get).filter(reader -> reader.name().equals(BUILT_IN)).findFirst().orElseThrow();
	}

	/**
	 * {@return readers as one, for who has readers but no registry of services}
	 *
	 * @param readers the readers, those that are preferred first
	 */
	static DicomReaders join(List<DicomReader> readers) {
		return ServiceLoader.load(Joiner.class, Joiner.class.getClassLoader()).findFirst().orElseThrow().join(readers);
	}

	/** Joins readers. */
	@ProviderType
	interface Joiner {

		/** As {@link DicomReader#join}. */
		DicomReaders join(List<DicomReader> readers);
	}

	/** {@return a short name of the provider for people} */
	String name();

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
	 * Opens the pixel data of an instance and locates its frames: by offset table, or one pass over the fragments.
	 *
	 * @param header the header that this or another provider read
	 * @param limits bounds
	 * @return the frames; the caller closes it
	 * @throws DicomException if there are no pixel data or the attributes contradict them beyond repair
	 * @throws IOException    if the file cannot be read
	 */
	PixelSource openPixels(InstanceHeader header, ReadLimits limits) throws IOException;

	/**
	 * Opens the fragments of a video as the one stream that they are (PS3.5 A.4.6 and the sections behind it).
	 *
	 * @param header the header that this or another provider read
	 * @param limits bounds
	 * @return the stream; the caller closes it
	 * @throws DicomException if there are no pixel data or they are not in fragments
	 * @throws IOException    if the file cannot be read
	 */
	PixelStream openStream(InstanceHeader header, ReadLimits limits) throws IOException;

	/**
	 * Packs headers so that they can be kept until another run.
	 *
	 * @param headers headers that this provider has read, of files in one folder
	 * @return bytes for {@link #unpack}; an empty array from a provider that cannot do this
	 */
	default byte[] pack(List<InstanceHeader> headers) {
		return new byte[0];
	}

	/**
	 * Makes headers again from what {@link #pack} of the same provider gave, without opening their files.
	 *
	 * @param folder in which they lie
	 * @param packed the bytes
	 * @return headers as they were when they were packed
	 * @throws DicomException if the bytes are damaged, or of a version that keeps other attributes
	 */
	default List<InstanceHeader> unpack(InstanceFolder folder, byte[] packed) throws DicomException {
		throw new DicomException(Problem.of(DicomText.READER_REMEMBERS_NOTHING));
	}
}
