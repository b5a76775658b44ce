package org.dicompreview.series.internal.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.MediaDirectory;
import org.dicompreview.dicom.NotDicomException;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.series.SeriesText;
import org.dicompreview.series.spi.Source;

/** Finds out what a file is. For several threads. */
final class FileProbe {

	private static final System.Logger LOG = System.getLogger(FileProbe.class.getName());

	private final DicomReaders readers;
	private final List<Source> sources;
	private final ReadLimits limits;

	FileProbe(DicomReaders readers, List<Source> sources, ReadLimits limits) {
		this.readers = readers;
		this.sources = sources;
		this.limits = limits;
	}

	/** Looks at a file. */
	Outcome probe(InstanceLocation location) {
		try {
			InstanceHeader header = readers.readHeader(location, limits);
			return MediaDirectory.isDirectory(header) ? new Outcome.MediaDirectory(location)
					: new Outcome.Found(header, header.note().isEmpty());
		} catch (NotDicomException e) {
			return foreign(location, Source::accepts);
		} catch (IOException e) {
			return Problems.of(location, e);
		} catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) { // no single file may end a scan
			LOG.log(System.Logger.Level.ERROR, "reading " + location, e); //$NON-NLS-1$
			return new Outcome.Broken(location, Problem.of(SeriesText.READING_FAILED, e));
		}
	}

	/** Looks at what somebody has opened by itself. */
	Outcome probeRoot(InstanceLocation location) {
		Outcome outcome = probe(location);
		return outcome instanceof Outcome.Foreign ? foreign(location, Source::acceptsRoot) : outcome;
	}

	/** Looks at what is no file of this computer: of a folder, say, there is nothing to read. */
	Outcome probeElsewhere(InstanceLocation location) {
		Outcome outcome = foreign(location, Source::accepts);
		return outcome instanceof Outcome.Foreign ? probeRoot(location) : outcome;
	}

	/** Asks a source. */
	private interface Question {
		boolean ask(Source source, InstanceLocation location) throws IOException;
	}

	/** {@return what a file is that is not DICOM} */
	private Outcome foreign(InstanceLocation location, Question question) {
		for (Source source : sources) {
			try {
				if (question.ask(source, location)) {
					return new Outcome.Container(location, source);
				}
			} catch (IOException e) {
				return Problems.of(location, e);
			} catch (RuntimeException e) { // sources may come from anywhere
				return new Outcome.Broken(location, Problem.of(SeriesText.READING_FAILED, e));
			}
		}
		return new Outcome.Foreign(location);
	}

	/** {@return reports of what a DICOMDIR lists in vain} */
	List<Outcome> missing(Path directory) {
		return MediaDirectories.missing(directory, readers, limits);
	}
}
