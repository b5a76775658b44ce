package org.dicompreview.ui.internal.archives;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * What a person wants to see of an archive.
 *
 * @param archive     which one
 * @param credentials what it is told of who asks; absent for what it was told before
 * @param criteria    values to search for, by tag
 */
record ArchiveSearch(KnownArchive archive, Optional<Credentials> credentials, Map<Integer, String> criteria) {

	/** What an archive is told. @param authorization value of the header field; empty text if it wants none */
	record Credentials(String authorization) {

		static final Credentials NONE = new Credentials(""); //$NON-NLS-1$

		/** {@return those of RFC 7617} */
		static Credentials basic(String user, String password) {
			byte[] both = (user + ':' + password).getBytes(StandardCharsets.UTF_8);
			return new Credentials("Basic " + Base64.getEncoder().encodeToString(both)); //$NON-NLS-1$
		}

		/** {@return those of RFC 6750} */
		static Credentials bearer(String token) {
			return new Credentials("Bearer " + token.strip()); //$NON-NLS-1$
		}

		@Override
		public String toString() {
			return "credentials"; // never in a log //$NON-NLS-1$
		}
	}

	/** {@return the address} */
	URI address() {
		return URI.create(archive.address());
	}
}
