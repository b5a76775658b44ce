package org.dicompreview.codec.internal.j2k;

import java.util.concurrent.ConcurrentLinkedQueue;

/** What a thread needs to decode code-blocks of either coder; kept for the next frame. */
final class BlockTools {

	/** Tools that nobody uses just now. */
	static final class Pool {

		private static final int KEPT = 16;

		private final ConcurrentLinkedQueue<BlockTools> free = new ConcurrentLinkedQueue<>();

		BlockTools take() {
			BlockTools tools = free.poll();
			return tools == null ? new BlockTools() : tools;
		}

		void giveBack(BlockTools tools) {
			if (free.size() < KEPT) {
				free.add(tools);
			}
		}
	}

	private final BlockDecoder plain = new BlockDecoder();
	private final HtBlockDecoder highThroughput = new HtBlockDecoder();

	private BlockTools() {
	}

	BlockDecoder plain() {
		return plain;
	}

	HtBlockDecoder highThroughput() {
		return highThroughput;
	}
}
