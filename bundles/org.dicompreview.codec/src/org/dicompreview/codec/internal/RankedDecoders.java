package org.dicompreview.codec.internal;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.codec.Video;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.codec.spi.VideoDecoder;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.PixelStream;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.TransferSyntax;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The decoders of frames and videos by service ranking; of equal ones, the one registered first. */
@Component(service = FrameDecoders.class)
public class RankedDecoders implements FrameDecoders {

	private static final System.Logger LOG = System.getLogger(RankedDecoders.class.getName());

	private final RankedServices<FrameDecoder> known = new RankedServices<>();
	private final RankedServices<VideoDecoder> videoDecoders = new RankedServices<>();
	private volatile Map<String, String> preferred = Map.of();

	/** {@return a fixed set, the preferred decoder first} */
	public static RankedDecoders of(List<FrameDecoder> decoders) {
		RankedDecoders result = new RankedDecoders();
		decoders.forEach(result::append);
		return result;
	}

	/** Adds a decoder behind those that are there. */
	final void append(FrameDecoder decoder) {
		known.add(decoder, Map.of());
	}

	/** Adds a decoder behind those that are there. */
	final void append(VideoDecoder decoder) {
		videoDecoders.add(decoder, Map.of());
	}

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	void addDecoder(FrameDecoder decoder, Map<String, Object> properties) {
		known.add(decoder, properties);
	}

	void removeDecoder(FrameDecoder decoder) {
		known.remove(decoder);
	}

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	void addVideoDecoder(VideoDecoder decoder, Map<String, Object> properties) {
		videoDecoders.add(decoder, properties);
	}

	void removeVideoDecoder(VideoDecoder decoder) {
		videoDecoders.remove(decoder);
	}

	/** {@return the decoders by service ranking} */
	List<FrameDecoder> decoders() {
		return known.services();
	}

	@Override
	public Set<String> transferSyntaxes() {
		return decoders().stream().flatMap(each -> each.transferSyntaxes().stream()).collect(Collectors.toSet());
	}

	@Override
	public List<String> providers(String syntax) {
		return decoders().stream().filter(each -> each.transferSyntaxes().contains(syntax)).map(FrameDecoder::provider)
				.distinct().toList();
	}

	@Override
	public Optional<String> provider(String syntax) {
		return decodersFor(syntax).stream().findFirst().map(FrameDecoder::provider);
	}

	/** {@return the decoders for a transfer syntax in the order in which they are tried} */
	List<FrameDecoder> decodersFor(String syntax) {
		String provider = preferred.get(syntax);
		return decoders().stream().filter(each -> each.transferSyntaxes().contains(syntax))
				.sorted(Comparator.comparing(each -> !each.provider().equals(provider))).toList();
	}

	@Override
	public void prefer(Map<String, String> providers) {
		preferred = Map.copyOf(providers);
	}

	/** {@return the decoder for a transfer syntax that is tried first} */
	public Optional<FrameDecoder> decoderFor(TransferSyntax syntax) {
		return decodersFor(syntax.uid()).stream().findFirst();
	}

	@Override
	public Optional<Problem> unsupported(TransferSyntax syntax) {
		return decoderFor(syntax).isPresent() || videoDecoderFor(syntax).isPresent() ? Optional.empty()
				: Optional.of(UnsupportedSyntaxes.reason(syntax));
	}

	private Optional<VideoDecoder> videoDecoderFor(TransferSyntax syntax) {
		return videoDecoders.services().stream().filter(each -> each.transferSyntaxes().contains(syntax.uid())).findFirst();
	}

	@Override
	public Video openVideo(PixelStream stream, DecodeOptions options) throws DecodeException, IOException {
		Optional<VideoDecoder> decoder = videoDecoderFor(stream.transferSyntax());
		if (decoder.isEmpty()) {
			stream.close();
			throw new DecodeException(UnsupportedSyntaxes.reason(stream.transferSyntax()));
		}
		try {
			return decoder.get().open(stream, options);
		} catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
			log(decoder.get().name(), e);
			stream.close();
			throw new DecodeException(Problem.of(DecodeText.VIDEO_DECODER_FAILED, decoder.get().name(), e), e);
		}
	}

	@Override
	public Frame decode(EncodedFrame frame, DecodeOptions options) throws DecodeException {
		try {
			return decodeAsStated(frame, options);
		} catch (DecodeException e) {
			Optional<TransferSyntax> actual = CodestreamSigns.syntaxOf(frame);
			Optional<FrameDecoder> other = actual.flatMap(this::decoderFor);
			if (other.isEmpty() || decodersFor(frame.transferSyntax().uid()).contains(other.get())) {
				throw e;
			}
			return decodeMislabelled(other.get(), actual.get(), frame, options, e);
		}
	}

	/** The decoders for the stated syntax in turn; the reason of the first one counts if all fail. */
	private Frame decodeAsStated(EncodedFrame frame, DecodeOptions options) throws DecodeException {
		List<FrameDecoder> able = decodersFor(frame.transferSyntax().uid()).stream()
				.filter(each -> each.accepts(frame)).toList();
		DecodeException failure = null;
		for (FrameDecoder decoder : able) {
			try {
				Frame decoded = decode(decoder, frame, options);
				return failure == null ? decoded : decoded.withNote(note(decoder, able.get(0), failure));
			} catch (DecodeException e) {
				failure = failure == null ? e : failure;
			}
		}
		throw failure == null ? new DecodeException(UnsupportedSyntaxes.reason(frame.transferSyntax())) : failure;
	}

	private static Problem note(FrameDecoder decoder, FrameDecoder failed, DecodeException reason) {
		return Problem.of(DecodeText.DECODED_BY_OTHER, decoder.provider(), failed.provider(), reason);
	}

	/** The data set states another syntax than that of the frame. */
	private static Frame decodeMislabelled(FrameDecoder decoder, TransferSyntax actual, EncodedFrame frame,
			DecodeOptions options, DecodeException stated) throws DecodeException {
		try {
			return decode(decoder, new EncodedFrame(actual, frame.format(), frame.bytes(), frame.offset(),
					frame.length(), frame.bitOffset()), options);
		} catch (DecodeException e) {
			stated.addSuppressed(e);
			throw stated;
		}
	}

	private static Frame decode(FrameDecoder decoder, EncodedFrame frame, DecodeOptions options)
			throws DecodeException {
		try {
			return decoder.decode(frame, options);
		} catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
			log(decoder.name(), e); // decoders may come from anywhere: a fault of one is a slice with a reason
			throw new DecodeException(Problem.of(DecodeText.DECODER_FAILED, decoder.name(), e), e);
		}
	}

	private static void log(String decoder, Throwable e) {
		LOG.log(System.Logger.Level.ERROR, "The decoder for " + decoder + " failed", e);
	}
}
