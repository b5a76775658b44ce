package org.dicompreview.series.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.series.SeriesText;
import org.dicompreview.series.spi.Source;
import org.osgi.service.component.annotations.Component;

/**
 * ZIP, TAR and 7z archives, wherever they lie, also in each other. Entries are read in place where that can be done; the others
 * are expanded once into a temporary file that is gone with the last of its instances.
 */
@Component(service = Source.class, property = "service.ranking:Integer=100")
public final class ArchiveSource implements Source {

	/** For expanding: a large dictionary of 7z takes 64 MB. */
	private static final long LEAST_MEMORY = 1L << 27;
	private static final long LEAST_DIRECTORY = 1L << 24;

	private final long heap = Runtime.getRuntime().maxMemory();
	/** By place; guarded by itself. */
	private final Map<String, WeakReference<Expansion>> expansions = new HashMap<>();

	/** By the name: of what else is in a folder many things are ZIP archives that nobody would look into. */
	@Override
	public boolean accepts(InstanceLocation container) {
		return ArchiveKind.byName(container.name()).isPresent();
	}

	@Override
	public boolean acceptsRoot(InstanceLocation root) throws IOException {
		return accepts(root) || byContent(root).isPresent();
	}

	private static Optional<ArchiveKind> byContent(InstanceLocation container) throws IOException {
		byte[] beginning = new byte[ArchiveKind.BEGINNING];
		try (InstanceBytes bytes = container.source().open(container)) {
			return ArchiveKind.byContent(Arrays.copyOf(beginning, bytes.read(0, beginning, 0, beginning.length)));
		}
	}

	@Override
	public void list(InstanceLocation container, Listing listing) throws IOException {
		Expansion known = known(container);
		if (known != null) {
			known.tell(listing);
			return;
		}
		Optional<ArchiveKind> named = ArchiveKind.byName(container.name());
		ArchiveKind kind = named.isPresent() ? named.get() : byContent(container).orElse(ArchiveKind.ZIP);
		try (InstanceBytes bytes = container.source().open(container)) {
			if (kind.isReadInPlace() && bytes.isRandomAccess()) {
				listEntries(kind, bytes, new ArchiveEntries(container), listing);
			} else {
				expand(kind, bytes, container, listing);
			}
		}
	}

	private void expand(ArchiveKind kind, InstanceBytes bytes, InstanceLocation container, Listing listing) throws IOException {
		Expansion expansion = new Expansion(container, listing);
		if (kind == ArchiveKind.SEVEN_ZIP && bytes.isRandomAccess()) {
			expandSevenZip(bytes, container, expansion);
		} else {
			Spooled spooled = new Spooled(container.size(), listing::cancelled);
			try (InputStream packed = bytes.stream(0); InputStream unpacked = kind.unpacked(packed, memory())) {
				spooled.append(unpacked);
			}
			try (InstanceBytes all = spooled.open()) {
				if (kind == ArchiveKind.SEVEN_ZIP) {
					expandSevenZip(all, container, expansion);
				} else {
					listEntries(kind, all, new ArchiveEntries(container, spooled, expansion), expansion);
				}
			}
		}
		if (!listing.cancelled()) {
			remember(container, expansion);
		}
	}

	private void expandSevenZip(InstanceBytes bytes, InstanceLocation container, Expansion expansion) throws IOException {
		Spooled spooled = new Spooled(container.size(), expansion::cancelled);
		EntryList list = new EntryList(new ArchiveEntries(container, spooled, expansion), expansion);
		list(list, expansion, container, () -> SevenZipEntries.expand(bytes, memory(), spooled, list));
	}

	private void listEntries(ArchiveKind kind, InstanceBytes bytes, ArchiveEntries archive, Listing listing) throws IOException {
		EntryList list = new EntryList(archive, listing);
		InstanceLocation container = archive.container();
		if (kind == ArchiveKind.ZIP) {
			Others others = new Others(container, listing);
			list(list, listing, container, () -> ZipEntries.list(bytes, Math.max(LEAST_DIRECTORY, heap / 16), list, others));
			others.flush();
		} else {
			list(list, listing, container, () -> TarEntries.list(bytes, list));
		}
	}

	/** Lists entries. */
	private interface Work {
		void run() throws IOException;
	}

	/** Lists what there is of a damaged archive, and says so. */
	private static void list(EntryList list, Listing listing, InstanceLocation container, Work work) throws IOException {
		try {
			work.run();
		} catch (DamagedArchiveException e) {
			if (!listing.cancelled()) {
				listing.problem(container, Problem.of(SeriesText.ARCHIVE_TRUNCATED, list.count()));
			}
		} finally {
			list.flush();
		}
	}

	private long memory() {
		return Math.max(LEAST_MEMORY, heap / 4);
	}

	/** {@return what holds nothing of the archive, which a location would} */
	private static String place(InstanceLocation container) {
		return container.source().id() + '\n' + container.key();
	}

	private Expansion known(InstanceLocation container) {
		synchronized (expansions) {
			WeakReference<Expansion> known = expansions.get(place(container));
			Expansion expansion = known == null ? null : known.get();
			return expansion != null && expansion.isOf(container) ? expansion : null;
		}
	}

	private void remember(InstanceLocation container, Expansion expansion) {
		synchronized (expansions) {
			expansions.values().removeIf(each -> each.get() == null);
			expansions.put(place(container), new WeakReference<>(expansion));
		}
	}

	/** Expands entries of a ZIP archive that are packed in an unusual way; all into one file, if there are any. */
	private static final class Others implements ZipEntries.Expander {

		private final InstanceLocation container;
		private final Listing listing;
		private Spooled spooled;
		private EntryList list;

		Others(InstanceLocation container, Listing listing) {
			this.container = container;
			this.listing = listing;
		}

		@Override
		public void expand(String name, InputStream stream, long modified) throws IOException {
			if (spooled == null) {
				spooled = new Spooled(container.size(), listing::cancelled);
				list = new EntryList(new ArchiveEntries(container, spooled, null), listing);
			}
			long start = spooled.append(stream);
			list.add(name, start, EntryLocation.STORED, spooled.size() - start, modified);
		}

		void flush() {
			if (list != null) {
				list.flush();
			}
		}
	}
}
