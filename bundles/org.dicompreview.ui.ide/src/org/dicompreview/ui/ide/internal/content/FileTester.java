package org.dicompreview.ui.ide.internal.content;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.IEvaluationService;

/**
 * Answers expressions about files of the workspace: {@code modality}, {@code isImage} and {@code sliceCount}, as for slices and
 * series. A file is read in a job when it is asked for the first time: until then the answer is no, and expressions are asked
 * again. Files that are not DICOM bring no bundle of ours to life.
 */
public final class FileTester extends PropertyTester {

	private static final String NAMESPACE = "org.dicompreview."; //$NON-NLS-1$
	private static final String[] PROPERTIES = { "modality", "isImage", "sliceCount" }; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	private static final int MOST = 1000;

	/** What is asked for. @param stamp changes with the content */
	private record Key(IFile file, long stamp) {
	}

	/** What a file is. */
	private record Facts(String modality, int count) {

		/** Not read yet, not DICOM, or not readable. */
		static final Facts NONE = new Facts("", 0); //$NON-NLS-1$
	}

	private final Map<Key, Facts> known = new LinkedHashMap<>(16, 0.75f, true) {
		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Key, Facts> eldest) {
			return size() > MOST;
		}
	};

	@Override
	public boolean test(Object receiver, String property, Object[] arguments, Object expected) {
		if (!(receiver instanceof IFile file)) {
			return false;
		}
		Facts facts = facts(new Key(file, file.getModificationStamp()));
		return switch (property) {
			case "modality" -> facts.modality().equals(String.valueOf(expected)) //$NON-NLS-1$
					|| Arrays.stream(arguments).map(String::valueOf).anyMatch(facts.modality()::equals);
			case "isImage" -> expected == null ? facts.count() > 0 : expected.equals(facts.count() > 0); //$NON-NLS-1$
			case "sliceCount" -> arguments.length == 0 ? Integer.valueOf(facts.count()).equals(expected) //$NON-NLS-1$
					: facts.count() >= number(arguments[0], Integer.MAX_VALUE)
							&& (arguments.length == 1 || facts.count() <= number(arguments[1], Integer.MIN_VALUE));
			default -> false;
		};
	}

	private static int number(Object argument, int otherwise) {
		return argument instanceof Integer number ? number : otherwise;
	}

	private Facts facts(Key key) {
		IPath location = key.file().getLocation();
		synchronized (known) {
			Facts facts = known.get(key);
			if (facts != null || location == null) {
				return facts == null ? Facts.NONE : facts;
			}
			known.put(key, Facts.NONE); // asked for once
		}
		Job.createSystem(key.file().getName(), (ICoreRunnable) monitor -> read(key, location.toPath())).schedule();
		return Facts.NONE;
	}

	private void read(Key key, Path file) {
		if (!FileContent.isDicom(file)) {
			return;
		}
		try {
			DicomReaders readers = PlatformUI.getWorkbench().getService(DicomReaders.class);
			InstanceHeader header = readers.readHeader(FileLocation.of(file), readers.limits());
			synchronized (known) {
				known.put(key, new Facts(header.string(Tag.MODALITY).orElse(""), header.frameCount())); //$NON-NLS-1$
			}
		} catch (IOException e) {
			return; // whoever opens it hears why
		}
		Display display = PlatformUI.getWorkbench().getDisplay();
		if (!display.isDisposed()) {
			display.asyncExec(FileTester::askAgain);
		}
	}

	private static void askAgain() {
		IEvaluationService service = PlatformUI.getWorkbench().getService(IEvaluationService.class);
		for (String property : PROPERTIES) {
			service.requestEvaluation(NAMESPACE + property);
		}
	}
}
