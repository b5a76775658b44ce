package org.dicompreview.rendering.internal.frame;

import org.dicompreview.rendering.VoiWindow;

/** Modality values into parts of full brightness, 0-1 (PS3.3 C.11.2). */
sealed interface Voi {

	/** {@return the brightness, 0-1} */
	double apply(double modality);

	/** {@return the highest modality value that is shown as all below it are, or nearly so} */
	double lower();

	/** {@return the lowest modality value that is shown as all above it are, or nearly so} */
	double upper();

	/** {@return the stage for a window} */
	static Voi of(VoiWindow window) {
		return switch (window.function()) {
			case LINEAR -> window.width() < 1 ? new Exact(window.center(), window.width())
					: new Linear(window.center(), window.width());
			case LINEAR_EXACT -> new Exact(window.center(), window.width());
			case SIGMOID -> new Sigmoid(window.center(), window.width());
		};
	}

	/** PS3.3 C.11.2.1.2.1; widths below 1, which it forbids, count as {@link Exact}. */
	record Linear(double center, double width) implements Voi {
		@Override
		public double apply(double x) {
			double middle = center - 0.5;
			double half = (width - 1) / 2;
			if (x <= middle - half) {
				return 0;
			}
			return x > middle + half ? 1 : (x - middle) / (width - 1) + 0.5;
		}

		@Override
		public double lower() {
			return center - width / 2;
		}

		@Override
		public double upper() {
			return center + width / 2 - 1;
		}
	}

	/** PS3.3 C.11.2.1.3.2. */
	record Exact(double center, double width) implements Voi {
		@Override
		public double apply(double x) {
			if (x <= center - width / 2) {
				return 0;
			}
			return x > center + width / 2 ? 1 : (x - center) / width + 0.5;
		}

		@Override
		public double lower() {
			return center - width / 2;
		}

		@Override
		public double upper() {
			return center + width / 2;
		}
	}

	/** PS3.3 C.11.2.1.3.1. */
	record Sigmoid(double center, double width) implements Voi {
		@Override
		public double apply(double x) {
			return 1 / (1 + Math.exp(-4 * (x - center) / width));
		}

		@Override
		public double lower() {
			return center - width / 2;
		}

		@Override
		public double upper() {
			return center + width / 2;
		}
	}

	/** VOI LUT Sequence. @param table the table */
	record Table(LookupTable table) implements Voi {
		@Override
		public double apply(double x) {
			return (double) table.get(x) / table.maximum();
		}

		@Override
		public double lower() {
			return table.first();
		}

		@Override
		public double upper() {
			return table.last();
		}
	}
}
