package org.dicompreview.rendering.internal.cache;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.rendering.internal.frame.DataSetValues;

/**
 * The long values of an instance. The header says what is there; the whole data set is only parsed if one of them is
 * asked for. For several threads.
 */
final class LazyDataSet implements DataSetValues {

	private static final byte[] NOTHING = {};

	private final DicomReaders reader;
	private final InstanceHeader header;
	private ParsedDataSet whole;
	private boolean unreadable;

	LazyDataSet(DicomReaders reader, InstanceHeader header) {
		this.reader = reader;
		this.header = header;
	}

	@Override
	public Attributes attributes() {
		return header;
	}

	@Override
	public byte[] bytes(int tag) {
		return header.contains(tag) ? whole().map(data -> data.bytes(tag)).orElse(NOTHING) : NOTHING;
	}

	@Override
	public List<DataSetValues> items(int tag) {
		boolean there = header.contains(tag) || !header.items(tag).isEmpty();
		return there ? whole().map(data -> data.items(tag)).orElse(List.of()) : List.of();
	}

	private synchronized Optional<ParsedDataSet> whole() {
		if (whole == null && !unreadable) {
			try {
				whole = new ParsedDataSet(reader, header.location(), reader.readDataSet(header.location(), reader.limits()));
			} catch (IOException e) {
				unreadable = true;
				ParsedDataSet.report(e);
			}
		}
		return Optional.ofNullable(whole);
	}
}
