package org.dicompreview.series.internal.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.series.document.Attachment;
import org.dicompreview.series.document.DocumentText;
import org.dicompreview.series.document.InstanceDocument;
import org.dicompreview.series.document.InstanceDocuments;
import org.dicompreview.series.document.OutlineEntry;
import org.dicompreview.series.document.Waveform;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads instances as data sets and makes outlines of them. */
@Component(service = InstanceDocuments.class)
public final class DocumentReader implements InstanceDocuments {

	private static final String PDF = "application/pdf";
	private static final String CDA = "text/xml";
	private static final Map<String, String> SUFFIXES = Map.of(PDF, ".pdf", CDA, ".xml", "model/stl", ".stl", "model/obj",
			".obj", "model/mtl", ".mtl");
	/** What stands above everything else, as far as it is there. */
	private static final Set<Integer> HEADING = new LinkedHashSet<>(List.of(Tag.DOCUMENT_TITLE, Tag.CONTENT_LABEL, Tag.CONTENT_DESCRIPTION,
			Tag.SERIES_DESCRIPTION, Tag.CONTENT_DATE, Tag.CONTENT_TIME, Tag.COMPLETION_FLAG, Tag.VERIFICATION_FLAG,
			Tag.MANUFACTURER, Tag.MANUFACTURER_MODEL_NAME));

	private final DicomReaders readers;

	/** @param readers read the files */
	@Activate
	public DocumentReader(@Reference DicomReaders readers) {
		this.readers = readers;
	}

	@Override
	public InstanceDocument read(InstanceHeader header) throws IOException {
		DataSet data = readers.readDataSet(header.location(), readers.limits());
		List<Problem> problems = new ArrayList<>();
		data.problem().ifPresent(problems::add);
		Lines lines = new Lines();
		List<OutlineEntry> outline = new ArrayList<>(heading(header, data, lines));
		List<Waveform> waveforms = new WaveformReader(readers, header.location(), problems).read(data);
		Optional<Attachment> attachment = Optional.empty();
		if (data.contains(Tag.WAVEFORM_SEQUENCE)) {
			waveforms.stream().filter(each -> lines.take()).map(WaveformReader::entry).forEach(outline::add);
		} else if (data.contains(Tag.ENCAPSULATED_DOCUMENT)) {
			attachment = attachment(header, data, lines, outline, problems);
		} else if (ReportOutline.isReport(data)) {
			outline.addAll(new ReportOutline(data, lines).entries());
		} else if (data.contains(Tag.STRUCTURE_SET_ROI_SEQUENCE)) {
			outline.add(new StructureOutline(lines).of(data));
		} else if (RegistrationOutline.isRegistration(data)) {
			outline.addAll(new RegistrationOutline(lines).of(data));
		} else {
			outline.addAll(new FactOutline(lines, HEADING).of(data));
		}
		if (lines.exhausted()) {
			problems.add(Problem.of(DocumentText.LINES_NOT_SHOWN, ENTRIES).in(header.location()));
		}
		return new InstanceDocument(header, outline, waveforms, attachment, problems);
	}

	private static List<OutlineEntry> heading(InstanceHeader header, DataSet data, Lines lines) {
		List<OutlineEntry> entries = new ArrayList<>();
		String kind = DataDictionary.uidName(header.sopClassUid()).orElse(header.sopClassUid());
		if (!kind.isEmpty() && lines.take()) {
			entries.add(OutlineEntry.of(Text.of(DocumentText.KIND), Lines.words(kind)));
		}
		HEADING.forEach(tag -> lines.add(entries, data, tag));
		return entries;
	}

	private Optional<Attachment> attachment(InstanceHeader header, DataSet data, Lines lines, List<OutlineEntry> outline,
			List<Problem> problems) throws IOException {
		byte[] bytes;
		try {
			bytes = document(header, data);
		} catch (DicomException e) {
			problems.add(e.problem());
			return Optional.empty();
		}
		String type = data.string(Tag.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT).orElse("");
		lines.add(outline, data, Tag.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT);
		outline.add(OutlineEntry.of(Text.of(DocumentText.SIZE), Text.of(DocumentText.BYTES, bytes.length)));
		OptionalInt pages = PDF.equalsIgnoreCase(type) ? PdfPages.count(bytes) : OptionalInt.empty();
		pages.ifPresent(count -> outline
				.add(OutlineEntry.of(Text.of(DocumentText.PAGES), Text.verbatim(Integer.toString(count)))));
		if (CDA.equalsIgnoreCase(type)) {
			outline.addAll(ClinicalDocument.outline(bytes, lines, problems));
		}
		return Optional.of(new Attachment(type, SUFFIXES.getOrDefault(type.toLowerCase(Locale.ROOT), ".bin"),
				bytes.length, pages));
	}

	@Override
	public byte[] readAttachment(InstanceHeader header) throws IOException {
		return document(header, readers.readDataSet(header.location(), readers.limits()));
	}

	/** {@return the document without the byte that makes its length even} */
	private byte[] document(InstanceHeader header, DataSet data) throws IOException {
		Element element = data.element(Tag.ENCAPSULATED_DOCUMENT).filter(each -> each.length() > 0)
				.orElseThrow(() -> new DicomException(Problem.of(DocumentText.NO_DOCUMENT)
						.at(Tag.ENCAPSULATED_DOCUMENT, -1).in(header.location())));
		byte[] bytes = readers.readValue(header.location(), element, readers.limits());
		double length = data.number(ContentTags.ENCAPSULATED_DOCUMENT_LENGTH).orElse(bytes.length);
		return length >= 0 && length < bytes.length && length == Math.rint(length) ? Arrays.copyOf(bytes, (int) length) : bytes;
	}
}
