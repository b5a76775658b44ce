package org.dicompreview.ui.internal.explorer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.dicompreview.series.Series;
import org.dicompreview.series.Stack;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Groups the series that are in view into stacks, off the UI thread. Thread-safe. */
final class StackLoader extends Job {

	/** A series that grows is grouped again after a while, not with every file. */
	private static final int DELAY_MS = 300;

	private record Loaded(int version, List<Stack> stacks) {
	}

	private final Map<Series, Loaded> loaded = new ConcurrentHashMap<>();
	private final Set<Series> wanted = new LinkedHashSet<>();
	private final Runnable changed;

	/** @param changed called on the thread of this job when further stacks are known */
	StackLoader(Runnable changed) {
		super(Messages.StackLoader_name);
		this.changed = changed;
		setSystem(true);
		setPriority(DECORATE);
	}

	/** {@return the stacks of a series as they were when last looked at; empty before that} */
	List<Stack> known(Series series) {
		Loaded found = loaded.get(series);
		return found == null ? List.of() : found.stacks();
	}

	/** Asks for the stacks of a series if they are not known or no longer true. */
	void want(Series series) {
		Loaded found = loaded.get(series);
		if (found != null && found.version() == series.version()) {
			return;
		}
		synchronized (wanted) {
			wanted.add(series);
		}
		schedule(found == null ? 0 : DELAY_MS);
	}

	/** Forgets series that are no longer there. */
	void retain(Collection<Series> present) {
		loaded.keySet().retainAll(present);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		List<Series> next;
		synchronized (wanted) {
			next = new ArrayList<>(wanted);
			wanted.clear();
		}
		for (Series series : next) {
			if (monitor.isCanceled()) {
				return Status.CANCEL_STATUS;
			}
			int version = series.version();
			loaded.put(series, new Loaded(version, series.stacks()));
		}
		changed.run();
		return Status.OK_STATUS;
	}
}
