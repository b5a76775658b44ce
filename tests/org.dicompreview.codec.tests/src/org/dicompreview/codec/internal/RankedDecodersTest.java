package org.dicompreview.codec.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.dicompreview.codec.FrameDecoder;
import org.dicompreview.codec.internal.rle.RleDecoder;
import org.dicompreview.codec.internal.uncompressed.NativeDecoder;
import org.junit.jupiter.api.Test;

class RankedDecodersTest {

	@Test
	void rankingThenAgeDecides() {
		RankedDecoders decoders = new RankedDecoders();
		FrameDecoder first = new RleDecoder();
		FrameDecoder second = new RleDecoder();
		FrameDecoder preferred = new NativeDecoder();
		decoders.addDecoder(second, Map.of("service.id", 2L));
		decoders.addDecoder(first, Map.of("service.id", 1L, "service.ranking", 0));
		decoders.addDecoder(preferred, Map.of("service.id", 3L, "service.ranking", 10));
		assertEquals(List.of(preferred, first, second), decoders.decoders());
		decoders.removeDecoder(preferred);
		assertEquals(List.of(first, second), decoders.decoders());
	}
}
