package org.dicompreview.ui.internal.explorer;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.series.Series;
import org.dicompreview.ui.FolderState;
import org.dicompreview.ui.internal.AccessibleName;
import org.dicompreview.ui.internal.SearchField;
import org.dicompreview.ui.internal.folders.FolderDropTarget;
import org.dicompreview.ui.internal.folders.ScannedFolders;
import org.dicompreview.ui.internal.preview.PreviewMemory;
import org.dicompreview.ui.internal.settings.Settings;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Filter, tree and the line for scans; or how to open something, while nothing is open. UI thread. */
final class ExplorerPane extends Composite {

	private static final int DEBOUNCE_MS = 150;

	private final ScannedFolders folders;
	private final PreviewMemory memory;
	private final SeriesThumbnails thumbnails;
	private final SeriesPlayer player;
	private final NodeTooltip tooltip;
	private final AtomicReference<Snapshot> latest = new AtomicReference<>();
	private final Runnable filterNow = this::filter;
	private final Runnable requestSnapshot = this::requestSnapshot;
	private final Display display;
	private final SnapshotJob snapshots;
	private final Text filter;
	private final FacetPane facets;
	private final Composite pages;
	private final EmptyPage empty;
	private final Composite nothingFound;
	private final Label nothingFoundText;
	private final ExplorerTree tree;
	private final ScanLine scanLine;
	private Runnable shown = () -> {};

	/**
	 * @param memory     knows what was on screen last
	 * @param thumbnails of the rows, closed with this
	 * @param player     of the series that a person points at, closed with this
	 * @param open       called when the user wants to open a folder
	 */
	ExplorerPane(Composite parent, ScannedFolders folders, PreviewMemory memory, SeriesThumbnails thumbnails, SeriesPlayer player,
			Runnable open) {
		super(parent, SWT.NONE);
		this.thumbnails = thumbnails;
		this.player = player;
		this.folders = folders;
		this.memory = memory;
		display = parent.getDisplay();
		snapshots = new SnapshotJob(folders, this::post);
		NodeImages images = new NodeImages(this);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
		filter = createFilter();
		facets = new FacetPane(this, Facets.load(Settings.node().get(Settings.EXPLORER_FACET_VALUES, "")), this::facetsChanged); //$NON-NLS-1$
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(facets);
		facets.setVisible(false);
		pages = new Composite(this, SWT.NONE);
		pages.setLayout(new StackLayout());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(pages);
		empty = new EmptyPage(pages, images.named("explorer_large"), open); //$NON-NLS-1$
		tree = new ExplorerTree(pages, snapshots::want);
		tooltip = tree.showTooltips(thumbnails, player);
		int side = Integer.parseInt(ExplorerOption.THUMBNAILS.value());
		if (side > 0) {
			tree.showPictures(thumbnails, side);
		}
		AccessibleName.set(tree.tree(), () -> Messages.SeriesExplorerView_treeName);
		nothingFound = new Composite(pages, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(12, 12).applyTo(nothingFound);
		nothingFoundText = new Label(nothingFound, SWT.WRAP | SWT.CENTER);
		GridDataFactory.fillDefaults().grab(true, true).align(SWT.FILL, SWT.CENTER).applyTo(nothingFoundText);
		scanLine = new ScanLine(this, images.named("stop"), this::stop); //$NON-NLS-1$
		FolderDropTarget.install(pages, folders);
		FolderDropTarget.install(tree.tree(), folders);
		choosePage();
		folders.addListener(requestSnapshot);
		addListener(SWT.Dispose, event -> close());
		snapshots.arrange(Arrangement.chosen());
		filter();
	}

	private Text createFilter() {
		Text text = SearchField.create(this, Messages.SeriesExplorerView_filter, () -> Messages.SeriesExplorerView_filterName,
				() -> filter("")); //$NON-NLS-1$
		text.addListener(SWT.Modify, event -> display.timerExec(DEBOUNCE_MS, filterNow));
		text.addListener(SWT.KeyDown, this::filterKey);
		return text;
	}

	private void filterKey(Event event) {
		if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.CR) {
			tree.tree().setFocus();
			event.doit = false;
		}
	}

	private void filter() {
		if (!filter.isDisposed()) {
			snapshots.filter(new Filter(filter.getText(), ExplorerOption.FACETS.isOn() ? facets.values() : Facets.NONE));
		}
	}

	private void facetsChanged() {
		Settings.node().put(Settings.EXPLORER_FACET_VALUES, facets.values().save());
		display.timerExec(DEBOUNCE_MS, filterNow);
	}

	/** Takes up what a person has chosen in the preferences. */
	void optionsChanged() {
		boolean before = facets.getVisible();
		snapshots.arrange(Arrangement.chosen());
		showFacets();
		filter();
		if (facets.getVisible() && !before) {
			facets.setFocus();
		}
	}

	/** Facets are there and count where a person wants them and something is open. */
	private void showFacets() {
		boolean wanted = ExplorerOption.FACETS.isOn() && filter.getVisible();
		if (((GridData) facets.getLayoutData()).exclude == wanted) {
			facets.setVisible(wanted);
			((GridData) facets.getLayoutData()).exclude = !wanted;
			layout();
		}
	}

	/** Leaves only what matches. */
	void filter(String text) {
		filter.setText(text);
		filter();
	}

	/** Lets the user type what to look for. */
	void focusFilter() {
		filter.setFocus();
		filter.selectAll();
	}

	private void stop() {
		folders.states().stream().filter(FolderState::busy).map(FolderState::root).forEach(folders::stop);
	}

	/** Any thread. */
	private void requestSnapshot() {
		snapshots.request();
	}

	/** Takes the newest snapshot to the UI thread; any thread. */
	private void post(Snapshot snapshot) {
		if (latest.getAndSet(snapshot) == null && !display.isDisposed()) {
			display.asyncExec(() -> {
				Snapshot newest = latest.getAndSet(null);
				if (!isDisposed()) {
					show(newest);
				}
			});
		}
	}

	private void show(Snapshot snapshot) {
		long start = System.nanoTime();
		tree.show(snapshot);
		facets.show(snapshot.choices());
		scanLine.show(snapshot.states());
		choosePage();
		selectForTheUser();
		shown.run();
		snapshots.shown(System.nanoTime() - start);
	}

	private void choosePage() {
		boolean nothing = tree.current().states().isEmpty() && folders.folders().isEmpty(); // the first snapshot takes a moment
		boolean unmatched = !tree.current().filter().isEmpty() && tree.current().size() == 0;
		StackLayout layout = (StackLayout) pages.getLayout();
		Composite page = nothing ? empty : unmatched ? nothingFound : tree.tree();
		if (unmatched) {
			String text = filter.getText().isBlank() ? Messages.ExplorerPane_noSeries
					: NLS.bind(Messages.ExplorerPane_nothingFound, filter.getText().strip());
			nothingFoundText.setText(text.replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
			nothingFound.layout();
		}
		if (layout.topControl != page) {
			layout.topControl = page;
			for (Control each : pages.getChildren()) {
				each.setVisible(each == page); // now, for the first layout may come later
			}
			filter.setVisible(!nothing);
			((GridData) filter.getLayoutData()).exclude = nothing;
			showFacets();
			pages.layout();
			layout();
		}
	}

	/**
	 * Shows a picture of what a person has opened, as soon as there is one, whatever was shown before: the one that was on
	 * screen last, if it is of it, else the first.
	 */
	private void selectForTheUser() {
		Optional<InstanceLocation> opened = folders.lastOpened();
		tree.current().states().stream().filter(state -> opened.filter(state.root()::equals).isPresent()).findFirst()
				.ifPresent(this::selectOpened);
	}

	private void selectOpened(FolderState state) {
		InstanceLocation root = state.root();
		boolean busy = state.busy();
		Optional<Node> last = tree.first(series -> series.uid().equals(memory.lastSeries()) && isWithin(series, root));
		if (last.isEmpty() && busy && !memory.lastFile().isEmpty() && isFileOf(root)) {
			return; // it is still to come
		}
		Optional<Node> series = last.or(() -> tree.first(each -> each.imageCount() > 0 && isWithin(each, root)))
				.or(() -> busy ? Optional.empty() : tree.first(each -> isWithin(each, root)));
		if (series.isPresent() || !busy) {
			folders.takeOpened(root);
		}
		series.filter(node -> !isWithin(root)).ifPresent(tree::select);
	}

	private boolean isWithin(Series series, InstanceLocation root) {
		return NodeFiles.within(series, root, folders.catalog());
	}

	/** {@return whether what was on screen last was a file of a root} */
	private boolean isFileOf(InstanceLocation root) {
		return FileLocation.path(root).filter(path -> Path.of(memory.lastFile()).startsWith(path)).isPresent();
	}

	/** {@return whether what is selected is of a root} */
	private boolean isWithin(InstanceLocation root) {
		return tree.getSelection().toList().stream().anyMatch(row -> ((Node) row).within(root, folders.catalog()));
	}

	/** Sets who hears of each snapshot that is shown. */
	void onShown(Runnable listener) {
		shown = listener;
		tree.onShownLate(listener);
	}

	/** Takes over what a person sees and has chosen in one that this takes the place of. */
	void adopt(ExplorerPane before) {
		filter.setText(before.filter.getText());
		filter();
		tree.adopt(before.tree);
		scanLine.show(tree.current().states());
		choosePage();
	}

	ExplorerTree tree() {
		return tree;
	}

	NodeTooltip tooltip() {
		return tooltip;
	}

	private void close() {
		folders.removeListener(requestSnapshot);
		snapshots.end();
		thumbnails.close();
		player.close();
	}

	@Override
	public boolean setFocus() {
		Control page = ((StackLayout) pages.getLayout()).topControl;
		Control wanted = page == nothingFound ? filter : page;
		return !wanted.isDisposed() && wanted.setFocus(); // asked for too while all is disposed of
	}
}
