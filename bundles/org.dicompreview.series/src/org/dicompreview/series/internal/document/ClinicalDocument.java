package org.dicompreview.series.internal.document;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Text;
import org.dicompreview.series.document.DocumentText;
import org.dicompreview.series.document.OutlineEntry;

/** The title of a CDA document and its sections with their texts (HL7 CDA R2). Nothing outside of the document is looked at. */
final class ClinicalDocument {

	private static final int DEEPEST = 64;

	/** A section that is being read. */
	private static final class Section {
		private final StringBuilder title = new StringBuilder();
		private final StringBuilder text = new StringBuilder();
		private final List<OutlineEntry> below = new ArrayList<>();
	}

	private final Lines lines;
	private final Deque<Section> open = new ArrayDeque<>();

	private ClinicalDocument(Lines lines) {
		this.lines = lines;
	}

	/** {@return the outline, as far as the document is well formed} @param problems takes what is wrong with it */
	static List<OutlineEntry> outline(byte[] bytes, Lines lines, List<Problem> problems) {
		return new ClinicalDocument(lines).read(bytes, problems);
	}

	private List<OutlineEntry> read(byte[] bytes, List<Problem> problems) {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		Section document = new Section();
		open.push(document);
		try {
			XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
			read(xml);
			xml.close();
		} catch (XMLStreamException e) {
			problems.add(Problem.of(DocumentText.NOT_WELL_FORMED, e.getMessage()));
		}
		while (open.size() > 1) {
			close();
		}
		List<OutlineEntry> entries = new ArrayList<>();
		if (document.title.length() > 0 || !document.below.isEmpty()) {
			entries.add(OutlineEntry.of(Text.of(DocumentText.SECTIONS), Lines.words(tidy(document.title)), document.below));
		}
		return entries;
	}

	private void read(XMLStreamReader xml) throws XMLStreamException {
		Deque<String> path = new ArrayDeque<>();
		while (xml.hasNext()) {
			switch (xml.next()) {
				case XMLStreamConstants.START_ELEMENT -> {
					path.push(xml.getLocalName());
					if ("section".equals(path.peek()) && open.size() < DEEPEST) {
						open.push(new Section());
					}
				}
				case XMLStreamConstants.END_ELEMENT -> {
					if ("section".equals(path.pop()) && open.size() > 1) {
						close();
					}
				}
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters(xml.getText(), path);
				default -> {
					// Comments and instructions say nothing to people.
				}
			}
		}
	}

	private void characters(String characters, Deque<String> path) {
		Section section = open.peek();
		if ("title".equals(path.peek())) {
			section.title.append(characters);
		} else if (path.contains("text") && open.size() > 1) {
			section.text.append(characters).append(' ');
		}
	}

	private void close() {
		Section section = open.pop();
		if (lines.take()) {
			open.peek().below.add(OutlineEntry.of(Lines.words(tidy(section.title)), Lines.words(tidy(section.text)), section.below));
		}
	}

	private static String tidy(StringBuilder text) {
		return text.toString().strip().replaceAll("\\s+", " ");
	}
}
