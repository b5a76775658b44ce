package org.dicompreview.viewer.internal.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Texts;
import org.dicompreview.series.document.Attachment;
import org.dicompreview.series.document.InstanceDocument;
import org.dicompreview.series.document.InstanceDocuments;
import org.dicompreview.series.document.InstanceReference;
import org.dicompreview.series.document.OutlineEntry;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/**
 * Shows what an instance without pictures holds: its outline, its waveforms as traces, and a button for the document that it
 * carries. Reads in a job; what comes for another instance than that on show is dropped. UI thread only.
 */
public final class DocumentPane extends Composite {

	private static final int[] WEIGHTS = { 70, 30 };
	/** A value that is longer stands below the outline too, when it is selected. */
	private static final int LONG_VALUE = 40;
	private static final int DETAIL_LINES = 5;

	private final Display display;
	private final InstanceDocuments documents;
	private final Label problems;
	private final Button open;
	private final SashForm sash;
	private final WaveformCanvas waveforms;
	private final OutlineTree outline;
	private final Text detail;
	private Predicate<String> launcher = Program::launch;
	private DocumentJob job;
	private AttachmentJob attachmentJob;
	private InstanceHeader wanted;
	private InstanceDocument shown;

	/**
	 * @param parent    the parent
	 * @param documents reads instances
	 * @param follow    shows where a line leads, when somebody asks for it
	 */
	public DocumentPane(Composite parent, InstanceDocuments documents, Consumer<InstanceReference> follow) {
		super(parent, SWT.NONE);
		display = parent.getDisplay();
		this.documents = documents;
		GridLayoutFactory.fillDefaults().spacing(0, 3).applyTo(this);
		problems = new Label(this, SWT.WRAP);
		open = new Button(this, SWT.PUSH);
		open.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> openAttachment()));
		sash = new SashForm(this, SWT.VERTICAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		waveforms = new WaveformCanvas(sash);
		outline = new OutlineTree(sash);
		sash.setWeights(WEIGHTS);
		detail = new Text(this, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
		outline.control().addListener(SWT.Selection, e -> showDetail());
		outline.control().addListener(SWT.DefaultSelection, e -> outline.selectedReference().ifPresent(follow));
		outline.control().setData(Viewport.OWN_KEYS, Boolean.TRUE);
		waveforms.setData(Viewport.OWN_KEYS, Boolean.TRUE);
		addListener(SWT.Dispose, e -> cancel());
		clear();
	}

	/** Shows what an instance holds as soon as that is read; nothing of what was shown before stays. */
	public void show(InstanceHeader header) {
		if (header.equals(wanted)) {
			return;
		}
		cancel();
		wanted = header;
		clear();
		DocumentJob mine = job = new DocumentJob(documents, header);
		mine.addJobChangeListener(IJobChangeListener.onDone(e -> inUi(() -> {
			if (job == mine) {
				job = null;
				take(mine);
			}
		})));
		mine.schedule();
	}

	private void take(DocumentJob done) {
		if (done.found() == null) {
			showProblems(Texts.words(done.reason()));
		} else {
			present(done.found());
		}
		layout(true, true);
	}

	private void present(InstanceDocument document) {
		shown = document;
		showProblems(document.problems().stream().map(Texts::words).collect(Collectors.joining("\n"))); //$NON-NLS-1$
		document.attachment().ifPresent(attachment -> open.setText(label(attachment)));
		show(open, document.attachment().isPresent(), false);
		waveforms.show(document.waveforms());
		waveforms.setVisible(!document.waveforms().isEmpty());
		outline.show(document.outline());
	}

	private static String label(Attachment attachment) {
		return NLS.bind(Messages.DocumentPane_open, attachment.suffix().substring(1).toUpperCase());
	}

	private void clear() {
		shown = null;
		showProblems(""); //$NON-NLS-1$
		show(open, false, false);
		show(detail, false, false);
		outline.show(List.of());
		waveforms.show(List.of());
		waveforms.setVisible(false);
		layout(true, true);
	}

	private void showProblems(String text) {
		problems.setText(text);
		show(problems, !text.isEmpty(), true);
	}

	private void showDetail() {
		Optional<String> value = outline.selected().map(OutlineEntry::value).map(Texts::words)
				.filter(text -> text.length() > LONG_VALUE);
		detail.setText(value.orElse("")); //$NON-NLS-1$
		show(detail, value.isPresent(), true);
		layout(true, true);
	}

	private static void show(Control control, boolean visible, boolean wide) {
		control.setVisible(visible);
		int height = control instanceof Text text ? DETAIL_LINES * text.getLineHeight() : SWT.DEFAULT;
		GridDataFactory.swtDefaults().align(wide ? SWT.FILL : SWT.BEGINNING, SWT.CENTER).grab(wide, false)
				.hint(wide ? 0 : SWT.DEFAULT, height).indent(wide && !(control instanceof Text) ? 6 : 0, 0).exclude(!visible)
				.applyTo(control);
	}

	/** {@return whether all that was asked for is there} */
	public boolean isSettled() {
		return job == null;
	}

	/** {@return what is shown; absent while it is read, and where it cannot be} */
	public Optional<InstanceDocument> shown() {
		return Optional.ofNullable(shown);
	}

	/** Sets what opens a file, in place of the program of the system. @param opens gets a path, and says whether it did */
	void setLauncher(Predicate<String> opens) {
		launcher = opens;
	}

	private void openAttachment() {
		InstanceDocument document = shown;
		if (document == null || document.attachment().isEmpty()) {
			return;
		}
		AttachmentJob mine = attachmentJob = new AttachmentJob(documents, document.header(), document.attachment().get());
		mine.addJobChangeListener(IJobChangeListener.onDone(e -> inUi(() -> {
			if (attachmentJob == mine && shown == document && e.getResult().isOK()) {
				launch(mine.file());
			}
		})));
		mine.schedule();
	}

	private void launch(Path file) {
		if (!launcher.test(file.toString())) {
			showProblems(NLS.bind(Messages.DocumentPane_noProgram, file.getFileName()));
			layout(true, true);
		}
	}

	/** Gives the focus to the outline. {@return whether it took it} */
	public boolean focusOutline() {
		return outline.control().setFocus();
	}

	/** Shows nothing, and gives up what is under way. */
	public void release() {
		cancel();
		wanted = null;
		clear();
	}

	private void cancel() {
		if (job != null) {
			job.cancel();
			job = null; // what it reads comes too late
		}
		attachmentJob = null;
	}

	private void inUi(Runnable update) {
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (!isDisposed()) {
					update.run();
				}
			});
		}
	}
}
