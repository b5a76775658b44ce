package org.dicompreview.testsupport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.InstanceFolder;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
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
	public ReadLimits limits() {
		return readers.limits();
	}

	@Override
	public void setLimits(ReadLimits limits) {
		readers.setLimits(limits);
	}

	@Override
	public DicomReaders snapshot() {
		return this;
	}

	@Override
	public InstanceHeader readHeader(InstanceLocation location, ReadLimits limits) throws IOException {
		return readers.readHeader(location, limits);
	}

	@Override
	public final InstanceHeader readHeader(Path file, ReadLimits limits) throws IOException {
		return DicomReaders.super.readHeader(file, limits);
	}

	@Override
	public DataSet readDataSet(InstanceLocation location, ReadLimits limits) throws IOException {
		return readers.readDataSet(location, limits);
	}

	@Override
	public byte[] readValue(InstanceLocation location, Element element, ReadLimits limits) throws IOException {
		return readers.readValue(location, element, limits);
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
	public List<InstanceHeader> unpack(InstanceFolder folder, byte[] packed) throws DicomException {
		return readers.unpack(folder, packed);
	}
}
