package org.dicompreview.ui.internal.measure;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.measure.Measurement;
import org.dicompreview.viewer.measure.MeasurementKind;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.XMLMemento;

/** The file in which measurements are kept. Reads and writes on the calling thread: not for the UI thread. */
final class MeasurementFile {

	private static final String ROOT = "measurements"; //$NON-NLS-1$
	private static final String MEASUREMENT = "measurement"; //$NON-NLS-1$
	private static final String ID = "id"; //$NON-NLS-1$
	private static final String KIND = "kind"; //$NON-NLS-1$
	private static final String NAME = "name"; //$NON-NLS-1$
	private static final String SERIES = "series"; //$NON-NLS-1$
	private static final String INSTANCE = "instance"; //$NON-NLS-1$
	private static final String FRAME = "frame"; //$NON-NLS-1$
	private static final String POINTS = "points"; //$NON-NLS-1$
	private static final String SPACE = " "; //$NON-NLS-1$

	private final Path path;

	MeasurementFile(Path path) {
		this.path = path;
	}

	/**
	 * {@return the measurements of the file, without those that this version does not know; none if there is no file}
	 *
	 * @throws IOException if there is a file that cannot be read
	 */
	List<Measurement> read() throws IOException {
		if (!Files.exists(path)) {
			return List.of();
		}
		List<Measurement> found = new ArrayList<>();
		try (Reader reader = Files.newBufferedReader(path)) {
			for (var each : XMLMemento.createReadRoot(reader).getChildren(MEASUREMENT)) {
				try {
					found.add(measurement((XMLMemento) each));
				} catch (IllegalArgumentException | NullPointerException e) {
					ILog.of(getClass()).warn(Messages.MeasurementFile_unknown, e);
				}
			}
		} catch (WorkbenchException e) {
			throw new IOException(path.toString(), e);
		}
		return found;
	}

	private static Measurement measurement(XMLMemento memento) {
		List<ImagePoint> points = new ArrayList<>();
		String[] numbers = memento.getString(POINTS).split(SPACE);
		for (int i = 0; i + 1 < numbers.length; i += 2) {
			points.add(new ImagePoint(Double.parseDouble(numbers[i]), Double.parseDouble(numbers[i + 1])));
		}
		return new Measurement(memento.getString(ID), MeasurementKind.valueOf(memento.getString(KIND)), memento.getString(NAME),
				memento.getString(SERIES), memento.getString(INSTANCE), memento.getInteger(FRAME), points);
	}

	/** Writes all measurements: the file is the former or the new one whole, whatever happens meanwhile. */
	void write(List<Measurement> measurements) throws IOException {
		XMLMemento root = XMLMemento.createWriteRoot(ROOT);
		for (Measurement each : measurements) {
			var memento = root.createChild(MEASUREMENT);
			memento.putString(ID, each.id());
			memento.putString(KIND, each.kind().name());
			memento.putString(NAME, each.name());
			memento.putString(SERIES, each.seriesUid());
			memento.putString(INSTANCE, each.sopInstanceUid());
			memento.putInteger(FRAME, each.frame());
			memento.putString(POINTS, String.join(SPACE,
					each.points().stream().map(point -> point.column() + SPACE + point.row()).toList()));
		}
		StringWriter text = new StringWriter();
		root.save(text);
		Files.createDirectories(path.getParent());
		Path next = Files.createTempFile(path.getParent(), ROOT, null);
		try {
			Files.writeString(next, text.toString());
			replace(next);
		} finally {
			Files.deleteIfExists(next);
		}
	}

	/** Gives a file that cannot be read another name, so that nothing of it is lost. */
	void setAside() {
		try {
			Files.move(path, path.resolveSibling(path.getFileName() + ".unreadable"), StandardCopyOption.REPLACE_EXISTING); //$NON-NLS-1$
		} catch (IOException e) {
			ILog.of(getClass()).error(Messages.MeasurementFile_notSetAside, e);
		}
	}

	private void replace(Path next) throws IOException {
		try {
			Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
		} catch (AtomicMoveNotSupportedException e) {
			Files.move(next, path, StandardCopyOption.REPLACE_EXISTING); // the best that this file system can do
		}
	}
}
