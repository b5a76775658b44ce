package org.dicompreview.codec.internal.j2k;

/**
 * The contexts of ISO/IEC 15444-1 annex D, as functions of the significance of the nine samples around and at a place:
 * bit 0 upper left, 1 above, 2 upper right, 3 left, 4 itself, 5 right, 6 lower left, 7 below, 8 lower right.
 */
final class Contexts {

	static final int SIGN = 9;
	static final int MAGNITUDE = 14;
	static final int RUN_LENGTH = 17;
	static final int UNIFORM = 18;

	private static final byte[][] SIGNIFICANCE = { significance(0), significance(1), significance(2),
			significance(3) };

	/**
	 * Sign contexts by the significance of the neighbours above (bit 1), left (3), right (5) and below (7), and their
	 * signs in the bits before each: the context, and in bit 7 what the decoded symbol has to be inverted with.
	 */
	static final byte[] SIGNS = signs();

	private Contexts() {
	}

	/** {@return the contexts of significance for a sub-band of this orientation} */
	static byte[] significanceOf(int orientation) {
		return SIGNIFICANCE[orientation];
	}

	private static byte[] significance(int orientation) {
		byte[] result = new byte[512];
		for (int i = 0; i < result.length; i++) {
			int across = (i >> 3 & 1) + (i >> 5 & 1);
			int down = (i >> 1 & 1) + (i >> 7 & 1);
			int diagonal = (i & 1) + (i >> 2 & 1) + (i >> 6 & 1) + (i >> 8 & 1);
			result[i] = (byte) switch (orientation) {
				case 1 -> straight(down, across, diagonal);
				case 3 -> diagonal(across + down, diagonal);
				default -> straight(across, down, diagonal);
			};
		}
		return result;
	}

	private static int straight(int along, int against, int diagonal) {
		if (along == 2) {
			return 8;
		}
		if (along == 1) {
			return against > 0 ? 7 : diagonal > 0 ? 6 : 5;
		}
		return against > 0 ? 2 + against : Math.min(diagonal, 2);
	}

	private static int diagonal(int straight, int diagonal) {
		return switch (diagonal) {
			case 0 -> Math.min(straight, 2);
			case 1 -> 3 + Math.min(straight, 2);
			case 2 -> straight > 0 ? 7 : 6;
			default -> 8;
		};
	}

	private static byte[] signs() {
		byte[] result = new byte[256];
		for (int i = 0; i < result.length; i++) {
			int across = Integer.signum(contribution(i, 3) + contribution(i, 5));
			int down = Integer.signum(contribution(i, 1) + contribution(i, 7));
			boolean invert = across < 0 || across == 0 && down < 0;
			int context = SIGN + Math.abs(3 * across + down);
			result[i] = (byte) (context | (invert ? 0x80 : 0));
		}
		return result;
	}

	private static int contribution(int index, int bit) {
		return (index >> bit & 1) == 0 ? 0 : 1 - 2 * (index >> bit - 1 & 1);
	}
}
