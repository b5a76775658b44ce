package org.dicompreview.dicom;

/**
 * Tags that this project asks for, named by their keywords in PS3.6; group in the upper 16 bits, element in the lower.
 * Tags compare as unsigned numbers ({@link Integer#compareUnsigned}). For all other attributes there is the data
 * dictionary.
 */
public final class Tag {

	// File meta information and media directories, PS3.10
	public static final int FILE_META_INFORMATION_GROUP_LENGTH = 0x00020000;
	public static final int MEDIA_STORAGE_SOP_CLASS_UID = 0x00020002;
	public static final int MEDIA_STORAGE_SOP_INSTANCE_UID = 0x00020003;
	public static final int TRANSFER_SYNTAX_UID = 0x00020010;
	public static final int DIRECTORY_RECORD_SEQUENCE = 0x00041220;
	public static final int DIRECTORY_RECORD_TYPE = 0x00041430;
	public static final int REFERENCED_FILE_ID = 0x00041500;
	public static final int REFERENCED_SOP_CLASS_UID_IN_FILE = 0x00041510;
	public static final int REFERENCED_SOP_INSTANCE_UID_IN_FILE = 0x00041511;

	// Identification and dates
	public static final int SPECIFIC_CHARACTER_SET = 0x00080005;
	public static final int IMAGE_TYPE = 0x00080008;
	public static final int INSTANCE_CREATION_DATE = 0x00080012;
	public static final int INSTANCE_CREATION_TIME = 0x00080013;
	public static final int SOP_CLASS_UID = 0x00080016;
	public static final int SOP_INSTANCE_UID = 0x00080018;
	public static final int STUDY_DATE = 0x00080020;
	public static final int SERIES_DATE = 0x00080021;
	public static final int ACQUISITION_DATE = 0x00080022;
	public static final int CONTENT_DATE = 0x00080023;
	public static final int ACQUISITION_DATE_TIME = 0x0008002A;
	public static final int STUDY_TIME = 0x00080030;
	public static final int SERIES_TIME = 0x00080031;
	public static final int ACQUISITION_TIME = 0x00080032;
	public static final int CONTENT_TIME = 0x00080033;
	public static final int ACCESSION_NUMBER = 0x00080050;
	public static final int MODALITY = 0x00080060;
	public static final int MODALITIES_IN_STUDY = 0x00080061;
	public static final int CONVERSION_TYPE = 0x00080064;
	public static final int PRESENTATION_INTENT_TYPE = 0x00080068;
	public static final int TIMEZONE_OFFSET_FROM_UTC = 0x00080201;
	public static final int MANUFACTURER = 0x00080070;
	public static final int INSTITUTION_NAME = 0x00080080;
	public static final int REFERRING_PHYSICIAN_NAME = 0x00080090;
	public static final int STATION_NAME = 0x00081010;
	public static final int STUDY_DESCRIPTION = 0x00081030;
	public static final int SERIES_DESCRIPTION = 0x0008103E;
	public static final int MANUFACTURER_MODEL_NAME = 0x00081090;
	public static final int REFERENCED_SERIES_SEQUENCE = 0x00081115;
	public static final int REFERENCED_IMAGE_SEQUENCE = 0x00081140;
	public static final int REFERENCED_SOP_CLASS_UID = 0x00081150;
	public static final int REFERENCED_SOP_INSTANCE_UID = 0x00081155;
	public static final int REFERENCED_FRAME_NUMBER = 0x00081160;
	public static final int SOURCE_IMAGE_SEQUENCE = 0x00082112;
	public static final int DERIVATION_DESCRIPTION = 0x00082111;
	public static final int LOSSY_IMAGE_COMPRESSION = 0x00282110;
	public static final int LOSSY_IMAGE_COMPRESSION_RATIO = 0x00282112;
	public static final int LOSSY_IMAGE_COMPRESSION_METHOD = 0x00282114;
	public static final int FRAME_TYPE = 0x00089007;
	public static final int PIXEL_PRESENTATION = 0x00089205;
	public static final int VOLUMETRIC_PROPERTIES = 0x00089206;
	public static final int COMPLEX_IMAGE_COMPONENT = 0x00089208;
	public static final int ACQUISITION_CONTRAST = 0x00089209;
	public static final int CODE_VALUE = 0x00080100;
	public static final int CODE_MEANING = 0x00080104;
	public static final int CODING_SCHEME_DESIGNATOR = 0x00080102;
	public static final int ANATOMIC_REGION_SEQUENCE = 0x00082218;

	// Patient, study, series
	public static final int PATIENT_NAME = 0x00100010;
	public static final int PATIENT_ID = 0x00100020;
	public static final int ISSUER_OF_PATIENT_ID = 0x00100021;
	public static final int PATIENT_BIRTH_DATE = 0x00100030;
	public static final int PATIENT_SEX = 0x00100040;
	public static final int PATIENT_AGE = 0x00101010;
	public static final int PATIENT_SIZE = 0x00101020;
	public static final int PATIENT_WEIGHT = 0x00101030;
	public static final int PATIENT_ORIENTATION = 0x00200020;
	public static final int PATIENT_POSITION = 0x00185100;
	public static final int BODY_PART_EXAMINED = 0x00180015;
	public static final int PROTOCOL_NAME = 0x00181030;
	public static final int STUDY_INSTANCE_UID = 0x0020000D;
	public static final int SERIES_INSTANCE_UID = 0x0020000E;
	public static final int STUDY_ID = 0x00200010;
	public static final int SERIES_NUMBER = 0x00200011;
	public static final int ACQUISITION_NUMBER = 0x00200012;
	public static final int INSTANCE_NUMBER = 0x00200013;
	public static final int LATERALITY = 0x00200060;
	public static final int IMAGE_LATERALITY = 0x00200062;
	public static final int VIEW_POSITION = 0x00185101;
	public static final int IMAGE_COMMENTS = 0x00204000;
	public static final int CONCATENATION_UID = 0x00209161;
	public static final int IN_CONCATENATION_NUMBER = 0x00209162;
	public static final int IN_CONCATENATION_TOTAL_NUMBER = 0x00209163;
	public static final int CONCATENATION_FRAME_OFFSET_NUMBER = 0x00209228;
	public static final int SOP_INSTANCE_UID_OF_CONCATENATION_SOURCE = 0x00200242;
	public static final int PERFORMED_PROCEDURE_STEP_DESCRIPTION = 0x00400254;
	public static final int REQUESTED_PROCEDURE_DESCRIPTION = 0x00321060;

	// Acquisition
	public static final int CONTRAST_BOLUS_AGENT = 0x00180010;
	public static final int SCANNING_SEQUENCE = 0x00180020;
	public static final int SEQUENCE_VARIANT = 0x00180021;
	public static final int SCAN_OPTIONS = 0x00180022;
	public static final int MR_ACQUISITION_TYPE = 0x00180023;
	public static final int SEQUENCE_NAME = 0x00180024;
	public static final int ANGIO_FLAG = 0x00180025;
	public static final int CINE_RATE = 0x00180040;
	public static final int SLICE_THICKNESS = 0x00180050;
	public static final int KVP = 0x00180060;
	public static final int REPETITION_TIME = 0x00180080;
	public static final int ECHO_TIME = 0x00180081;
	public static final int INVERSION_TIME = 0x00180082;
	public static final int ECHO_NUMBERS = 0x00180086;
	public static final int MAGNETIC_FIELD_STRENGTH = 0x00180087;
	public static final int SPACING_BETWEEN_SLICES = 0x00180088;
	public static final int FLIP_ANGLE = 0x00181314;
	public static final int DIFFUSION_B_VALUE = 0x00189087;
	public static final int DIFFUSION_GRADIENT_ORIENTATION = 0x00189089;
	public static final int DIFFUSION_DIRECTIONALITY = 0x00189075;
	public static final int DIFFUSION_B_MATRIX_SEQUENCE = 0x00189601;
	public static final int MR_DIFFUSION_SEQUENCE = 0x00189117;
	public static final int DIFFUSION_GRADIENT_DIRECTION_SEQUENCE = 0x00189076;
	public static final int EFFECTIVE_ECHO_TIME = 0x00189082;
	public static final int MR_ECHO_SEQUENCE = 0x00189114;
	public static final int TRIGGER_TIME = 0x00181060;
	public static final int NOMINAL_INTERVAL = 0x00181062;
	public static final int CARDIAC_NUMBER_OF_IMAGES = 0x00181090;
	public static final int NOMINAL_PERCENTAGE_OF_CARDIAC_PHASE = 0x00209241;
	public static final int HEART_RATE = 0x00181088;
	public static final int FRAME_TIME = 0x00181063;
	public static final int FRAME_TIME_VECTOR = 0x00181065;
	public static final int FRAME_DELAY = 0x00181066;
	public static final int START_TRIM = 0x00082142;
	public static final int STOP_TRIM = 0x00082143;
	public static final int RECOMMENDED_DISPLAY_FRAME_RATE = 0x00082144;
	public static final int PREFERRED_PLAYBACK_SEQUENCING = 0x00181244;
	public static final int ACTUAL_FRAME_DURATION = 0x00181242;
	public static final int CONVOLUTION_KERNEL = 0x00181210;
	public static final int GANTRY_DETECTOR_TILT = 0x00181120;
	public static final int DISTANCE_SOURCE_TO_DETECTOR = 0x00181110;
	public static final int ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR = 0x00181114;
	public static final int EXPOSURE_TIME = 0x00181150;
	public static final int X_RAY_TUBE_CURRENT = 0x00181151;
	public static final int EXPOSURE = 0x00181152;
	public static final int IMAGER_PIXEL_SPACING = 0x00181164;
	public static final int PROJECTION_PIXEL_CALIBRATION_SEQUENCE = 0x00189401;
	public static final int OBJECT_PIXEL_SPACING_IN_CENTER_OF_BEAM = 0x00189404;
	public static final int POSITIONER_PRIMARY_ANGLE = 0x00181510;
	public static final int POSITIONER_SECONDARY_ANGLE = 0x00181511;
	public static final int CARDIAC_SYNCHRONIZATION_SEQUENCE = 0x00189118;
	public static final int NOMINAL_CARDIAC_TRIGGER_DELAY_TIME = 0x00209153;
	public static final int RESPIRATORY_SYNCHRONIZATION_SEQUENCE = 0x00209253;
	public static final int NOMINAL_PERCENTAGE_OF_RESPIRATORY_PHASE = 0x00209245;
	public static final int NOMINAL_RESPIRATORY_TRIGGER_DELAY_TIME = 0x00209255;
	public static final int TEMPORAL_POSITION_TIME_OFFSET = 0x0020930D;

	// Image plane, frames and dimensions
	public static final int IMAGE_POSITION_PATIENT = 0x00200032;
	public static final int IMAGE_ORIENTATION_PATIENT = 0x00200037;
	public static final int FRAME_OF_REFERENCE_UID = 0x00200052;
	public static final int SLICE_LOCATION = 0x00201041;
	public static final int TEMPORAL_POSITION_IDENTIFIER = 0x00200100;
	public static final int NUMBER_OF_TEMPORAL_POSITIONS = 0x00200105;
	public static final int TEMPORAL_RESOLUTION = 0x00200110;
	public static final int TEMPORAL_POSITION_INDEX = 0x00209128;
	public static final int STACK_ID = 0x00209056;
	public static final int IN_STACK_POSITION_NUMBER = 0x00209057;
	public static final int FRAME_ACQUISITION_NUMBER = 0x00209156;
	public static final int FRAME_REFERENCE_DATE_TIME = 0x00189151;
	public static final int FRAME_ACQUISITION_DATE_TIME = 0x00189074;
	public static final int FRAME_ACQUISITION_DURATION = 0x00189220;
	public static final int FRAME_COMMENTS = 0x00209158;
	public static final int FRAME_LABEL = 0x00209453;
	public static final int DIMENSION_INDEX_VALUES = 0x00209157;
	public static final int DIMENSION_INDEX_SEQUENCE = 0x00209222;
	public static final int DIMENSION_ORGANIZATION_SEQUENCE = 0x00209221;
	public static final int DIMENSION_ORGANIZATION_TYPE = 0x00209311;
	public static final int DIMENSION_INDEX_POINTER = 0x00209165;
	public static final int DIMENSION_INDEX_PRIVATE_CREATOR = 0x00209213;
	public static final int FUNCTIONAL_GROUP_POINTER = 0x00209167;
	public static final int FUNCTIONAL_GROUP_PRIVATE_CREATOR = 0x00209238;
	public static final int DIMENSION_DESCRIPTION_LABEL = 0x00209421;
	public static final int SHARED_FUNCTIONAL_GROUPS_SEQUENCE = 0x52009229;
	public static final int PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE = 0x52009230;
	public static final int PIXEL_MEASURES_SEQUENCE = 0x00289110;
	public static final int FRAME_CONTENT_SEQUENCE = 0x00209111;
	public static final int PLANE_POSITION_SEQUENCE = 0x00209113;
	public static final int PLANE_ORIENTATION_SEQUENCE = 0x00209116;
	public static final int FRAME_ANATOMY_SEQUENCE = 0x00209071;
	public static final int PIXEL_VALUE_TRANSFORMATION_SEQUENCE = 0x00289145;
	public static final int FRAME_VOI_LUT_SEQUENCE = 0x00289132;
	public static final int MR_IMAGE_FRAME_TYPE_SEQUENCE = 0x00189226;
	public static final int CT_IMAGE_FRAME_TYPE_SEQUENCE = 0x00189329;
	public static final int TEMPORAL_POSITION_SEQUENCE = 0x00209310;
	public static final int PLANE_POSITION_VOLUME_SEQUENCE = 0x0020930E;
	public static final int PLANE_ORIENTATION_VOLUME_SEQUENCE = 0x0020930F;
	public static final int IMAGE_POSITION_VOLUME = 0x00209301;
	public static final int IMAGE_ORIENTATION_VOLUME = 0x00209302;
	public static final int FRAME_PIXEL_DATA_PROPERTIES_SEQUENCE = 0x00289443;
	public static final int FRAME_LATERALITY = 0x00209072;
	public static final int DERIVATION_IMAGE_SEQUENCE = 0x00089124;
	public static final int UNASSIGNED_SHARED_CONVERTED_ATTRIBUTES_SEQUENCE = 0x00209170;
	public static final int UNASSIGNED_PER_FRAME_CONVERTED_ATTRIBUTES_SEQUENCE = 0x00209171;

	// Image pixel
	public static final int SAMPLES_PER_PIXEL = 0x00280002;
	public static final int PHOTOMETRIC_INTERPRETATION = 0x00280004;
	public static final int PLANAR_CONFIGURATION = 0x00280006;
	public static final int NUMBER_OF_FRAMES = 0x00280008;
	public static final int FRAME_INCREMENT_POINTER = 0x00280009;
	public static final int REPRESENTATIVE_FRAME_NUMBER = 0x00286010;
	public static final int ROWS = 0x00280010;
	public static final int COLUMNS = 0x00280011;
	public static final int PIXEL_SPACING = 0x00280030;
	public static final int NOMINAL_SCANNED_PIXEL_SPACING = 0x00182010;
	public static final int PIXEL_ASPECT_RATIO = 0x00280034;
	public static final int PIXEL_SPACING_CALIBRATION_TYPE = 0x00280A02;
	public static final int BITS_ALLOCATED = 0x00280100;
	public static final int BITS_STORED = 0x00280101;
	public static final int HIGH_BIT = 0x00280102;
	public static final int PIXEL_REPRESENTATION = 0x00280103;
	public static final int PIXEL_PADDING_VALUE = 0x00280120;
	public static final int PIXEL_PADDING_RANGE_LIMIT = 0x00280121;
	public static final int BURNED_IN_ANNOTATION = 0x00280301;
	public static final int PIXEL_DATA = 0x7FE00010;
	public static final int FLOAT_PIXEL_DATA = 0x7FE00008;
	public static final int DOUBLE_FLOAT_PIXEL_DATA = 0x7FE00009;
	public static final int EXTENDED_OFFSET_TABLE = 0x7FE00001;
	public static final int EXTENDED_OFFSET_TABLE_LENGTHS = 0x7FE00002;
	public static final int FLOAT_PIXEL_PADDING_VALUE = 0x00280122;
	public static final int DOUBLE_FLOAT_PIXEL_PADDING_VALUE = 0x00280123;
	public static final int FLOAT_PIXEL_PADDING_RANGE_LIMIT = 0x00280124;
	public static final int DOUBLE_FLOAT_PIXEL_PADDING_RANGE_LIMIT = 0x00280125;
	public static final int ICC_PROFILE = 0x00282000;

	// Windows, look-up tables and presentation
	public static final int WINDOW_CENTER = 0x00281050;
	public static final int WINDOW_WIDTH = 0x00281051;
	public static final int WINDOW_CENTER_WIDTH_EXPLANATION = 0x00281055;
	public static final int VOI_LUT_FUNCTION = 0x00281056;
	public static final int RESCALE_INTERCEPT = 0x00281052;
	public static final int RESCALE_SLOPE = 0x00281053;
	public static final int RESCALE_TYPE = 0x00281054;
	public static final int MODALITY_LUT_SEQUENCE = 0x00283000;
	public static final int VOI_LUT_SEQUENCE = 0x00283010;
	public static final int LUT_DESCRIPTOR = 0x00283002;
	public static final int LUT_EXPLANATION = 0x00283003;
	public static final int MODALITY_LUT_TYPE = 0x00283004;
	public static final int LUT_DATA = 0x00283006;
	public static final int PRESENTATION_LUT_SEQUENCE = 0x20500010;
	public static final int PRESENTATION_LUT_SHAPE = 0x20500020;
	public static final int SOFTCOPY_VOI_LUT_SEQUENCE = 0x00283110;
	public static final int REAL_WORLD_VALUE_MAPPING_SEQUENCE = 0x00409096;
	public static final int REAL_WORLD_VALUE_FIRST_VALUE_MAPPED = 0x00409216;
	public static final int REAL_WORLD_VALUE_LAST_VALUE_MAPPED = 0x00409211;
	public static final int DOUBLE_FLOAT_REAL_WORLD_VALUE_FIRST_VALUE_MAPPED = 0x00409214;
	public static final int DOUBLE_FLOAT_REAL_WORLD_VALUE_LAST_VALUE_MAPPED = 0x00409213;
	public static final int REAL_WORLD_VALUE_LUT_DATA = 0x00409212;
	public static final int LUT_LABEL = 0x00409210;
	public static final int REAL_WORLD_VALUE_INTERCEPT = 0x00409224;
	public static final int REAL_WORLD_VALUE_SLOPE = 0x00409225;
	public static final int MEASUREMENT_UNITS_CODE_SEQUENCE = 0x004008EA;
	public static final int UNITS = 0x00541001;
	public static final int SUV_TYPE = 0x00541006;
	public static final int PIXEL_INTENSITY_RELATIONSHIP = 0x00281040;
	public static final int RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR = 0x00281101;
	public static final int GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR = 0x00281102;
	public static final int BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR = 0x00281103;
	public static final int RED_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281201;
	public static final int GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281202;
	public static final int BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281203;
	public static final int SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281221;
	public static final int SEGMENTED_GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281222;
	public static final int SEGMENTED_BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281223;
	public static final int PALETTE_COLOR_LOOKUP_TABLE_UID = 0x00281199;
	public static final int DATA_FRAME_ASSIGNMENT_SEQUENCE = 0x00281401;
	public static final int DATA_PATH_ASSIGNMENT = 0x00281402;
	public static final int BITS_MAPPED_TO_COLOR_LOOKUP_TABLE = 0x00281403;
	public static final int ENHANCED_PALETTE_COLOR_LOOKUP_TABLE_SEQUENCE = 0x0028140B;
	public static final int DATA_PATH_ID = 0x0028140E;
	public static final int RGB_LUT_TRANSFER_FUNCTION = 0x0028140F;
	public static final int IMAGE_DATA_TYPE_SEQUENCE = 0x00189807;
	public static final int DATA_TYPE = 0x00189808;
	public static final int RECOMMENDED_DISPLAY_CIE_LAB_VALUE = 0x0062000D;
	public static final int FRAME_DISPLAY_SHUTTER_SEQUENCE = 0x00189472;
	public static final int SHUTTER_SHAPE = 0x00181600;
	public static final int SHUTTER_LEFT_VERTICAL_EDGE = 0x00181602;
	public static final int SHUTTER_RIGHT_VERTICAL_EDGE = 0x00181604;
	public static final int SHUTTER_UPPER_HORIZONTAL_EDGE = 0x00181606;
	public static final int SHUTTER_LOWER_HORIZONTAL_EDGE = 0x00181608;
	public static final int CENTER_OF_CIRCULAR_SHUTTER = 0x00181610;
	public static final int RADIUS_OF_CIRCULAR_SHUTTER = 0x00181612;
	public static final int VERTICES_OF_THE_POLYGONAL_SHUTTER = 0x00181620;
	public static final int SHUTTER_OVERLAY_GROUP = 0x00181623;
	public static final int SHUTTER_PRESENTATION_VALUE = 0x00181622;

	// Curves and overlays: the first group of the repeating ones
	public static final int OVERLAY_ROWS = 0x60000010;
	public static final int OVERLAY_COLUMNS = 0x60000011;
	public static final int NUMBER_OF_FRAMES_IN_OVERLAY = 0x60000015;
	public static final int OVERLAY_DESCRIPTION = 0x60000022;
	public static final int OVERLAY_TYPE = 0x60000040;
	public static final int OVERLAY_ORIGIN = 0x60000050;
	public static final int IMAGE_FRAME_ORIGIN = 0x60000051;
	public static final int OVERLAY_BITS_ALLOCATED = 0x60000100;
	public static final int OVERLAY_BIT_POSITION = 0x60000102;
	public static final int OVERLAY_DATA = 0x60003000;

	// Ultrasound
	public static final int SEQUENCE_OF_ULTRASOUND_REGIONS = 0x00186011;
	public static final int REGION_SPATIAL_FORMAT = 0x00186012;
	public static final int REGION_DATA_TYPE = 0x00186014;
	public static final int REGION_FLAGS = 0x00186016;
	public static final int REGION_LOCATION_MIN_X0 = 0x00186018;
	public static final int REGION_LOCATION_MIN_Y0 = 0x0018601A;
	public static final int REGION_LOCATION_MAX_X1 = 0x0018601C;
	public static final int REGION_LOCATION_MAX_Y1 = 0x0018601E;
	public static final int PHYSICAL_UNITS_X_DIRECTION = 0x00186024;
	public static final int PHYSICAL_UNITS_Y_DIRECTION = 0x00186026;
	public static final int PHYSICAL_DELTA_X = 0x0018602C;
	public static final int PHYSICAL_DELTA_Y = 0x0018602E;
	public static final int STAGE_NAME = 0x00082120;
	public static final int STAGE_NUMBER = 0x00082122;
	public static final int VIEW_NAME = 0x00082127;
	public static final int VIEW_NUMBER = 0x00082128;

	// Nuclear medicine and PET
	public static final int ENERGY_WINDOW_VECTOR = 0x00540010;
	public static final int NUMBER_OF_ENERGY_WINDOWS = 0x00540011;
	public static final int DETECTOR_INFORMATION_SEQUENCE = 0x00540022;
	public static final int DETECTOR_VECTOR = 0x00540020;
	public static final int NUMBER_OF_DETECTORS = 0x00540021;
	public static final int PHASE_VECTOR = 0x00540030;
	public static final int NUMBER_OF_PHASES = 0x00540031;
	public static final int ROTATION_VECTOR = 0x00540050;
	public static final int NUMBER_OF_ROTATIONS = 0x00540051;
	public static final int RR_INTERVAL_VECTOR = 0x00540060;
	public static final int NUMBER_OF_RR_INTERVALS = 0x00540061;
	public static final int TIME_SLOT_VECTOR = 0x00540070;
	public static final int NUMBER_OF_TIME_SLOTS = 0x00540071;
	public static final int SLICE_VECTOR = 0x00540080;
	public static final int NUMBER_OF_SLICES = 0x00540081;
	public static final int ANGULAR_VIEW_VECTOR = 0x00540090;
	public static final int TIME_SLICE_VECTOR = 0x00540100;
	public static final int NUMBER_OF_TIME_SLICES = 0x00540101;
	public static final int SERIES_TYPE = 0x00541000;
	public static final int COUNTS_SOURCE = 0x00541002;
	public static final int DECAY_CORRECTION = 0x00541102;
	public static final int ATTENUATION_CORRECTION_METHOD = 0x00541101;
	public static final int FRAME_REFERENCE_TIME = 0x00541300;
	public static final int IMAGE_INDEX = 0x00541330;
	public static final int DOSE_CALIBRATION_FACTOR = 0x00541322;
	public static final int SLICE_PROGRESSION_DIRECTION = 0x00540500;
	public static final int RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE = 0x00540016;
	public static final int RADIONUCLIDE_TOTAL_DOSE = 0x00181074;
	public static final int RADIONUCLIDE_HALF_LIFE = 0x00181075;
	public static final int RADIOPHARMACEUTICAL_START_TIME = 0x00181072;
	public static final int RADIOPHARMACEUTICAL_START_DATE_TIME = 0x00181078;
	public static final int GATED_INFORMATION_SEQUENCE = 0x00540062;

	// Radiotherapy
	public static final int GRID_FRAME_OFFSET_VECTOR = 0x3004000C;
	public static final int DOSE_UNITS = 0x30040002;
	public static final int DOSE_TYPE = 0x30040004;
	public static final int DOSE_GRID_SCALING = 0x3004000E;
	public static final int RT_IMAGE_LABEL = 0x30020002;
	public static final int RT_IMAGE_PLANE = 0x3002000C;
	public static final int RT_IMAGE_POSITION = 0x30020012;
	public static final int RT_IMAGE_ORIENTATION = 0x30020010;
	public static final int IMAGE_PLANE_PIXEL_SPACING = 0x30020011;
	public static final int GANTRY_ANGLE = 0x300A011E;
	public static final int STRUCTURE_SET_LABEL = 0x30060002;
	public static final int STRUCTURE_SET_ROI_SEQUENCE = 0x30060020;
	public static final int ROI_NUMBER = 0x30060022;
	public static final int ROI_NAME = 0x30060026;
	public static final int RT_PLAN_LABEL = 0x300A0002;

	// Mammography, segmentation, whole slides, ophthalmology
	public static final int VIEW_CODE_SEQUENCE = 0x00540220;
	public static final int VIEW_MODIFIER_CODE_SEQUENCE = 0x00540222;
	public static final int SEGMENTATION_TYPE = 0x00620001;
	public static final int SEGMENTATION_FRACTIONAL_TYPE = 0x00620010;
	public static final int MAXIMUM_FRACTIONAL_VALUE = 0x0062000E;
	public static final int SEGMENT_SEQUENCE = 0x00620002;
	public static final int SEGMENT_IDENTIFICATION_SEQUENCE = 0x0062000A;
	public static final int REFERENCED_SEGMENT_NUMBER = 0x0062000B;
	public static final int SEGMENT_NUMBER = 0x00620004;
	public static final int SEGMENT_LABEL = 0x00620005;
	public static final int TOTAL_PIXEL_MATRIX_COLUMNS = 0x00480006;
	public static final int TOTAL_PIXEL_MATRIX_ROWS = 0x00480007;
	public static final int TOTAL_PIXEL_MATRIX_ORIGIN_SEQUENCE = 0x00480008;
	public static final int OPTICAL_PATH_IDENTIFICATION_SEQUENCE = 0x00480207;
	public static final int OPTICAL_PATH_IDENTIFIER = 0x00480106;
	public static final int OPTICAL_PATH_SEQUENCE = 0x00480105;
	public static final int OPTICAL_PATH_DESCRIPTION = 0x00480107;
	public static final int PLANE_POSITION_SLIDE_SEQUENCE = 0x0048021A;
	public static final int COLUMN_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX = 0x0048021E;
	public static final int ROW_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX = 0x0048021F;
	public static final int X_OFFSET_IN_SLIDE_COORDINATE_SYSTEM = 0x0040072A;
	public static final int Y_OFFSET_IN_SLIDE_COORDINATE_SYSTEM = 0x0040073A;
	public static final int Z_OFFSET_IN_SLIDE_COORDINATE_SYSTEM = 0x0040074A;
	public static final int IMAGE_ORIENTATION_SLIDE = 0x00480102;
	public static final int TOTAL_PIXEL_MATRIX_FOCAL_PLANES = 0x00480303;
	public static final int NUMBER_OF_FOCAL_PLANES = 0x00480013;

	// Objects without pixels
	public static final int DOCUMENT_TITLE = 0x00420010;
	public static final int ENCAPSULATED_DOCUMENT = 0x00420011;
	public static final int MIME_TYPE_OF_ENCAPSULATED_DOCUMENT = 0x00420012;
	public static final int CONCEPT_NAME_CODE_SEQUENCE = 0x0040A043;
	public static final int CONTENT_SEQUENCE = 0x0040A730;
	public static final int VALUE_TYPE = 0x0040A040;
	public static final int TEXT_VALUE = 0x0040A160;
	public static final int COMPLETION_FLAG = 0x0040A491;
	public static final int VERIFICATION_FLAG = 0x0040A493;
	public static final int CONTENT_LABEL = 0x00700080;
	public static final int CONTENT_DESCRIPTION = 0x00700081;
	public static final int WAVEFORM_SEQUENCE = 0x54000100;

	// Structure
	public static final int ITEM = 0xFFFEE000;
	public static final int ITEM_DELIMITATION_ITEM = 0xFFFEE00D;
	public static final int SEQUENCE_DELIMITATION_ITEM = 0xFFFEE0DD;
	public static final int DATA_SET_TRAILING_PADDING = 0xFFFCFFFC;

	private Tag() {
	}

	/** {@return the tag as people write it, {@code (0028,0010)}} */
	public static String format(int tag) {
		return String.format("(%04X,%04X)", tag >>> 16, tag & 0xFFFF); //$NON-NLS-1$
	}

	/** {@return the group number, 0 to 0xFFFF} */
	public static int group(int tag) {
		return tag >>> 16;
	}

	/** {@return whether the group number is odd, as private attributes have it (PS3.5 section 7.8)} */
	public static boolean isPrivate(int tag) {
		return (tag & 0x10000) != 0;
	}

	/** {@return whether this element reserves a block of private elements, (gggg,0010-00FF) with an odd group} */
	public static boolean isPrivateCreator(int tag) {
		return isPrivate(tag) && (tag & 0xFFFF) >= 0x10 && (tag & 0xFFFF) <= 0xFF;
	}

	/**
	 * {@return the tag of an overlay attribute in one of the 16 overlay groups (PS3.3 C.9.2)}
	 *
	 * @param tag   the tag in group 6000
	 * @param plane the plane from 0 to 15
	 */
	public static int overlay(int tag, int plane) {
		return tag + (plane << 17);
	}

	/** {@return whether the group is one of the overlay groups 6000, 6002 to 601E} */
	public static boolean isOverlay(int tag) {
		return (tag & 0xFFE10000) == 0x60000000;
	}
}
