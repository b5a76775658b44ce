package org.dicompreview.ui.internal.measure;

import java.util.List;
import java.util.Optional;

import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.rendering.planes.PlaneOffer;
import org.dicompreview.rendering.planes.ReformattedKey;
import org.dicompreview.rendering.planes.ReformattedSlice;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.viewer.measure.Measurement;
import org.dicompreview.viewer.measure.MeasurementTexts;
import org.dicompreview.viewer.measure.MeasurementValues;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.osgi.util.NLS;

/**
 * A measurement in the view. It adapts to its series and slice, so that the Preview shows them. Immutable.
 *
 * @param measurement the measurement
 * @param series      its series; absent while no open folder has it
 * @param slice       its slice, likewise
 * @param place       which of the slices that is, for people; empty text if it is not there
 * @param values      what it comes to; absent if its slice is not there
 */
record MeasurementRow(Measurement measurement, Optional<Series> series, Optional<Slice> slice, String place,
		Optional<MeasurementValues> values) implements IAdaptable {

	/** {@return the row of a measurement; reads pixels: not for the UI thread} */
	static MeasurementRow of(Measurement measurement, Catalog catalog, FrameLoader loader) {
		Optional<ReformattedKey> plane = ReformattedKey.parse(measurement.sopInstanceUid());
		Optional<Series> series = series(measurement, catalog);
		if (plane.isPresent()) {
			return plane(measurement, plane.get(), series).map(slice -> of(measurement, series, slice, loader))
					.orElseGet(() -> absent(measurement));
		}
		for (SliceStack stack : series.map(Series::stacks).orElseGet(List::of)) {
			for (int i = 0; i < stack.slices().size(); i++) {
				Slice slice = stack.slices().get(i);
				if (measurement.isOn(slice)) {
					return of(measurement, series, slice, loader);
				}
			}
		}
		return absent(measurement);
	}

	/** {@return the series of a measurement, also where that is on a picture of another plane} */
	static Optional<Series> series(Measurement measurement, Catalog catalog) {
		return catalog.series(measurement.seriesUid(), ReformattedKey.parse(measurement.sopInstanceUid())
				.map(ReformattedKey::sopInstanceUid).orElse(measurement.sopInstanceUid()));
	}

	private static MeasurementRow of(Measurement measurement, Optional<Series> series, Slice slice, FrameLoader loader) {
		String place = NLS.bind(Messages.MeasurementRow_place, new Object[] { slice.position() + 1, slice.stack().positions(),
				slice.stack().positionLabel(slice.position()) });
		return new MeasurementRow(measurement, series, Optional.of(slice),
				slice instanceof ReformattedSlice ? slice.stack().label() + ' ' + place : place,
				Optional.of(values(measurement, slice, loader)));
	}

	private static MeasurementRow absent(Measurement measurement) {
		return new MeasurementRow(measurement, Optional.empty(), Optional.empty(), "", Optional.empty()); //$NON-NLS-1$
	}

	/** {@return the picture of another plane that a measurement is on; absent if its stack offers none any more} */
	private static Optional<Slice> plane(Measurement measurement, ReformattedKey key, Optional<Series> series) {
		return series.stream().flatMap(each -> each.stacks().stream()).flatMap(stack -> stack.slices().stream()).filter(key::isOf)
				.findFirst().flatMap(image -> key.find(PlaneOffer.of(image.stack()).stacks(key.reformat()), image))
				.filter(measurement::isOn);
	}

	private static MeasurementValues values(Measurement measurement, Slice slice, FrameLoader loader) {
		Optional<DisplayFrame> frame = Optional.of(measurement).filter(each -> each.kind().isRegion())
				.map(each -> loader.load(slice)).flatMap(LoadedFrame::frame);
		return frame.map(found -> MeasurementValues.of(measurement, slice.calibration(), found))
				.orElseGet(() -> MeasurementValues.of(measurement, slice.calibration()));
	}

	/** {@return the same with the measurement as it is now, if only its name is another} */
	Optional<MeasurementRow> renamed(Measurement now) {
		return measurement.withName(now.name()).equals(now) ? Optional.of(new MeasurementRow(now, series, slice, place, values))
				: Optional.empty();
	}

	String valueText() {
		return values.map(MeasurementTexts::summary).orElse(Messages.MeasurementRow_notOpen);
	}

	String seriesText() {
		return series.map(each -> each.description().isEmpty() ? each.modality() : each.description()).orElse(""); //$NON-NLS-1$
	}

	@Override
	public <T> T getAdapter(Class<T> type) {
		return type == Series.class ? type.cast(series.orElse(null)) : type == Slice.class ? type.cast(slice.orElse(null)) : null;
	}
}
