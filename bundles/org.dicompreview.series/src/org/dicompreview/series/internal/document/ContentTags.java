package org.dicompreview.series.internal.document;

/** Tags of what objects without pictures hold, as {@link org.dicompreview.dicom.Tag} has them. */
final class ContentTags {

	static final int REFERENCED_SOP_SEQUENCE = 0x00081199;
	static final int CODING_SCHEME_DESIGNATOR = 0x00080102;
	static final int RELATIONSHIP_TYPE = 0x0040A010;
	static final int DATE_TIME = 0x0040A120;
	static final int DATE = 0x0040A121;
	static final int TIME = 0x0040A122;
	static final int PERSON_NAME = 0x0040A123;
	static final int UID = 0x0040A124;
	static final int TEMPORAL_RANGE_TYPE = 0x0040A130;
	static final int REFERENCED_SAMPLE_POSITIONS = 0x0040A132;
	static final int REFERENCED_TIME_OFFSETS = 0x0040A138;
	static final int REFERENCED_DATE_TIME = 0x0040A13A;
	static final int CONCEPT_CODE_SEQUENCE = 0x0040A168;
	static final int MEASURED_VALUE_SEQUENCE = 0x0040A300;
	static final int NUMERIC_VALUE_QUALIFIER_CODE_SEQUENCE = 0x0040A301;
	static final int NUMERIC_VALUE = 0x0040A30A;
	static final int REFERENCED_CONTENT_ITEM_IDENTIFIER = 0x0040DB73;
	static final int GRAPHIC_DATA = 0x00700022;
	static final int GRAPHIC_TYPE = 0x00700023;

	static final int WAVEFORM_BITS_ALLOCATED = 0x54001004;
	static final int WAVEFORM_SAMPLE_INTERPRETATION = 0x54001006;
	static final int WAVEFORM_PADDING_VALUE = 0x5400100A;
	static final int WAVEFORM_DATA = 0x54001010;
	static final int NUMBER_OF_WAVEFORM_CHANNELS = 0x003A0005;
	static final int NUMBER_OF_WAVEFORM_SAMPLES = 0x003A0010;
	static final int SAMPLING_FREQUENCY = 0x003A001A;
	static final int MULTIPLEX_GROUP_LABEL = 0x003A0020;
	static final int CHANNEL_DEFINITION_SEQUENCE = 0x003A0200;
	static final int CHANNEL_LABEL = 0x003A0203;
	static final int CHANNEL_SOURCE_SEQUENCE = 0x003A0208;
	static final int CHANNEL_SENSITIVITY = 0x003A0210;
	static final int CHANNEL_SENSITIVITY_UNITS_SEQUENCE = 0x003A0211;
	static final int CHANNEL_SENSITIVITY_CORRECTION_FACTOR = 0x003A0212;
	static final int CHANNEL_BASELINE = 0x003A0213;

	static final int ENCAPSULATED_DOCUMENT_LENGTH = 0x00420015;

	static final int RT_ROI_INTERPRETED_TYPE = 0x300600A4;
	static final int ROI_CONTOUR_SEQUENCE = 0x30060039;
	static final int CONTOUR_SEQUENCE = 0x30060040;
	static final int CONTOUR_GEOMETRIC_TYPE = 0x30060042;
	static final int REFERENCED_ROI_NUMBER = 0x30060084;
	static final int RT_ROI_OBSERVATIONS_SEQUENCE = 0x30060080;

	static final int REGISTRATION_SEQUENCE = 0x00700308;
	static final int MATRIX_REGISTRATION_SEQUENCE = 0x00700309;
	static final int MATRIX_SEQUENCE = 0x0070030A;
	static final int FRAME_OF_REFERENCE_TRANSFORMATION_MATRIX = 0x300600C6;
	static final int FRAME_OF_REFERENCE_TRANSFORMATION_MATRIX_TYPE = 0x0070030C;
	static final int DEFORMABLE_REGISTRATION_SEQUENCE = 0x00640002;
	static final int SOURCE_FRAME_OF_REFERENCE_UID = 0x00640003;

	private ContentTags() {
	}
}
