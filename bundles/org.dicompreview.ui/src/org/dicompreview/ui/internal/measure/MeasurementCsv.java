package org.dicompreview.ui.internal.measure;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dicompreview.rendering.PixelValue.Kind;
import org.dicompreview.rendering.RegionStatistics;
import org.dicompreview.viewer.measure.MeasurementValues;
import org.dicompreview.viewer.measure.MeasurementValues.Size;
import org.dicompreview.viewer.measure.MeasurementValues.SizeKind;

/** Measurements as lines of text. Plain functions. */
final class MeasurementCsv {

	private static final String COMMA = ","; //$NON-NLS-1$
	private static final String QUOTE = "\""; //$NON-NLS-1$
	private static final String TAB = "\t"; //$NON-NLS-1$
	private static final String LINE_FEED = "\n"; //$NON-NLS-1$
	private static final String HEADER = "name,kind,series_uid,sop_instance_uid,frame,slice,length,length_unit,angle_deg," //$NON-NLS-1$
			+ "width,height,side_unit,area,area_unit,spacing_rule,pixels,mean,sd,min,max,value_unit,points"; //$NON-NLS-1$

	private MeasurementCsv() {
	}

	/** {@return what is in the table, with tabs between the columns} */
	static String text(List<MeasurementRow> rows) {
		return rows.stream().map(row -> String.join(TAB, row.measurement().name(), row.measurement().kind().label(),
				row.valueText(), row.seriesText(), row.place())).collect(Collectors.joining(LINE_FEED));
	}

	/**
	 * {@return a header and a line for each measurement, as RFC 4180 has them: numbers with a point in full, frames from 1,
	 * lengths along the two directions where these have units of their own}
	 */
	static String csv(List<MeasurementRow> rows) {
		return Stream.concat(Stream.of(HEADER), rows.stream().map(MeasurementCsv::line))
				.collect(Collectors.joining("\r\n", "", "\r\n")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private static String line(MeasurementRow row) {
		MeasurementValues values = row.values().orElse(null);
		RegionStatistics statistics = values == null ? null
				: values.statistics().stream().filter(each -> each.kind() == Kind.MODALITY).findFirst().orElse(null);
		boolean apart = values != null && values.size(SizeKind.ACROSS).isPresent();
		SizeKind width = apart ? SizeKind.ACROSS : SizeKind.WIDTH;
		return Stream.of(row.measurement().name(), row.measurement().kind().name(), row.measurement().seriesUid(),
				row.measurement().sopInstanceUid(), Integer.toString(row.measurement().frame() + 1), row.place(),
				number(values, SizeKind.LENGTH), unit(values, SizeKind.LENGTH), number(values, SizeKind.ANGLE),
				number(values, width), number(values, apart ? SizeKind.DOWN : SizeKind.HEIGHT),
				sideUnits(values, width, apart ? SizeKind.DOWN : SizeKind.HEIGHT), number(values, SizeKind.AREA),
				unit(values, SizeKind.AREA), values == null ? "" : values.spacing().rule().name(), //$NON-NLS-1$
				statistics == null ? "" : Long.toString(statistics.count()), //$NON-NLS-1$
				statistics == null ? "" : Double.toString(statistics.mean()), //$NON-NLS-1$
				statistics == null ? "" : Double.toString(statistics.standardDeviation()), //$NON-NLS-1$
				statistics == null ? "" : Double.toString(statistics.minimum()), //$NON-NLS-1$
				statistics == null ? "" : Double.toString(statistics.maximum()), //$NON-NLS-1$
				statistics == null ? "" : statistics.unit(), //$NON-NLS-1$
				row.measurement().points().stream().map(point -> point.column() + " " + point.row()) //$NON-NLS-1$
						.collect(Collectors.joining(";"))) //$NON-NLS-1$
				.map(MeasurementCsv::field).collect(Collectors.joining(COMMA));
	}

	private static String number(MeasurementValues values, SizeKind kind) {
		return values == null ? "" : values.size(kind).map(Size::value).map(Object::toString).orElse(""); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String unit(MeasurementValues values, SizeKind kind) {
		return values == null ? "" : values.size(kind).map(Size::unit).orElse(""); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String sideUnits(MeasurementValues values, SizeKind across, SizeKind down) {
		String first = unit(values, across);
		String second = unit(values, down);
		return first.equals(second) ? first : first + ' ' + second;
	}

	private static String field(String text) {
		boolean plain = Stream.of(COMMA, QUOTE, LINE_FEED, "\r").noneMatch(text::contains); //$NON-NLS-1$
		return plain ? text : QUOTE + text.replace(QUOTE, QUOTE + QUOTE) + QUOTE;
	}
}
