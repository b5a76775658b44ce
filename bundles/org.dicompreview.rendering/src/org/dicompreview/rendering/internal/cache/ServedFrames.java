package org.dicompreview.rendering.internal.cache;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.FrameServer;
import org.dicompreview.dicom.Problem;
import org.dicompreview.rendering.LoadedFrame;
import org.dicompreview.rendering.planes.ReformattedSlice;
import org.dicompreview.series.Slice;

/** Tells servers which frames will be wanted, and knows what is special about those that they give. For any thread. */
final class ServedFrames {

	/** So many frames of one view are fetched before they are wanted. */
	static final int AHEAD = 16;

	/** Those that were told of a wish; guarded by this. */
	private final Set<FrameServer> told = new HashSet<>();

	/** {@return whether a slice is a frame of a server} */
	static boolean isServed(Slice slice) {
		return !(slice instanceof ReformattedSlice) && slice.instance().location().source() instanceof FrameServer;
	}

	/** {@return whether a slice could not be had from a server, which may be otherwise the next time} */
	static boolean mayWorkAgain(LoadedFrame loaded) {
		return loaded.frame().isEmpty() && isServed(loaded.slice());
	}

	/** {@return whether a frame was given up because nobody waited for it} */
	static boolean isGivenUp(LoadedFrame loaded) {
		return loaded.frame().isEmpty() && loaded.reason().map(Problem::what).filter(what -> what.key() == DicomText.NO_LONGER_WANTED)
				.isPresent();
	}

	/**
	 * Tells servers what is wanted now, one call after the other, so that the newest wishes count.
	 *
	 * @param wanted gives the slices, the most urgent one first
	 */
	synchronized void tell(Supplier<List<Slice>> wanted) {
		Map<FrameServer, List<FrameServer.Wish>> wishes = new LinkedHashMap<>();
		for (Slice slice : wanted.get()) {
			if (slice.instance().location().source() instanceof FrameServer server) {
				wishes.computeIfAbsent(server, key -> new ArrayList<>())
						.add(new FrameServer.Wish(slice.instance(), slice.frame()));
			}
		}
		told.stream().filter(server -> !wishes.containsKey(server)).forEach(server -> server.expect(List.of()));
		wishes.forEach(FrameServer::expect);
		told.clear();
		told.addAll(wishes.keySet());
	}
}
