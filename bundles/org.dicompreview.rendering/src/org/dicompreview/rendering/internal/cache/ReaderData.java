package org.dicompreview.rendering.internal.cache;

import java.util.List;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DicomReader;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.rendering.internal.frame.FullData;

/** The long values of an instance, read only if they are asked for. */
final class ReaderData implements FullData {

	private final Attributes attributes;

	private ReaderData(Attributes attributes) {
		this.attributes = attributes;
	}

	static FullData of(DicomReader reader, InstanceHeader header) {
		return new ReaderData(header);
	}

	@Override
	public Attributes attributes() {
		return attributes;
	}

	@Override
	public byte[] bytes(int tag) {
		double[] words = attributes.numbers(tag);
		byte[] bytes = new byte[2 * words.length];
		for (int i = 0; i < words.length; i++) {
			bytes[2 * i] = (byte) (int) words[i];
			bytes[2 * i + 1] = (byte) ((int) words[i] >> 8);
		}
		return bytes;
	}

	@Override
	public List<FullData> items(int tag) {
		return attributes.items(tag).stream().<FullData>map(ReaderData::new).toList();
	}
}
