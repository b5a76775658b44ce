package org.dicompreview.ui.ide.internal.compare;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.DataDictionary.Entry;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.Tag;
import org.eclipse.compare.IEncodedStreamContentAccessor;
import org.eclipse.compare.ITypedElement;
import org.eclipse.swt.graphics.Image;

/**
 * One side of an attribute as text: its values, a line each; the elements of its items if it is a sequence.
 *
 * @param element the element
 */
record ElementText(Element element) implements ITypedElement, IEncodedStreamContentAccessor {

	private static final String NESTED = "  "; //$NON-NLS-1$
	private static final String SHORTENED = "\u2026"; //$NON-NLS-1$

	@Override
	public String getName() {
		return name(element);
	}

	@Override
	public Image getImage() {
		return null;
	}

	@Override
	public String getType() {
		return TEXT_TYPE;
	}

	@Override
	public InputStream getContents() {
		StringBuilder text = new StringBuilder();
		if (element.items().isEmpty()) {
			text.append(String.join("\n", element.values())); //$NON-NLS-1$
			text.append(element.shortened() ? SHORTENED : "").append('\n'); //$NON-NLS-1$
		} else {
			items(element, "", text); //$NON-NLS-1$
		}
		return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String getCharset() {
		return StandardCharsets.UTF_8.name();
	}

	private static void items(Element sequence, String indent, StringBuilder text) {
		for (int i = 0; i < sequence.items().size(); i++) {
			text.append(indent).append('#').append(i + 1).append('\n');
			for (Element each : sequence.items().get(i).elements()) {
				text.append(indent).append(NESTED).append(name(each)).append(": ").append(values(each)).append('\n'); //$NON-NLS-1$
				items(each, indent + NESTED + NESTED, text);
			}
		}
	}

	/** {@return tag and name, a private creator in brackets} */
	static String name(Element element) {
		String name = DataDictionary.find(element.tag(), element.creator()).map(Entry::name).orElse(""); //$NON-NLS-1$
		String creator = element.creator().isEmpty() ? "" : " [" + element.creator() + ']'; //$NON-NLS-1$ //$NON-NLS-2$
		return Tag.format(element.tag()) + ' ' + name + creator;
	}

	/** {@return the values in one line} */
	static String values(Element element) {
		String values = element.values().stream().map(value -> value.replaceAll("\\s*[\\r\\n\\f\\t]+\\s*", " \u21B5 ")) //$NON-NLS-1$ //$NON-NLS-2$
				.collect(Collectors.joining("\\")); //$NON-NLS-1$
		return element.shortened() ? values + ' ' + SHORTENED : values;
	}
}
