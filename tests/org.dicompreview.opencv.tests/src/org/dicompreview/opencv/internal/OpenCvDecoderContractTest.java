package org.dicompreview.opencv.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.testsupport.FrameDecoderContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

class OpenCvDecoderContractTest {

	@BeforeAll
	static void natives() {
		assumeTrue(NativeLibrary.MISSING.isEmpty(), () -> NativeLibrary.MISSING.get());
	}

	private abstract static class OnFixtures extends FrameDecoderContract {
		private final FrameDecoder decoder;
		private final String folder;
		private final List<String> names;

		OnFixtures(Family family, String folder, String... names) {
			decoder = new OpenCvDecoder(family);
			this.folder = folder;
			this.names = List.of(names);
		}

		@Override
		protected FrameDecoder decoder() {
			return decoder;
		}

		@Override
		protected List<Sample> samples() {
			try {
				return Fixtures.of(folder).stream().filter(each -> names.contains(each.name().substring(folder.length() + 1)))
						.map(each -> new Sample(each.name(), each.frame(), each.tolerance() == 0 ? each.expected() : null))
						.toList();
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}

	@Nested
	class Jpeg extends OnFixtures {
		Jpeg() {
			super(Family.JPEG, "jpeg", "baseline-grey", "baseline-444", "422"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		}
	}

	@Nested
	class JpegLs extends OnFixtures {
		JpegLs() {
			super(Family.JPEG_LS, "jpegls", "grey-08", "grey-12", "grey-16", "grey-12-signed", "rgb-08-none", "rgb-08-line", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$
					"rgb-08-sample"); //$NON-NLS-1$
		}
	}

	@Nested
	class Jpeg2000 extends OnFixtures {
		Jpeg2000() {
			super(Family.JPEG_2000, "jpeg2000", "grey-08", "grey-12", "grey-16", "signed-12", "signed-16", "rgb"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$
		}
	}
}
