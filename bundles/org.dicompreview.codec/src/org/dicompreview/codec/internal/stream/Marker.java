package org.dicompreview.codec.internal.stream;

/** The second bytes of markers: ITU-T T.81 table B.1, T.87 annex C. */
public final class Marker {

	/** Start of frame, baseline DCT; the others follow up to {@link #SOF15}. */
	public static final int SOF0 = 0xC0;
	/** Extended sequential DCT. */
	public static final int SOF1 = 0xC1;
	/** Progressive DCT. */
	public static final int SOF2 = 0xC2;
	/** Lossless sequential. */
	public static final int SOF3 = 0xC3;
	/** Huffman tables. */
	public static final int DHT = 0xC4;
	/** Reserved for extensions. */
	public static final int JPG = 0xC8;
	/** Arithmetic conditioning. */
	public static final int DAC = 0xCC;
	/** Last start of frame of T.81. */
	public static final int SOF15 = 0xCF;
	/** First restart marker. */
	public static final int RST0 = 0xD0;
	/** Last restart marker. */
	public static final int RST7 = 0xD7;
	/** Start of image. */
	public static final int SOI = 0xD8;
	/** End of image. */
	public static final int EOI = 0xD9;
	/** Start of scan. */
	public static final int SOS = 0xDA;
	/** Quantization tables. */
	public static final int DQT = 0xDB;
	/** Number of lines, after the first scan. */
	public static final int DNL = 0xDC;
	/** Restart interval. */
	public static final int DRI = 0xDD;
	/** First application segment (JFIF). */
	public static final int APP0 = 0xE0;
	/** Application segment 8 (SPIFF, HP colour transform). */
	public static final int APP8 = 0xE8;
	/** Application segment 14 (Adobe). */
	public static final int APP14 = 0xEE;
	/** Start of frame of JPEG-LS. */
	public static final int SOF55 = 0xF7;
	/** JPEG-LS preset parameters. */
	public static final int LSE = 0xF8;
	/** Comment. */
	public static final int COM = 0xFE;

	private Marker() {
	}

	/** {@return whether a frame header follows} */
	public static boolean isStartOfFrame(int marker) {
		return marker == SOF55 || marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
	}

	/** {@return whether this is one of the eight restart markers} */
	public static boolean isRestart(int marker) {
		return marker >= RST0 && marker <= RST7;
	}

	/** {@return whether no length and parameters follow} */
	public static boolean standsAlone(int marker) {
		return marker >= RST0 && marker <= EOI;
	}

	/** {@return the name for people, such as {@code SOF3} or {@code marker FF 4F}} */
	public static String name(int marker) {
		return switch (marker) {
			case DHT -> "DHT";
			case JPG -> "JPG";
			case DAC -> "DAC";
			case SOI -> "SOI";
			case EOI -> "EOI";
			case SOS -> "SOS";
			case DQT -> "DQT";
			case DNL -> "DNL";
			case DRI -> "DRI";
			case LSE -> "LSE";
			case COM -> "COM";
			case SOF55 -> "SOF55";
			default -> numbered(marker);
		};
	}

	private static String numbered(int marker) {
		if (isStartOfFrame(marker)) {
			return "SOF" + (marker - SOF0);
		}
		if (isRestart(marker)) {
			return "RST" + (marker - RST0);
		}
		if ((marker & 0xF0) == APP0) {
			return "APP" + (marker - APP0);
		}
		return String.format("marker FF %02X", marker);
	}
}
