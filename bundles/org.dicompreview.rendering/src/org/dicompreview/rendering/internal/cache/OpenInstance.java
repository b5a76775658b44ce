package org.dicompreview.rendering.internal.cache;

import java.io.IOException;

import org.dicompreview.rendering.internal.frame.FrameFactory;

/** An instance whose file is open, with what its data set says about showing it. */
final class OpenInstance implements AutoCloseable {

	private final FrameAccess frames;
	private final FrameFactory factory;
	private int users;
	private boolean retired;

	OpenInstance(FrameAccess frames, FrameFactory factory) {
		this.frames = frames;
		this.factory = factory;
	}

	FrameAccess frames() {
		return frames;
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
			frames.close();
		}
	}

	@Override
	public synchronized void close() throws IOException {
		users--;
		if (retired && users == 0) {
			frames.close();
		}
	}
}
