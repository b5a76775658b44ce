package org.dicompreview.ui.internal.attributes;

import java.util.Optional;
import java.util.function.Consumer;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** Has the elements of the slices of one stack after another compared, as long as that is wanted. UI thread. */
final class SeriesComparison {

	private final DicomReaders reader;
	private final Control owner;
	private final Consumer<Variations> receiver;
	private boolean wanted;
	/** Of which the variations are, or are about to be; {@code null} for none. */
	private SliceStack stack;
	private int version;
	private VariationsJob job;

	/**
	 * @param owner    ends it
	 * @param receiver gets what is found
	 */
	SeriesComparison(DicomReaders reader, Control owner, Consumer<Variations> receiver) {
		this.reader = reader;
		this.owner = owner;
		this.receiver = receiver;
		owner.addDisposeListener(event -> cancel());
	}

	/** Begins or ends comparing. @param slice on show */
	void want(boolean next, Optional<Slice> slice) {
		wanted = next;
		stack = null;
		show(slice);
	}

	/** Compares the stack of a slice, if that is another than before. */
	void show(Optional<Slice> slice) {
		Optional<SliceStack> next = slice.filter(each -> wanted).map(Slice::stack);
		if (next.isPresent() && next.get() == stack && version == stack.series().version()) {
			return;
		}
		cancel();
		boolean known = stack != null || next.isPresent() || !wanted;
		stack = next.orElse(null);
		if (known) {
			receiver.accept(Variations.NONE);
		}
		next.ifPresent(this::start);
	}

	private void start(SliceStack of) {
		version = of.series().version();
		VariationsJob mine = job = new VariationsJob(reader, of);
		Display display = owner.getDisplay();
		mine.addJobChangeListener(IJobChangeListener.onDone(event -> {
			if (event.getResult().isOK() && !display.isDisposed()) {
				display.asyncExec(() -> {
					if (job == mine && !owner.isDisposed()) {
						receiver.accept(mine.found());
					}
				});
			}
		}));
		mine.schedule();
	}

	private void cancel() {
		if (job != null) {
			job.cancel();
			job = null;
		}
	}
}
