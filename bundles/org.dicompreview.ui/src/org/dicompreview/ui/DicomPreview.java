package org.dicompreview.ui;

/** Ids of the contributions of this bundle, for perspectives, commands and {@code IWorkbenchPage#showView}. */
public final class DicomPreview {

	/** View: patients, studies and series of the open folders. Its selection adapts to the types of the series bundle. */
	public static final String SERIES_EXPLORER = "org.dicompreview.ui.seriesExplorer"; //$NON-NLS-1$

	/** View: the images of the selected series. Its selection is the slice on screen. */
	public static final String PREVIEW = "org.dicompreview.ui.preview"; //$NON-NLS-1$

	/** View: the DICOM elements of the slice or instance that is selected in another part. */
	public static final String ATTRIBUTES = "org.dicompreview.ui.attributes"; //$NON-NLS-1$

	/** View: all measurements. Its selection adapts to series and slice. */
	public static final String MEASUREMENTS = "org.dicompreview.ui.measurements"; //$NON-NLS-1$

	/**
	 * View: the masks, contours and doses over the images of the active viewport.
	 *
	 * @since 0.1.0
	 */
	public static final String OVERLAYS = "org.dicompreview.ui.overlays"; //$NON-NLS-1$

	/**
	 * View: what chosen elements are in each image of the stack on screen. Its selection is the slice that a person chooses.
	 *
	 * @since 0.1.0
	 */
	public static final String SERIES_ATTRIBUTES = "org.dicompreview.ui.seriesAttributes"; //$NON-NLS-1$

	/** Editor that shows one file and never writes to it: its images, its elements. */
	public static final String EDITOR = "org.dicompreview.ui.editor"; //$NON-NLS-1$

	/** Perspective with all these views. */
	public static final String PERSPECTIVE = "org.dicompreview.ui.perspective"; //$NON-NLS-1$

	/** Key binding context of the Preview. */
	public static final String PREVIEW_CONTEXT = "org.dicompreview.ui.previewContext"; //$NON-NLS-1$

	private DicomPreview() {
	}
}
