package org.dicompreview.viewer.measure;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keeps measurements over restarts. An OSGi service that a {@link MeasurementStore} finds; may be implemented by clients.
 *
 * @since 0.1
 */
@ConsumerType
public interface MeasurementStorage {

	/** Gives a store what is kept, soon, with {@link MeasurementStore#restore}, and from then on keeps what it has. */
	void attach(MeasurementStore store);

	/** Keeps what the store has now, and follows it no longer. */
	void detach(MeasurementStore store);
}
