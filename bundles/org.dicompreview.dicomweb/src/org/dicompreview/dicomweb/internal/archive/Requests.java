package org.dicompreview.dicomweb.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicomweb.internal.DicomWebText;
import org.dicompreview.dicomweb.internal.http.AnswerException;
import org.dicompreview.dicomweb.internal.http.Call;
import org.dicompreview.dicomweb.internal.http.Multipart;
import org.dicompreview.dicomweb.internal.http.WebClient;
import org.dicompreview.dicomweb.internal.json.DicomJson;
import org.dicompreview.dicomweb.internal.json.JsonObject;

/** The requests of QIDO-RS and WADO-RS (PS3.18 sections 10.4 and 10.6) that are made of an archive. For any thread. */
final class Requests {

	/** An answer of DICOM JSON. */
	record Metadata(byte[] bytes, List<DicomJson.Placed> objects) {
	}

	private static final String JSON = "application/dicom+json, application/json;q=0.5"; //$NON-NLS-1$
	private static final String FRAME = "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*"; //$NON-NLS-1$
	private static final String INSTANCE = "multipart/related; type=\"application/dicom\"; transfer-syntax=*"; //$NON-NLS-1$
	private static final String BULK = "multipart/related; type=\"application/octet-stream\", application/octet-stream, */*;q=0.1"; //$NON-NLS-1$
	private static final int PAGE = 100;
	private static final long MOST_JSON = 1L << 28;
	private static final long MOST_INSTANCE = 1L << 33;
	private static final int MULTIPART_HEAD = 1 << 14;
	private static final int META = 1 << 14;
	private static final int PREFIX_AT = 128;

	private final URI base;
	private final WebClient client;

	Requests(URI base, WebClient client) {
		this.base = base;
		this.client = client;
	}

	/** {@return the address of what has a key} */
	URI address(String key) throws DicomException {
		try {
			return URI.create(base + "/" + key); //$NON-NLS-1$
		} catch (IllegalArgumentException e) {
			throw new DicomException(Problem.of(DicomWebText.ADDRESS_MALFORMED, base, String.valueOf(e.getMessage())), e);
		}
	}

	/**
	 * {@return the metadata of a series or an instance; no objects if there is nothing}
	 *
	 * @throws AnswerException if the archive gives none
	 */
	Metadata metadata(String key, ReadLimits limits) throws IOException {
		return json(address(key + "/metadata"), limits); //$NON-NLS-1$
	}

	private Metadata json(URI address, ReadLimits limits) throws IOException {
		try (Call call = client.call().get(address, JSON)) {
			byte[] bytes = call.isEmpty() ? new byte[0] : call.bytes(MOST_JSON);
			if (isPage(call.contentType(), bytes)) {
				throw new AnswerException(200, Problem.of(DicomWebText.OTHER_CONTENT, Multipart.plain(call.contentType())));
			}
			return new Metadata(bytes, new DicomJson(limits).read(bytes));
		}
	}

	private static boolean isPage(String contentType, byte[] bytes) {
		String plain = Multipart.plain(contentType);
		int at = 0;
		while (at < bytes.length && bytes[at] <= ' ' && bytes[at] >= 0) {
			at++;
		}
		return plain.endsWith("/html") || at < bytes.length && bytes[at] == '<'; //$NON-NLS-1$
	}

	/**
	 * Searches, page by page, until there is nothing more.
	 *
	 * @param key       what to search for, with a query
	 * @param fields    keywords or tags that shall be in the answer beside the usual ones
	 * @param uid       tag of what identifies a match
	 * @param limits    bounds
	 * @param cancelled ends it
	 * @param page      hears the matches
	 */
	void search(String key, List<String> fields, int uid, ReadLimits limits, BooleanSupplier cancelled,
			Consumer<List<JsonObject>> page) throws IOException {
		Set<String> seen = new HashSet<>();
		boolean withFields = true;
		int offset = 0;
		while (!cancelled.getAsBoolean()) {
			StringBuilder query = new StringBuilder(key).append(key.contains("?") ? '&' : '?').append("limit=").append(PAGE); //$NON-NLS-1$ //$NON-NLS-2$
			query.append("&offset=").append(offset); //$NON-NLS-1$
			if (withFields) {
				fields.forEach(field -> query.append("&includefield=").append(field)); //$NON-NLS-1$
			}
			List<JsonObject> found;
			try {
				found = json(address(query.toString()), limits).objects().stream().map(DicomJson.Placed::object).toList();
			} catch (AnswerException e) {
				if (!withFields || e.status() != 400 && e.status() != 501 && e.status() != 500) {
					throw e;
				}
				withFields = false; // some archives know no such parameter
				continue;
			}
			List<JsonObject> fresh = new ArrayList<>(found);
			fresh.removeIf(object -> object.text(uid).isEmpty() || !seen.add(object.text(uid)));
			page.accept(fresh);
			offset += found.size();
			if (fresh.isEmpty() || found.size() != PAGE) { // those that know no paging give all, or the same again
				return;
			}
		}
	}

	/**
	 * {@return a frame as it is stored}
	 *
	 * @param key     of its instance
	 * @param frame   index from 0
	 * @param most    bytes that it may have
	 * @param running is told of the call
	 */
	FrameBytes frame(String key, int frame, long most, Consumer<FrameFetcher.Handle> running) throws IOException {
		try (Call call = client.call()) {
			running.accept(new FrameFetcher.Handle() {
				@Override
				public void abort() {
					call.abort();
				}

				@Override
				public long received() {
					return call.received();
				}
			});
			call.get(address(key + "/frames/" + (frame + 1)), FRAME); //$NON-NLS-1$
			Multipart part = onlyPart(call, most);
			String syntax = Multipart.parameter(part.contentType(), "transfer-syntax"); //$NON-NLS-1$
			return new FrameBytes(syntax.matches("[0-9.]{1,64}") ? syntax : "", //$NON-NLS-1$ //$NON-NLS-2$
					Arrays.copyOfRange(part.bytes(), part.from(), part.to()));
		}
	}

	/** {@return a value that is not in the metadata} @param address where it is */
	byte[] bulk(URI address, long most) throws IOException {
		try (Call call = client.call().get(address, BULK)) {
			Multipart part = onlyPart(call, most);
			return Arrays.copyOfRange(part.bytes(), part.from(), part.to());
		}
	}

	private static Multipart onlyPart(Call call, long most) throws IOException {
		byte[] bytes = call.bytes(most + MULTIPART_HEAD);
		List<Multipart> parts = Multipart.parts(call.contentType(), bytes);
		if (parts.isEmpty()) {
			throw new AnswerException(200, Problem.of(DicomWebText.ANSWER_DAMAGED, "multipart")); //$NON-NLS-1$
		}
		String type = Multipart.plain(parts.get(0).contentType());
		if (type.startsWith("text/") || type.endsWith("html") || type.endsWith("json") || type.endsWith("xml")) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			throw new AnswerException(200, Problem.of(DicomWebText.OTHER_CONTENT, type));
		}
		return parts.get(0);
	}

	/**
	 * {@return the beginning of an instance, which states its transfer syntax; the rest is not fetched}
	 *
	 * @throws AnswerException if it is no DICOM
	 */
	byte[] start(String key) throws IOException {
		try (Call call = client.call().get(address(key), INSTANCE)) {
			byte[] start = call.body().readNBytes(META);
			call.abort();
			int prefix = indexOf(start, "DICM".getBytes(StandardCharsets.US_ASCII), PREFIX_AT); //$NON-NLS-1$
			if (prefix < 0) {
				throw new AnswerException(200, Problem.of(DicomWebText.OTHER_CONTENT, Multipart.plain(call.contentType())));
			}
			return Arrays.copyOfRange(start, prefix - PREFIX_AT, start.length);
		}
	}

	/**
	 * Fetches an instance as a whole.
	 *
	 * @param key  of the instance
	 * @param into the file to be filled
	 * @throws DicomException if what comes is no DICOM file, or ends early
	 */
	void instance(String key, Path into) throws IOException {
		try (Call call = client.call().get(address(key), INSTANCE)) {
			if (call.length() > MOST_INSTANCE) {
				throw new DicomException(Problem.of(DicomWebText.ANSWER_TOO_LONG, MOST_INSTANCE));
			}
			byte[] start = call.body().readNBytes(MULTIPART_HEAD);
			int from = indexOf(start, "DICM".getBytes(StandardCharsets.US_ASCII), PREFIX_AT) - PREFIX_AT; //$NON-NLS-1$
			if (from < 0) {
				throw new AnswerException(200, Problem.of(DicomWebText.OTHER_CONTENT, Multipart.plain(call.contentType())));
			}
			try (OutputStream out = Files.newOutputStream(into)) {
				out.write(start, from, start.length - from);
				copy(call.body(), out);
			}
			if (Multipart.plain(call.contentType()).startsWith("multipart/")) { //$NON-NLS-1$
				cut(into, delimiter(call.contentType(), start));
			}
		}
	}

	private static void copy(InputStream in, OutputStream out) throws IOException {
		byte[] buffer = new byte[1 << 16];
		long copied = 0;
		for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
			out.write(buffer, 0, read);
			copied += read;
			if (copied > MOST_INSTANCE) {
				throw new DicomException(Problem.of(DicomWebText.ANSWER_TOO_LONG, MOST_INSTANCE));
			}
		}
	}

	private static byte[] delimiter(String contentType, byte[] start) {
		String stated = Multipart.parameter(contentType, "boundary"); //$NON-NLS-1$
		String first = new String(start, 0, Math.min(start.length, 256), StandardCharsets.ISO_8859_1).strip().split("\r?\n", 2)[0]; //$NON-NLS-1$
		return ("\n" + (stated.isEmpty() ? first : "--" + stated)).getBytes(StandardCharsets.ISO_8859_1); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** Cuts off the delimiter that ends the only part. */
	private static void cut(Path file, byte[] delimiter) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			long from = Math.max(0, channel.size() - delimiter.length - 1024);
			ByteBuffer tail = ByteBuffer.allocate((int) (channel.size() - from));
			while (tail.hasRemaining() && channel.read(tail, from + tail.position()) >= 0) {
				// until it is there
			}
			int at = indexOf(tail.array(), delimiter, 0);
			if (at < 0) {
				throw new DicomException(Problem.of(DicomWebText.ANSWER_ENDS_EARLY));
			}
			int end = at > 0 && tail.array()[at - 1] == '\r' ? at - 1 : at;
			channel.truncate(from + end);
		}
	}

	private static int indexOf(byte[] bytes, byte[] what, int from) {
		for (int at = from; at <= bytes.length - what.length; at++) {
			if (Arrays.equals(bytes, at, at + what.length, what, 0, what.length)) {
				return at;
			}
		}
		return -1;
	}

	/** {@return the key of an instance} */
	static String key(String study, String series, String instance) {
		return key(study, series) + "/instances/" + Address.encoded(instance); //$NON-NLS-1$
	}

	/** {@return the key of a series} */
	static String key(String study, String series) {
		return "studies/" + Address.encoded(study) + "/series/" + Address.encoded(series); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** {@return the key of an instance of a series, by its metadata; empty text if these name none} */
	static String instanceKey(String seriesKey, JsonObject object) {
		String uid = object.text(Tag.SOP_INSTANCE_UID);
		return uid.isEmpty() ? "" : seriesKey + "/instances/" + Address.encoded(uid); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
