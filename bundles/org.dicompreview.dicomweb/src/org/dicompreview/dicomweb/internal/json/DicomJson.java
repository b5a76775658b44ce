package org.dicompreview.dicomweb.internal.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicomweb.internal.DicomWebText;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

/**
 * Reads the DICOM JSON model (PS3.18 F.2), also as servers write it who read the standard in another way: tags in lower case,
 * numbers as texts and texts as numbers, missing VRs, one object instead of a list.
 */
public final class DicomJson {

	/** An object and where it stands in the bytes. @param from index of its first byte @param to index behind its last one */
	public record Placed(JsonObject object, int from, int to) {
	}

	private static final int NUMBER_LENGTH = 1000;
	private static final int TAG_DIGITS = 8;

	private final JsonFactory factory;
	private final int mostElements;
	private int elements;

	/** @param limits bounds; items and elements are counted over all that this reads */
	public DicomJson(ReadLimits limits) {
		factory = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(4 * limits.depth() + 4).maxStringLength(2 * limits.valueBytes()).maxNumberLength(NUMBER_LENGTH)
				.build()).build();
		mostElements = limits.items();
	}

	/**
	 * {@return the objects of an answer; none for an empty one}
	 *
	 * @param bytes of the answer, UTF-8
	 * @throws DicomException if it is not JSON, or exceeds the bounds
	 */
	public List<Placed> read(byte[] bytes) throws DicomException {
		return read(bytes, 0, bytes.length);
	}

	/** As {@link #read(byte[])}, of a part of the bytes. */
	public List<Placed> read(byte[] bytes, int offset, int length) throws DicomException {
		List<Placed> objects = new ArrayList<>();
		try (JsonParser in = factory.createParser(bytes, offset, length)) {
			for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
				if (token == JsonToken.START_OBJECT) {
					int from = (int) in.currentTokenLocation().getByteOffset();
					JsonObject object = object(in);
					objects.add(new Placed(object, offset + from, offset + (int) in.currentLocation().getByteOffset()));
				} else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
					throw damaged("no list of objects"); //$NON-NLS-1$
				}
			}
			return objects;
		} catch (DicomException e) {
			throw e;
		} catch (IOException e) { // the message of the library quotes the answer, which may name a patient
			throw damaged(e.getClass().getSimpleName());
		}
	}

	private static DicomException damaged(String how) {
		return new DicomException(Problem.of(DicomWebText.ANSWER_DAMAGED, how));
	}

	private void count() throws DicomException {
		if (++elements > mostElements) {
			throw damaged("more than " + mostElements + " elements"); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	private JsonObject object(JsonParser in) throws IOException {
		JsonObject object = new JsonObject();
		while (in.nextToken() != JsonToken.END_OBJECT) {
			if (in.currentToken() == null) {
				throw damaged("it ends early"); //$NON-NLS-1$
			}
			count();
			String name = in.currentName();
			JsonToken value = in.nextToken();
			int tag = tag(name);
			if (tag == -1 || value != JsonToken.START_OBJECT) {
				in.skipChildren();
			} else {
				object.put(tag, element(in, tag));
			}
		}
		return object;
	}

	/** {@return the tag of a name, by number or keyword; -1 if it is none} */
	private static int tag(String name) {
		if (name.length() == TAG_DIGITS) {
			try {
				return Integer.parseUnsignedInt(name, 16);
			} catch (NumberFormatException e) {
				return DataDictionary.tag(name).orElse(-1);
			}
		}
		return DataDictionary.tag(name).orElse(-1);
	}

	private JsonElement element(JsonParser in, int tag) throws IOException {
		VR vr = null;
		List<String> values = new ArrayList<>();
		List<JsonObject> items = new ArrayList<>();
		byte[] binary = null;
		String uri = ""; //$NON-NLS-1$
		while (in.nextToken() != JsonToken.END_OBJECT) {
			if (in.currentToken() == null) {
				throw damaged("it ends early"); //$NON-NLS-1$
			}
			String name = in.currentName();
			JsonToken token = in.nextToken();
			switch (name.toLowerCase(Locale.ROOT)) {
				case "vr" -> vr = vr(in.getText()); //$NON-NLS-1$
				case "value" -> values(in, token, values, items); //$NON-NLS-1$
				case "inlinebinary" -> binary = binary(in, token); //$NON-NLS-1$
				case "bulkdatauri" -> uri = token == JsonToken.VALUE_STRING ? in.getText() : ""; //$NON-NLS-1$ //$NON-NLS-2$
				default -> in.skipChildren();
			}
		}
		VR known = vr != null ? vr : !items.isEmpty() ? VR.SQ : DataDictionary.vr(tag).orElse(VR.UN);
		return new JsonElement(known, Collections.unmodifiableList(values), List.copyOf(items), binary, uri);
	}

	private static VR vr(String name) {
		return Stream.of(VR.values()).filter(each -> each.name().equalsIgnoreCase(name)).findFirst().orElse(null);
	}

	private static byte[] binary(JsonParser in, JsonToken token) throws IOException {
		if (token == JsonToken.START_ARRAY) { // some write a list with one value
			byte[] first = null;
			while (in.nextToken() != JsonToken.END_ARRAY && in.currentToken() != null) {
				first = first == null && in.currentToken() == JsonToken.VALUE_STRING ? decode(in.getText()) : first;
			}
			return first;
		}
		return token == JsonToken.VALUE_STRING ? decode(in.getText()) : null;
	}

	private static byte[] decode(String text) throws DicomException {
		try {
			return Base64.getMimeDecoder().decode(text);
		} catch (IllegalArgumentException e) {
			throw damaged("Base64"); //$NON-NLS-1$
		}
	}

	private void values(JsonParser in, JsonToken token, List<String> values, List<JsonObject> items) throws IOException {
		if (token != JsonToken.START_ARRAY) {
			value(in, token, values, items);
			return;
		}
		while (in.nextToken() != JsonToken.END_ARRAY) {
			if (in.currentToken() == null) {
				throw damaged("it ends early"); //$NON-NLS-1$
			}
			value(in, in.currentToken(), values, items);
		}
	}

	private void value(JsonParser in, JsonToken token, List<String> values, List<JsonObject> items) throws IOException {
		count();
		switch (token) {
			case START_OBJECT -> {
				// an item, or the groups of a person name
				PersonOrItem found = personOrItem(in);
				if (found.person() != null) {
					values.add(found.person());
				} else {
					items.add(found.item());
				}
			}
			case START_ARRAY -> in.skipChildren();
			case VALUE_NULL -> values.add(null);
			default -> values.add(in.getText());
		}
	}

	private record PersonOrItem(String person, JsonObject item) {
	}

	private PersonOrItem personOrItem(JsonParser in) throws IOException {
		JsonObject item = new JsonObject();
		String[] groups = new String[3];
		boolean person = false;
		while (in.nextToken() != JsonToken.END_OBJECT) {
			if (in.currentToken() == null) {
				throw damaged("it ends early"); //$NON-NLS-1$
			}
			count();
			String name = in.currentName();
			JsonToken token = in.nextToken();
			int group = switch (name.toLowerCase(Locale.ROOT)) {
				case "alphabetic" -> 0; //$NON-NLS-1$
				case "ideographic" -> 1; //$NON-NLS-1$
				case "phonetic" -> 2; //$NON-NLS-1$
				default -> -1;
			};
			int tag = group < 0 ? tag(name) : -1;
			if (group >= 0 && token.isScalarValue()) {
				person = true;
				groups[group] = token == JsonToken.VALUE_NULL ? "" : in.getText(); //$NON-NLS-1$
			} else if (tag != -1 && token == JsonToken.START_OBJECT) {
				item.put(tag, element(in, tag));
			} else {
				in.skipChildren();
			}
		}
		return new PersonOrItem(person ? person(groups) : null, item);
	}

	private static String person(String[] groups) {
		String all = Stream.of(groups).map(group -> group == null ? "" : group).collect(Collectors.joining("=")); //$NON-NLS-1$ //$NON-NLS-2$
		int end = all.length();
		while (end > 0 && all.charAt(end - 1) == '=') {
			end--;
		}
		return all.substring(0, end);
	}
}
