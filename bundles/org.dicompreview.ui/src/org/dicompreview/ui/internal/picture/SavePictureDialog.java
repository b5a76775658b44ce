package org.dicompreview.ui.internal.picture;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.PictureFile.Format;
import org.dicompreview.series.Series;
import org.dicompreview.ui.internal.HelpContexts.Context;
import org.dicompreview.ui.internal.HelpContexts;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;

/** Asks where and how the picture of a viewport is to be saved, and has it saved. UI thread only. */
class SavePictureDialog extends TitleAreaDialog {

	private static final String FOLDER = "savePicture.folder"; //$NON-NLS-1$
	private static final String FORMAT = "savePicture.format"; //$NON-NLS-1$
	private static final String STORED = "savePicture.stored"; //$NON-NLS-1$
	private static final String ANNOTATED = "savePicture.annotated"; //$NON-NLS-1$
	private static final int WIDTH = 380;

	private final Viewport viewport;
	private final FrameRenderer renderer;
	private Text file;
	private Combo format;
	private Button seen;
	private Button stored;
	private Button annotated;

	/** @param viewport what it shows is saved @param renderer makes the picture */
	SavePictureDialog(Shell parent, Viewport viewport, FrameRenderer renderer) {
		super(parent);
		this.viewport = viewport;
		this.renderer = renderer;
		setHelpAvailable(false);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.SavePictureDialog_title);
		HelpContexts.set(shell, Context.SAVE_PICTURE);
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		setTitle(Messages.SavePictureDialog_title);
		Composite area = (Composite) super.createDialogArea(parent);
		Composite page = new Composite(area, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
		GridLayoutFactory.swtDefaults().margins(10, 10).numColumns(3).applyTo(page);
		new Label(page, SWT.NONE).setText(Messages.SavePictureDialog_file);
		file = new Text(page, SWT.BORDER | SWT.SINGLE);
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(file);
		Button browse = new Button(page, SWT.PUSH);
		browse.setText(Messages.SavePictureDialog_browse);
		browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> browse()));
		new Label(page, SWT.NONE).setText(Messages.SavePictureDialog_format);
		format = new Combo(page, SWT.READ_ONLY | SWT.DROP_DOWN);
		format.setItems(Arrays.stream(Format.values()).map(Format::name).toArray(String[]::new));
		GridDataFactory.fillDefaults().span(2, 1).align(SWT.BEGINNING, SWT.CENTER).applyTo(format);
		new Label(page, SWT.NONE).setText(Messages.SavePictureDialog_size);
		seen = button(page, SWT.RADIO, Messages.SavePictureDialog_seen);
		new Label(page, SWT.NONE);
		stored = button(page, SWT.RADIO, Messages.SavePictureDialog_stored);
		new Label(page, SWT.NONE);
		annotated = button(page, SWT.CHECK, Messages.SavePictureDialog_annotated);
		restore();
		file.addModifyListener(e -> check());
		format.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> useExtension()));
		setMessage(Messages.SavePictureDialog_message);
		return area;
	}

	private static Button button(Composite page, int style, String text) {
		Button button = new Button(page, style);
		button.setText(text);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(button);
		return button;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, Messages.SavePictureDialog_save, true);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
		check();
	}

	private static IDialogSettings settings() {
		return PlatformUI.getDialogSettingsProvider(FrameworkUtil.getBundle(SavePictureDialog.class)).getDialogSettings();
	}

	private void restore() {
		IDialogSettings settings = settings();
		int known = Arrays.asList(format.getItems()).indexOf(settings.get(FORMAT));
		format.select(Math.max(0, known));
		boolean asStored = settings.getBoolean(STORED);
		stored.setSelection(asStored);
		seen.setSelection(!asStored);
		annotated.setSelection(settings.get(ANNOTATED) == null || settings.getBoolean(ANNOTATED));
		String folder = Optional.ofNullable(settings.get(FOLDER)).orElseGet(() -> System.getProperty("user.home")); //$NON-NLS-1$
		file.setText(Path.of(folder).resolve(suggestion() + '.' + format().extensions().get(0)).toString());
	}

	/** {@return a name that says which image it is, but not whose} */
	private String suggestion() {
		Optional<Series> series = viewport.model().series();
		String modality = series.map(Series::modality).filter(text -> !text.isEmpty()).orElse(Messages.SavePictureDialog_name);
		OptionalInt number = series.map(Series::number).orElse(OptionalInt.empty());
		String name = modality + (number.isPresent() ? "_" + number.getAsInt() : "") + '_' //$NON-NLS-1$ //$NON-NLS-2$
				+ (viewport.model().navigator().index() + 1);
		return name.replaceAll("[^\\w.-]", "_"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private Format format() {
		return Format.values()[format.getSelectionIndex()];
	}

	/** The format follows the name of the file, where that says one. */
	static Optional<Format> format(String name) {
		String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		return Arrays.stream(Format.values()).filter(each -> each.extensions().contains(extension)).findFirst();
	}

	private void useExtension() {
		String name = file.getText();
		String bare = format(name).isPresent() ? name.substring(0, name.lastIndexOf('.')) : name;
		file.setText(bare + '.' + format().extensions().get(0));
	}

	private void browse() {
		FileDialog dialog = new FileDialog(getShell(), SWT.SAVE | SWT.SHEET);
		List<Format> formats = List.of(Format.values());
		dialog.setFilterNames(formats.stream().map(Format::name).toArray(String[]::new));
		dialog.setFilterExtensions(formats.stream().map(each -> "*." + String.join(";*.", each.extensions())).toArray(String[]::new)); //$NON-NLS-1$ //$NON-NLS-2$
		dialog.setFilterIndex(format.getSelectionIndex());
		path().ifPresent(path -> {
			dialog.setFilterPath(String.valueOf(path.toAbsolutePath().getParent()));
			dialog.setFileName(String.valueOf(path.getFileName()));
		});
		String chosen = dialog.open();
		if (chosen != null) {
			file.setText(format(chosen).isPresent() ? chosen : chosen + '.' + format().extensions().get(0));
		}
	}

	private Optional<Path> path() {
		try {
			return file.getText().isBlank() ? Optional.empty() : Optional.of(Path.of(file.getText().strip()).toAbsolutePath());
		} catch (InvalidPathException e) {
			return Optional.empty(); // said beside the field
		}
	}

	private void check() {
		format(file.getText()).ifPresent(named -> format.select(named.ordinal()));
		Optional<Path> path = path().filter(each -> each.getFileName() != null);
		setMessage(path.isPresent() ? Messages.SavePictureDialog_message : Messages.SavePictureDialog_noFile,
				path.isPresent() ? IMessageProvider.NONE : IMessageProvider.ERROR);
		Button save = getButton(IDialogConstants.OK_ID);
		if (save != null) {
			save.setEnabled(path.isPresent());
		}
	}

	/** Looks at the place in a job: it may be on a slow disk. */
	@Override
	protected void okPressed() {
		Path path = path().orElseThrow();
		getButton(IDialogConstants.OK_ID).setEnabled(false);
		Display display = getShell().getDisplay();
		Job.createSystem(Messages.SavePictureDialog_look, (ICoreRunnable) monitor -> {
			boolean folder = Files.isDirectory(path.getParent());
			boolean exists = Files.exists(path);
			if (!display.isDisposed()) {
				display.asyncExec(() -> goOn(path, folder, exists));
			}
		}).schedule();
	}

	private void goOn(Path path, boolean folder, boolean exists) {
		if (getShell() == null || getShell().isDisposed()) {
			return; // cancelled meanwhile
		}
		getButton(IDialogConstants.OK_ID).setEnabled(true);
		if (!folder) {
			setMessage(NLS.bind(Messages.SavePictureDialog_noFolder, path.getParent()), IMessageProvider.ERROR);
		} else if (!exists || mayReplace(path)) {
			save(path, exists);
		}
	}

	private void save(Path path, boolean replace) {
		PictureOptions options = new PictureOptions(format(), stored.getSelection(), annotated.getSelection());
		Optional<PictureSnapshot> picture = PictureSnapshot.of(viewport, renderer, options);
		if (picture.isEmpty()) {
			setMessage(Messages.SavePictureDialog_noPicture, IMessageProvider.ERROR);
			return;
		}
		remember(path, options);
		super.okPressed();
		new SavePictureJob(picture.get(), options.format(), path, replace).schedule();
	}

	/** {@return whether a person allows that a file is replaced} */
	boolean mayReplace(Path path) {
		return MessageDialog.openQuestion(getShell(), Messages.SavePictureDialog_title,
				NLS.bind(Messages.SavePictureDialog_replace, path.getFileName()));
	}

	private static void remember(Path path, PictureOptions options) {
		IDialogSettings settings = settings();
		settings.put(FOLDER, path.getParent().toString());
		settings.put(FORMAT, options.format().name());
		settings.put(STORED, options.stored());
		settings.put(ANNOTATED, options.annotated());
	}
}
