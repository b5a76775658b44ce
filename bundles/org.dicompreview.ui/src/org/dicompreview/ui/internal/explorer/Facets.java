package org.dicompreview.ui.internal.explorer;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What series must be beside the words of a filter. Immutable.
 *
 * @param modality the only one; empty text for any
 * @param bodyPart the only one; empty text for any
 * @param from     first date: a year, month or day as digits; empty text for any
 * @param to       last date: a year, month or day as digits, included; empty text for any
 * @param least    number of images; 0 for any
 * @param most     number of images; {@link Integer#MAX_VALUE} for any
 * @param problems whether something must be wrong
 */
record Facets(String modality, String bodyPart, String from, String to, int least, int most, boolean problems) {

	/** Leaves everything. */
	static final Facets NONE = new Facets("", "", "", "", 0, Integer.MAX_VALUE, false); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$

	private static final Pattern SEPARATORS = Pattern.compile("[-./ ]"); //$NON-NLS-1$
	private static final Pattern DATE = Pattern.compile("\\d{4}(\\d{2}(\\d{2})?)?"); //$NON-NLS-1$
	private static final String MODALITY = "modality"; //$NON-NLS-1$
	private static final String BODY_PART = "bodyPart"; //$NON-NLS-1$
	private static final String FROM = "from"; //$NON-NLS-1$
	private static final String TO = "to"; //$NON-NLS-1$
	private static final String LEAST = "least"; //$NON-NLS-1$
	private static final String MOST = "most"; //$NON-NLS-1$
	private static final String PROBLEMS = "problems"; //$NON-NLS-1$

	/** {@return the digits of a year, month or day that a person has typed; empty text if it is none} */
	static String date(String typed) {
		String digits = SEPARATORS.matcher(typed.strip()).replaceAll(""); //$NON-NLS-1$
		return DATE.matcher(digits).matches() ? digits : ""; //$NON-NLS-1$
	}

	/** {@return a number that a person has typed} @param otherwise if it is none */
	static int number(String typed, int otherwise) {
		String digits = typed.strip();
		return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : otherwise; //$NON-NLS-1$
	}

	boolean isEmpty() {
		return equals(NONE);
	}

	boolean accepts(SeriesFacts facts) {
		return (modality.isEmpty() || modality.equals(facts.modality()))
				&& (bodyPart.isEmpty() || bodyPart.equalsIgnoreCase(facts.bodyPart()))
				&& isWithin(facts.date()) && facts.images() >= least && facts.images() <= most
				&& (!problems || facts.problems());
	}

	private boolean isWithin(String date) {
		if (from.isEmpty() && to.isEmpty()) {
			return true;
		}
		return !date.isEmpty() && date.compareTo(from) >= 0
				&& (to.isEmpty() || date.substring(0, Math.min(to.length(), date.length())).compareTo(to) <= 0);
	}

	/** {@return all in one line, for a preference} */
	String save() {
		Map<String, String> values = Map.of(MODALITY, modality, BODY_PART, bodyPart, FROM, from, TO, to,
				LEAST, least == 0 ? "" : Integer.toString(least), MOST, most == Integer.MAX_VALUE ? "" : Integer.toString(most), //$NON-NLS-1$ //$NON-NLS-2$
				PROBLEMS, problems ? PROBLEMS : ""); //$NON-NLS-1$
		List<String> parts = new ArrayList<>();
		values.forEach((key, value) -> {
			if (!value.isEmpty()) {
				parts.add(key + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8));
			}
		});
		return String.join("&", parts); //$NON-NLS-1$
	}

	/** {@return what was saved; whatever cannot be understood counts as any} */
	static Facets load(String saved) {
		Map<String, String> values = new HashMap<>();
		for (String part : saved.split("&")) { //$NON-NLS-1$
			int sign = part.indexOf('=');
			if (sign > 0) {
				values.put(part.substring(0, sign), decode(part.substring(sign + 1)));
			}
		}
		return new Facets(values.getOrDefault(MODALITY, ""), values.getOrDefault(BODY_PART, ""), //$NON-NLS-1$ //$NON-NLS-2$
				date(values.getOrDefault(FROM, "")), date(values.getOrDefault(TO, "")), //$NON-NLS-1$ //$NON-NLS-2$
				number(values.getOrDefault(LEAST, ""), 0), number(values.getOrDefault(MOST, ""), Integer.MAX_VALUE), //$NON-NLS-1$ //$NON-NLS-2$
				values.containsKey(PROBLEMS));
	}

	private static String decode(String value) {
		try {
			return URLDecoder.decode(value, StandardCharsets.UTF_8);
		} catch (IllegalArgumentException e) {
			return ""; // somebody has edited the preference //$NON-NLS-1$
		}
	}
}
