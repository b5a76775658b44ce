package org.dicompreview.codec.internal.j2k;

import java.util.List;

/** What is done to the rows of several components together before the level shift. */
sealed interface ComponentTransform {

	/** Nothing. */
	ComponentTransform NONE = new None();
	/** Luminance and chrominances to red, green, blue, ISO/IEC 15444-1 G.2. */
	ComponentTransform REVERSIBLE = new Reversible();
	/** Luminance and chrominances to red, green, blue, ISO/IEC 15444-1 G.3. */
	ComponentTransform IRREVERSIBLE = new Irreversible();

	/** Transforms the rows in place. */
	void apply(int[][] rows);

	/** Transforms the rows in place. */
	void apply(float[][] rows);

	/** {@return whether the level shift of a component is still to be done, if it is unsigned} */
	default boolean leavesLevel(int component) {
		return true;
	}

	/** Nothing. */
	record None() implements ComponentTransform {

		@Override
		public void apply(int[][] rows) {
			// the rows are as they should be
		}

		@Override
		public void apply(float[][] rows) {
			// the rows are as they should be
		}
	}

	/** The reversible colour transform. */
	record Reversible() implements ComponentTransform {

		@Override
		public void apply(int[][] rows) {
			int[] first = rows[0];
			int[] second = rows[1];
			int[] third = rows[2];
			for (int i = 0; i < first.length; i++) {
				int green = first[i] - (second[i] + third[i] >> 2);
				int blue = second[i] + green;
				first[i] = third[i] + green;
				second[i] = green;
				third[i] = blue;
			}
		}

		@Override
		public void apply(float[][] rows) {
			throw new IllegalArgumentException("integers only");
		}
	}

	/** The irreversible colour transform. */
	record Irreversible() implements ComponentTransform {

		@Override
		public void apply(int[][] rows) {
			throw new IllegalArgumentException("floats only");
		}

		@Override
		public void apply(float[][] rows) {
			float[] first = rows[0];
			float[] second = rows[1];
			float[] third = rows[2];
			for (int i = 0; i < first.length; i++) {
				float y = first[i];
				float cb = second[i];
				float cr = third[i];
				first[i] = y + 1.402f * cr;
				second[i] = y - 0.344136f * cb - 0.714136f * cr;
				third[i] = y + 1.772f * cb;
			}
		}
	}

	/** Affine maps of ISO/IEC 15444-2 annex J. @param stages in their order */
	record Arrays(List<ArrayTransforms.Affine> stages) implements ComponentTransform {

		@Override
		public boolean leavesLevel(int component) {
			return stages.stream().noneMatch(each -> each.shifts(component));
		}

		@Override
		public void apply(int[][] rows) {
			float[][] floats = new float[rows.length][rows[0].length];
			for (int c = 0; c < rows.length; c++) {
				for (int x = 0; x < rows[c].length; x++) {
					floats[c][x] = rows[c][x];
				}
			}
			apply(floats);
			for (int c = 0; c < rows.length; c++) {
				for (int x = 0; x < rows[c].length; x++) {
					rows[c][x] = (int) Math.rint(floats[c][x]);
				}
			}
		}

		@Override
		public void apply(float[][] rows) {
			for (ArrayTransforms.Affine each : stages) {
				apply(each, rows);
			}
		}

		private static void apply(ArrayTransforms.Affine map, float[][] rows) {
			int[] components = map.components();
			float[] made = new float[components.length];
			for (int x = 0; x < rows[0].length; x++) {
				for (int i = 0; i < made.length; i++) {
					float sum = map.offsets() == null ? 0 : map.offsets()[i];
					for (int k = 0; k < made.length; k++) {
						sum += map.matrix()[i * made.length + k] * rows[components[k]][x];
					}
					made[i] = sum;
				}
				for (int i = 0; i < made.length; i++) {
					rows[components[i]][x] = made[i];
				}
			}
		}
	}
}
