package org.dicompreview.dcm4che.internal;

import java.util.List;

import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dcm4che.internal.decode.Dcm4cheNativeDecoder;
import org.dicompreview.dcm4che.internal.decode.Dcm4cheRleDecoder;
import org.dicompreview.testsupport.FrameDecoderContract;
import org.junit.jupiter.api.Nested;

class Dcm4cheDecoderContractTest {

	@Nested
	class Uncompressed extends FrameDecoderContract {
		private final FrameDecoder decoder = new Dcm4cheNativeDecoder();

		@Override
		protected FrameDecoder decoder() {
			return decoder;
		}

		@Override
		protected List<Sample> samples() {
			return uncompressed();
		}
	}

	@Nested
	class Rle extends FrameDecoderContract {
		private final FrameDecoder decoder = new Dcm4cheRleDecoder();

		@Override
		protected FrameDecoder decoder() {
			return decoder;
		}

		@Override
		protected List<Sample> samples() {
			return rle();
		}
	}
}
