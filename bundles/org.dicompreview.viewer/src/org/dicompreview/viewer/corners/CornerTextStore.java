package org.dicompreview.viewer.corners;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import org.dicompreview.dicom.ReadLimits;
import org.osgi.service.component.annotations.Component;

/**
 * The corner texts of all viewports. An OSGi service, which is not implemented by clients. For any thread; no listener is
 * called with a lock held.
 *
 * @since 0.1.0
 */
@Component(service = CornerTextStore.class)
public final class CornerTextStore {

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private volatile CornerTexts texts = CornerTexts.DEFAULT;
	private volatile ReadLimits limits = ReadLimits.DEFAULT;

	/** {@return which attributes stand where} */
	public CornerTexts texts() {
		return texts;
	}

	/** Shows other attributes from now on. */
	public void setTexts(CornerTexts next) {
		if (!next.equals(texts)) {
			texts = Objects.requireNonNull(next);
			listeners.forEach(Runnable::run);
		}
	}

	/** {@return what to believe of a file whose attributes are read} */
	public ReadLimits limits() {
		return limits;
	}

	/** Believes files otherwise from now on. */
	public void setLimits(ReadLimits next) {
		limits = Objects.requireNonNull(next);
	}

	/** Adds who hears, on any thread, that other attributes are to be shown. */
	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	/** Removes who heard. */
	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}
}
