package org.dicompreview.codec;

import java.util.List;

import org.dicompreview.codec.internal.j2k.HighThroughputDecoder;
import org.dicompreview.codec.internal.j2k.Jpeg2000Decoder;
import org.dicompreview.codec.internal.jpeg.JpegDecoder;
import org.dicompreview.codec.internal.jpegls.JpegLsDecoder;
import org.dicompreview.codec.internal.jxl.JxlDecoder;
import org.dicompreview.codec.internal.rle.RleDecoder;
import org.dicompreview.codec.internal.uncompressed.DeflatedFrameDecoder;
import org.dicompreview.codec.internal.uncompressed.NativeDecoder;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.testsupport.FrameDecoderContract;
import org.junit.jupiter.api.Nested;

/** The decoders of this bundle and the contract; {@link FixtureTest} compares the values of compressed frames. */
class DecoderContractTest {

	private static List<FrameDecoderContract.Sample> fixtures(String folder, String... names) {
		return List.of(names).stream().map(name -> Fixtures.of(folder, name))
				.map(each -> new FrameDecoderContract.Sample(each.toString(), each.frame(), null)).toList();
	}

	@Nested
	class Uncompressed extends FrameDecoderContract {
		private final FrameDecoder decoder = new NativeDecoder();

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
		private final FrameDecoder decoder = new RleDecoder();

		@Override
		protected FrameDecoder decoder() {
			return decoder;
		}

		@Override
		protected List<Sample> samples() {
			return rle();
		}
	}

	@Nested
	class Deflated extends FrameDecoderContract {
		private final FrameDecoder decoder = new DeflatedFrameDecoder();

		@Override
		protected FrameDecoder decoder() {
			return decoder;
		}

		@Override
		protected List<Sample> samples() {
			return fixtures("uncompressed", "bit-deflated", "16-deflated");
		}
	}

	@Nested
	class Jpeg extends FrameDecoderContract {
		private final FrameDecoder decoder = new JpegDecoder();

		@Override
		protected FrameDecoder decoder() {
			return decoder;
		}

		@Override
		protected List<Sample> samples() {
			return fixtures("jpeg", "baseline-grey", "baseline-rgb", "extended-12", "spectral-12", "progressive-08", "predictor-1");
		}
	}

	@Nested
	class JpegLs extends FrameDecoderContract {
		private final FrameDecoder decoder = new JpegLsDecoder();

		@Override
		protected FrameDecoder decoder() {
			return decoder;
		}

		@Override
		protected List<Sample> samples() {
			return Fixtures.of("jpegls").stream().limit(4).map(each -> new Sample(each.toString(), each.frame(), null))
					.toList();
		}
	}

	@Nested
	class Jpeg2000 extends FrameDecoderContract {
		private final FrameDecoder decoder = new Jpeg2000Decoder();

		@Override
		protected FrameDecoder decoder() {
			return decoder;
		}

		@Override
		protected List<Sample> samples() {
			return fixtures("jpeg2000", "black", "gdcm-12", "gdcm-16-signed");
		}
	}

	@Nested
	class HighThroughput extends FrameDecoderContract {
		private final FrameDecoder decoder = new HighThroughputDecoder();

		@Override
		protected FrameDecoder decoder() {
			return decoder;
		}

		@Override
		protected List<Sample> samples() {
			return fixtures("htj2k", "grey-08", "grey-12", "rgb");
		}
	}

	@Nested
	class JpegXl extends FrameDecoderContract {
		private final FrameDecoder decoder = new JxlDecoder();

		@Override
		protected FrameDecoder decoder() {
			return decoder;
		}

		@Override
		protected List<Sample> samples() {
			return fixtures("jxl", "grey-12", "lossy-rgb", "group-0", "squeeze", "jpeg-420", "container");
		}
	}
}
