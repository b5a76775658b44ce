package org.dicompreview.rendering.internal.overlay;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.dicompreview.codec.Frame;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.Problem;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.rendering.internal.frame.StoredValues;
import org.dicompreview.series.Slice;

/** The stored values of the frames of masks and doses: those used last stay in memory, within a budget. For any thread. */
final class FrameValues {

	/** Bytes of all values that are kept. */
	static final long BUDGET = 32L << 20;

	private final FrameLoader loader;
	private final Map<Slice, float[]> kept = new LinkedHashMap<>(16, 0.75f, true);
	private long bytes;

	FrameValues(FrameLoader loader) {
		this.loader = loader;
	}

	/** {@return the values of a frame in one channel; of several the first} @throws IOException if there is no frame */
	float[] of(Slice slice) throws IOException {
		synchronized (kept) {
			float[] known = kept.get(slice);
			if (known != null) {
				return known;
			}
		}
		LoadedFrame loaded = loader.load(slice);
		Frame frame = loaded.frame().map(DisplayFrame::frame).orElseThrow(() -> new DicomException(
				loaded.reason().orElseGet(() -> Problem.of(DicomText.NO_PIXEL_DATA))));
		StoredValues stored = StoredValues.of(frame.shown());
		float[] values = new float[frame.columns() * frame.rows()];
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) stored.get(i * frame.channels());
		}
		keep(slice, values);
		return values;
	}

	private void keep(Slice slice, float[] values) {
		synchronized (kept) {
			if (kept.put(slice, values) == null) {
				bytes += (long) values.length * Float.BYTES;
			}
			var oldest = kept.entrySet().iterator();
			while (bytes > BUDGET && kept.size() > 1) {
				bytes -= (long) oldest.next().getValue().length * Float.BYTES;
				oldest.remove();
			}
		}
	}
}
