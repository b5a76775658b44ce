package org.dicompreview.rendering.internal.cache;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomReader;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.rendering.internal.frame.FullData;

/**
 * The long values of an instance. The header says what is there; the whole data set is only parsed if one of them is
 * asked for. For several threads.
 */
final class ReaderData implements FullData {

	private static final byte[] NOTHING = {};

	private final DicomReader reader;
	private final InstanceHeader header;
	private DataSet whole;
	private boolean unreadable;

	ReaderData(DicomReader reader, InstanceHeader header) {
		this.reader = reader;
		this.header = header;
	}

	@Override
	public Attributes attributes() {
		return header;
	}

	@Override
	public byte[] bytes(int tag) {
		return header.contains(tag) ? whole().map(data -> read(data, tag)).orElse(NOTHING) : NOTHING;
	}

	@Override
	public List<FullData> items(int tag) {
		return header.contains(tag) ? whole().map(data -> wrap(data, tag)).orElse(List.of()) : List.of();
	}

	private synchronized Optional<DataSet> whole() {
		if (whole == null && !unreadable) {
			try {
				whole = reader.readDataSet(header.path(), ReadLimits.DEFAULT);
			} catch (IOException e) {
				unreadable = true;
				report(e);
			}
		}
		return Optional.ofNullable(whole);
	}

	private List<FullData> wrap(DataSet data, int tag) {
		return data.element(tag).map(Element::items).orElse(List.of()).stream().<FullData>map(Item::new).toList();
	}

	private byte[] read(DataSet data, int tag) {
		Optional<Element> element = data.element(tag);
		if (element.isEmpty() || element.get().length() <= 0) {
			return NOTHING;
		}
		try {
			return reader.readValue(header.path(), element.get(), ReadLimits.DEFAULT);
		} catch (IOException e) {
			report(e);
			return NOTHING;
		}
	}

	/** What cannot be read is not shown; the picture without it is better than none. */
	private static void report(IOException e) {
		System.getLogger(ReaderData.class.getName()).log(System.Logger.Level.WARNING, "reading tables of an image", e);
	}

	private final class Item implements FullData {

		private final DataSet item;

		Item(DataSet item) {
			this.item = item;
		}

		@Override
		public Attributes attributes() {
			return item;
		}

		@Override
		public byte[] bytes(int tag) {
			return read(item, tag);
		}

		@Override
		public List<FullData> items(int tag) {
			return wrap(item, tag);
		}
	}
}
