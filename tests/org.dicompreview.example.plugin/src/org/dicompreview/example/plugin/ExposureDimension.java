package org.dicompreview.example.plugin;

import org.dicompreview.dicom.Tag;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.spi.Dimension;
import org.dicompreview.series.spi.DimensionValue;
import org.osgi.service.component.annotations.Component;

/** Tells images at one position apart by their exposure time in ms. */
@Component(service = Dimension.class)
public final class ExposureDimension implements Dimension {
	@Override
	public String name() {
		return "exposure";
	}

	@Override
	public String label() {
		return "Exposure Time";
	}

	@Override
	public DimensionValue value(ImageFrame frame) {
		return DimensionValue.of(frame.attributes().number(Tag.EXPOSURE_TIME).orElse(Double.NaN));
	}
}
