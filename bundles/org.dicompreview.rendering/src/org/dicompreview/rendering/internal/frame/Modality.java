package org.dicompreview.rendering.internal.frame;

/** Stored values into modality values (PS3.3 C.11.1). */
sealed interface Modality {

	/** {@return the modality value} */
	double apply(double stored);

	/** {@return whether larger stored values never give larger modality values, or never smaller ones} */
	boolean monotonic();

	/**
	 * Rescale Slope and Intercept.
	 *
	 * @param slope     not 0
	 * @param intercept finite
	 */
	record Rescale(double slope, double intercept) implements Modality {

		static final Rescale IDENTITY = new Rescale(1, 0);

		@Override
		public double apply(double stored) {
			return stored * slope + intercept;
		}

		@Override
		public boolean monotonic() {
			return true;
		}
	}

	/** Modality LUT Sequence. @param table the table */
	record Table(LookupTable table) implements Modality {

		@Override
		public double apply(double stored) {
			return table.get(stored);
		}

		@Override
		public boolean monotonic() {
			return false;
		}
	}
}
