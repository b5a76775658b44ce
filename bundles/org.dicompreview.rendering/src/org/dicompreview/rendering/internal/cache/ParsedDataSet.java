package org.dicompreview.rendering.internal.cache;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.rendering.internal.frame.DataSetValues;

/**
 * A data set or item that was parsed as a whole; long values are read from the file when they are asked for.
 *
 * @param reader reads them
 * @param file   where it is
 * @param set    the data set or item
 */
public record ParsedDataSet(DicomReaders reader, InstanceLocation file, DataSet set) implements DataSetValues {

	private static final byte[] NOTHING = {};

	@Override
	public Attributes attributes() {
		return set;
	}

	@Override
	public byte[] bytes(int tag) {
		Optional<Element> element = set.element(tag);
		if (element.isEmpty() || element.get().length() <= 0) {
			return NOTHING;
		}
		try {
			return reader.readValue(file, element.get(), reader.limits());
		} catch (IOException e) {
			report(e);
			return NOTHING;
		}
	}

	@Override
	public List<DataSetValues> items(int tag) {
		return set.element(tag).map(Element::items).orElse(List.of()).stream()
				.<DataSetValues>map(item -> new ParsedDataSet(reader, file, item)).toList();
	}

	/** What cannot be read is not shown; the picture without it is better than none. */
	static void report(IOException e) {
		System.getLogger(ParsedDataSet.class.getName()).log(System.Logger.Level.WARNING, "reading tables of an image", e);
	}
}
