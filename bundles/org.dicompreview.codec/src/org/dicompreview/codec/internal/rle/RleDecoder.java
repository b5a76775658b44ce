package org.dicompreview.codec.internal.rle;

import java.util.Arrays;
import java.util.Set;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.codec.internal.Damage;
import org.dicompreview.codec.internal.Interleaver;
import org.dicompreview.codec.internal.Photometrics;
import org.dicompreview.codec.internal.SampleArrays;
import org.dicompreview.codec.internal.StoredBits;
import org.dicompreview.codec.internal.uncompressed.PackedBits;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.osgi.service.component.annotations.Component;

/** RLE Lossless (PS3.5 annex G): one segment for each byte of each sample, the highest byte first. */
@Component
public final class RleDecoder implements FrameDecoder {

	private static final Set<String> SYNTAXES = Set.of("1.2.840.10008.1.2.5");

	@Override
	public String name() {
		return "RLE";
	}

	@Override
	public Set<String> transferSyntaxes() {
		return SYNTAXES;
	}

	@Override
	public Frame decode(EncodedFrame frame, DecodeOptions options) throws DecodeException {
		PixelFormat format = frame.format();
		int bits = format.bitsAllocated();
		if (bits < 1 || bits > 32 || format.sampleKind() != PixelFormat.SampleKind.INTEGER) {
			throw new DecodeException(RleText.BITS_UNSUPPORTED, bits);
		}
		int channels = format.samplesPerPixel();
		int values = SampleArrays.checkedCount(format.columns(), format.rows(), channels, SampleArrays.widthFor(bits),
				options);
		Damage damage = new Damage();
		int bytesPerValue = (bits + 7) / 8;
		RleHeader header = RleHeader.read(frame, channels * bytesPerValue, damage);
		StoredBits stored = StoredBits.of(format);
		Samples samples;
		if (bits == 1) {
			samples = bits(frame, header, values, damage);
		} else {
			samples = bytesPerValue == 1 && channels == 1 ? new Samples.Bytes(planes(frame, header, values, damage))
					: merged(frame, header, values / channels, channels, stored, damage);
			stored.apply(samples);
		}
		Photometric actual = Photometrics.plausible(format.photometric(), channels);
		return new Frame(format.columns(), format.rows(), channels, stored.bits(), stored.signed(),
				actual == Photometric.YBR_FULL_422 ? Photometric.YBR_FULL : actual, format.photometric(), samples,
				damage.problem());
	}

	/** One-bit data: each segment holds eight pixels a byte. */
	private static Samples bits(EncodedFrame frame, RleHeader header, int values, Damage damage) {
		int channels = header.starts().length;
		int pixels = values / channels;
		int packed = (pixels + 7) / 8;
		byte[] planes = planes(frame, header, packed, damage);
		if (channels == 1) {
			byte[] result = new byte[values];
			PackedBits.unpackBits(planes, 0, packed, 0, result, values);
			return new Samples.Bytes(result);
		}
		byte[] spread = new byte[values];
		byte[] plane = new byte[pixels];
		for (int channel = 0; channel < channels; channel++) {
			PackedBits.unpackBits(planes, channel * packed, (channel + 1) * packed, 0, plane, pixels);
			System.arraycopy(plane, 0, spread, channel * pixels, pixels);
		}
		return Interleaver.interleave(new Samples.Bytes(spread), channels);
	}

	private static Samples merged(EncodedFrame frame, RleHeader header, int size, int channels, StoredBits stored,
			Damage damage) {
		PackBits[] segments = new PackBits[header.starts().length];
		Arrays.setAll(segments, i -> header.runs(frame, i));
		SegmentMerger merger = new SegmentMerger(segments, size, channels);
		Samples samples = merger.merge(stored);
		for (int i = 0; i < segments.length; i++) {
			check(i, segments.length, merger.decoded(i), size, damage);
		}
		return samples;
	}

	/** All segments, one behind the other. */
	private static byte[] planes(EncodedFrame frame, RleHeader header, int size, Damage damage) {
		int count = header.starts().length;
		byte[] planes = new byte[count * size];
		for (int segment = 0; segment < count; segment++) {
			int begin = segment * size;
			int limit = begin + size;
			int end = header.runs(frame, segment).decode(planes, begin, limit);
			if (end < limit) {
				Arrays.fill(planes, end, limit, (byte) 0);
			}
			check(segment, count, end - begin, size, damage);
		}
		return planes;
	}

	private static void check(int segment, int count, int decoded, int size, Damage damage) {
		if (decoded < size) {
			damage.report(RleText.SEGMENT_INCOMPLETE, segment + 1, count, decoded, size);
		}
	}
}
