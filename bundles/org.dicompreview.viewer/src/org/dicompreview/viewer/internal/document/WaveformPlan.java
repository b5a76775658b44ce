package org.dicompreview.viewer.internal.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.series.document.Waveform;

/**
 * Where the traces of waveforms lie: one row for each channel below the other, time to the right. Channels of a group that
 * share a unit share their scale. Lengths are in points. Immutable, without widgets.
 */
final class WaveformPlan {

	/** No row is lower. */
	static final int LEAST_ROW = 44;
	/** Part of a row that the largest trace takes. */
	private static final double FILLED = 0.84;

	/**
	 * A trace.
	 *
	 * @param waveform the group
	 * @param channel  the channel
	 * @param middle   the value in the middle of the row, in the unit of the channel
	 * @param gain     points for one unit
	 */
	record Row(Waveform waveform, Waveform.Channel channel, double middle, double gain) {
	}

	/** Lowest and highest value of a channel. */
	private record Range(double least, double most) {

		static Range of(float[] values) {
			double least = Double.POSITIVE_INFINITY;
			double most = Double.NEGATIVE_INFINITY;
			for (float value : values) {
				if (Float.isFinite(value)) {
					least = Math.min(least, value);
					most = Math.max(most, value);
				}
			}
			return least > most ? new Range(0, 0) : new Range(least, most);
		}
	}

	private final List<Row> rows = new ArrayList<>();
	private final int rowHeight;
	private final double pointsPerSecond;
	private final double seconds;

	/**
	 * @param waveforms       what to show
	 * @param height          of the canvas, at least 1
	 * @param pointsPerSecond scale of time, above 0
	 */
	WaveformPlan(List<Waveform> waveforms, int height, double pointsPerSecond) {
		this.pointsPerSecond = pointsPerSecond;
		int count = waveforms.stream().mapToInt(waveform -> waveform.channels().size()).sum();
		rowHeight = Math.max(LEAST_ROW, height / Math.max(1, count));
		seconds = waveforms.stream().mapToDouble(Waveform::seconds).max().orElse(0);
		waveforms.forEach(this::add);
	}

	private void add(Waveform waveform) {
		List<Range> ranges = waveform.channels().stream().map(channel -> Range.of(channel.values())).toList();
		Map<String, Double> spans = new HashMap<>();
		for (int i = 0; i < ranges.size(); i++) {
			spans.merge(waveform.channels().get(i).unit(), ranges.get(i).most() - ranges.get(i).least(), Math::max);
		}
		for (int i = 0; i < ranges.size(); i++) {
			Waveform.Channel channel = waveform.channels().get(i);
			double span = spans.get(channel.unit());
			rows.add(new Row(waveform, channel, (ranges.get(i).least() + ranges.get(i).most()) / 2,
					span > 0 ? FILLED * rowHeight / span : 1));
		}
	}

	/** {@return the traces from the top} */
	List<Row> rows() {
		return List.copyOf(rows);
	}

	/** {@return the height of each row} */
	int rowHeight() {
		return rowHeight;
	}

	/** {@return the height of all rows} */
	int height() {
		return rowHeight * rows.size();
	}

	/** {@return the width of the longest trace} */
	int width() {
		return (int) Math.ceil(seconds * pointsPerSecond);
	}

	/** {@return where a value lies below the top of its row} */
	double y(Row row, double value) {
		return rowHeight / 2.0 - (value - row.middle()) * row.gain();
	}

	/** {@return where a time in seconds lies, from the start} */
	double x(double second) {
		return second * pointsPerSecond;
	}

	/**
	 * {@return a trace as pieces of lines: x and y in turn, from the start and from the top of the row; several where samples
	 * are missing between. Where a point has several samples it goes from the lowest to the highest, so that no peak gets lost}
	 *
	 * @param row  the trace
	 * @param from first point of x
	 * @param to   point of x behind the last one
	 */
	List<int[]> pieces(Row row, int from, int to) {
		List<int[]> pieces = new ArrayList<>();
		List<Integer> piece = new ArrayList<>();
		float[] values = row.channel().values();
		double perPoint = row.waveform().frequency() / pointsPerSecond;
		if (perPoint <= 1) {
			int last = (int) Math.min(values.length - 1L, (long) Math.ceil(to * perPoint));
			for (int i = (int) Math.max(0, Math.floor(from * perPoint)); i <= last; i++) {
				piece = point(pieces, piece, (int) Math.round(i / perPoint), row, values[i], values[i]);
			}
		} else {
			for (int x = Math.max(0, from); x < to && x * perPoint < values.length; x++) {
				int end = (int) Math.min(values.length, Math.max((long) (x * perPoint) + 1, (long) ((x + 1) * perPoint)));
				float least = Float.NaN;
				float most = Float.NaN;
				for (int i = (int) (x * perPoint); i < end; i++) {
					least = Float.isNaN(least) || values[i] < least ? values[i] : least;
					most = Float.isNaN(most) || values[i] > most ? values[i] : most;
				}
				piece = point(pieces, piece, x, row, least, most);
			}
		}
		end(pieces, piece);
		return pieces;
	}

	private List<Integer> point(List<int[]> pieces, List<Integer> piece, int x, Row row, float least, float most) {
		if (!Float.isFinite(least) || !Float.isFinite(most)) {
			end(pieces, piece);
			return new ArrayList<>();
		}
		piece.add(x);
		piece.add((int) Math.round(y(row, least)));
		if (most != least) {
			piece.add(x);
			piece.add((int) Math.round(y(row, most)));
		}
		return piece;
	}

	private static void end(List<int[]> pieces, List<Integer> piece) {
		if (!piece.isEmpty()) {
			pieces.add(piece.stream().mapToInt(Integer::intValue).toArray());
		}
	}

	/** {@return a round number of units that takes between a tenth and a half of a row, for a scale} */
	double unitBar(Row row) {
		double most = rowHeight / 2.0 / row.gain();
		double power = Math.pow(10, Math.floor(Math.log10(most)));
		return most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
	}
}
