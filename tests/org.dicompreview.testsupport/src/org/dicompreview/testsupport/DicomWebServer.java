package org.dicompreview.testsupport;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.NotDicomException;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.Tag;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A DICOMweb archive for tests, on the loopback address: QIDO-RS and WADO-RS of files, with the habits of other servers, a
 * line with delay and little room, and answers for whatever path a test wants. Counts what it is asked for.
 */
public final class DicomWebServer implements AutoCloseable {

	/** What servers do in another way. */
	public enum Habit {
		/** BulkDataURI is relative to the instance. */
		RELATIVE_ADDRESSES,
		/** BulkDataURI names a host that nobody can reach. */
		ADDRESSES_OF_ANOTHER_HOST,
		/** Tags are written in lower case. */
		LOWER_CASE_TAGS,
		/** Numbers are texts. */
		NUMBERS_AS_TEXTS,
		/** A parameter includefield is an error. */
		NO_INCLUDEFIELD,
		/** Every answer says that it is bytes. */
		WRONG_CONTENT_TYPES,
		/** What should have parts has none. */
		SINGLE_PART,
		/** No matches are 204. */
		EMPTY_IS_NO_CONTENT,
		/** All matches at once, whatever page is asked for. */
		NO_PAGING,
		/** Frames are not found. */
		NO_FRAMES,
		/** Metadata are not found. */
		NO_METADATA,
		/** Metadata of series are not found, of instances they are. */
		NO_SERIES_METADATA,
		/** Metadata have the transfer syntax. */
		STATES_TRANSFER_SYNTAX,
		/** Metadata leave the pixel data out. */
		NO_PIXELS_IN_METADATA
	}

	/** An answer that is none of an archive. */
	@FunctionalInterface
	public interface Answer {

		/** Gives it. @throws IOException if the client goes */
		void give(HttpExchange exchange) throws IOException;
	}

	private record Rule(Predicate<String> path, Answer answer) {
	}

	private static final String ROOT = "/dicom-web"; //$NON-NLS-1$
	private static final int CHUNK = 16 << 10;

	static {
		System.setProperty("sun.net.httpserver.nodelay", "true"); // else each answer waits for an acknowledgement //$NON-NLS-1$ //$NON-NLS-2$
	}

	private final HttpServer server;
	private final ExecutorService threads = Executors.newCachedThreadPool(run -> {
		Thread thread = new Thread(run, "test archive"); //$NON-NLS-1$
		thread.setDaemon(true);
		return thread;
	});
	private final DicomReaders readers = DicomReaders.standalone();
	private final Map<String, InstanceHeader> instances = Collections.synchronizedMap(new LinkedHashMap<>());
	private final Map<String, byte[]> bulk = new ConcurrentHashMap<>();
	private final Set<Habit> habits = Collections.synchronizedSet(EnumSet.noneOf(Habit.class));
	private final List<Rule> rules = new CopyOnWriteArrayList<>();
	private final List<String> requests = new CopyOnWriteArrayList<>();
	private final List<String> authorizations = new CopyOnWriteArrayList<>();
	private final List<Path> skipped = new CopyOnWriteArrayList<>();
	private final AtomicInteger running = new AtomicInteger();
	private final AtomicInteger mostRunning = new AtomicInteger();
	private volatile String authorization = ""; //$NON-NLS-1$
	private volatile long delayNanos;
	private volatile long bytesPerSecond;
	private long lineFree;

	/** Starts at a free port. @throws IOException if it cannot */
	public DicomWebServer() throws IOException {
		this(0);
	}

	/** Starts at a port. @throws IOException if it cannot */
	public DicomWebServer(int port) throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		server.setExecutor(threads);
		server.createContext("/", this::handle); //$NON-NLS-1$
		server.start();
	}

	/** {@return the address of the archive} */
	public URI base() {
		return URI.create("http://127.0.0.1:" + port() + ROOT); //$NON-NLS-1$
	}

	/** {@return its port} */
	public int port() {
		return server.getAddress().getPort();
	}

	/** Stores all DICOM files below a folder. @throws IOException if one cannot be read */
	public void store(Path folder) throws IOException {
		List<Path> files;
		try (Stream<Path> walk = Files.walk(folder)) {
			files = walk.filter(Files::isRegularFile).sorted().toList();
		}
		for (Path file : files) {
			try {
				InstanceHeader header = readers.readHeader(file, readers.limits());
				String key = key(header);
				if (!header.sopInstanceUid().isEmpty()) {
					instances.put(key, header);
				}
			} catch (NotDicomException e) {
				skipped.add(file);
			}
		}
	}

	private static String key(InstanceHeader header) {
		return "/studies/" + header.string(Tag.STUDY_INSTANCE_UID).orElse("") + "/series/" //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				+ header.string(Tag.SERIES_INSTANCE_UID).orElse("") + "/instances/" + header.sopInstanceUid(); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** {@return files that were not stored, as they are not DICOM} */
	public List<Path> skipped() {
		return List.copyOf(skipped);
	}

	/** Takes up habits. */
	public void with(Habit... some) {
		habits.addAll(Arrays.asList(some));
	}

	/** Gives up all habits and rules, and forgets what was asked. */
	public void reset() {
		habits.clear();
		rules.clear();
		requests.clear();
		authorizations.clear();
		authorization = ""; //$NON-NLS-1$
		delayNanos = 0;
		bytesPerSecond = 0;
	}

	/** Wants a header field Authorization with this value. */
	public void wants(String value) {
		authorization = value;
	}

	/** Makes the line long: half of the delay passes before an answer begins, and as much before the request is seen. */
	public void delay(Duration delay) {
		delayNanos = delay.toNanos();
	}

	/** Makes the line narrow, for all answers together. */
	public void bandwidth(long bytesInASecond) {
		bytesPerSecond = bytesInASecond;
	}

	/** Answers what is asked for at a path in another way, until {@link #reset()}; later rules count more. */
	public void answer(Predicate<String> path, Answer answer) {
		rules.add(0, new Rule(path, answer));
	}

	/** {@return an answer with nothing but a status} */
	public static Answer status(int status) {
		return exchange -> exchange.sendResponseHeaders(status, -1);
	}

	/** {@return paths with queries that were asked for, below the address of the archive, in order} */
	public List<String> requests() {
		return List.copyOf(requests);
	}

	/** {@return values of the header field Authorization that came} */
	public List<String> authorizations() {
		return List.copyOf(authorizations);
	}

	/** {@return how many requests were under way at the same time at most since the last call} */
	public int mostAtOnce() {
		return mostRunning.getAndSet(running.get());
	}

	private void handle(HttpExchange exchange) throws IOException {
		mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
		try (exchange) {
			String path = exchange.getRequestURI().getRawPath();
			String below = path.startsWith(ROOT) ? path.substring(ROOT.length()) : path;
			String query = exchange.getRequestURI().getRawQuery();
			requests.add(query == null ? below : below + '?' + query);
			String given = exchange.getRequestHeaders().getFirst("Authorization"); //$NON-NLS-1$
			if (given != null) {
				authorizations.add(given);
			}
			pause(delayNanos);
			for (Rule rule : rules) {
				if (rule.path().test(below)) {
					rule.answer().give(exchange);
					return;
				}
			}
			if (!authorization.isEmpty() && !authorization.equals(given)) {
				exchange.sendResponseHeaders(given == null ? 401 : 403, -1);
			} else {
				archive(exchange, below, query == null ? "" : query); //$NON-NLS-1$
			}
		} finally {
			running.decrementAndGet();
		}
	}

	private static void pause(long nanos) throws IOException {
		try {
			TimeUnit.NANOSECONDS.sleep(nanos);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException(e);
		}
	}

	private void archive(HttpExchange exchange, String path, String query) throws IOException {
		if (query.contains("includefield") && habits.contains(Habit.NO_INCLUDEFIELD)) { //$NON-NLS-1$
			exchange.sendResponseHeaders(400, -1);
		} else if (path.endsWith("/metadata")) { //$NON-NLS-1$
			metadata(exchange, path.substring(0, path.length() - "/metadata".length())); //$NON-NLS-1$
		} else if (path.contains("/frames/")) { //$NON-NLS-1$
			frame(exchange, path);
		} else if (bulk.containsKey(path)) {
			send(exchange, "application/octet-stream", "", bulk.get(path)); //$NON-NLS-1$ //$NON-NLS-2$
		} else if (instances.containsKey(path)) {
			InstanceHeader header = instances.get(path);
			send(exchange, "application/dicom", header.transferSyntax().uid(), Files.readAllBytes(header.location().file().orElseThrow())); //$NON-NLS-1$
		} else if (path.matches("/studies|/studies/[^/]+/series(/[^/]+/instances)?")) { //$NON-NLS-1$
			search(exchange, path, query);
		} else {
			exchange.sendResponseHeaders(404, -1);
		}
	}

	private void search(HttpExchange exchange, String path, String query) throws IOException {
		String level = path.substring(path.lastIndexOf('/') + 1);
		String within = path.equals("/studies") ? "/studies/" : path.substring(0, path.lastIndexOf('/')) + '/'; //$NON-NLS-1$ //$NON-NLS-2$
		Map<String, List<InstanceHeader>> groups = new LinkedHashMap<>();
		synchronized (instances) {
			instances.forEach((key, header) -> {
				if (key.startsWith(within) && matches(header, query)) {
					groups.computeIfAbsent(group(key, level), each -> new ArrayList<>()).add(header);
				}
			});
		}
		List<String> found = groups.values().stream().map(group -> DicomJsonWriter.match(level, group, habits)).toList();
		int offset = Math.min(found.size(), number(query, "offset", 0)); //$NON-NLS-1$
		int limit = Math.min(found.size() - offset, number(query, "limit", Integer.MAX_VALUE)); //$NON-NLS-1$
		List<String> page = habits.contains(Habit.NO_PAGING) ? found : found.subList(offset, offset + limit);
		if (page.isEmpty() && habits.contains(Habit.EMPTY_IS_NO_CONTENT)) {
			exchange.sendResponseHeaders(204, -1);
		} else {
			json(exchange, page);
		}
	}

	private static String group(String key, String level) {
		return switch (level) {
			case "studies" -> key.substring(0, key.indexOf("/series/")); //$NON-NLS-1$ //$NON-NLS-2$
			case "series" -> key.substring(0, key.indexOf("/instances/")); //$NON-NLS-1$ //$NON-NLS-2$
			default -> key;
		};
	}

	private static int number(String query, String name, int otherwise) {
		return Stream.of(query.split("&")).filter(each -> each.startsWith(name + '=')) //$NON-NLS-1$
				.map(each -> Integer.parseInt(each.substring(name.length() + 1))).findFirst().orElse(otherwise);
	}

	private static boolean matches(InstanceHeader header, String query) {
		for (String each : query.split("&")) { //$NON-NLS-1$
			String[] pair = each.split("=", 2); //$NON-NLS-1$
			int tag = switch (pair[0]) {
				case "PatientID", "00100020" -> Tag.PATIENT_ID; //$NON-NLS-1$ //$NON-NLS-2$
				case "PatientName", "00100010" -> Tag.PATIENT_NAME; //$NON-NLS-1$ //$NON-NLS-2$
				case "StudyInstanceUID", "0020000D" -> Tag.STUDY_INSTANCE_UID; //$NON-NLS-1$ //$NON-NLS-2$
				case "AccessionNumber", "00080050" -> Tag.ACCESSION_NUMBER; //$NON-NLS-1$ //$NON-NLS-2$
				case "StudyDescription", "00081030" -> Tag.STUDY_DESCRIPTION; //$NON-NLS-1$ //$NON-NLS-2$
				case "ModalitiesInStudy", "00080061" -> Tag.MODALITY; //$NON-NLS-1$ //$NON-NLS-2$
				case "StudyDate", "00080020" -> Tag.STUDY_DATE; //$NON-NLS-1$ //$NON-NLS-2$
				default -> 0;
			};
			String wanted = pair.length < 2 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8); //$NON-NLS-1$
			if (tag != 0 && !wanted.isEmpty() && !fits(header.string(tag).orElse(""), wanted)) { //$NON-NLS-1$
				return false;
			}
		}
		return true;
	}

	private static boolean fits(String value, String wanted) {
		if (wanted.matches("\\d{8}-\\d{8}")) { //$NON-NLS-1$
			return value.compareTo(wanted.substring(0, 8)) >= 0 && value.compareTo(wanted.substring(9)) <= 0;
		}
		return value.matches("(?i)" + Stream.of(wanted.split("\\*", -1)).map(Pattern::quote) //$NON-NLS-1$ //$NON-NLS-2$
				.reduce((one, other) -> one + ".*" + other).orElse("")); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private void metadata(HttpExchange exchange, String key) throws IOException {
		boolean series = !key.contains("/instances/"); //$NON-NLS-1$
		List<String> found = new ArrayList<>();
		boolean refused = habits.contains(Habit.NO_METADATA) || series && habits.contains(Habit.NO_SERIES_METADATA);
		List<Map.Entry<String, InstanceHeader>> all = List.of();
		if (!refused) {
			synchronized (instances) {
				all = instances.entrySet().stream().map(Map.Entry::copyOf)
						.filter(each -> each.getKey().equals(key) || each.getKey().startsWith(key + '/')).toList();
			}
		}
		for (Map.Entry<String, InstanceHeader> each : all) {
			DicomJsonWriter writer = new DicomJsonWriter(readers, each.getValue(), habits,
					(habits.contains(Habit.ADDRESSES_OF_ANOTHER_HOST) ? "http://archive.invalid/dicom-web" : base().toString()) //$NON-NLS-1$
							+ each.getKey(),
					(name, value) -> bulk.put(each.getKey() + '/' + name, value));
			found.add(writer.dataSet());
		}
		if (found.isEmpty()) {
			exchange.sendResponseHeaders(404, -1);
		} else {
			json(exchange, found);
		}
	}

	private void frame(HttpExchange exchange, String path) throws IOException {
		InstanceHeader header = instances.get(path.substring(0, path.indexOf("/frames/"))); //$NON-NLS-1$
		int frame = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)) - 1;
		if (header == null || habits.contains(Habit.NO_FRAMES) || frame >= header.frameCount()) {
			exchange.sendResponseHeaders(404, -1);
			return;
		}
		try (PixelSource pixels = readers.openPixels(header, readers.limits())) {
			EncodedFrame encoded = pixels.frame(frame);
			send(exchange, "application/octet-stream", encoded.transferSyntax().uid(), //$NON-NLS-1$
					Arrays.copyOfRange(encoded.bytes(), encoded.offset(), encoded.offset() + encoded.length()));
		}
	}

	private void json(HttpExchange exchange, List<String> objects) throws IOException {
		byte[] bytes = ('[' + String.join(",", objects) + ']').getBytes(StandardCharsets.UTF_8); //$NON-NLS-1$
		write(exchange, "application/dicom+json", bytes); //$NON-NLS-1$
	}

	private void send(HttpExchange exchange, String type, String syntax, byte[] bytes) throws IOException {
		String full = syntax.isEmpty() ? type : type + "; transfer-syntax=" + syntax; //$NON-NLS-1$
		if (habits.contains(Habit.SINGLE_PART)) {
			write(exchange, full, bytes);
			return;
		}
		byte[] head = ("\r\n--the boundary\r\nContent-Type: " + full + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII); //$NON-NLS-1$ //$NON-NLS-2$
		byte[] tail = "\r\n--the boundary--\r\n".getBytes(StandardCharsets.US_ASCII); //$NON-NLS-1$
		byte[] all = Arrays.copyOf(head, head.length + bytes.length + tail.length);
		System.arraycopy(bytes, 0, all, head.length, bytes.length);
		System.arraycopy(tail, 0, all, head.length + bytes.length, tail.length);
		write(exchange, "multipart/related; type=\"" + type + "\"; boundary=\"the boundary\"", all); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private void write(HttpExchange exchange, String type, byte[] bytes) throws IOException {
		boolean wrong = habits.contains(Habit.WRONG_CONTENT_TYPES) && !type.startsWith("multipart"); //$NON-NLS-1$
		exchange.getResponseHeaders().set("Content-Type", wrong ? "application/octet-stream" : type); //$NON-NLS-1$ //$NON-NLS-2$
		exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
		OutputStream out = exchange.getResponseBody();
		for (int at = 0; at < bytes.length; at += CHUNK) {
			int length = Math.min(CHUNK, bytes.length - at);
			pause(turn(length));
			out.write(bytes, at, length);
		}
	}

	/** {@return how long bytes have to wait until the line is free for them, in ns} */
	private synchronized long turn(int length) {
		long bandwidth = bytesPerSecond;
		if (bandwidth == 0) {
			return 0;
		}
		long now = System.nanoTime();
		lineFree = Math.max(now, lineFree) + TimeUnit.SECONDS.toNanos(1) * length / bandwidth;
		return lineFree - now;
	}

	/** Stops at once, whatever is under way. */
	@Override
	public void close() {
		server.stop(0);
		threads.shutdownNow();
	}
}
