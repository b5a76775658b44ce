package org.dicompreview.app.internal.headless;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Texts;
import org.dicompreview.series.Axis;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;

/** The tab-separated rows of {@code list} and {@code export}, as architecture.md defines them. */
final class Rows {

	static final String HEADER = String.join("\t", "patient_id", "study_uid", "series_uid", "series_number", "modality", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
			"series_description", "stack", "stack_label", "dimensions", "position_index", "offset_mm", "rule", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$
			"sop_instance_uid", "frame", "path", "transfer_syntax", "status"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$

	static final String OK = "ok"; //$NON-NLS-1$
	private static final int SLICE_COLUMNS = 6;
	private static final int OFFSET_DIGITS = 6;

	private final HeadlessScan scan;
	private final FrameDecoders decoders;

	Rows(HeadlessScan scan, FrameDecoders decoders) {
		this.scan = scan;
		this.decoders = decoders;
	}

	String slice(SliceStack stack, Slice slice, String status) {
		List<String> cells = series(stack.series());
		cells.add(Integer.toString(stack.index() + 1));
		cells.add(stack.label());
		cells.add(dimensions(stack, slice));
		cells.add(Integer.toString(slice.position() + 1));
		cells.add(offset(slice.offset()));
		cells.add(stack.rule());
		cells.add(slice.instance().sopInstanceUid());
		cells.add(Integer.toString(slice.frame() + 1));
		addFile(cells, slice.instance(), status);
		return join(cells);
	}

	String document(Series series, InstanceHeader header) {
		return instance(series, header, Kinds.of(header));
	}

	String copy(Series series, InstanceHeader header, InstanceHeader original) {
		return instance(series, header, "identical copy of " + scan.relativePath(original)); //$NON-NLS-1$
	}

	private String instance(Series series, InstanceHeader header, String status) {
		List<String> cells = series(series);
		for (int i = 0; i < SLICE_COLUMNS; i++) {
			cells.add(""); //$NON-NLS-1$
		}
		cells.add(header.sopInstanceUid());
		cells.add(""); //$NON-NLS-1$
		addFile(cells, header, status);
		return join(cells);
	}

	/** {@return how the file of a slice is called on standard error} */
	String place(Slice slice) {
		return scan.place(slice.instance());
	}

	/** {@return {@link #OK}, or why the slice cannot be shown as far as is known without decoding it} */
	String status(Slice slice) {
		if (slice.problem().isPresent()) {
			return Texts.words(slice.problem().get());
		}
		return decoders.unsupported(slice.instance().transferSyntax()).map(Texts::words).orElse(OK);
	}

	private static List<String> series(Series series) {
		OptionalInt number = series.number();
		return new ArrayList<>(List.of(series.study().patient().id(), series.study().uid(), series.uid(),
				number.isPresent() ? Integer.toString(number.getAsInt()) : "", series.modality(), series.description())); //$NON-NLS-1$
	}

	private void addFile(List<String> cells, InstanceHeader header, String status) {
		cells.add(scan.relativePath(header));
		cells.add(header.transferSyntax().uid());
		cells.add(status);
	}

	private static String dimensions(SliceStack stack, Slice slice) {
		List<String> pairs = new ArrayList<>();
		List<Axis> axes = stack.axes();
		for (int i = 0; i < axes.size(); i++) {
			pairs.add(axes.get(i).name() + '=' + axes.get(i).values().get(slice.coordinate(i)).replace(';', ','));
		}
		return String.join(";", pairs); //$NON-NLS-1$
	}

	private static String offset(OptionalDouble offset) {
		if (offset.isEmpty()) {
			return ""; //$NON-NLS-1$
		}
		BigDecimal value = BigDecimal.valueOf(offset.getAsDouble()).setScale(OFFSET_DIGITS, RoundingMode.HALF_EVEN);
		return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString(); //$NON-NLS-1$
	}

	/** Joins cells; a tab or line break within one would break the table. */
	static String join(List<String> cells) {
		return String.join("\t", cells.stream().map(Rows::clean).toList()); //$NON-NLS-1$
	}

	static String clean(String cell) {
		return cell.replaceAll("\\p{Cntrl}+", " "); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
