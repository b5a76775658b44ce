package org.dicompreview.dcm4che.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Fragments;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.io.DicomInputHandler;
import org.dcm4che3.io.DicomInputStream;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;

/** Keeps all elements of a data set with their places, of long and binary values only the beginning. */
final class DataSetHandler implements DicomInputHandler {

	private static final int KEPT = 1 << 16;
	private static final int SHOWN = 1 << 12;
	private static final int BINARY = 64;
	private static final long UNDEFINED = -1;

	private record Place(long offset, long length) {
	}

	private final ToolkitInput input;
	private final int longest;
	private final Map<Attributes, Map<Integer, Place>> places = new IdentityHashMap<>();

	DataSetHandler(ToolkitInput input, ReadLimits limits) {
		this.input = input;
		longest = Math.min(KEPT, limits.valueBytes());
	}

	@Override
	public void readValue(DicomInputStream stream, Attributes attributes) throws IOException {
		input.check();
		int tag = stream.tag();
		long length = stream.unsignedLength();
		places.computeIfAbsent(attributes, key -> new HashMap<>()).put(tag, new Place(input.position(), length));
		org.dcm4che3.data.VR vr = stream.vr();
		if (vr == org.dcm4che3.data.VR.SQ || length == 0) {
			stream.readValue(stream, attributes);
		} else if (length == UNDEFINED) {
			input.skip();
			attributes.setNull(tag, vr);
		} else {
			byte[] bytes = new byte[(int) Math.min(length, vr.isInlineBinary() ? BINARY : longest)];
			stream.readFully(bytes);
			stream.skipFully(length - bytes.length);
			attributes.setBytes(tag, vr, bytes);
			if (tag == Tag.FILE_META_INFORMATION_GROUP_LENGTH && bytes.length == Integer.BYTES) {
				stream.setFileMetaInformationGroupLength(bytes);
			}
		}
	}

	@Override
	public void readValue(DicomInputStream stream, Sequence sequence) throws IOException {
		input.check();
		stream.readValue(stream, sequence);
	}

	@Override
	public void readValue(DicomInputStream stream, Fragments fragments) throws IOException {
		input.check();
		input.skip();
	}

	@Override
	public void startDataset(DicomInputStream stream) {
		// nothing to do
	}

	@Override
	public void endDataset(DicomInputStream stream) {
		// nothing to do
	}

	/** {@return the data set behind its meta information} */
	DataSet toDataSet() {
		List<Element> all = new ArrayList<>(elements(input.meta()));
		all.addAll(elements(input.elements()));
		Attributes joined = new Attributes(input.elements());
		joined.addAll(input.meta());
		places.computeIfAbsent(joined, key -> new HashMap<>()).putAll(placesOf(input.meta()));
		places.get(joined).putAll(placesOf(input.elements()));
		return new ToolkitDataSet(joined, all, Optional.ofNullable(input.problem()), incomplete(joined));
	}

	private Map<Integer, Place> placesOf(Attributes owner) {
		return places.getOrDefault(owner, Map.of());
	}

	private List<Element> elements(Attributes owner) {
		List<Element> elements = new ArrayList<>(owner.size());
		for (int tag : owner.tags()) {
			elements.add(element(owner, tag));
		}
		elements.sort(Comparator.comparing(Element::tag, Integer::compareUnsigned));
		return elements;
	}

	private Element element(Attributes owner, int tag) {
		VR vr = VR.valueOf(owner.getVR(tag).name());
		Place place = placesOf(owner).getOrDefault(tag, new Place(UNDEFINED, 0));
		List<DataSet> items = new ArrayList<>();
		if (owner.getValue(tag) instanceof Sequence sequence) {
			sequence.forEach(item -> items.add(new ToolkitDataSet(item, elements(item), Optional.empty(),
					incomplete(item))));
		}
		int shown = owner.getValue(tag) instanceof byte[] bytes ? bytes.length : 0;
		boolean cut = shown > SHOWN;
		List<String> values = cut ? Values.strings(beginning(owner, tag), tag) : Values.strings(owner, tag);
		boolean shortened = vr != VR.SQ && (cut || isIncomplete(owner, tag));
		return new Element(tag, vr, place.length(), place.offset(), creator(owner, tag), values, shortened, items);
	}

	private static Attributes beginning(Attributes owner, int tag) {
		Attributes beginning = new Attributes(owner.bigEndian(), 2);
		if (owner.getValue(Tag.SPECIFIC_CHARACTER_SET) instanceof byte[] characters) {
			beginning.setBytes(Tag.SPECIFIC_CHARACTER_SET, org.dcm4che3.data.VR.CS, characters);
		}
		beginning.setBytes(tag, owner.getVR(tag), Arrays.copyOf((byte[]) owner.getValue(tag), SHOWN));
		return beginning;
	}

	private static String creator(Attributes owner, int tag) {
		if (!Tag.isPrivate(tag) || (tag & 0xFFFF) < 0x1000) {
			return ""; //$NON-NLS-1$
		}
		List<String> reserved = Values.strings(owner, tag & 0xFFFF0000 | (tag & 0xFFFF) >>> 8);
		return reserved.isEmpty() ? "" : reserved.get(0); //$NON-NLS-1$
	}

	private boolean isIncomplete(Attributes owner, int tag) {
		Place place = placesOf(owner).get(tag);
		Object value = owner.getValue(tag);
		return place != null && place.length() != 0 && !(value instanceof Sequence)
				&& (!(value instanceof byte[] bytes) || bytes.length != place.length()) && !(value instanceof String)
				&& !(value instanceof String[]);
	}

	/** {@return which values are not here in full} */
	private int[] incomplete(Attributes owner) {
		return Arrays.stream(owner.tags()).filter(tag -> isIncomplete(owner, tag)).toArray();
	}
}
