package org.dicompreview.testsupport;

/**
 * A head made of ellipsoids and folds, in patient coordinates: millimetres from its centre, x to the left, y to the
 * back, z upwards. Every point has a tissue. Deterministic and without state.
 */
public final class HeadPhantom {

	/** What a point is made of. */
	public enum Tissue {
		/** Around the head, and in its cavities. */
		AIR(-1000, 0),
		/** Skin and muscle. */
		SOFT(45, 300),
		/** Fat under the skin. */
		FAT(-90, 760),
		/** Compact bone. */
		BONE(1150, 40),
		/** Spongy bone and marrow. */
		MARROW(420, 520),
		/** Cerebrospinal fluid. */
		FLUID(8, 110),
		/** Grey matter. */
		GREY(38, 390),
		/** White matter. */
		WHITE(29, 560),
		/** Eyes. */
		VITREOUS(18, 130),
		/** A lesion that takes up contrast medium. */
		LESION(68, 690);

		private final int hounsfield;
		private final int t1;

		Tissue(int hounsfield, int t1) {
			this.hounsfield = hounsfield;
			this.t1 = t1;
		}

		/** {@return its CT number in Hounsfield units} */
		public int hounsfield() {
			return hounsfield;
		}

		/** {@return its signal in a T1 weighted MR image, 0 to 1000} */
		public int t1() {
			return t1;
		}
	}

	private HeadPhantom() {
	}

	/** {@return the tissue at a point} */
	public static Tissue at(double x, double y, double z) {
		double head = distance(x, y, z, 0, 0, 0, 76, 96, 108);
		boolean neck = z < -40 && distance(x, y, 0, 0, 12, 0, 52, 56, 1e9) < 0;
		boolean nose = distance(x, y, z, 0, -94, -32, 13, 16, 22) < 0;
		if (head > 0) {
			return neck ? neck(x, y, z) : nose ? Tissue.SOFT : Tissue.AIR;
		}
		if (head > -3) {
			return Tissue.SOFT;
		}
		if (head > -7) {
			return Tissue.FAT;
		}
		Tissue face = face(x, y, z);
		if (face != null) {
			return face;
		}
		double skull = distance(x, y, z, 0, 3, 14, 66, 84, 86);
		if (skull > 0) {
			return Tissue.SOFT;
		}
		return skull > -7.5 ? skull(skull) : inside(x, y, z, skull);
	}

	private static Tissue skull(double depth) {
		return depth < -2.2 && depth > -5.2 ? Tissue.MARROW : Tissue.BONE;
	}

	private static Tissue neck(double x, double y, double z) {
		double spine = distance(x, y, 0, 0, 34, 0, 15, 14, 1e9);
		if (spine < 0) {
			boolean disc = Math.floorMod((int) Math.floor(z), 18) < 4;
			return spine < -9 ? Tissue.MARROW : disc ? Tissue.SOFT : Tissue.BONE;
		}
		if (distance(x, y, 0, 0, 52, 0, 7, 6, 1e9) < 0) {
			return Tissue.WHITE;
		}
		if (distance(x, y, 0, 0, -8, 0, 9, 8, 1e9) < 0) {
			return Tissue.AIR;
		}
		return distance(x, y, 0, 0, 12, 0, 46, 50, 1e9) < 0 ? Tissue.SOFT : Tissue.FAT;
	}

	private static Tissue face(double x, double y, double z) {
		double side = Math.abs(x);
		double eye = distance(side, y, z, 31, -66, -18, 12, 12, 12);
		if (eye < 0) {
			return distance(side, y, z, 31, -76, -18, 5, 2.5, 5) < 0 ? Tissue.SOFT : Tissue.VITREOUS;
		}
		if (distance(side, y, z, 31, -66, -18, 17, 19, 16) < 0) {
			return Tissue.FAT;
		}
		boolean sinus = distance(side, y, z, 24, -52, -50, 14, 16, 17) < 0;
		boolean nasal = distance(side, y, z, 7, -60, -44, 5, 26, 19) < 0;
		boolean frontal = distance(side, y, z, 9, -74, 22, 9, 4, 9) < 0;
		boolean pharynx = distance(x, y, z, 0, -26, -70, 10, 12, 40) < 0;
		if (sinus || nasal || frontal || pharynx) {
			return Tissue.AIR;
		}
		boolean jaw = z < -62 && z > -86 && Math.abs(distance(x, y, 0, 0, -22, 0, 42, 46, 1e9)) < 5 && y < 8;
		return jaw ? Tissue.BONE : null;
	}

	private static Tissue inside(double x, double y, double z, double skull) {
		double side = Math.abs(x);
		double depth = -distance(x, y, z, 0, 3, 16, 58, 76, 78);
		boolean midline = side < 0.8 + Math.max(0, 9 - depth) * 0.15 && z > 4 && depth < 27;
		if (depth < 0 || midline) {
			return skull > -8.3 ? Tissue.SOFT : Tissue.FLUID;
		}
		if (distance(x, y, z, -29, 24, 40, 10, 12, 9) < 0) {
			return distance(x, y, z, -29, 24, 40, 6, 7, 5) < 0 ? Tissue.FLUID : Tissue.LESION;
		}
		boolean stem = distance(x, y, z, 0, 12, -44, 11, 11, 42) < 0;
		double cerebellum = distance(x, y, z, 0, 40, -34, 44, 26, 23);
		if (isVentricle(side, x, y, z)) {
			return Tissue.FLUID;
		}
		if (stem) {
			return Tissue.WHITE;
		}
		if (cerebellum < 2) {
			return cerebellum > 0 ? Tissue.FLUID : leaves(cerebellum, side, z);
		}
		boolean nuclei = distance(side, y, z, 24, -8, 14, 7, 19, 12) < 0
				|| distance(side, y, z, 10, 10, 12, 7, 12, 8) < 0;
		return nuclei ? Tissue.GREY : bark(depth, fold(x, y, z));
	}

	private static boolean isVentricle(double side, double x, double y, double z) {
		boolean horns = distance(side, y, z, 8 + (y + 8) * (y + 8) / 260, -4, 26, 5, 34, 8) < 0;
		boolean third = distance(x, y, z, 0, 2, 8, 1.8, 13, 9) < 0;
		boolean fourth = distance(x, y, z, 0, 26, -26, 6, 5, 9) < 0;
		return horns || third || fourth;
	}

	/** Furrows filled with fluid, grey matter along them and under the surface, white matter below. */
	private static Tissue bark(double depth, double fold) {
		if (fold < 0.2 && depth < 9 + 30 * (0.2 - fold)) {
			return Tissue.FLUID;
		}
		return depth < 3 || fold < 0.72 && depth < 17 ? Tissue.GREY : Tissue.WHITE;
	}

	private static Tissue leaves(double depth, double side, double z) {
		boolean core = depth < -13;
		return core || Math.sin(depth * 1.7 + Math.sin(side * 0.3) + z * 0.25) > 0.35 ? Tissue.WHITE : Tissue.GREY;
	}

	/** {@return how far a point is from an ellipsoid in about millimetres, negative inside} */
	private static double distance(double x, double y, double z, double cx, double cy, double cz, double rx, double ry,
			double rz) {
		double dx = (x - cx) / rx;
		double dy = (y - cy) / ry;
		double dz = (z - cz) / rz;
		return (Math.sqrt(dx * dx + dy * dy + dz * dz) - 1) * Math.min(rx, Math.min(ry, rz));
	}

	/** {@return 0 in the middle of winding furrows, up to 3 between them} */
	private static double fold(double x, double y, double z) {
		double warpX = x + 7 * Math.sin(y * 0.09 + 1) + 5 * Math.sin(z * 0.11);
		double warpY = y + 7 * Math.sin(z * 0.08 + 2) + 5 * Math.sin(Math.abs(x) * 0.12);
		double warpZ = z + 6 * Math.sin(x * 0.1) + 6 * Math.sin(y * 0.07 + 3);
		return Math.abs(Math.sin(warpX * 0.31) + Math.sin(warpY * 0.29) + Math.sin(warpZ * 0.33));
	}

	/** {@return a number from -1 to 1 that looks random but is the same for the same point} */
	static double noise(int x, int y, int z) {
		int hash = x * 0x27D4EB2F ^ y * 0x165667B1 ^ z * 0x9E3779B1;
		hash = (hash ^ hash >>> 15) * 0x85EBCA6B;
		hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
		return ((hash ^ hash >>> 16) & 0xFFFF) / 32767.5 - 1;
	}
}
