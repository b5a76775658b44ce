package org.dicompreview.series.internal.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.series.spi.Source;

/** Finds out what single files are, as a scan does. */
public final class FileOutcomes {

	/** What a file is. */
	public enum Kind {
		/** An instance. */
		FOUND,
		/** Not readable. */
		BROKEN,
		/** Not DICOM. */
		FOREIGN,
		/** Not there. */
		GONE,
		/** An archive or a media directory. */
		CONTAINER
	}

	/**
	 * What a file is.
	 *
	 * @param kind     what it is
	 * @param location where it is
	 * @param header   of an instance, else {@code null}
	 * @param problem  of what is broken, else {@code null}
	 */
	public record What(Kind kind, InstanceLocation location, InstanceHeader header, Problem problem) {

		/** {@return whether somebody may be about to write the rest} */
		public boolean mayGrow() {
			return kind == Kind.BROKEN || kind == Kind.FOREIGN || kind == Kind.CONTAINER
					|| kind == Kind.FOUND && header.problem().filter(damage -> !damage.isNote()).isPresent();
		}
	}

	private final Supplier<DicomReaders> readers;
	private final Supplier<List<Source>> sources;
	private final Supplier<ReadLimits> limits;

	/**
	 * @param readers read the files
	 * @param sources look into what is no instance
	 * @param limits  what to believe of them
	 */
	public FileOutcomes(Supplier<DicomReaders> readers, Supplier<List<Source>> sources, Supplier<ReadLimits> limits) {
		this.readers = readers;
		this.sources = sources;
		this.limits = limits;
	}

	/** {@return what a file is} */
	public What of(Path file) {
		FileLocation location = FileLocation.unseen(file);
		Outcome outcome;
		try {
			location = FileLocation.of(file);
			outcome = new FileProbe(readers.get(), sources.get(), limits.get()).probe(location);
		} catch (IOException e) {
			outcome = Problems.of(location, e);
		}
		if (outcome instanceof Outcome.Found found) {
			return new What(Kind.FOUND, location, found.header(), null);
		} else if (outcome instanceof Outcome.Broken broken) {
			return new What(Kind.BROKEN, location, null, broken.problem());
		}
		Kind kind = outcome instanceof Outcome.Missing ? Kind.GONE
				: outcome instanceof Outcome.Foreign ? Kind.FOREIGN : Kind.CONTAINER;
		return new What(kind, location, null, null);
	}
}
