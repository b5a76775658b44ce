package org.dicompreview.dcm4che.internal;

import java.io.IOException;
import java.util.List;

import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.VR;
import org.dcm4che3.io.DicomInputStream;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.InstanceFolder;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.PixelLocation;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.PixelStream;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.spi.DicomReader;
import org.dicompreview.dicom.spi.HeaderProblems;
import org.osgi.service.component.annotations.Component;

/**
 * Reads with dcm4che-core, which also says where the pixel data are. Finding a frame in them is left to the locator of
 * {@code org.dicompreview.dicom}: dcm4che's own way to a frame leads through all frames before it.
 */
@Component(service = DicomReader.class, property = "service.ranking:Integer=100")
public final class Dcm4cheReader implements DicomReader {

	/** {@link DicomReader#name()}, and the provider's name of the decoders. */
	public static final String NAME = "dcm4che"; //$NON-NLS-1$

	private final DicomReader locator = DicomReader.builtIn();
	private final HeaderProblems problems = HeaderProblems.standalone();
	private final ValuePool pool = new ValuePool();

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public InstanceHeader readHeader(InstanceLocation location, ReadLimits limits) throws IOException {
		try (ToolkitInput input = new ToolkitInput(location, limits)) {
			PixelLocation[] pixels = new PixelLocation[1];
			input.parse(new HeaderHandler(input, pool), stream -> {
				if (isPixels(stream)) {
					input.checkPixels();
					pixels[0] = new PixelLocation(input.position(), stream.unsignedLength(), stream.tag());
				}
				return pixels[0] != null;
			});
			Attributes elements = input.elements();
			if (pixels[0] == null) {
				input.requireWhole();
			}
			standIn(elements, Tag.SOP_CLASS_UID, input.meta(), Tag.MEDIA_STORAGE_SOP_CLASS_UID);
			standIn(elements, Tag.SOP_INSTANCE_UID, input.meta(), Tag.MEDIA_STORAGE_SOP_INSTANCE_UID);
			elements.trimToSize();
			elements.getSpecificCharacterSet(VR.LO); // from now on it is known, and nothing changes any more
			Dcm4cheHeader header = new Dcm4cheHeader(new Dcm4cheHeader.Facts(location, input.syntax(), pixels[0],
					input.problem()), elements);
			return header.problem().isPresent() ? header
					: problems.of(header).map(header::withProblem).orElse(header);
		}
	}

	private static boolean isPixels(DicomInputStream stream) {
		return stream.level() == 0 && switch (stream.tag()) {
			case Tag.PIXEL_DATA, Tag.FLOAT_PIXEL_DATA, Tag.DOUBLE_FLOAT_PIXEL_DATA -> true;
			default -> false;
		};
	}

	/** Keeps an identifier of the meta information where the data set has none. */
	private static void standIn(Attributes elements, int tag, Attributes meta, int metaTag) {
		if (Values.strings(elements, tag).isEmpty() && meta.containsValue(metaTag)) {
			elements.setString(metaTag, VR.UI, meta.getString(metaTag));
		}
	}

	@Override
	public DataSet readDataSet(InstanceLocation location, ReadLimits limits) throws IOException {
		try (ToolkitInput input = new ToolkitInput(location, limits)) {
			DataSetHandler handler = new DataSetHandler(input, limits);
			input.parse(handler, stream -> false);
			input.requireWhole();
			return handler.toDataSet();
		}
	}

	@Override
	public byte[] readValue(InstanceLocation location, Element element, ReadLimits limits) throws IOException {
		return locator.readValue(location, element, limits);
	}

	@Override
	public PixelSource openPixels(InstanceHeader header, ReadLimits limits) throws IOException {
		return locator.openPixels(header, limits);
	}

	@Override
	public PixelStream openStream(InstanceHeader header, ReadLimits limits) throws IOException {
		return locator.openStream(header, limits);
	}

	@Override
	public byte[] pack(List<InstanceHeader> headers) {
		return HeaderPacker.pack(headers.stream().map(Dcm4cheHeader.class::cast).toList());
	}

	@Override
	public List<InstanceHeader> unpack(InstanceFolder folder, byte[] packed) throws DicomException {
		return HeaderPacker.unpack(folder, packed, pool);
	}
}
