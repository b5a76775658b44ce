package org.dicompreview.codec.internal.j2k;

import org.dicompreview.dicom.TextKey;

/** What is wrong with JPEG 2000 codestreams. */
public enum Jpeg2000Text implements TextKey {

	/** The codestream's image area and tiles do not fit each other. */
	AREA_AND_TILES,
	/** The arrays of a component transform do not fit its … components. */
	ARRAYS_DO_NOT_FIT,
	/** A code-block has … bit-planes and cleanup pass …, which is not supported. */
	BIT_PLANES_AND_PASS,
	/** A code-block has bytes before its first cleanup pass. */
	BYTES_BEFORE_CLEANUP,
	/** A code-block is damaged: a coefficient is larger than its bit-planes. */
	COEFFICIENT_TOO_LARGE,
	/** A component collection spread over several segments is not supported. */
	COLLECTION_IN_SEVERAL_SEGMENTS,
	/** its components are transformed together, but differ in size or kind. */
	COMPONENTS_DIFFER,
	/** The codestream has … components, the data set states … samples per pixel. */
	COMPONENT_COUNT,
	/** The codestream's header speaks of component …, but has …. */
	COMPONENT_INDEX,
	/** The codestream makes … components of …, which is not supported. */
	COMPONENT_MAPPING_UNSUPPORTED,
	/** The codestream states a component of … bits, sub-sampled by … x …. */
	COMPONENT_SIZE,
	/** The codestream states a precinct without samples. */
	EMPTY_PRECINCT,
	/** The codestream ends at byte … where a marker should be. */
	ENDS_BEFORE_MARKER,
	/** The codestream's header ends too early, at byte …. */
	HEADER_ENDS_EARLY,
	/** Image height. */
	IMAGE_HEIGHT,
	/** Image offset. */
	IMAGE_OFFSET,
	/** Image width. */
	IMAGE_WIDTH,
	/** Tile …: …. */
	IN_TILE,
	/** The length of a code-block takes more than … bits. */
	LENGTH_TOO_LONG,
	/** The codestream states … decomposition levels and code-blocks of 2^… x 2^…. */
	LEVELS_AND_BLOCKS,
	/** …, near byte …. */
	NEAR_BYTE,
	/** There is no JPEG 2000 codestream in the frame's … bytes. */
	NO_CODESTREAM,
	/** The codestream ends without its end marker. */
	NO_END_MARKER,
	/** The codestream states no layers. */
	NO_LAYERS,
	/** No marker but … at byte …. */
	NO_MARKER,
	/** The codestream states no quantisation step for sub-band …. */
	NO_QUANTISATION_STEP,
	/** The codestream has no tiles. */
	NO_TILES,
	/** Neither a tile-part nor the end of the codestream at byte …. */
	NO_TILE_PART,
	/** … of … at byte … is out of range. */
	OUT_OF_RANGE,
	/** A packet header ends too early. */
	PACKET_HEADER_ENDS_EARLY,
	/** A packet should go on to byte …, its tile-part ends at byte …. */
	PACKET_TRUNCATED,
	/** The non-linear point transform of JPEG 2000 part 2 is not supported. */
	POINT_TRANSFORM_UNSUPPORTED,
	/** its precincts and code-blocks are too small for its size. */
	PRECINCTS_TOO_SMALL,
	/** The codestream's progression order goes round in circles. */
	PROGRESSION_IN_CIRCLES,
	/** The codestream states the unknown progression order …. */
	PROGRESSION_UNKNOWN,
	/** The codestream states the unknown quantisation style …. */
	QUANTISATION_UNKNOWN,
	/** A region of interest of style … and shift … is not supported. */
	REGION_OF_INTEREST_UNSUPPORTED,
	/** A code-block is damaged: a segmentation mark is missing. */
	SEGMENTATION_MARK_MISSING,
	/** The codestream's header lacks its … segment. */
	SEGMENT_MISSING,
	/** The segment … at byte … states … bytes, … are left. */
	SEGMENT_TRUNCATED,
	/** The codestream lacks its SIZ segment. */
	SIZ_MISSING,
	/** The codestream does not begin with its SIZ segment. */
	SIZ_NOT_FIRST,
	/** A code-block is damaged: the suffix of its … bytes should have …. */
	SUFFIX_LENGTH,
	/** A tag tree without end. */
	TAG_TREE_WITHOUT_END,
	/** Only … of … tiles are there. */
	TILES_MISSING,
	/** Tile height. */
	TILE_HEIGHT,
	/** Tile … is not complete. */
	TILE_INCOMPLETE,
	/** Byte … begins tile … of …. */
	TILE_INDEX,
	/** Tile offset. */
	TILE_OFFSET,
	/** The codestream is truncated: a tile-part should end at byte …, there are …. */
	TILE_PART_TRUNCATED,
	/** Tile width. */
	TILE_WIDTH,
	/** A code-block has … bit-planes, at most … are supported. */
	TOO_MANY_BIT_PLANES,
	/** A code-block has more than … coding passes. */
	TOO_MANY_PASSES,
	/** The codestream has more than … tiles. */
	TOO_MANY_TILES,
	/** A component transform spread over several segments is not supported. */
	TRANSFORM_IN_SEVERAL_SEGMENTS,
	/** Only irreversible array-based component transforms of JPEG 2000 part 2 are supported. */
	TRANSFORM_NOT_IRREVERSIBLE,
	/** The wavelet transform … of JPEG 2000 part 2 is not supported. */
	WAVELET_UNSUPPORTED
}
