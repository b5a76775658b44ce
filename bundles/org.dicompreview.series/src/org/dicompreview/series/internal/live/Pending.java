package org.dicompreview.series.internal.live;

import java.nio.file.attribute.BasicFileAttributes;

/** A file that has changed, until it is known what became of it. */
final class Pending {

	private long size = -1;
	private long modified;
	private long since;
	private boolean tried;
	private long patience;

	/** @param patience how long it has to stay as it is before nobody can be writing it any more, in ns */
	Pending(long patience) {
		this.patience = patience;
	}

	/**
	 * Looks at the file once more.
	 *
	 * @param now   in ns
	 * @param quiet how long a file has to stay as it is before it is worth reading, in ns
	 * @return whether it is worth reading now
	 */
	boolean isReady(BasicFileAttributes attributes, long now, long quiet) {
		long nowModified = attributes.lastModifiedTime().toMillis();
		if (attributes.size() != size || nowModified != modified) {
			size = attributes.size();
			modified = nowModified;
			since = now;
			tried = false;
			return false;
		}
		return !tried && now - since >= quiet;
	}

	/**
	 * It was read and is not whole; it is worth reading again once it has changed, or nobody can be writing it any more.
	 *
	 * @param wait how long it has to stay as it is for that, in ns
	 */
	void notWhole(long wait) {
		tried = true;
		patience = wait;
	}

	/** {@return whether it has stayed as it is for so long that nobody can be writing it any more} */
	boolean isAbandoned(long now) {
		return isAbandoned(now, patience);
	}

	/** As above. @param wait how long that takes, in ns */
	boolean isAbandoned(long now, long wait) {
		return size >= 0 && now - since >= wait;
	}
}
