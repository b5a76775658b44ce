package org.dicompreview.dicomweb.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.zip.GZIPInputStream;

import javax.net.ssl.SSLException;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicomweb.internal.DicomWebText;

/** One request and its answer. Made and run by one thread; any may abort it. */
public final class Call implements AutoCloseable {

	private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
	private static final int MOST_REDIRECTS = 5;
	private static final int NO_CONTENT = 204;

	private final HttpClient client;
	private final Access access;
	private final Duration silence;
	private final Silence watch;
	private volatile boolean aborted;
	private volatile boolean silent;
	private volatile CompletableFuture<HttpResponse<InputStream>> sending;
	private volatile HttpResponse<InputStream> answer;
	private volatile long progress = System.nanoTime();
	private volatile long received;
	private InputStream body = InputStream.nullInputStream();

	Call(HttpClient client, Access access, Duration silence, Silence watch) {
		this.client = client;
		this.access = access;
		this.silence = silence;
		this.watch = watch;
	}

	/**
	 * Sends the request and waits for the head of the answer.
	 *
	 * @param address what to get
	 * @param accept  what is wanted
	 * @throws AnswerException if it is an error
	 * @throws IOException     if there is no answer
	 */
	public Call get(URI address, String accept) throws IOException {
		watch.begin(this);
		URI at = address;
		for (int redirects = 0;; redirects++) {
			HttpResponse<InputStream> response = send(at, accept);
			answer = response;
			body = new Body(response.body());
			if (aborted) {
				throw ended(null);
			}
			Optional<String> location = REDIRECTS.contains(response.statusCode()) ? response.headers().firstValue("Location") //$NON-NLS-1$
					: Optional.empty();
			if (location.isEmpty()) {
				check(response, at);
				return this;
			}
			response.body().close();
			URI next = resolve(at, location.get());
			if (redirects == MOST_REDIRECTS || isLessSafe(at, next)) {
				throw new AnswerException(response.statusCode(),
						Problem.of(DicomWebText.ERROR_ANSWER, response.statusCode(), String.valueOf(next.getHost())));
			}
			at = next;
		}
	}

	private static URI resolve(URI at, String location) throws DicomException {
		try {
			return at.resolve(location);
		} catch (IllegalArgumentException e) {
			throw new DicomException(Problem.of(DicomWebText.ANSWER_DAMAGED, "Location")); //$NON-NLS-1$
		}
	}

	private static boolean isLessSafe(URI from, URI to) {
		boolean web = "http".equalsIgnoreCase(to.getScheme()) || "https".equalsIgnoreCase(to.getScheme()); //$NON-NLS-1$ //$NON-NLS-2$
		return !web || to.getHost() == null || "https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme()); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private HttpResponse<InputStream> send(URI address, String accept) throws IOException {
		HttpRequest.Builder request;
		try {
			request = HttpRequest.newBuilder(address).timeout(silence).header("Accept", accept) //$NON-NLS-1$
					.header("User-Agent", "DICOM-Series-Preview"); //$NON-NLS-1$ //$NON-NLS-2$
		} catch (IllegalArgumentException e) {
			throw new DicomException(Problem.of(DicomWebText.ADDRESS_MALFORMED, address, String.valueOf(e.getMessage())), e);
		}
		if (accept.contains("json")) { //$NON-NLS-1$
			request.header("Accept-Encoding", "gzip"); //$NON-NLS-1$ //$NON-NLS-2$
		}
		if (access.isHome(address)) {
			access.authorization().get().ifPresent(value -> request.header("Authorization", value)); //$NON-NLS-1$
		}
		try {
			sending = client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream());
			if (aborted) {
				sending.cancel(true);
			}
			return sending.get();
		} catch (ExecutionException e) {
			throw said(e.getCause(), address);
		} catch (CancellationException e) {
			throw ended(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			abort();
			throw new InterruptedIOException();
		} finally {
			progress = System.nanoTime();
		}
	}

	/** {@return what is to be said of a failure} */
	private IOException said(Throwable failure, URI address) {
		if (aborted) {
			return ended(failure);
		}
		if (failure instanceof HttpTimeoutException && !(failure instanceof HttpConnectTimeoutException)) {
			return new DicomException(Problem.of(DicomWebText.SILENT, silence.toSeconds()), failure);
		}
		if (failure instanceof SSLException) {
			return new DicomException(Problem.of(DicomWebText.CERTIFICATE_NOT_TRUSTED, deepest(failure)), failure);
		}
		if (has(failure, UnresolvedAddressException.class)) {
			return new DicomException(Problem.of(DicomWebText.UNKNOWN_HOST, address.getHost()), failure);
		}
		if (failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException) {
			return new DicomException(Problem.of(DicomWebText.CANNOT_BE_REACHED, address.getHost() + ':' + port(address)), failure);
		}
		if (failure instanceof EOFException || has(failure, EOFException.class)) {
			return new DicomException(Problem.of(DicomWebText.ANSWER_ENDS_EARLY), failure);
		}
		return new DicomException(Problem.of(DicomWebText.CANNOT_BE_REACHED, deepest(failure)), failure);
	}

	private static int port(URI address) {
		return address.getPort() >= 0 ? address.getPort() : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80; //$NON-NLS-1$
	}

	private static boolean has(Throwable failure, Class<? extends Throwable> type) {
		for (Throwable each = failure; each != null; each = each.getCause()) {
			if (type.isInstance(each)) {
				return true;
			}
		}
		return false;
	}

	private static String deepest(Throwable failure) {
		Throwable deepest = failure;
		while (deepest.getCause() != null) {
			deepest = deepest.getCause();
		}
		return deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
	}

	private DicomException ended(Throwable cause) {
		return silent ? new DicomException(Problem.of(DicomWebText.SILENT, silence.toSeconds()), cause)
				: new DicomException(Problem.of(DicomText.NO_LONGER_WANTED), cause);
	}

	private static void check(HttpResponse<InputStream> response, URI at) throws AnswerException {
		int status = response.statusCode();
		if (status >= 200 && status < 300) {
			return;
		}
		String path = at.getPath();
		throw new AnswerException(status, switch (status) {
			case 401, 407 -> Problem.of(DicomWebText.CREDENTIALS_WANTED);
			case 403 -> Problem.of(DicomWebText.ACCESS_REFUSED, path);
			case 404, 410 -> Problem.of(DicomWebText.NOT_FOUND, path);
			default -> Problem.of(DicomWebText.ERROR_ANSWER, status, path);
		});
	}

	/** {@return whether there is nothing, and that is no error} */
	public boolean isEmpty() {
		return answer.statusCode() == NO_CONTENT;
	}

	/** {@return the media type of the answer with its parameters; empty text if it says none} */
	public String contentType() {
		return header("Content-Type"); //$NON-NLS-1$
	}

	/** {@return a field of the head; empty text if it is not there} */
	public String header(String name) {
		return answer.headers().firstValue(name).orElse(""); //$NON-NLS-1$
	}

	/** {@return number of bytes of the answer as its head states it; -1 if it does not} */
	public long length() {
		return answer.headers().firstValueAsLong("Content-Length").orElse(-1); //$NON-NLS-1$
	}

	/** {@return the bytes of the answer, which this call counts and ends} */
	public InputStream body() {
		return body;
	}

	/**
	 * {@return the whole answer}
	 *
	 * @param most how many bytes it may have
	 * @throws DicomException if it has more
	 * @throws IOException    if it ends early
	 */
	public byte[] bytes(long most) throws IOException {
		if (length() > most) {
			throw new DicomException(Problem.of(DicomWebText.ANSWER_TOO_LONG, most));
		}
		InputStream in = header("Content-Encoding").equalsIgnoreCase("gzip") ? new GZIPInputStream(body) : body; //$NON-NLS-1$ //$NON-NLS-2$
		byte[] bytes = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 16L));
		if (bytes.length > most) {
			throw new DicomException(Problem.of(DicomWebText.ANSWER_TOO_LONG, most));
		}
		return bytes;
	}

	/** {@return how many bytes of the answer have come} */
	public long received() {
		return received;
	}

	/** Gives up: whoever waits for this call hears of it. */
	public void abort() {
		aborted = true;
		CompletableFuture<?> request = sending;
		if (request != null) {
			request.cancel(true);
		}
		HttpResponse<InputStream> response = answer;
		if (response != null) {
			try {
				response.body().close();
			} catch (IOException e) {
				System.getLogger(Call.class.getName()).log(System.Logger.Level.DEBUG, "closing an answer", e); //$NON-NLS-1$
			}
		}
	}

	/** Ends the call if nothing has come for too long. */
	void check(long now) {
		if (now - progress > silence.toNanos() && !aborted) {
			silent = true;
			abort();
		}
	}

	@Override
	public void close() throws IOException {
		watch.end(this);
		body.close();
	}

	/** Counts what comes, and says what is wrong in our words. */
	private final class Body extends InputStream {

		private final InputStream in;

		Body(InputStream in) {
			this.in = in;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			try {
				int read = in.read(target, offset, length);
				progress = System.nanoTime();
				if (aborted) {
					throw ended(null);
				}
				received += Math.max(0, read);
				return read;
			} catch (DicomException e) {
				throw e;
			} catch (IOException e) {
				throw aborted ? ended(e) : new DicomException(Problem.of(DicomWebText.ANSWER_ENDS_EARLY), e);
			}
		}

		@Override
		public void close() throws IOException {
			in.close();
		}
	}
}
