package org.dicompreview.rendering;

import org.dicompreview.dicom.TextKey;

/**
 * Names of windows and colour maps, and what is said of frames that cannot be shown as they are meant.
 *
 * @since 0.1.0
 */
public enum RenderingText implements TextKey {

	/** Abdomen. */
	ABDOMEN,
	/** Angio. */
	ANGIO,
	/** Automatic. */
	AUTOMATIC,
	/** Bone. */
	BONE,
	/** Brain. */
	BRAIN,
	/** There is not enough memory for this image (Java has … MB); the cache of images was emptied. */
	CACHE_EMPTIED,
	/** Fall. */
	FALL,
	/** The file may not be read. */
	FILE_FORBIDDEN,
	/** The file is no longer there. */
	FILE_GONE,
	/** The file cannot be read. */
	FILE_UNREADABLE,
	/** The file holds no more than … frames. */
	FRAMES_IN_FILE,
	/** The frame cannot be shown because of an error in this program: …. */
	FRAME_PROGRAM_ERROR,
	/** The frame holds only half of each index into a palette, shown as grey values. */
	HALF_INDICES,
	/** Hot iron. */
	HOT_IRON,
	/** Hot metal blue. */
	HOT_METAL_BLUE,
	/** The image cannot be drawn because of an error in this program: …. */
	IMAGE_PROGRAM_ERROR,
	/** Liver. */
	LIVER,
	/** Loading this image ended with an error. */
	LOADING_FAILED,
	/** Lung. */
	LUNG,
	/** Mediastinum. */
	MEDIASTINUM,
	/** There is not enough memory for this image. */
	NOT_ENOUGH_MEMORY,
	/** The image has no pixels. */
	NO_PIXELS,
	/** Colours have no values of which other planes could be made. */
	NO_PLANES_OF_COLOURS,
	/** The images lie at one position only. */
	NO_PLANES_OF_ONE_IMAGE,
	/** The images are shifted or turned against each other. */
	NO_PLANES_OF_SHIFTED,
	/** The images differ in size or spacing. */
	NO_PLANES_OF_SIZES,
	/** The images do not say where they lie. */
	NO_PLANES_WITHOUT_GEOMETRY,
	/** The palette is missing or damaged; its indices are shown as grey values. */
	PALETTE_MISSING,
	/** PET. */
	PET,
	/** PET 20 steps. */
	PET_20_STEP,
	/** Axial. */
	PLANE_AXIAL,
	/** Across the images, along the columns. */
	PLANE_COLUMNS,
	/** Coronal. */
	PLANE_CORONAL,
	/** … of … images could not be read. */
	PLANE_INCOMPLETE,
	/** Oblique. */
	PLANE_OBLIQUE,
	/** Own planes. */
	PLANE_OWN,
	/** Preview of … of … images. */
	PLANE_PREVIEW,
	/** Across the images, along the rows. */
	PLANE_ROWS,
	/** reformatted: …. */
	PLANE_RULE,
	/** Sagittal. */
	PLANE_SAGITTAL,
	/** …, … …: plane, projection, thickness. */
	PLANE_SLAB,
	/** Presentation states speak of images: this one is not applied to other planes. */
	PLANE_WITHOUT_STATE,
	/** Presentation state. */
	PRESENTATION_STATE,
	/** Rainbow. */
	RAINBOW,
	/** Images with … samples a pixel of this kind cannot be shown. */
	SAMPLES_UNSUPPORTED,
	/** average. */
	SLAB_AVERAGE,
	/** maximum. */
	SLAB_MAXIMUM,
	/** minimum. */
	SLAB_MINIMUM,
	/** … mm. */
	SLAB_THICKNESS,
	/** all. */
	SLAB_WHOLE,
	/** Soft tissue. */
	SOFT_TISSUE,
	/** Spring. */
	SPRING,
	/** Summer. */
	SUMMER,
	/** The video has … frames, but the data set states …. */
	VIDEO_FRAMES,
	/** Viridis. */
	VIRIDIS,
	/** VOI LUT. */
	VOI_LUT,
	/** VOI LUT …. */
	VOI_LUT_NUMBER,
	/** Whole range. */
	WHOLE_RANGE,
	/** Window …. */
	WINDOW,
	/** Winter. */
	WINTER
}
