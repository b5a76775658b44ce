package org.dicompreview.video.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Video;
import org.dicompreview.codec.spi.VideoDecoder;
import org.dicompreview.dicom.PixelStream;
import org.dicompreview.video.internal.stream.Codec;
import org.dicompreview.video.internal.stream.VideoIndex;
import org.dicompreview.video.internal.stream.VideoIndexReader;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Decodes MPEG-2, H.264 and H.265 with FFmpeg, in a process of its own. */
@Component(service = VideoDecoder.class)
public final class FfmpegVideoDecoder implements VideoDecoder {

	private static final String ROOT = "1.2.840.10008.1.2.4."; //$NON-NLS-1$
	private static final Map<String, Codec> SYNTAXES = syntaxes();

	/** Gives the program when a video is opened. */
	@FunctionalInterface
	interface Program {

		/** {@return FFmpeg's program, its libraries beside it} */
		Path get() throws IOException, DecodeException;
	}

	private final Program program;

	/** @param context of this bundle */
	@Activate
	public FfmpegVideoDecoder(BundleContext context) {
		this(new FfmpegProgram(context.getBundle())::get);
	}

	FfmpegVideoDecoder(Program program) {
		this.program = program;
	}

	/** PS3.5 10.7 to 10.15; those that end with .1 allow several fragments. */
	private static Map<String, Codec> syntaxes() {
		Map<String, Codec> all = new LinkedHashMap<>();
		for (int i = 100; i <= 108; i++) {
			Codec codec = i < 102 ? Codec.MPEG2 : i < 107 ? Codec.AVC : Codec.HEVC;
			all.put(ROOT + i, codec);
			if (i < 107) {
				all.put(ROOT + i + ".1", codec); //$NON-NLS-1$
			}
		}
		return Map.copyOf(all);
	}

	@Override
	public String name() {
		return "FFmpeg"; //$NON-NLS-1$
	}

	@Override
	public Set<String> transferSyntaxes() {
		return SYNTAXES.keySet();
	}

	@Override
	public Video open(PixelStream stream, DecodeOptions options) throws DecodeException, IOException {
		try {
			VideoIndex index = VideoIndexReader.read(stream, SYNTAXES.get(stream.transferSyntax().uid()), options.frameBytes());
			if (index.columns() != stream.format().columns() || index.rows() != stream.format().rows()) {
				throw new DecodeException(VideoText.FRAME_SIZE_CONTRADICTED, index.columns(), index.rows(), stream.format().columns(),
						stream.format().rows());
			}
			if (index.frameCount() == 0) {
				throw new DecodeException(VideoText.NO_FIRST_PICTURE);
			}
			return new FfmpegVideo(program.get(), stream, index, options);
		} catch (IOException | DecodeException | RuntimeException e) {
			stream.close();
			throw e;
		}
	}
}
