package org.dicompreview.ui.internal.explorer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.dicompreview.series.Series;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Groups and examines the series that are in view, off the UI thread. Thread-safe. */
final class StructureLoader extends Job {

	/** A series that grows is grouped again after a while, not with every file. */
	private static final int DELAY_MS = 300;

	private final Map<Series, SeriesStructure> loaded = new ConcurrentHashMap<>();
	private final Set<Series> wanted = new LinkedHashSet<>();
	private final Runnable changed;

	/** @param changed called on the thread of this job when more is known */
	StructureLoader(Runnable changed) {
		super(Messages.StructureLoader_name);
		this.changed = changed;
		setSystem(true);
		setPriority(DECORATE);
	}

	/** {@return the structure of a series as it was when last looked at} */
	SeriesStructure known(Series series) {
		return loaded.getOrDefault(series, SeriesStructure.UNKNOWN);
	}

	/** Asks for the structure of a series if it is not known or no longer true, unless its instances have to be got for it. */
	void want(Series series) {
		SeriesStructure found = loaded.get(series);
		if (!series.isFilled() || found != null && found.version() == series.version()) {
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
			loaded.put(series, SeriesStructure.of(series));
		}
		changed.run();
		return Status.OK_STATUS;
	}
}
