package org.dicompreview.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.dicompreview.codec.Fixtures;
import org.dicompreview.codec.Fixtures.Fixture;
import org.dicompreview.codec.internal.j2k.HighThroughputDecoder;
import org.dicompreview.codec.internal.j2k.Jpeg2000Decoder;
import org.dicompreview.codec.internal.jpeg.JpegDecoder;
import org.dicompreview.codec.internal.jpegls.JpegLsDecoder;
import org.dicompreview.codec.internal.jxl.JxlDecoder;
import org.dicompreview.codec.internal.rle.RleDecoder;
import org.dicompreview.codec.internal.uncompressed.DeflatedFrameDecoder;
import org.dicompreview.codec.internal.uncompressed.NativeDecoder;
import org.dicompreview.codec.spi.FrameDecoder;

/** The decoders, each a target with the fixtures that it begins with. */
enum Family implements Target {

	/** Uncompressed. */
	NATIVE("uncompressed", new NativeDecoder(), "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.1.98"),
	/** Deflated image frames. */
	DEFLATED("uncompressed", new DeflatedFrameDecoder(), "1.2.840.10008.1.2.8.1"),
	/** RLE Lossless. */
	RLE("rle", new RleDecoder(), "1.2.840.10008.1.2.5"),
	/** JPEG of all processes with a DCT. */
	JPEG("jpeg", new JpegDecoder(), "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.53",
			"1.2.840.10008.1.2.4.55"),
	/** Lossless JPEG. */
	JPEGLOSSLESS("jpeg", new JpegDecoder(), "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70"),
	/** JPEG-LS. */
	JPEGLS("jpegls", new JpegLsDecoder(), "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81"),
	/** JPEG 2000. */
	JPEG2000("jpeg2000", new Jpeg2000Decoder(), "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91",
			"1.2.840.10008.1.2.4.92", "1.2.840.10008.1.2.4.93"),
	/** High-throughput JPEG 2000. */
	HTJ2K("htj2k", new HighThroughputDecoder(), "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202",
			"1.2.840.10008.1.2.4.203"),
	/** JPEG XL. */
	JXL("jxl", new JxlDecoder(), "1.2.840.10008.1.2.4.110", "1.2.840.10008.1.2.4.111", "1.2.840.10008.1.2.4.112");

	private final String folder;
	private final FrameDecoder decoder;
	private final List<String> syntaxes;

	Family(String folder, FrameDecoder decoder, String... syntaxes) {
		this.folder = folder;
		this.decoder = decoder;
		this.syntaxes = List.of(syntaxes);
	}

	/** {@return the family of this name, in any case} */
	static Family of(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT));
	}

	/** {@return the decoder} */
	FrameDecoder decoder() {
		return decoder;
	}

	/** {@return the transfer syntax that inputs are given} */
	String syntax() {
		return syntaxes.get(0);
	}

	@Override
	public Map<String, byte[]> seeds() {
		return Fixtures.of(folder).stream().filter(each -> syntaxes.contains(each.frame().transferSyntax().uid()))
				.collect(Collectors.toMap(Fixture::name, each -> FuzzInput.bytes(each.frame())));
	}

	@Override
	public List<String> words() {
		return List.of();
	}

	@Override
	public void run(byte[] input) {
		if (FuzzInput.isPossible(input)) {
			FuzzInput.of(this, input).decode(this);
		}
	}
}
