package org.dicompreview.dicomweb.internal.http;

import java.net.http.HttpClient;
import java.time.Duration;

/** Asks one archive. For any thread. */
public final class WebClient implements AutoCloseable {

	/** So long an archive may say nothing. */
	public static final Duration SILENCE = Duration.ofSeconds(20);
	private static final Duration CONNECTING = Duration.ofSeconds(10);

	private final HttpClient client;
	private final Access access;
	private final Duration silence;
	private final Silence watch = new Silence();

	/**
	 * @param access  how it is reached
	 * @param silence how long it may say nothing
	 */
	public WebClient(Access access, Duration silence) {
		this.access = access;
		this.silence = silence;
		boolean secure = "https".equalsIgnoreCase(access.base().getScheme()); //$NON-NLS-1$
		client = HttpClient.newBuilder().connectTimeout(CONNECTING).followRedirects(HttpClient.Redirect.NEVER)
				.version(secure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1).proxy(access.proxies()).build();
	}

	/** {@return a call to be made; closed by the caller} */
	public Call call() {
		return new Call(client, access, silence, watch);
	}

	/** Aborts all calls. */
	@Override
	public void close() {
		watch.close();
	}
}
