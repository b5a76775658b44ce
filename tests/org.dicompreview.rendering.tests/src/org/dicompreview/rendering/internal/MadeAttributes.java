package org.dicompreview.rendering.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.dicom.Attributes;

/** Attributes made by a test. */
public class MadeAttributes implements Attributes {

	private final Map<Integer, Object> values = new HashMap<>();

	/** Sets numbers. */
	public MadeAttributes with(int tag, double... numbers) {
		values.put(tag, numbers);
		return this;
	}

	/** Sets texts. */
	public MadeAttributes with(int tag, String... texts) {
		values.put(tag, List.of(texts));
		return this;
	}

	/** Sets items. */
	public MadeAttributes with(int tag, MadeAttributes... items) {
		values.put(tag, items);
		return this;
	}

	@Override
	public boolean contains(int tag) {
		return values.containsKey(tag);
	}

	@Override
	public List<String> strings(int tag) {
		return values.get(tag) instanceof List<?> texts ? texts.stream().map(String.class::cast).toList() : List.of();
	}

	@Override
	public double[] numbers(int tag) {
		return values.get(tag) instanceof double[] numbers ? numbers.clone() : new double[0];
	}

	@Override
	public List<Attributes> items(int tag) {
		return values.get(tag) instanceof MadeAttributes[] items ? List.of(items) : List.of();
	}
}
