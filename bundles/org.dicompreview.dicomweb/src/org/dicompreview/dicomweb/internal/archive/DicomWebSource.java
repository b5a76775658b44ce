package org.dicompreview.dicomweb.internal.archive;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.FrameServer;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelFormat.SampleKind;
import org.dicompreview.dicom.PixelLocation;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.PixelStream;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.dicom.spi.HeaderContent;
import org.dicompreview.dicomweb.internal.DicomWebText;
import org.dicompreview.dicomweb.internal.http.Access;
import org.dicompreview.dicomweb.internal.http.AnswerException;
import org.dicompreview.dicomweb.internal.http.WebClient;
import org.dicompreview.dicomweb.internal.json.DicomJson;
import org.dicompreview.dicomweb.internal.json.JsonObject;
import org.dicompreview.series.ListedSeries;
import org.dicompreview.series.spi.RootSource;

/**
 * A DICOMweb archive. Series are found with QIDO-RS, headers made of the metadata of WADO-RS, frames fetched with WADO-RS as
 * they are stored; whole instances where the archive offers less. For any thread.
 */
public final class DicomWebSource implements RootSource, FrameServer, AutoCloseable {

	static final int AVAILABLE_TRANSFER_SYNTAX_UID = 0x00083002;
	static final int SERIES_INSTANCES = 0x00201209;
	private static final int AT_ONCE = 6;
	private static final int ENDING_SECONDS = 2;
	private static final int MOST_STUDIES = 2000;
	/** Up to so many instances each one is asked for its transfer syntax. */
	private static final int ASK_EACH = 64;
	/** Instances with more values that are not in the metadata are fetched as a whole, if they are small. */
	private static final int FEW_VALUES = 8;
	private static final long SMALL = 16L << 20;
	/** After so many instances without, no more frames are asked for. */
	private static final int REFUSALS = 3;

	private static final Comparator<InstanceHeader> AS_NUMBERED = Comparator
			.comparingInt((InstanceHeader header) -> header.integer(Tag.INSTANCE_NUMBER).orElse(Integer.MAX_VALUE))
			.thenComparing(InstanceHeader::sopInstanceUid);

	private final Access access;
	private final String id;
	private final WebClient client;
	private final Requests requests;
	private final DiskCache cache;
	private final WholeInstances instances;
	private final InstanceHeads heads;
	private final ExecutorService threads;
	private final Parallel parallel;
	private final FrameFetcher frames;
	/** Instances that are read as a whole, as their frames or metadata cannot be had. */
	private final Set<String> wholeOnly = ConcurrentHashMap.newKeySet();
	private final AtomicInteger refusals = new AtomicInteger();
	private volatile DicomReaders lastReaders;

	/**
	 * @param access how it is reached
	 * @param client asks it; closed with this
	 * @param cache  keeps what was fetched
	 */
	public DicomWebSource(Access access, WebClient client, DiskCache cache) {
		this.access = access;
		this.client = client;
		this.cache = cache;
		id = Address.SCHEME + access.base();
		requests = new Requests(access.base(), client);
		instances = new WholeInstances(requests, cache, id);
		AtomicInteger number = new AtomicInteger();
		threads = Executors.newCachedThreadPool(run -> {
			Thread thread = new Thread(run, "DICOMweb " + number.incrementAndGet()); //$NON-NLS-1$
			thread.setDaemon(true);
			return thread;
		});
		parallel = new Parallel(threads, AT_ONCE);
		heads = new InstanceHeads(requests, parallel, access.base());
		frames = new FrameFetcher(new Frames(), threads);
	}

	@Override
	public String id() {
		return id;
	}

	/** {@return the address of the archive} */
	public URI base() {
		return access.base();
	}

	/** {@return the location of what has a key} */
	public InstanceLocation location(String key) {
		return InstanceLocation.of(this, key, 0, ""); //$NON-NLS-1$
	}

	@Override
	public void list(InstanceLocation root, DicomReaders readers, ReadLimits limits, Listing listing) throws IOException {
		lastReaders = readers;
		String key = root.key();
		String query = key.contains("?") ? key.substring(key.indexOf('?')) : ""; //$NON-NLS-1$ //$NON-NLS-2$
		String study = Address.uid(key, "studies"); //$NON-NLS-1$
		List<String> fields = List.of("00081030", "00100021", "00201206", "00201208"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		String search = study.isEmpty() ? "studies" + query : "studies?StudyInstanceUID=" + study; //$NON-NLS-1$ //$NON-NLS-2$
		AtomicInteger count = new AtomicInteger();
		List<IOException> failures = new ArrayList<>();
		requests.search(search, fields, Tag.STUDY_INSTANCE_UID, limits,
				() -> listing.cancelled() || count.get() >= MOST_STUDIES || !failures.isEmpty(), page -> {
					count.addAndGet(page.size());
					try {
						for (List<ListedSeries> series : parallel.all(page, each -> series(root, each, readers, limits))) {
							listing.series(series);
						}
					} catch (IOException e) {
						failures.add(e);
					}
				});
		if (!failures.isEmpty()) {
			throw failures.get(0);
		}
		if (count.get() >= MOST_STUDIES) {
			listing.problem(root, Problem.of(DicomWebText.MORE_STUDIES, MOST_STUDIES));
		}
	}

	private List<ListedSeries> series(InstanceLocation root, JsonObject study, DicomReaders readers, ReadLimits limits)
			throws IOException {
		String uid = study.text(Tag.STUDY_INSTANCE_UID);
		String wanted = Address.uid(root.key(), "series"); //$NON-NLS-1$
		List<ListedSeries> all = new ArrayList<>();
		List<JsonObject> found = new ArrayList<>();
		requests.search("studies/" + Address.encoded(uid) + "/series", //$NON-NLS-1$ //$NON-NLS-2$
				List.of("00080021", "00080031", "0008103E", "00201209"), Tag.SERIES_INSTANCE_UID, limits, () -> false, //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				found::addAll);
		for (JsonObject each : found) {
			String series = each.text(Tag.SERIES_INSTANCE_UID);
			if (wanted.isEmpty() || wanted.equals(Address.encoded(series))) {
				InstanceLocation location = location(Requests.key(uid, series));
				all.add(new ListedSeries(location, InstanceHeads.attributes(each.over(study), location, readers, limits),
						each.number(SERIES_INSTANCES)));
			}
		}
		return all;
	}

	@Override
	public List<InstanceHeader> fill(ListedSeries series, DicomReaders readers, ReadLimits limits) throws IOException {
		lastReaders = readers;
		String key = series.location().key();
		Requests.Metadata metadata;
		try {
			metadata = requests.metadata(key, limits);
		} catch (AnswerException e) {
			if (!e.mayWorkAnotherWay()) {
				throw e;
			}
			return fillOneByOne(key, readers, limits, e);
		}
		return headers(key, metadata, readers, limits);
	}

	private List<InstanceHeader> headers(String seriesKey, Requests.Metadata metadata, DicomReaders readers, ReadLimits limits)
			throws IOException {
		Map<String, JsonObject> objects = new LinkedHashMap<>();
		for (DicomJson.Placed placed : metadata.objects()) {
			String key = Requests.instanceKey(seriesKey, placed.object());
			if (!key.isEmpty() && objects.putIfAbsent(key, placed.object()) == null) {
				cache.put(metadataKey(key), Arrays.copyOfRange(metadata.bytes(), placed.from(), placed.to()));
			}
		}
		List<String> keys = List.copyOf(objects.keySet());
		List<JsonObject> all = List.copyOf(objects.values());
		heads.addValues(keys, all, InstanceHeads::isNeeded, HeaderContent.LONGEST);
		Map<String, TransferSyntax> syntaxes = syntaxes(objects, readers, limits);
		List<InstanceHeader> headers = new ArrayList<>(keys.size());
		for (String key : keys) {
			headers.add(InstanceHeads.header(objects.get(key), syntaxes.get(key), location(key), readers, limits));
		}
		headers.sort(AS_NUMBERED); // archives give them in any order
		return headers;
	}

	private String metadataKey(String key) {
		return "metadata " + id + '/' + key; //$NON-NLS-1$
	}

	/** The archive has no metadata of series: of instances, perhaps; else each is fetched as a whole. */
	private List<InstanceHeader> fillOneByOne(String key, DicomReaders readers, ReadLimits limits, AnswerException refused)
			throws IOException {
		List<String> keys = new ArrayList<>();
		try {
			requests.search(key + "/instances", List.of(), Tag.SOP_INSTANCE_UID, limits, () -> false, //$NON-NLS-1$
					page -> page.forEach(object -> keys.add(Requests.instanceKey(key, object))));
		} catch (AnswerException e) {
			throw refused;
		}
		if (keys.isEmpty()) {
			throw refused;
		}
		return parallel.all(keys, each -> headerOf(each, readers, limits));
	}

	private InstanceHeader headerOf(String key, DicomReaders readers, ReadLimits limits) throws IOException {
		if (!wholeOnly.contains(key)) {
			try {
				Requests.Metadata metadata = requests.metadata(key, limits);
				if (!metadata.objects().isEmpty()) {
					DicomJson.Placed placed = metadata.objects().get(0);
					cache.put(metadataKey(key), Arrays.copyOfRange(metadata.bytes(), placed.from(), placed.to()));
					heads.addValues(List.of(key), List.of(placed.object()), InstanceHeads::isNeeded, HeaderContent.LONGEST);
					return InstanceHeads.header(placed.object(), syntax(key, placed.object(), readers, limits), location(key), readers,
							limits);
				}
			} catch (AnswerException e) {
				if (!e.mayWorkAnotherWay()) {
					throw e;
				}
			}
		}
		wholeOnly.add(key);
		InstanceHeader header = readers.readHeader(FileLocation.of(instances.file(key)), limits);
		return new RemoteHeader(header, location(key), header.transferSyntax());
	}

	/** {@return how instances are stored; those of one kind are taken to be alike where there are many} */
	private Map<String, TransferSyntax> syntaxes(Map<String, JsonObject> objects, DicomReaders readers, ReadLimits limits)
			throws IOException {
		Map<String, String> representatives = new LinkedHashMap<>();
		Map<String, String> kinds = new HashMap<>();
		boolean each = objects.size() <= ASK_EACH;
		objects.forEach((key, object) -> {
			String kind = each ? key : kind(object);
			kinds.put(key, kind);
			representatives.putIfAbsent(kind, key);
		});
		List<String> asked = List.copyOf(representatives.values());
		List<TransferSyntax> answers = parallel.all(asked, key -> syntax(key, objects.get(key), readers, limits));
		Map<String, TransferSyntax> byKind = new HashMap<>();
		for (int i = 0; i < asked.size(); i++) {
			byKind.put(kinds.get(asked.get(i)), answers.get(i));
		}
		Map<String, TransferSyntax> syntaxes = new HashMap<>();
		objects.forEach((key, object) -> {
			String stated = stated(object);
			syntaxes.put(key, stated.isEmpty() ? byKind.get(kinds.get(key)) : TransferSyntax.of(stated));
		});
		return syntaxes;
	}

	private static String kind(JsonObject object) {
		StringBuilder kind = new StringBuilder(stated(object));
		for (int tag : new int[] { Tag.SOP_CLASS_UID, Tag.ROWS, Tag.COLUMNS, Tag.BITS_ALLOCATED, Tag.BITS_STORED,
				Tag.SAMPLES_PER_PIXEL, Tag.PHOTOMETRIC_INTERPRETATION, Tag.LOSSY_IMAGE_COMPRESSION }) {
			kind.append('|').append(object.text(tag));
		}
		return kind.append(object.elements().containsKey(Tag.PIXEL_DATA)).append(object.number(Tag.NUMBER_OF_FRAMES) > 1)
				.toString();
	}

	private static String stated(JsonObject object) {
		String meta = object.text(Tag.TRANSFER_SYNTAX_UID);
		return meta.isEmpty() ? object.text(AVAILABLE_TRANSFER_SYNTAX_UID) : meta;
	}

	/** {@return how an instance is stored; {@code null} if the archive does not tell} */
	private TransferSyntax syntax(String key, JsonObject object, DicomReaders readers, ReadLimits limits) throws IOException {
		String uid = stated(object);
		if (uid.isEmpty()) {
			Optional<byte[]> known = cache.get("syntax " + id + '/' + key); //$NON-NLS-1$
			uid = known.map(bytes -> new String(bytes, StandardCharsets.US_ASCII)).orElse(""); //$NON-NLS-1$
		}
		if (uid.isEmpty()) {
			try {
				uid = InstanceHeads.read(requests.start(key), location(key), readers, limits).transferSyntax().uid();
				cache.put("syntax " + id + '/' + key, uid.getBytes(StandardCharsets.US_ASCII)); //$NON-NLS-1$
			} catch (AnswerException e) {
				if (!e.mayWorkAnotherWay()) {
					throw e;
				}
			}
		}
		return uid.isEmpty() ? null : TransferSyntax.of(uid);
	}

	@Override
	public InstanceBytes open(InstanceLocation location) throws IOException {
		String key = location.key();
		DicomReaders readers = lastReaders;
		if (readers == null || wholeOnly.contains(key)) {
			return InstanceBytes.ofFile(instances.file(key));
		}
		ReadLimits limits = readers.limits();
		JsonObject object;
		try {
			object = metadata(key, limits);
		} catch (AnswerException e) {
			if (!e.mayWorkAnotherWay()) {
				throw e;
			}
			wholeOnly.add(key);
			return InstanceBytes.ofFile(instances.file(key));
		}
		TransferSyntax syntax = syntax(key, object, readers, limits);
		HeadBytes bytes = InstanceHeads.bytes(object, syntax, location, readers, limits);
		int missing = InstanceHeads.missing(object);
		if (missing > FEW_VALUES && bytes.size() < SMALL) {
			wholeOnly.add(key);
			return InstanceBytes.ofFile(instances.file(key));
		}
		if (missing == 0) {
			return bytes;
		}
		heads.addValues(List.of(key), List.of(object), (tag, element) -> element.isElsewhere() && !InstanceHeads.isPixels(tag),
				limits.valueBytes());
		return InstanceHeads.bytes(object, syntax, location, readers, limits);
	}

	private JsonObject metadata(String key, ReadLimits limits) throws IOException {
		Optional<byte[]> known = cache.get(metadataKey(key));
		List<DicomJson.Placed> objects;
		if (known.isPresent()) {
			objects = new DicomJson(limits).read(known.get());
		} else {
			Requests.Metadata metadata = requests.metadata(key, limits);
			objects = metadata.objects();
			if (!objects.isEmpty()) {
				cache.put(metadataKey(key), Arrays.copyOfRange(metadata.bytes(), objects.get(0).from(), objects.get(0).to()));
			}
		}
		if (objects.isEmpty()) {
			throw new AnswerException(404, Problem.of(DicomWebText.NOT_FOUND, key));
		}
		return objects.get(0).object();
	}

	@Override
	public PixelSource openPixels(InstanceHeader header, DicomReaders readers, ReadLimits limits) throws IOException {
		PixelLocation place = header.pixelLocation()
				.orElseThrow(() -> new DicomException(Problem.of(DicomText.NO_PIXEL_DATA).at(Tag.PIXEL_DATA, -1).in(header.location())));
		PixelFormat format = PixelFormat.of(header, SampleKind.of(place.tag()), header.location());
		if (format.nativeFrameBits() / 8 > limits.frameBytes()) {
			throw new DicomException(
					Problem.of(DicomText.FRAME_TOO_LARGE, format.nativeFrameBits() / 8).at(Tag.ROWS, -1).in(header.location()));
		}
		return new ServedPixels(this, header, readers, limits, format);
	}

	@Override
	public PixelStream openStream(InstanceHeader header, DicomReaders readers, ReadLimits limits) throws IOException {
		return readers.openStream(whole(header, readers, limits), limits);
	}

	/** {@return the pixels of the whole instance, fetched if it is not here} */
	PixelSource openWhole(InstanceHeader header, DicomReaders readers, ReadLimits limits) throws IOException {
		return readers.openPixels(whole(header, readers, limits), limits);
	}

	private InstanceHeader whole(InstanceHeader header, DicomReaders readers, ReadLimits limits) throws IOException {
		return readers.readHeader(FileLocation.of(instances.file(header.location().key())), limits);
	}

	/**
	 * {@return whether frames of an instance can be asked for one by one: pixels whose bytes stand in another order, or which
	 * begin in the middle of a byte, are understood with the whole instance only}
	 */
	boolean givesFrames(InstanceHeader header, PixelFormat format) {
		TransferSyntax syntax = header.transferSyntax();
		boolean plain = !syntax.bigEndian() && !syntax.uid().equals(TransferSyntax.GE_PRIVATE) && !syntax.video();
		boolean wholeBytes = syntax.encapsulated() || format.nativeFrameBits() % 8 == 0;
		return plain && wholeBytes && refusals.get() < REFUSALS && !wholeOnly.contains(header.location().key());
	}

	/** {@return a frame} */
	FrameBytes frame(String key, int frame) throws IOException {
		return frames.frame(new FrameFetcher.Key(key, frame));
	}

	/** Notes that the archive gives frames. */
	void gaveFrame() {
		refusals.set(0);
	}

	/** Notes that an instance can be had only as a whole. */
	void refusedFrame(String key) {
		if (wholeOnly.add(key)) {
			refusals.incrementAndGet();
		}
	}

	@Override
	public void expect(List<Wish> wishes) {
		frames.expect(wishes.stream().filter(wish -> !wholeOnly.contains(wish.header().location().key()))
				.filter(wish -> isServed(wish.header())).map(wish -> new FrameFetcher.Key(wish.header().location().key(), wish.frame()))
				.toList());
	}

	private boolean isServed(InstanceHeader header) {
		TransferSyntax syntax = header.transferSyntax();
		return !syntax.bigEndian() && !syntax.uid().equals(TransferSyntax.GE_PRIVATE) && !syntax.video()
				&& (syntax.encapsulated() || header.integer(Tag.BITS_ALLOCATED).orElse(8) % 8 == 0) && refusals.get() < REFUSALS;
	}

	/** Gets frames from the cache or the archive. */
	private final class Frames implements FrameFetcher.Loader {

		@Override
		public FrameBytes load(FrameFetcher.Key key, Consumer<FrameFetcher.Handle> running) throws IOException {
			Optional<FrameBytes> known = cache.get(frameKey(key)).map(FrameBytes::unpacked);
			if (known.isPresent()) {
				return known.get();
			}
			DicomReaders readers = lastReaders;
			long most = readers == null ? ReadLimits.DEFAULT.frameBytes() : readers.limits().frameBytes();
			return requests.frame(key.instance(), key.frame(), most, running);
		}

		@Override
		public void keep(FrameFetcher.Key key, FrameBytes frame) {
			if (cache.file(frameKey(key)).isEmpty()) {
				cache.put(frameKey(key), frame.packed());
			}
		}

		private String frameKey(FrameFetcher.Key key) {
			return "frame " + id + '/' + key.instance() + '/' + key.frame(); //$NON-NLS-1$
		}
	}

	/** Ends all requests. */
	@Override
	public void close() {
		frames.close();
		client.close();
		threads.shutdownNow();
		try {
			threads.awaitTermination(ENDING_SECONDS, TimeUnit.SECONDS); // what is being kept is whole then
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof DicomWebSource source && id.equals(source.id);
	}

	@Override
	public int hashCode() {
		return id.hashCode();
	}
}
