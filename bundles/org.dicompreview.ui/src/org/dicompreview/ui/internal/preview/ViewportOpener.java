package org.dicompreview.ui.internal.preview;

import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.ui.SelectedFiles;
import org.dicompreview.ui.internal.Selected;
import org.dicompreview.ui.internal.folders.ScannedFolders;
import org.dicompreview.viewer.SlicePlace;
import org.dicompreview.viewer.Subject;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportListener;
import org.dicompreview.viewer.ViewportMemory;
import org.eclipse.swt.widgets.Display;

/** Shows in a viewport what was selected, dropped, or on screen the last time. The newest request wins. UI thread only. */
final class ViewportOpener {

	private final Viewport viewport;
	private final Catalog catalog;
	private final Display display;
	private final FileFollower fileFollower;
	private final FileFollower quietFollower;
	private final SeriesSiblings siblings;
	private final ChangedFiles changedFiles;
	/** Waits for what is found of files; what another one finds comes too late. */
	private FilesReceiver filesAwaited;
	private Optional<ViewportMemory.Entry> awaited = Optional.empty();
	/** The files that the last request was for; empty if it was for something of an open folder. */
	private List<SelectedFiles> followed = List.of();
	/** What was found of these. */
	private Optional<Series> followedSeries = Optional.empty();
	/** Whether a change of what is shown is that of its files. */
	private boolean refreshing;

	/**
	 * @param viewport where to show it
	 * @param folders  the open folders
	 * @param model    reads files that no open folder holds
	 */
	ViewportOpener(Viewport viewport, ScannedFolders folders, SeriesModel model) {
		this.viewport = viewport;
		catalog = folders.catalog();
		display = viewport.control().getDisplay();
		fileFollower = new FileFollower(model, catalog);
		quietFollower = new FileFollower(model, catalog);
		siblings = new SeriesSiblings(model);
		changedFiles = new ChangedFiles(folders);
		viewport.control().addDisposeListener(e -> close());
		viewport.model().addListener(new ViewportListener() {
			@Override
			public void subjectChanged(Subject now) {
				if (!refreshing) {
					shown(now);
				}
			}
		});
	}

	/** Shows what was selected or dropped. */
	void open(PreviewInput input) {
		if (input instanceof PreviewInput.OfSlice one) {
			seriesOf(one).ifPresentOrElse(series -> {
				begin(series);
				viewport.show(series, SlicePlace.of(series, one.slice()));
			}, () -> FileLocation.path(one.slice().instance().location())
					.ifPresent(file -> openFiles(List.of(Selected.of(file)))));
		} else if (input instanceof PreviewInput.OfStack one) {
			begin(one.stack().series());
			viewport.show(one.stack());
		} else if (input instanceof PreviewInput.OfSeries one) {
			open(one.series());
		} else if (input instanceof PreviewInput.OfInstance one) {
			begin();
			viewport.show(one.series(), one.header());
		} else if (input instanceof PreviewInput.OfProblem one) {
			begin();
			viewport.show(FileFollower.unshown(one.problem()));
		} else if (input instanceof PreviewInput.OfFiles some) {
			openFiles(some.files());
		}
	}

	/** {@return the series of a slice, where that is known or an open folder has it} */
	private Optional<Series> seriesOf(PreviewInput.OfSlice input) {
		InstanceHeader header = input.slice().instance();
		return input.series().or(() -> viewport.model().series().filter(series -> series.instances().contains(header)))
				.or(() -> header.string(Tag.SERIES_INSTANCE_UID).flatMap(catalog::series)
						.filter(series -> series.instances().contains(header)));
	}

	private void open(Series series) {
		begin(series);
		viewport.show(series);
	}

	private void openFiles(List<SelectedFiles> files) {
		begin();
		followed = List.copyOf(files);
		viewport.cancel();
		filesAwaited = new FilesReceiver();
		fileFollower.follow(files, filesAwaited);
	}

	/** Shows files if they are DICOM; else what is shown, or about to be, stays. */
	void openIfDicom(SelectedFiles files) {
		quietFollower.follow(List.of(files), new QuietReceiver(files));
	}

	/** Shows the series before or after the one on show, as the explorer orders them. */
	void openNeighbour(int delta) {
		viewport.model().series().flatMap(series -> SeriesNeighbours.neighbour(catalog.patients(), series, delta))
				.ifPresent(this::open);
	}

	/** Reads files anew that no open folder holds; those of open folders are theirs to read. */
	void refresh() {
		if (!followed.isEmpty()) {
			openFiles(followed);
		}
	}

	/** Somebody may have shown something else, not asking here: what was asked for before comes too late then. */
	private void shown(Subject now) {
		giveUpAwaited();
		if (now.series().isPresent() && !now.series().equals(followedSeries)) {
			followed = List.of();
			followedSeries = Optional.empty();
		}
	}

	/** Gives up what was to be shown before. */
	private void begin() {
		followed = List.of();
		followedSeries = Optional.empty();
		siblings.cancel();
		giveUpAwaited();
	}

	private void giveUpAwaited() {
		awaited = Optional.empty();
		filesAwaited = null;
		fileFollower.cancel();
		quietFollower.cancel();
	}

	/** Gives up what was to be shown before a series. */
	private void begin(Series series) {
		begin();
		changedFiles.check(series);
	}

	/** Shows what was on screen the last time, as soon as a scan has found it, unless something else is asked for before. */
	void await(ViewportMemory.Entry entry) {
		awaited = Optional.of(entry);
		showAwaited();
	}

	private void showAwaited() {
		awaited.ifPresent(entry -> catalog.series(entry.place().seriesUid(), entry.place().sopInstanceUid())
				.ifPresent(series -> {
					awaited = Optional.empty();
					viewport.show(series, entry);
				}));
	}

	/** Takes up what a scan has found. */
	void catalogChanged() {
		if (!viewport.isBusy()) {
			showAwaited();
		}
		if (filesAwaited == null) { // else what is shown next makes up for it
			refreshing = true;
			viewport.refresh();
			refreshing = false;
		}
	}

	/** {@return what is awaited of the last time; absent when it was found or something else was asked for} */
	Optional<ViewportMemory.Entry> awaited() {
		return awaited;
	}

	/** {@return whether something else is about to be shown} */
	boolean isBusy() {
		return viewport.isBusy() || filesAwaited != null;
	}

	private void close() {
		fileFollower.cancel();
		quietFollower.cancel();
		siblings.cancel();
		changedFiles.cancel();
	}

	private void inUi(Runnable update) {
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (!viewport.control().isDisposed()) {
					update.run();
				}
			});
		}
	}

	private void show(FileFollower.Found found) {
		Series series = found.series();
		followedSeries = Optional.of(series);
		found.instance().ifPresentOrElse(header -> {
			viewport.show(series, header);
			found.read().ifPresent(catalogRead -> siblings.find(header, catalogRead, () -> inUi(() -> grown(series))));
		}, () -> viewport.show(series));
	}

	/** More instances of a series of files were found. */
	private void grown(Series series) {
		if (followedSeries.filter(series::equals).isPresent()) {
			viewport.refresh();
		}
	}

	/** Takes what was found of files that are shown only if they are DICOM. */
	private final class QuietReceiver implements FileFollower.Receiver {

		private final SelectedFiles files;

		QuietReceiver(SelectedFiles files) {
			this.files = files;
		}

		@Override
		public void found(FileFollower.Found found) {
			inUi(() -> {
				begin();
				followed = List.of(files);
				show(found);
			});
		}

		@Override
		public void found(Subject.Unshown subject) {
			// Of no interest.
		}
	}

	/** Takes what was found of files to the UI thread. */
	private final class FilesReceiver implements FileFollower.Receiver {

		@Override
		public void found(FileFollower.Found found) {
			take(() -> show(found));
		}

		@Override
		public void found(Subject.Unshown subject) {
			take(() -> viewport.show(subject));
		}

		private void take(Runnable show) {
			inUi(() -> {
				if (filesAwaited == this) {
					giveUpAwaited();
					if (!viewport.isBusy()) { // else somebody has asked for something else since
						show.run();
					}
				}
			});
		}
	}
}
