package org.dicompreview.dicom.internal;

import java.io.IOException;
import java.util.List;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.PixelStream;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceFolder;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.internal.model.BuiltInHeader;
import org.dicompreview.dicom.internal.model.HeaderPacker;
import org.dicompreview.dicom.internal.model.HeaderPool;
import org.dicompreview.dicom.internal.parse.DataSetReader;
import org.dicompreview.dicom.internal.parse.HeaderReader;
import org.dicompreview.dicom.internal.parse.ValueReader;
import org.dicompreview.dicom.internal.pixels.PixelOpener;
import org.dicompreview.dicom.spi.DicomReader;
import org.dicompreview.dicom.spi.HeaderContent;
import org.osgi.service.component.annotations.Component;

/** The reader that comes with this project: plain Java, nothing but the JDK. */
@Component(service = DicomReader.class)
public final class BuiltInReader implements DicomReader {

	private final HeaderPool pool = new HeaderPool();
	private final HeaderPacker packer = new HeaderPacker(HeaderContent.version());
	private final ThreadLocal<HeaderReader> headers = ThreadLocal.withInitial(() -> new HeaderReader(pool));

	@Override
	public String name() {
		return BUILT_IN;
	}

	@Override
	public InstanceHeader readHeader(InstanceLocation location, ReadLimits limits) throws IOException {
		try (InstanceBytes bytes = location.source().open(location)) {
			return headers.get().read(bytes, location, limits);
		}
	}

	@Override
	public DataSet readDataSet(InstanceLocation location, ReadLimits limits) throws IOException {
		try (InstanceBytes bytes = location.source().open(location)) {
			return DataSetReader.read(bytes, location, limits);
		}
	}

	@Override
	public byte[] readValue(InstanceLocation location, Element element, ReadLimits limits) throws IOException {
		return ValueReader.read(location, element, limits);
	}

	@Override
	public PixelSource openPixels(InstanceHeader header, ReadLimits limits) throws IOException {
		return new PixelOpener(header, limits).open();
	}

	@Override
	public PixelStream openStream(InstanceHeader header, ReadLimits limits) throws IOException {
		return new PixelOpener(header, limits).openStream();
	}

	@Override
	public byte[] pack(List<InstanceHeader> headers) {
		return packer.pack(headers.stream().map(BuiltInHeader.class::cast).toList());
	}

	@Override
	public List<InstanceHeader> unpack(InstanceFolder folder, byte[] packed) throws DicomException {
		return packer.unpack(folder, packed);
	}
}
