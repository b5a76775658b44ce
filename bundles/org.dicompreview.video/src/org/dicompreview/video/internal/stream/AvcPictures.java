package org.dicompreview.video.internal.stream;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.dicompreview.codec.DecodeException;

/**
 * Finds the pictures of an H.264 byte stream (ISO/IEC 14496-10 annex B). Decoding can begin with an IDR picture, and with
 * one that a recovery point message says is whole at once (D.2.8). The second view of a stereo stream is passed over.
 */
final class AvcPictures extends NalPictures {

	private static final int SLICE = 1;
	private static final int INSTANT = 5;
	private static final int SUPPLEMENT = 6;
	private static final int SEQUENCE = 7;
	private static final int PICTURE_SET = 8;
	private static final int DELIMITER = 9;
	private static final int PREFIX = 14;
	private static final int LAST_RESERVED = 18;
	private static final int RECOVERY_POINT = 6;

	private final Map<Integer, AvcSequence> sequences = new HashMap<>();
	private final Map<Integer, AvcSlice.Picture> pictures = new HashMap<>();
	private final AvcOrder order = new AvcOrder();
	private AvcSlice first;
	private AvcSequence shown;
	private boolean recovers;

	AvcPictures(StreamBytes stream, int limit) {
		super(stream, limit);
	}

	@Override
	void unit(StartCodes codes) throws IOException, DecodeException {
		int header = codes.at(0);
		int type = header & 0x1F;
		switch (type) {
			case SLICE, INSTANT -> {
				BitReader bits = codes.bits(1, 64, true);
				if (bits.unsigned() == 0) { // first_mb_in_slice
					begin(header, bits);
				} else {
					coded();
				}
			}
			case SUPPLEMENT -> {
				beforePicture();
				recovers |= isRecoveryPoint(codes);
			}
			case SEQUENCE -> {
				beforePicture();
				keepHeader(type << 16 | id(codes.bits(4, 8, true)));
				Map.Entry<Integer, AvcSequence> read = AvcSequence.read(codes.bits(1, StartCodes.LOOK - 1, true));
				sequences.put(read.getKey(), read.getValue());
			}
			case PICTURE_SET -> {
				beforePicture();
				keepHeader(type << 16 | id(codes.bits(1, 8, true)));
				BitReader bits = codes.bits(1, 16, true);
				pictures.put((int) bits.unsigned(), new AvcSlice.Picture((int) bits.unsigned()));
			}
			default -> {
				if (type == DELIMITER || type >= PREFIX && type <= LAST_RESERVED) {
					beforePicture();
				}
			}
		}
	}

	private static int id(BitReader bits) {
		return (int) bits.unsigned() & 0xFFFF;
	}

	private void begin(int header, BitReader bits) throws IOException, DecodeException {
		AvcSlice slice = AvcSlice.read(header, bits, sequences, pictures);
		if (slice == null) {
			coded(); // of no use without its parameter sets; belongs to what came before it
			return;
		}
		if (first != null && slice.completes(first)) {
			first = null;
			coded();
			return;
		}
		first = slice;
		shown = shown == null ? slice.sequence() : shown;
		picture(slice.instant() || recovers && slice.intra(), order.keyOf(slice));
		recovers = false;
	}

	/** {@return whether messages hold a recovery point with recovery_frame_cnt 0} */
	private static boolean isRecoveryPoint(StartCodes codes) {
		BitReader bits = codes.bits(1, StartCodes.LOOK - 1, true);
		while (!bits.isExhausted()) {
			int type = number(bits);
			int size = number(bits);
			if (type == RECOVERY_POINT) {
				return bits.unsigned() == 0;
			}
			if (type == 0x80 && size == 0 || size > StartCodes.LOOK) {
				return false; // trailing bits
			}
			bits.skip(8 * size);
		}
		return false;
	}

	private static int number(BitReader bits) {
		int sum = 0;
		int next;
		do {
			next = (int) bits.read(8);
			sum += next;
		} while (next == 0xFF && !bits.isExhausted());
		return sum;
	}

	@Override
	VideoIndex result(StreamBytes stream, PictureList list) throws DecodeException {
		if (list.count() == 0) {
			throw new DecodeException(StreamText.NO_H264_PICTURE);
		}
		return new VideoIndex(Codec.AVC, shown.columns(), shown.rows(), shown.bits(), new byte[0], stream, list);
	}
}
