package org.dicompreview.dicomweb.internal.archive;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Texts;
import org.dicompreview.dicomweb.internal.http.Access;
import org.dicompreview.dicomweb.internal.http.WebClient;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.series.Axis;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.ScanListener;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;

/** An archive as the rest of the program sees it, and what it says of its slices. */
final class Archived implements AutoCloseable {

	static final Duration PATIENCE = Duration.ofSeconds(5);

	final DicomReaders readers = DicomReaders.standalone();
	final SeriesModel model = SeriesModel.standalone(readers);
	final FrameLoader loader = FrameLoader.standalone(readers, FrameDecoders.standalone());
	final List<String> broken = new ArrayList<>();
	final DicomWebSource source;
	final DiskCache cache;

	Archived(URI base, Path cacheFolder) {
		this(base, cacheFolder, Optional.empty(), PATIENCE);
	}

	Archived(URI base, Path cacheFolder, Optional<String> authorization) {
		this(base, cacheFolder, authorization, PATIENCE);
	}

	Archived(URI base, Path cacheFolder, Optional<String> authorization, Duration patience) {
		Access access = new Access(base, () -> authorization, ProxySelector.of(null));
		cache = new DiskCache(cacheFolder, 1 << 28, false);
		source = new DicomWebSource(access, new WebClient(access, patience), cache);
	}

	/** {@return what lies at a key, listed} */
	Catalog list(String key) throws IOException {
		Catalog catalog = model.newCatalog();
		model.refresh(catalog, source.location(key), model.limits(), new Listener(catalog, source.location(key)));
		return catalog;
	}

	/** Brings a catalog up to date with a root. */
	void refresh(SeriesModel other, Catalog catalog, InstanceLocation root) throws IOException {
		other.refresh(catalog, root, other.limits(), new Listener(catalog, root));
	}

	/** {@return all that a root holds, with all instances} */
	Catalog scan(InstanceLocation root) throws IOException {
		Catalog catalog = model.newCatalog();
		model.scan(root, model.limits(), new Listener(catalog, root));
		return catalog;
	}

	/** {@return a line for each slice, with the hash of its stored values, and one for each document} */
	List<String> rows(Catalog catalog) {
		List<String> rows = new ArrayList<>();
		for (Series series : catalog.series()) {
			for (SliceStack stack : series.stacks()) {
				for (Slice slice : stack.slices()) {
					rows.add(row(series, stack, slice));
				}
			}
			for (InstanceHeader document : series.documents()) {
				rows.add(String.join("|", series.study().patient().id(), series.study().uid(), series.uid(),
						document.sopInstanceUid(), document.sopClassUid(), document.transferSyntax().uid()));
			}
		}
		return rows;
	}

	private String row(Series series, SliceStack stack, Slice slice) {
		List<String> axes = new ArrayList<>();
		for (int i = 0; i < stack.axes().size(); i++) {
			Axis axis = stack.axes().get(i);
			axes.add(axis.name() + '=' + axis.values().get(slice.coordinate(i)));
		}
		InstanceHeader header = slice.instance();
		return String.join("|", series.study().patient().id(), series.study().patient().name(), series.study().uid(), series.uid(),
				series.number().toString(), series.modality(), series.description(), stack.label(), axes.toString(),
				String.valueOf(slice.position()), slice.offset().toString(), stack.rule(), header.sopInstanceUid(),
				String.valueOf(slice.frame()), header.transferSyntax().uid(),
				header.problem().map(Texts::words).orElse("").replaceAll(" \\(byte \\d+\\)", ""), hash(slice));
	}

	String hash(Slice slice) {
		LoadedFrame loaded = loader.load(slice);
		if (loaded.frame().isEmpty()) {
			return loaded.reason().map(Texts::words).orElse("nothing");
		}
		Samples samples = loaded.frame().get().frame().samples();
		ByteBuffer bytes = ByteBuffer.allocate(samples.length() * samples.bytesPerValue());
		if (samples instanceof Samples.Bytes values) {
			bytes.put(values.values());
		} else if (samples instanceof Samples.Shorts values) {
			bytes.asShortBuffer().put(values.values());
		} else if (samples instanceof Samples.Ints values) {
			bytes.asIntBuffer().put(values.values());
		} else if (samples instanceof Samples.Floats values) {
			bytes.asFloatBuffer().put(values.values());
		} else if (samples instanceof Samples.Doubles values) {
			bytes.asDoubleBuffer().put(values.values());
		}
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Takes all into a catalog. */
	private final class Listener implements ScanListener {

		private final Catalog catalog;
		private final InstanceLocation root;

		Listener(Catalog catalog, InstanceLocation root) {
			this.catalog = catalog;
			this.root = root;
		}

		@Override
		public void found(List<InstanceHeader> instances) {
			catalog.add(root, instances);
		}

		@Override
		public void broken(InstanceLocation location, Problem problem) {
			broken.add(Texts.words(problem));
		}

		@Override
		public void foreign(InstanceLocation location) {
			// files of the folder that are no DICOM are not in the archive either
		}

		@Override
		public void progress(int done, int known) {
			// nobody watches
		}

		@Override
		public boolean cancelled() {
			return false;
		}
	}

	@Override
	public void close() throws IOException {
		source.close();
		cache.close();
	}
}
