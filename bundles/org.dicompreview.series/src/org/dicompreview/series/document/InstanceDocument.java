package org.dicompreview.series.document;

import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Problem;

/**
 * What an instance without pictures holds. Immutable.
 *
 * @param header     the instance
 * @param outline    what it says, as far as it could be read
 * @param waveforms  its waveforms
 * @param attachment the document of another format that it carries
 * @param problems   what is wrong with it
 * @since 0.1.0
 */
public record InstanceDocument(InstanceHeader header, List<OutlineEntry> outline, List<Waveform> waveforms,
		Optional<Attachment> attachment, List<Problem> problems) {

	/** Copies the lists. */
	public InstanceDocument {
		outline = List.copyOf(outline);
		waveforms = List.copyOf(waveforms);
		problems = List.copyOf(problems);
	}
}
