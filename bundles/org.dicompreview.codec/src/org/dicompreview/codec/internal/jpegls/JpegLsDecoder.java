package org.dicompreview.codec.internal.jpegls;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.FrameDecoder;
import org.dicompreview.codec.internal.Damage;
import org.dicompreview.codec.internal.FrameBuilder;
import org.dicompreview.codec.internal.Parallel;
import org.dicompreview.codec.internal.Photometrics;
import org.dicompreview.codec.internal.StreamImage;
import org.dicompreview.codec.internal.jpegls.LsScan.Lines;
import org.dicompreview.codec.internal.stream.MarkerReader;
import org.dicompreview.codec.internal.stream.Stuffing;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.osgi.service.component.annotations.Component;

/** JPEG-LS, lossless and near-lossless (ITU-T T.87, PS3.5 8.2.3). */
@Component
public final class JpegLsDecoder implements FrameDecoder {

	private static final Set<String> SYNTAXES = Set.of("1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81");

	@Override
	public String name() {
		return "JPEG-LS";
	}

	@Override
	public Set<String> transferSyntaxes() {
		return SYNTAXES;
	}

	@Override
	public Frame decode(EncodedFrame frame, DecodeOptions options) throws DecodeException {
		Damage damage = new Damage();
		LsStream stream = LsStreamReader.read(frame, damage);
		int channels = stream.header().components().size();
		FrameBuilder builder = FrameBuilder.of(frame, options,
				new StreamImage(stream.columns(), stream.rows(), channels, stream.header().precision(), false));
		LineSink sink = new LineSink(builder.samples(), stream.columns(), channels);
		List<Lines> pieces = pieces(stream, frame, damage);
		Parallel.run(pieces.size(), options.threads(), () -> new IntervalDecoder(stream.columns(), sink, damage),
				(decoder, index) -> decoder.decode(pieces.get(index), frame.bytes(), frame.offset()));
		return builder.build(photometric(frame, stream), damage);
	}

	private static List<Lines> pieces(LsStream stream, EncodedFrame frame, Damage damage) {
		List<Lines> pieces = new ArrayList<>();
		BitSet seen = new BitSet();
		for (LsScan scan : stream.scans()) {
			for (int component : scan.components()) {
				seen.set(component);
			}
			pieces.addAll(scan.split(stream.rows(), restartMarkers(scan, frame), frame.bytes()));
		}
		int channels = stream.header().components().size();
		if (seen.cardinality() < channels) {
			damage.report("The stream holds " + seen.cardinality() + " of " + channels + " components");
		}
		return pieces;
	}

	private static List<Integer> restartMarkers(LsScan scan, EncodedFrame frame) {
		List<Integer> result = new ArrayList<>();
		MarkerReader reader = new MarkerReader(frame.bytes(), scan.from(), scan.to() - scan.from());
		for (int at = reader.findMarker(scan.from(), Stuffing.BIT); at < scan.to(); at = reader.findMarker(at + 2,
				Stuffing.BIT)) {
			result.add(at);
		}
		return result;
	}

	private static Photometric photometric(EncodedFrame frame, LsStream stream) {
		Photometric stated = Photometrics.plausible(frame.format().photometric(), stream.header().components().size());
		if (stream.transform() != 0 && stream.header().components().size() == 3) {
			return Photometric.RGB;
		}
		return stream.colour().orElse(stated == Photometric.YBR_FULL_422 ? Photometric.YBR_FULL : stated);
	}
}
