package org.dicompreview.dicomweb.internal.json;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A DICOM JSON object: a data set or an item (PS3.18 F.2). Filled once, then only read. */
public final class JsonObject {

	private final TreeMap<Integer, JsonElement> elements = new TreeMap<>(Integer::compareUnsigned);

	/** {@return the attributes in order of their tags} */
	public Map<Integer, JsonElement> elements() {
		return elements;
	}

	/** Sets an attribute. */
	public void put(int tag, JsonElement element) {
		elements.put(tag, element);
	}

	/** {@return the first value of an attribute as text; empty text if there is none} */
	public String text(int tag) {
		return Optional.ofNullable(elements.get(tag)).flatMap(element -> element.values().stream().findFirst())
				.map(String::strip).orElse(""); //$NON-NLS-1$
	}

	/** {@return the first value of an attribute as a number; 0 if there is none} */
	public int number(int tag) {
		try {
			return (int) Math.max(0, Math.min(Integer.MAX_VALUE, Double.parseDouble(text(tag))));
		} catch (NumberFormatException e) {
			return 0;
		}
	}

	/** {@return an object with the attributes of both, in doubt with those of this one that have a value} */
	public JsonObject over(JsonObject other) {
		JsonObject both = new JsonObject();
		both.elements.putAll(other.elements);
		elements.forEach((tag, element) -> {
			boolean empty = element.values().isEmpty() && element.items().isEmpty() && element.binary() == null;
			if (!empty || !both.elements.containsKey(tag)) {
				both.elements.put(tag, element);
			}
		});
		return both;
	}
}
