package org.dicompreview.viewer.internal.loading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.rendering.PresentationState;
import org.dicompreview.rendering.PresentationStates;
import org.dicompreview.rendering.planes.ReformattedStack;
import org.dicompreview.series.Series;
import org.dicompreview.series.SliceStack;
import org.dicompreview.viewer.PresentationStateChoice;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** Finds, off the UI thread, the presentation states of a study that speak of an image of a series. The newest request wins. */
public final class PresentationStatesJob extends Job {

	private static final System.Logger LOG = System.getLogger(PresentationStatesJob.class.getName());

	private record Request(Series series, List<SliceStack> stacks) {
	}

	/** What was found. @param stacks those for which it was looked @param states all that speak of an image of them */
	public record Found(List<SliceStack> stacks, List<PresentationStateChoice> states) {
	}

	private final PresentationStates reader;
	private final Consumer<Found> receiver;
	private volatile Request request;
	// Used by this job alone, one run after another; those that cannot be read are not read again.
	private Map<InstanceHeader, Optional<PresentationState>> known = new HashMap<>();

	/**
	 * @param reader   reads the states
	 * @param receiver gets what was found, on the thread of this job
	 */
	public PresentationStatesJob(PresentationStates reader, Consumer<Found> receiver) {
		super(Messages.PresentationStatesJob_name);
		this.reader = reader;
		this.receiver = receiver;
		setSystem(true);
		setPriority(Job.SHORT);
	}

	/** Looks for the states of a series, in place of any before. */
	public void find(Series series, List<SliceStack> stacks) {
		request = new Request(series, stacks);
		schedule();
	}

	/** Looks for nothing, and keeps no series. */
	public void release() {
		request = null;
		cancel();
		schedule(); // which forgets what was read
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		Request mine = request;
		if (mine == null) {
			known = new HashMap<>();
			return Status.OK_STATUS;
		}
		Map<InstanceHeader, Optional<PresentationState>> read = new HashMap<>();
		List<PresentationStateChoice> fitting = new ArrayList<>();
		for (Series series : mine.series().study().series()) {
			for (InstanceHeader header : series.documents()) {
				if (monitor.isCanceled() || mine != request) {
					return Status.CANCEL_STATUS;
				}
				if (reader.isState(header)) {
					Optional<PresentationState> state = known.containsKey(header) ? known.get(header) : read(header);
					read.put(header, state);
					state.filter(each -> fits(each, mine.stacks()))
							.ifPresent(each -> fitting.add(new PresentationStateChoice(header.sopInstanceUid(), each)));
				}
			}
		}
		known = read;
		receiver.accept(new Found(mine.stacks(), List.copyOf(fitting)));
		return Status.OK_STATUS;
	}

	private static boolean fits(PresentationState state, List<SliceStack> stacks) {
		return stacks.stream().filter(stack -> !(stack instanceof ReformattedStack)).flatMap(stack -> stack.slices().stream())
				.anyMatch(state::refersTo);
	}

	private Optional<PresentationState> read(InstanceHeader header) {
		try {
			return Optional.of(reader.read(header));
		} catch (IOException e) {
			LOG.log(System.Logger.Level.WARNING, NLS.bind(Messages.PresentationStatesJob_notRead, header.location()), e);
			return Optional.empty();
		} catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
			LOG.log(System.Logger.Level.ERROR, NLS.bind(Messages.PresentationStatesJob_notRead, header.location()), e);
			return Optional.empty();
		}
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == Viewport.JOB_FAMILY;
	}
}
