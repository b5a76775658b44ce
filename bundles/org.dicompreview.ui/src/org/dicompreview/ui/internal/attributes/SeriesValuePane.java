package org.dicompreview.ui.internal.attributes;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dicompreview.series.Slice;
import org.dicompreview.ui.internal.AccessibleName;
import org.dicompreview.ui.internal.SearchField;
import org.dicompreview.ui.internal.attributes.SeriesValues.Variation;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** Values of slices as a table and as a plot, with the slice on screen marked. UI thread. */
final class SeriesValuePane extends Composite {

	private static final int NARROW = 70;
	private static final int WIDE = 130;
	/** In a view that is so much wider than high the plot stands beside the table. */
	private static final double WIDE_FOR_HEIGHT = 1.2;
	private static final int TYPING_MS = 100;
	private static final String MARK = "\u25B8 "; //$NON-NLS-1$

	private final Consumer<Slice> chosen;
	private final Text search;
	private final Label message;
	private final Table table;
	private final ValuePlot plot;
	private final Combo over;
	private final Runnable arrangeNow = this::arrange;
	private final Font bold = JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);
	private SeriesValues values = SeriesValues.NONE;
	/** Slices of the rows. */
	private int[] order = {};
	private int sorted = -1;
	private boolean descending;
	/** Index of the slice on screen; -1 if it is none of these. */
	private int marked = -1;
	private Slice onScreen;

	/**
	 * @param first  over what is plotted to begin with
	 * @param chosen gets the slice of the row or place that a person has chosen
	 */
	SeriesValuePane(Composite parent, PlotData.Over first, Consumer<Slice> chosen) {
		super(parent, SWT.NONE);
		this.chosen = chosen;
		GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(this);
		search = SearchField.create(this, Messages.SeriesAttributesView_search, () -> Messages.SeriesAttributesView_search,
				() -> search().setText("")); //$NON-NLS-1$
		search.addListener(SWT.Modify, event -> getDisplay().timerExec(TYPING_MS, arrangeNow));
		search.addListener(SWT.KeyDown, this::searchKey);
		message = new Label(this, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).indent(4, 0).hint(NARROW, SWT.DEFAULT).applyTo(message);
		SashForm halves = new SashForm(this, SWT.VERTICAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
		table = new Table(halves, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION);
		table.setHeaderVisible(true);
		AccessibleName.set(table, () -> Messages.SeriesAttributesView_tableName);
		table.addListener(SWT.SetData, this::fill);
		table.addListener(SWT.Selection, event -> tell());
		Composite lower = new Composite(halves, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(lower);
		Label label = new Label(lower, SWT.NONE);
		label.setText(Messages.SeriesAttributesView_over);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).indent(4, 0).applyTo(label);
		over = new Combo(lower, SWT.DROP_DOWN | SWT.READ_ONLY);
		over.setItems(Messages.SeriesAttributesView_number, Messages.SeriesAttributesView_position,
				Messages.SeriesAttributesView_time);
		over.select(first.ordinal());
		over.addListener(SWT.Selection, event -> plot());
		AccessibleName.set(over, () -> Messages.SeriesAttributesView_over);
		plot = new ValuePlot(lower, this::go);
		GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(plot);
		halves.setWeights(3, 2);
		halves.addListener(SWT.Resize, event -> {
			Point size = halves.getSize();
			halves.setOrientation(size.x > WIDE_FOR_HEIGHT * size.y ? SWT.HORIZONTAL : SWT.VERTICAL);
		});
	}

	private Text search() {
		return search;
	}

	private void searchKey(Event event) {
		if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.CR) {
			table.setFocus();
			event.doit = false;
		}
	}

	Table table() {
		return table;
	}

	ValuePlot valuePlot() {
		return plot;
	}

	SeriesValues values() {
		return values;
	}

	PlotData.Over over() {
		return PlotData.Over.values()[Math.max(0, over.getSelectionIndex())];
	}

	/** {@return slices of the selected rows; of all rows if none or one is selected} */
	int[] selected() {
		int[] rows = Arrays.stream(table.getSelectionIndices()).sorted().map(row -> order[row]).toArray();
		return rows.length > 1 ? rows : order;
	}

	/** Shows a text and no values. */
	void message(String text) {
		show(SeriesValues.NONE);
		message.setText(text);
		layout();
	}

	/** Shows values. What is selected stays. */
	void show(SeriesValues next) {
		boolean other = !next.columns().equals(values.columns()) || table.getColumnCount() == 0;
		values = next;
		if (other) {
			sorted = -1;
			makeColumns();
		}
		marked = onScreen == null ? -1 : index(onScreen);
		describe();
		arrange();
		plot();
	}

	private void makeColumns() {
		Arrays.stream(table.getColumns()).forEach(TableColumn::dispose);
		table.setSortColumn(null);
		List<String> titles = values.columns().isEmpty() ? List.of() : ValueTexts.titles(values);
		for (int i = 0; i < titles.size(); i++) {
			TableColumn column = new TableColumn(table, i == 0 ? SWT.RIGHT : SWT.LEFT);
			int at = i;
			column.setText(titles.get(i));
			column.setWidth(i < ValueRows.FIXED ? NARROW : WIDE);
			column.setMoveable(true);
			column.addListener(SWT.Selection, event -> sort(at));
		}
	}

	/** Says beside each title, and in words, how the values are over the slices. */
	private void describe() {
		for (int i = 0; i < values.columns().size(); i++) {
			TableColumn column = table.getColumn(ValueRows.FIXED + i);
			column.setText(sign(values.variation(i)) + values.columns().get(i).name());
			column.setToolTipText(words(i));
		}
		String words = IntStream.range(0, values.columns().size()).mapToObj(this::words).collect(Collectors.joining("; ")); //$NON-NLS-1$
		int read = values.read();
		String progress = read < values.slices().size()
				? NLS.bind(Messages.SeriesAttributesView_reading, read, values.slices().size()) + ' ' : ""; //$NON-NLS-1$
		String failed = values.failed() == 0 ? "" : NLS.bind(Messages.SeriesAttributesView_failed, values.failed()); //$NON-NLS-1$
		message.setText((progress + words + failed).replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
		layout();
	}

	private static String sign(Variation variation) {
		return switch (variation) {
			case CONSTANT -> "= "; //$NON-NLS-1$
			case VARYING -> "\u2260 "; //$NON-NLS-1$
			case MISSING, ABSENT -> "\u2205 "; //$NON-NLS-1$
			case UNKNOWN -> ""; //$NON-NLS-1$
		};
	}

	private String words(int column) {
		String name = values.columns().get(column).name();
		return switch (values.variation(column)) {
			case CONSTANT -> NLS.bind(Messages.SeriesAttributesView_constant, name, first(column));
			case VARYING -> NLS.bind(Messages.SeriesAttributesView_varying, name, values.distinct(column));
			case MISSING -> NLS.bind(Messages.SeriesAttributesView_missing, name, values.lacking(column));
			case ABSENT -> NLS.bind(Messages.SeriesAttributesView_absent, name);
			case UNKNOWN -> name;
		};
	}

	private String first(int column) {
		return IntStream.range(0, values.slices().size()).mapToObj(slice -> values.value(slice, column))
				.flatMap(java.util.Optional::stream).findFirst().orElse(""); //$NON-NLS-1$
	}

	/** First up, then down, then in the order of the stack again. */
	private void sort(int column) {
		if (sorted != column) {
			sorted = column;
			descending = false;
		} else if (!descending) {
			descending = true;
		} else {
			sorted = -1;
		}
		table.setSortColumn(sorted < 0 ? null : table.getColumn(sorted));
		table.setSortDirection(sorted < 0 ? SWT.NONE : descending ? SWT.DOWN : SWT.UP);
		arrange();
	}

	private void arrange() {
		if (table.isDisposed()) {
			return;
		}
		int[] rows = Arrays.stream(table.getSelectionIndices()).filter(row -> row < order.length).map(row -> order[row]).toArray();
		int[] next = ValueRows.order(values, search.getText(), sorted, descending);
		boolean same = Arrays.equals(next, order);
		order = next;
		table.setItemCount(order.length);
		table.clearAll();
		if (!same) {
			table.setSelection(Arrays.stream(rows).map(this::row).filter(row -> row >= 0).toArray());
		}
		table.redraw();
	}

	/** {@return the row of a slice; -1 if it has none} */
	private int row(int slice) {
		return IntStream.range(0, order.length).filter(row -> order[row] == slice).findFirst().orElse(-1);
	}

	private void fill(Event event) {
		TableItem item = (TableItem) event.item;
		if (event.index < order.length) {
			int slice = order[event.index];
			for (int i = 0; i < table.getColumnCount(); i++) {
				String text = ValueRows.text(values, slice, i);
				item.setText(i, i == 0 && slice == marked ? MARK + text : text);
			}
			item.setFont(slice == marked ? bold : null);
		}
	}

	private void plot() {
		plot.show(values, over());
		plot.mark(marked);
	}

	private int index(Slice slice) {
		return IntStream.range(0, values.slices().size()).filter(i -> isSame(values.slices().get(i), slice)).findFirst().orElse(-1);
	}

	private static boolean isSame(Slice one, Slice other) {
		return one.instance() == other.instance() && one.frame() == other.frame();
	}

	/** Marks the slice on screen. */
	void mark(Slice slice) {
		onScreen = slice;
		int before = marked;
		marked = index(slice);
		if (marked != before) {
			clear(before);
			clear(marked);
			plot.mark(marked);
			int row = row(marked);
			if (row >= 0 && !table.isFocusControl()) {
				table.setSelection(row);
				table.showSelection();
			}
		}
	}

	private void clear(int slice) {
		int row = row(slice);
		if (row >= 0) {
			table.clear(row);
		}
	}

	private void tell() {
		int[] rows = table.getSelectionIndices();
		if (rows.length == 1) {
			go(order[rows[0]]);
		}
	}

	/** Goes to a slice. @param index in the order of the stack */
	private void go(int index) {
		if (index >= 0 && index < values.slices().size()) {
			chosen.accept(values.slices().get(index));
		}
	}

	@Override
	public boolean setFocus() {
		return !table.isDisposed() && table.setFocus();
	}
}
