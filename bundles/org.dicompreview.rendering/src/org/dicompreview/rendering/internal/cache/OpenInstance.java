package org.dicompreview.rendering.internal.cache;

import java.io.IOException;

import org.dicompreview.dicom.PixelSource;
import org.dicompreview.rendering.internal.frame.FrameFactory;

/** An instance whose file is open, with what its data set says about showing it. */
final class OpenInstance implements AutoCloseable {

	private final PixelSource source;
	private final FrameFactory factory;
	private int users;
	private boolean retired;

	OpenInstance(PixelSource source, FrameFactory factory) {
		this.source = source;
		this.factory = factory;
	}

	PixelSource source() {
		return source;
	}

	FrameFactory factory() {
		return factory;
	}

	/** Counts a user in; each calls {@link #close()} once. */
	synchronized OpenInstance use() {
		users++;
		return this;
	}


	/** Closes the file as soon as nobody uses it. */
	synchronized void retire() throws IOException {
		retired = true;
		if (users == 0) {
			source.close();
		}
	}

	@Override
	public synchronized void close() throws IOException {
		users--;
		if (retired && users == 0) {
			source.close();
		}
	}
}
