package org.dicompreview.testsupport;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.MediaDirectory;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.PixelStream;
import org.dicompreview.dicom.ReadLimits;

/** Readers that do what others do, but for what a test overrides. Their snapshot are they themselves. */
public abstract class ForwardingReaders implements DicomReaders {

	/** Those that do the work. */
	protected final DicomReaders readers = DicomReaders.standalone();

	@Override
	public List<String> names() {
		return List.of(name());
	}

	@Override
	public String name() {
		return readers.name();
	}

	@Override
	public void prefer(String reader) {
		readers.prefer(reader);
	}

	@Override
	public DicomReaders snapshot() {
		return this;
	}

	@Override
	public InstanceHeader readHeader(Path file, ReadLimits limits) throws IOException {
		return readers.readHeader(file, limits);
	}

	@Override
	public final InstanceHeader readHeader(Path file, BasicFileAttributes attributes, ReadLimits limits) throws IOException {
		return readHeader(file, limits);
	}

	@Override
	public DataSet readDataSet(Path file, ReadLimits limits) throws IOException {
		return readers.readDataSet(file, limits);
	}

	@Override
	public byte[] readValue(Path file, Element element, ReadLimits limits) throws IOException {
		return readers.readValue(file, element, limits);
	}

	@Override
	public MediaDirectory readMediaDirectory(Path file, ReadLimits limits) throws IOException {
		return readers.readMediaDirectory(file, limits);
	}

	@Override
	public PixelSource openPixels(InstanceHeader header, ReadLimits limits) throws IOException {
		return readers.openPixels(header, limits);
	}

	@Override
	public PixelStream openStream(InstanceHeader header, ReadLimits limits) throws IOException {
		return readers.openStream(header, limits);
	}

	@Override
	public byte[] pack(List<InstanceHeader> headers) {
		return readers.pack(headers);
	}

	@Override
	public List<InstanceHeader> unpack(Path folder, byte[] packed) throws DicomException {
		return readers.unpack(folder, packed);
	}
}
