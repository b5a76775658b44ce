package org.dicompreview.codec.internal.j2k;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Parallel;

/** Makes the samples of a tile from its coefficients: synthesis, component transform, level shift. */
final class SynthesisStage {

	private final CodingParameters parameters;
	private final List<TileComponent> components;
	private final List<Plane> planes;
	private final Output output;
	private final int threads;

	SynthesisStage(CodingParameters parameters, List<TileComponent> components, List<Plane> planes, Output output,
			int threads) {
		this.parameters = parameters;
		this.components = components;
		this.planes = planes;
		this.output = output;
		this.threads = threads;
	}

	void run() throws DecodeException {
		List<ArrayTransforms.Affine> arrays = parameters.arrayTransforms().inOrder(components.size());
		List<Runnable> tasks = new ArrayList<>();
		if (!arrays.isEmpty()) {
			addTasks(tasks, new ComponentTransform.Arrays(arrays), range(0, components.size()));
		} else {
			int first = 0;
			if (parameters.colourTransform()) {
				first = 3;
				addTasks(tasks, colourTransform(), range(0, 3));
			}
			for (int c = first; c < components.size(); c++) {
				addTasks(tasks, ComponentTransform.NONE, range(c, c + 1));
			}
		}
		Parallel.run(tasks.size(), threads, () -> tasks, (all, i) -> all.get(i).run());
	}

	private ComponentTransform colourTransform() {
		return planes.get(0) instanceof Plane.Ints ? ComponentTransform.REVERSIBLE : ComponentTransform.IRREVERSIBLE;
	}

	private static int[] range(int from, int to) {
		int[] result = new int[to - from];
		Arrays.setAll(result, i -> from + i);
		return result;
	}

	private void addTasks(List<Runnable> tasks, ComponentTransform transform, int[] group) throws DecodeException {
		Area area = components.get(group[0]).keptArea();
		for (int c : group) {
			if (!components.get(c).keptArea().equals(area)
					|| planes.get(c).getClass() != planes.get(group[0]).getClass()) {
				throw new DecodeException(Jpeg2000Text.COMPONENTS_DIFFER);
			}
		}
		if (area.isEmpty()) {
			return;
		}
		int stretches = Pyramid.stretches(area.height(), threads);
		if (planes.get(group[0]) instanceof Plane.Ints) {
			List<Supplier<Lines<int[]>>> lines = new ArrayList<>();
			for (int c : group) {
				lines.add(Pyramid.reversible(components.get(c), ((Plane.Ints) planes.get(c)).values(), threads));
			}
			forStretches(tasks, area, stretches, (from, to) -> finishInts(transform, group, lines, from, to));
		} else {
			List<Supplier<Lines<float[]>>> lines = new ArrayList<>();
			for (int c : group) {
				lines.add(Pyramid.irreversible(components.get(c), ((Plane.Floats) planes.get(c)).values(), threads));
			}
			forStretches(tasks, area, stretches, (from, to) -> finishFloats(transform, group, lines, from, to));
		}
	}

	private interface Rows {
		void make(int from, int to);
	}

	private static void forStretches(List<Runnable> tasks, Area area, int stretches, Rows rows) {
		for (int i = 0; i < stretches; i++) {
			int from = Pyramid.stretch(area.height(), stretches, i);
			int to = Pyramid.stretch(area.height(), stretches, i + 1);
			tasks.add(() -> rows.make(from, to));
		}
	}

	private void finishInts(ComponentTransform transform, int[] group, List<Supplier<Lines<int[]>>> sources, int from,
			int to) {
		Area area = components.get(group[0]).keptArea();
		List<Lines<int[]>> lines = sources.stream().map(Supplier::get).toList();
		int[][] rows = new int[group.length][area.width()];
		for (int y = from; y < to; y++) {
			for (int i = 0; i < group.length; i++) {
				lines.get(i).read(y, rows[i], 0);
			}
			transform.apply(rows);
			for (int i = 0; i < group.length; i++) {
				output.write(group[i], area.x0(), area.y0() + y, rows[i], transform.leavesLevel(group[i]));
			}
		}
	}

	private void finishFloats(ComponentTransform transform, int[] group, List<Supplier<Lines<float[]>>> sources,
			int from, int to) {
		Area area = components.get(group[0]).keptArea();
		List<Lines<float[]>> lines = sources.stream().map(Supplier::get).toList();
		float[][] rows = new float[group.length][area.width()];
		int[] rounded = new int[area.width()];
		for (int y = from; y < to; y++) {
			for (int i = 0; i < group.length; i++) {
				lines.get(i).read(y, rows[i], 0);
			}
			transform.apply(rows);
			for (int i = 0; i < group.length; i++) {
				round(rows[i], rounded);
				output.write(group[i], area.x0(), area.y0() + y, rounded, transform.leavesLevel(group[i]));
			}
		}
	}

	private static void round(float[] from, int[] to) {
		for (int i = 0; i < to.length; i++) {
			to[i] = (int) Math.rint(from[i]);
		}
	}
}
