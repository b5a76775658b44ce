package org.dicompreview.viewer.internal.measure;

import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.series.Calibration;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.measure.Measurement;
import org.dicompreview.viewer.measure.MeasurementValues;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/**
 * The values of measurements, as far as they are known; those of pixels are worked out in a job, for each measurement the
 * newest shape only. For any thread.
 */
final class PendingValues {

	private static final int LIMIT = 1000;

	/** What is asked for. The frame is held by who shows it. */
	private record Request(Measurement measurement, Calibration calibration, WeakReference<DisplayFrame> frame) {

		boolean isFor(Measurement other, DisplayFrame shown) {
			return measurement.points().equals(other.points()) && frame.refersTo(shown);
		}
	}

	private record Answer(Request request, MeasurementValues values) {
	}

	private final Map<String, Answer> answers = new ConcurrentHashMap<>();
	private final Map<String, Request> requests = new LinkedHashMap<>();
	private final Runnable answered;
	private final Job job = new Job(Messages.PendingValues_job) {

		@Override
		protected IStatus run(IProgressMonitor monitor) {
			Request request = next();
			while (request != null && !monitor.isCanceled()) {
				answer(request);
				request = next();
			}
			return Status.OK_STATUS;
		}

		@Override
		public boolean belongsTo(Object family) {
			return family == Viewport.JOB_FAMILY;
		}
	};

	/** @param answered is told, on any thread, that more values are known */
	PendingValues(Runnable answered) {
		this.answered = answered;
		job.setSystem(true);
	}

	/** {@return the values as far as they are known now} @param frame what is on show; absent before it is there in full */
	MeasurementValues of(Measurement measurement, Calibration calibration, Optional<DisplayFrame> frame) {
		if (measurement.kind().isRegion() && frame.isPresent()) {
			Answer answer = answers.get(measurement.id());
			if (answer != null && answer.request().isFor(measurement, frame.get())) {
				return answer.values();
			}
			ask(new Request(measurement, calibration, new WeakReference<>(frame.get())));
		}
		return MeasurementValues.of(measurement, calibration);
	}

	private void ask(Request request) {
		synchronized (requests) {
			requests.put(request.measurement().id(), request);
		}
		job.schedule();
	}

	private Request next() {
		synchronized (requests) {
			return requests.isEmpty() ? null : requests.remove(requests.keySet().iterator().next());
		}
	}

	private void answer(Request request) {
		DisplayFrame frame = request.frame().get();
		if (frame != null) {
			if (answers.size() > LIMIT) {
				answers.clear();
			}
			answers.put(request.measurement().id(), new Answer(request,
					MeasurementValues.of(request.measurement(), request.calibration(), frame)));
			answered.run();
		}
	}

	void close() {
		job.cancel();
	}
}
