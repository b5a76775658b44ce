package org.dicompreview.video.internal.stream;

import java.io.IOException;
import java.util.Optional;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.dicom.PixelStream;

/**
 * Reads the index of a video: of MPEG-2 as elementary, program or transport stream, of H.264 and H.265 as byte stream,
 * transport stream or MP4 file (PS3.5 8.2.5 to 8.2.11).
 */
public final class VideoIndexReader {

	private static final int HEAD = 4096;

	private VideoIndexReader() {
	}

	/**
	 * {@return the index; it reads from the stream from then on}
	 *
	 * @param stream the stream
	 * @param codec  what the transfer syntax says that it holds
	 * @param limit  most bytes of a coded picture
	 * @throws DecodeException if it holds no such video
	 * @throws IOException     if it cannot be read
	 */
	public static VideoIndex read(PixelStream stream, Codec codec, int limit) throws IOException, DecodeException {
		StreamBytes whole = new StreamBytes() {
			@Override
			public long length() {
				return stream.length();
			}

			@Override
			public int read(long position, byte[] target, int offset, int length) throws IOException {
				return stream.read(position, target, offset, length);
			}
		};
		byte[] head = new byte[HEAD];
		int count = whole.read(0, head, 0, head.length);
		Optional<VideoIndex> mp4 = Mp4.of(whole, head, count, limit);
		if (mp4.isPresent()) {
			return mp4.get();
		}
		Optional<TransportStream> transport = TransportStream.of(whole, head, count);
		if (transport.isPresent()) {
			return pictures(transport.get(), transport.get().codec(), limit);
		}
		return pictures(ProgramStream.isStart(head, count) ? new ProgramStream(whole) : whole, codec, limit);
	}

	private static VideoIndex pictures(StreamBytes video, Codec codec, int limit) throws IOException, DecodeException {
		return switch (codec) {
			case MPEG2 -> new Mpeg2Pictures(video, limit).index();
			case AVC -> new AvcPictures(video, limit).index();
			case HEVC -> new HevcPictures(video, limit).index();
		};
	}
}
