package org.dicompreview.ui.internal.attributes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An element that is looked up in each slice of a stack. Two of the same place are equal, whatever they are called.
 *
 * @param path where it stands in an instance
 * @param name what it is called
 */
record SeriesColumn(RowPath path, String name) {

	private static final String STEP = "/"; //$NON-NLS-1$

	/** {@return the column of an element; absent for rows that have no value of their own} */
	static Optional<SeriesColumn> of(Row row) {
		return row instanceof ElementRow element && !element.isSequence()
				? Optional.of(new SeriesColumn(row.path(), row.keyword().isEmpty() ? row.tag() : row.keyword()))
				: Optional.empty();
	}

	/** {@return the row at this place of an instance} */
	Optional<Row> find(AttributeTree tree) {
		return find(tree.roots(), path);
	}

	private static Optional<Row> find(List<Row> roots, RowPath path) {
		List<Row> rows = path.parent() == null ? roots
				: find(roots, path.parent()).map(Row::children).orElse(List.of());
		return rows.stream().filter(row -> row.path().equals(path)).findFirst();
	}

	/** {@return all in one line, for the state of a view} */
	String save() {
		List<String> steps = new ArrayList<>();
		for (RowPath step = path; step != null; step = step.parent()) {
			steps.add(0, step.kind().getSimpleName() + ' ' + step.key() + ' ' + step.occurrence());
		}
		return String.join(STEP, steps) + STEP + name;
	}

	/** {@return what was saved; absent if that cannot be understood} */
	static Optional<SeriesColumn> load(String saved) {
		String[] steps = saved.split(STEP);
		RowPath path = null;
		for (int i = 0; i < steps.length - 1; i++) {
			String[] step = steps[i].split(" "); //$NON-NLS-1$
			Class<? extends Row> kind = kind(step[0]);
			if (kind == null || step.length != 3 || !step[1].matches("\\d{1,18}") || !step[2].matches("\\d{1,9}")) { //$NON-NLS-1$ //$NON-NLS-2$
				return Optional.empty();
			}
			path = new RowPath(path, kind, Long.parseLong(step[1]), Integer.parseInt(step[2]));
		}
		return path == null ? Optional.empty() : Optional.of(new SeriesColumn(path, steps[steps.length - 1]));
	}

	private static Class<? extends Row> kind(String name) {
		for (Class<? extends Row> kind : List.of(ElementRow.class, FrameRow.class, ItemRow.class, RangeRow.class)) {
			if (kind.getSimpleName().equals(name)) {
				return kind;
			}
		}
		return null;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof SeriesColumn column && path.equals(column.path);
	}

	@Override
	public int hashCode() {
		return path.hashCode();
	}
}
