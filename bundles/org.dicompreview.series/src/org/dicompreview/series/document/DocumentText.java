package org.dicompreview.series.document;

import org.dicompreview.dicom.TextKey;

/**
 * What outlines say in words of their own.
 *
 * @since 0.1.0
 */
public enum DocumentText implements TextKey {

	/** … bytes. */
	BYTES,
	/** Channels. */
	CHANNELS,
	/** …, … to …. */
	CHANNEL_RANGE,
	/** contours: …. */
	CONTOURS,
	/** … and so on, … bytes. */
	FIRST_BYTES,
	/** … and so on, … values. */
	FIRST_VALUES,
	/** … Hz. */
	HERTZ,
	/** Item …. */
	ITEM,
	/** Kind. */
	KIND,
	/** … lines are shown, the rest is not. */
	LINES_NOT_SHOWN,
	/** maps … to …. */
	MAPS,
	/** The document is no well-formed XML: …. */
	NOT_WELL_FORMED,
	/** There is no document. */
	NO_DOCUMENT,
	/** Pages. */
	PAGES,
	/** Only the first … samples of each channel are shown. */
	SAMPLES_NOT_SHOWN,
	/** Sections. */
	SECTIONS,
	/** … s. */
	SECONDS,
	/** see …. */
	SEE,
	/** Size. */
	SIZE,
	/** Structures. */
	STRUCTURES,
	/** Waveform. */
	WAVEFORM,
	/** The waveform cannot be shown: … channels of … samples, … bits. */
	WAVEFORM_INVALID,
	/** The waveform ends after … of … samples. */
	WAVEFORM_TRUNCATED
}
