package org.dicompreview.series.internal.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.series.SeriesText;
import org.dicompreview.series.spi.Source.Listing;

/** Lists the entries of one archive in batches, without those that are nobody's filing but somebody's trap. For one thread. */
final class EntryList {

	private static final int BATCH = 128;
	private static final int MOST_ENTRIES = 1_000_000;
	/** An entry of a DICOM archive is not larger … */
	private static final long LARGEST_ENTRY = 1L << 32;
	/** … and one that is larger than this … */
	private static final long LARGE_ENTRY = 1L << 26;
	/** … does not shrink to less than this part. */
	private static final long MOST_EXPANSION = 400;

	private final ArchiveEntries archive;
	private final Listing listing;
	private final List<InstanceLocation> batch = new ArrayList<>();
	private int count;

	EntryList(ArchiveEntries archive, Listing listing) {
		this.archive = archive;
		this.listing = listing;
	}

	/** {@return whether to go on} */
	boolean goesOn() {
		if (count > MOST_ENTRIES) {
			listing.problem(archive.container(), Problem.of(SeriesText.ARCHIVE_TOO_MANY, MOST_ENTRIES));
			return false;
		}
		return !listing.cancelled();
	}

	/** {@return how many entries there were} */
	int count() {
		return count;
	}

	/**
	 * Lists a file.
	 *
	 * @param name     as the archive has it
	 * @param offset   where it begins
	 * @param packed   how many bytes there are, deflated; {@link EntryLocation#STORED} if they are not
	 * @param size     how many bytes it has
	 * @param modified in ms since 1970
	 */
	void add(String name, long offset, long packed, long size, long modified) {
		count++;
		String key = key(name);
		EntryLocation location = new EntryLocation(archive, key, offset, packed, size, modified);
		if (leadsOutside(name)) {
			listing.problem(location, Problem.of(SeriesText.ENTRY_LEADS_OUTSIDE, name));
		} else if (location.isDeflated() && size > LARGE_ENTRY && (size > LARGEST_ENTRY || size / MOST_EXPANSION > packed)) {
			listing.problem(location, Problem.of(SeriesText.ENTRY_EXPANDS, size));
		} else if (!key.isEmpty()) {
			batch.add(location);
		}
		if (batch.size() == BATCH) {
			flush();
		}
	}

	/** Lists a file that cannot be read. */
	void problem(String name, Problem problem) {
		count++;
		listing.problem(new EntryLocation(archive, key(name), 0, EntryLocation.STORED, 0, 0), problem);
	}

	/** Tells of the last ones. */
	void flush() {
		if (!batch.isEmpty()) {
			listing.instances(List.copyOf(batch));
			batch.clear();
		}
	}

	/** {@return a name without what says nothing; nothing in it leads upwards} */
	private static String key(String name) {
		List<String> parts = new ArrayList<>();
		for (String part : name.split("/")) { //$NON-NLS-1$
			if (part.equals("..")) { //$NON-NLS-1$
				parts.add("__"); //$NON-NLS-1$
			} else if (!part.isEmpty() && !part.equals(".")) { //$NON-NLS-1$
				parts.add(part);
			}
		}
		return String.join("/", parts).replace('\0', '_'); //$NON-NLS-1$
	}

	private static boolean leadsOutside(String name) {
		return name.startsWith("/") || name.indexOf('\0') >= 0 || List.of(name.split("/")).contains(".."); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	/** {@return whether bytes are a text in UTF-8} */
	static boolean isUtf8(byte[] bytes) {
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
			return true;
		} catch (CharacterCodingException e) {
			return false;
		}
	}

	/** {@return a text in UTF-8 if it is that, else in another encoding} */
	static String text(byte[] bytes, Charset other) {
		return new String(bytes, isUtf8(bytes) ? StandardCharsets.UTF_8 : other);
	}
}
