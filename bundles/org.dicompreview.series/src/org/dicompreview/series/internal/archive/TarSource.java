package org.dicompreview.series.internal.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.series.SeriesText;
import org.dicompreview.series.spi.Source;
import org.osgi.service.component.annotations.Component;

/**
 * TAR archives, plain or compressed with gzip, wherever they lie. Entries of a plain one are read in place; a compressed one
 * is expanded once into a file that nobody else sees and that is gone with the last of its instances.
 */
@Component(service = Source.class, property = "service.ranking:Integer=100")
public final class TarSource implements Source {

	private static final int BATCH = 128;
	private static final int MOST_ENTRIES = 1_000_000;

	@Override
	public boolean accepts(InstanceLocation container) {
		String name = container.name().toLowerCase(Locale.ROOT);
		return name.endsWith(".tar") || isCompressed(name); //$NON-NLS-1$
	}

	private static boolean isCompressed(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return lower.endsWith(".tar.gz") || lower.endsWith(".tgz"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	public void list(InstanceLocation container, Listing listing) throws IOException {
		try (InstanceBytes bytes = container.source().open(container)) {
			if (!isCompressed(container.name()) && bytes.isRandomAccess()) {
				list(new TarArchive(container, null), bytes, listing);
				return;
			}
			InputStream packed = bytes.stream(0);
			try (InputStream stream = isCompressed(container.name()) ? new GZIPInputStream(packed, 1 << 16) : packed) {
				Spooled spooled = Spooled.of(stream, container.size(), listing::cancelled);
				list(new TarArchive(container, spooled), spooled, listing);
			}
		}
	}

	private static void list(TarArchive archive, InstanceBytes bytes, Listing listing) throws IOException {
		TarReader reader = new TarReader(bytes);
		List<InstanceLocation> batch = new ArrayList<>();
		int count = 0;
		try {
			for (TarReader.Entry entry = reader.next(); entry != null && !listing.cancelled(); entry = reader.next()) {
				if (++count > MOST_ENTRIES) {
					listing.problem(archive.container(), Problem.of(SeriesText.ARCHIVE_TOO_MANY, MOST_ENTRIES));
					return;
				}
				TarLocation location = new TarLocation(archive, entry.name(), entry.offset(), entry.size(), entry.modified());
				if (leadsOutside(entry.name())) {
					listing.problem(location, Problem.of(SeriesText.ENTRY_LEADS_OUTSIDE, entry.name()));
				} else {
					batch.add(location);
				}
				if (batch.size() == BATCH) {
					listing.instances(List.copyOf(batch));
					batch.clear();
				}
			}
		} catch (EOFException e) {
			listing.problem(archive.container(), Problem.of(SeriesText.ARCHIVE_TRUNCATED, count));
		} finally {
			listing.instances(List.copyOf(batch));
		}
	}

	private static boolean leadsOutside(String name) {
		return name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0 || List.of(name.split("/")).contains(".."); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}
}
