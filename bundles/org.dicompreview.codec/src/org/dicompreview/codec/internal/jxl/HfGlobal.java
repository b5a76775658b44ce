package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;

/**
 * What the high frequencies of all groups have in common: quantisation tables, orders and codes (ISO/IEC 18181-1, G.3).
 */
final class HfGlobal {

	/** For each quantisation table that is used and each channel, what a coefficient of 1 stands for. */
	final float[][][] tables = new float[QuantTable.COUNT][][];
	/** The quantisation tables of the JPEG file that a frame was made of, else null. */
	final int[][] jpegTables;
	/** How many sets of codes groups choose from. */
	final int sets;
	/** For each pass, order and channel, the places of coefficients; null where they are not used. */
	final int[][][][] orders;
	/** For each pass, how coefficients are coded. */
	final EntropyCode[] codes;

	HfGlobal(Bits bits, VarDct frame) throws DecodeException {
		boolean[] used = new boolean[DctKind.count()];
		for (byte kind : frame.kinds) {
			if (kind >= 0) {
				used[kind] = true;
			}
		}
		QuantTable first = readTables(bits, frame, used);
		boolean plain = !frame.image.xyb && first != null && frame.global.isUncorrelated();
		for (int i = 1; i < used.length; i++) {
			plain &= !used[i];
		}
		jpegTables = plain ? first.jpegTables() : null;
		int groups = frame.header.groupsAcross() * frame.header.groupsDown();
		sets = bits.read(Numbers.bitsFor(groups - 1)) + 1;
		int passes = frame.header.passShifts.length;
		orders = new int[passes][DctKind.ORDERS][][];
		codes = new EntropyCode[passes];
		for (int pass = 0; pass < passes; pass++) {
			readOrders(bits, used, orders[pass]);
			codes[pass] = EntropyCode.read(bits, sets * frame.global.contexts.all());
			bits.check();
		}
	}

	/** {@return the description of the first table, null if it is not stored} */
	private QuantTable readTables(Bits bits, VarDct frame, boolean[] used) throws DecodeException {
		boolean library = bits.flag();
		QuantTable[] own = new QuantTable[QuantTable.COUNT];
		for (int i = 0; i < own.length && !library; i++) {
			own[i] = QuantTable.read(bits, i, frame.global.modular);
		}
		bits.check();
		for (int i = 0; i < used.length; i++) {
			int table = DctKind.of(i).table;
			if (used[i] && tables[table] == null) {
				tables[table] = own[table] == null ? QuantLibrary.table(table) : own[table].make(table);
			}
		}
		return own[0];
	}

	/** {@return for each channel the places of coefficients, the natural ones if there is no reader} */
	private static int[][] readOrder(Bits bits, EntropyReader reader, DctKind kind) throws DecodeException {
		int[] natural = kind.naturalOrder();
		int[][] result = { natural, natural, natural };
		for (int c = 0; c < 3 && reader != null; c++) {
			int[] places = Permutation.read(reader, natural.length, 1 << kind.log);
			for (int k = 0; k < places.length; k++) {
				places[k] = natural[places[k]];
			}
			result[c] = places;
			bits.check();
		}
		return result;
	}

	private static void readOrders(Bits bits, boolean[] used, int[][][] orders) throws DecodeException {
		int permuted = bits.u32(0x5F, 0, 0x13, 0, 0, 0, 0, DctKind.ORDERS);
		EntropyReader reader = permuted == 0 ? null
				: new EntropyReader(EntropyCode.read(bits, Permutation.CONTEXTS), bits, 0);
		boolean[] needed = new boolean[DctKind.ORDERS];
		for (int i = 0; i < used.length; i++) {
			needed[DctKind.of(i).order] |= used[i];
		}
		int done = 0;
		for (int i = 0; i < used.length; i++) {
			DctKind kind = DctKind.of(i);
			if ((done >> kind.order & 1) != 0) {
				continue;
			}
			done |= 1 << kind.order;
			boolean own = (permuted >> kind.order & 1) != 0;
			if (needed[kind.order]) {
				orders[kind.order] = readOrder(bits, own ? reader : null, kind);
			}
			for (int c = 0; c < 3 && own && !needed[kind.order]; c++) {
				Permutation.readCodes(reader, 64 << kind.log, 1 << kind.log); // nobody uses them
				bits.check();
			}
		}
		if (reader != null) {
			reader.end();
		}
	}
}
