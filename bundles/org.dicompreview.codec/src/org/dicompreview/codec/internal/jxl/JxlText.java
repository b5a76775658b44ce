package org.dicompreview.codec.internal.jxl;

import org.dicompreview.dicom.TextKey;

/** What is wrong with JPEG XL codestreams. */
public enum JxlText implements TextKey {

	/** The way in which frames are blended is not valid. */
	BLENDING_INVALID,
	/** Blocks overlap. */
	BLOCKS_OVERLAP,
	/** A block of transform … does not fit. */
	BLOCK_DOES_NOT_FIT,
	/** A channel is divided too often. */
	CHANNEL_DIVIDED_TOO_OFTEN,
	/** A chromaticity is not valid. */
	CHROMATICITY_INVALID,
	/** The correlation of colours is out of range. */
	COLOUR_CORRELATION_OUT_OF_RANGE,
	/** Colour space … is not known. */
	COLOUR_SPACE_UNKNOWN,
	/** Colour transform … is not known. */
	COLOUR_TRANSFORM_UNKNOWN,
	/** Copies are not allowed in a list of contexts. */
	COPIES_IN_CONTEXTS,
	/** Curves cover too much of the frame. */
	CURVES_TOO_LARGE,
	/** A curve lies outside of all images. */
	CURVE_OUTSIDE_IMAGES,
	/** A curve has a point twice. */
	CURVE_POINT_TWICE,
	/** A curve is too long. */
	CURVE_TOO_LONG,
	/** A distribution is invalid. */
	DISTRIBUTION_INVALID,
	/** A distribution has a symbol twice. */
	DISTRIBUTION_SYMBOL_TWICE,
	/** A distribution has too many symbols. */
	DISTRIBUTION_TOO_MANY_SYMBOLS,
	/** A distribution is not used. */
	DISTRIBUTION_UNUSED,
	/** The strength of the edge-preserving filter is 0. */
	EDGE_FILTER_STRENGTH_ZERO,
	/** The codestream is damaged: the check of an entropy-coded section failed. */
	ENTROPY_CHECK_FAILED,
	/** An extension is longer than the codestream. */
	EXTENSION_TOO_LONG,
	/** An extra channel is subsampled by two to the power of …. */
	EXTRA_CHANNEL_SUBSAMPLING,
	/** An extra channel is upsampled … times. */
	EXTRA_CHANNEL_UPSAMPLING,
	/** There are fewer passes than resolutions. */
	FEWER_PASSES_THAN_RESOLUTIONS,
	/** There are fewer transforms than blocks. */
	FEWER_TRANSFORMS_THAN_BLOCKS,
	/** The frames of the codestream are larger than the image that it holds: … x …. */
	FRAMES_LARGER_THAN_IMAGE,
	/** A frame has a size of … x …. */
	FRAME_SIZE,
	/** A frame cannot be put upon the one that it refers to. */
	FRAME_WITHOUT_REFERENCE,
	/** A distribution is invalid: its frequencies are too large. */
	FREQUENCIES_TOO_LARGE,
	/** A gamma of … is not valid. */
	GAMMA_INVALID,
	/** A group uses a code that is not there. */
	GROUP_WITHOUT_CODE,
	/** The ICC profile takes … bytes. */
	ICC_PROFILE_SIZE,
	/** The codestream holds an image of … x … pixels. */
	IMAGE_SIZE,
	/** An integer configuration is invalid. */
	INTEGER_CONFIGURATION_INVALID,
	/** The low frequencies of a frame are smaller than it needs. */
	LOW_FREQUENCIES_TOO_SMALL,
	/** A quantum of low frequencies is 0. */
	LOW_FREQUENCY_QUANTUM_ZERO,
	/** There are more transforms than blocks. */
	MORE_TRANSFORMS_THAN_BLOCKS,
	/** There is not enough memory to decode … x … pixels. */
	NOT_ENOUGH_MEMORY,
	/** There is no JPEG XL codestream in the frame's … bytes. */
	NO_CODESTREAM,
	/** There is no JPEG XL codestream in the boxes of the frame. */
	NO_CODESTREAM_IN_BOXES,
	/** A frame has no low frequencies. */
	NO_LOW_FREQUENCIES,
	/** The codestream does not begin as JPEG XL does. */
	NO_SIGNATURE,
	/** A number in a header is infinite. */
	NUMBER_INFINITE,
	/** The way in which patches are mixed is not valid. */
	PATCH_MIXING_INVALID,
	/** A patch is of a frame with other channels. */
	PATCH_OTHER_CHANNELS,
	/** A patch is of a channel of another size. */
	PATCH_OTHER_CHANNEL_SIZE,
	/** A patch is not within the frame that it is of. */
	PATCH_OUTSIDE_ITS_FRAME,
	/** A patch does not fit into the frame. */
	PATCH_TOO_LARGE,
	/** A patch is of a frame that is not there. */
	PATCH_WITHOUT_FRAME,
	/** A permutation is not valid. */
	PERMUTATION_INVALID,
	/** Predictor … is not known. */
	PREDICTOR_UNKNOWN,
	/** A prefix code is incomplete. */
	PREFIX_CODE_INCOMPLETE,
	/** A prefix code is invalid. */
	PREFIX_CODE_INVALID,
	/** A prefix code has a symbol twice. */
	PREFIX_CODE_SYMBOL_TWICE,
	/** A prefix code has a symbol that is not there. */
	PREFIX_CODE_SYMBOL_UNKNOWN,
	/** A prefix code has too many symbols. */
	PREFIX_CODE_TOO_MANY_SYMBOLS,
	/** Primaries … are not known. */
	PRIMARIES_UNKNOWN,
	/** The primary colours of the image are not valid. */
	PRIMARY_COLOURS_INVALID,
	/** A quantisation table has a description that does not fit. */
	QUANTISATION_TABLE_DESCRIPTION,
	/** A quantisation table has a value of …. */
	QUANTISATION_TABLE_VALUE,
	/** A quantisation table has a weight of …. */
	QUANTISATION_TABLE_WEIGHT,
	/** A resolution ends with a pass that is not there. */
	RESOLUTION_WITHOUT_PASS,
	/** Samples of … bits with an exponent of … are not valid. */
	SAMPLE_BITS_INVALID,
	/** The codestream is truncated or damaged: a frame has … sections. */
	SECTION_COUNT,
	/** The codestream is truncated or damaged: a section ends too early, at byte …. */
	SECTION_ENDS_EARLY,
	/** A section has … values, more than the image can need. */
	SECTION_TOO_LARGE,
	/** A section uses a tree that the frame does not have. */
	SECTION_WITHOUT_TREE,
	/** A sharpness of … is not valid. */
	SHARPNESS_INVALID,
	/** The weights of the smoothing filter add up to 0. */
	SMOOTHING_WEIGHTS_ZERO,
	/** A block has fewer coefficients than it should have. */
	TOO_FEW_COEFFICIENTS,
	/** There are too many contexts for blocks. */
	TOO_MANY_BLOCK_CONTEXTS,
	/** A block has … coefficients, more than it can have. */
	TOO_MANY_COEFFICIENTS,
	/** There are too many curves. */
	TOO_MANY_CURVES,
	/** Curves have too many points. */
	TOO_MANY_CURVE_POINTS,
	/** There are too many distributions. */
	TOO_MANY_DISTRIBUTIONS,
	/** A number of extra channels of … is more than …. */
	TOO_MANY_EXTRA_CHANNELS,
	/** There are too many patches. */
	TOO_MANY_PATCHES,
	/** A transform is for channels of different sizes. */
	TRANSFORM_CHANNEL_SIZES,
	/** A transform mixes palettes and channels. */
	TRANSFORM_MIXES_PALETTES,
	/** Transform … is not known. */
	TRANSFORM_NUMBER_UNKNOWN,
	/** A transform is not known. */
	TRANSFORM_UNKNOWN,
	/** A transform is for channels that are not there. */
	TRANSFORM_WITHOUT_CHANNELS,
	/** A leaf of a tree is not valid. */
	TREE_LEAF_INVALID,
	/** A tree asks for property …. */
	TREE_PROPERTY_UNKNOWN,
	/** A tree is too deep. */
	TREE_TOO_DEEP,
	/** A tree has more than … nodes. */
	TREE_TOO_LARGE,
	/** The codestream is truncated at byte … in frame …. */
	TRUNCATED,
	/** The luminance of white is …. */
	WHITE_LUMINANCE,
	/** White point … is not known. */
	WHITE_POINT_UNKNOWN
}
