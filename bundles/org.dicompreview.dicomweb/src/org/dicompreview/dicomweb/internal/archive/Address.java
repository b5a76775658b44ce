package org.dicompreview.dicomweb.internal.archive;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

import org.dicompreview.dicom.Texts;
import org.dicompreview.dicomweb.internal.DicomWebText;

/**
 * What somebody wrote as the address of an archive, or of a part of it.
 *
 * @param base          of the archive, without credentials and without a slash at the end
 * @param key           of the root within it: {@code studies}, with the UIDs of study and series behind it, with a query
 * @param authorization for the archive, where the address has a user and a password
 */
public record Address(URI base, String key, Optional<String> authorization) {

	/** What such an address begins with. */
	public static final String SCHEME = "dicomweb:"; //$NON-NLS-1$
	private static final String STUDIES = "/studies"; //$NON-NLS-1$

	/**
	 * {@return an address; absent if this is none of an archive}
	 *
	 * @throws IllegalArgumentException if it is malformed
	 */
	public static Optional<Address> parse(String text) {
		if (!text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			return Optional.empty();
		}
		URI address;
		try {
			address = new URI(text.substring(SCHEME.length()));
		} catch (URISyntaxException e) {
			throw malformed(text, e.getReason());
		}
		String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
		if (!scheme.equals("http") && !scheme.equals("https") || address.getHost() == null) { //$NON-NLS-1$ //$NON-NLS-2$
			throw malformed(text, "dicomweb:http://host/path or dicomweb:https://host/path"); //$NON-NLS-1$
		}
		String path = address.getRawPath() == null ? "" : address.getRawPath(); //$NON-NLS-1$
		int studies = (path + '/').indexOf(STUDIES + '/');
		String home = studies < 0 ? path : path.substring(0, studies);
		while (home.endsWith("/")) { //$NON-NLS-1$
			home = home.substring(0, home.length() - 1);
		}
		String port = address.getPort() < 0 ? "" : ":" + address.getPort(); //$NON-NLS-1$ //$NON-NLS-2$
		URI base = URI.create(scheme + "://" + address.getHost() + port + home); //$NON-NLS-1$
		String key = studies < 0 ? "studies" : path.substring(studies + 1); //$NON-NLS-1$
		while (key.endsWith("/")) { //$NON-NLS-1$
			key = key.substring(0, key.length() - 1);
		}
		if (!key.matches("studies(/[^/]+(/series/[^/]+)?)?")) { //$NON-NLS-1$
			throw malformed(text, "studies/UID/series/UID"); //$NON-NLS-1$
		}
		String query = address.getRawQuery() == null ? "" : '?' + address.getRawQuery(); //$NON-NLS-1$
		Optional<String> authorization = Optional.ofNullable(address.getRawUserInfo()).map(Address::basic);
		return Optional.of(new Address(base, key + query, authorization));
	}

	/** {@return the header field of RFC 7617} @param userInfo user and password with a colon between them, encoded */
	private static String basic(String userInfo) {
		String plain = URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8); //$NON-NLS-1$ //$NON-NLS-2$
		return "Basic " + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8)); //$NON-NLS-1$
	}

	private static IllegalArgumentException malformed(String text, String why) {
		String shown = text.replaceAll("//[^/@]*@", "//"); // without the password //$NON-NLS-1$ //$NON-NLS-2$
		return new IllegalArgumentException(Texts.words(DicomWebText.ADDRESS_MALFORMED, shown, why));
	}

	/** {@return a text for a place in a path or a query} */
	static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** {@return the part of a key behind a word, up to the next slash; empty text if the word is not in it} */
	static String uid(String key, String word) {
		String path = '/' + key.split("\\?", 2)[0]; //$NON-NLS-1$
		int at = path.indexOf('/' + word + '/');
		if (at < 0) {
			return ""; //$NON-NLS-1$
		}
		String rest = path.substring(at + word.length() + 2);
		return rest.split("/", 2)[0]; //$NON-NLS-1$
	}
}
