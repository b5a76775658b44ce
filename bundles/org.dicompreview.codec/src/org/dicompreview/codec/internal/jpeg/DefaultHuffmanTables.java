package org.dicompreview.codec.internal.jpeg;

import java.util.HexFormat;
import java.util.Optional;

/**
 * The tables that T.81 annex K.3 proposes for 8-bit images. Streams of video grabbers leave them out and mean these:
 * destination 0 for the first component, 1 for the others.
 */
final class DefaultHuffmanTables {

	private static final String[] DC = {
			"00010501010101010100000000000000"
					+ "000102030405060708090a0b",
			"00030101010101010101010000000000"
					+ "000102030405060708090a0b" };
	private static final String[] AC = {
			"0002010303020403050504040000017d"
					+ "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718"
					+ "191a25262728292a3435363738393a434445464748494a535455565758595a636465666768696a737475"
					+ "767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3"
					+ "c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa",
			"00020102040403040705040400010277"
					+ "000102031104052131061241510761711322328108144291a1b1c109233352f0156272d10a162434e125"
					+ "f11718191a262728292a35363738393a434445464748494a535455565758595a636465666768696a7374"
					+ "75767778797a82838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9ba"
					+ "c2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa" };

	private DefaultHuffmanTables() {
	}

	/** {@return numbers of codes and symbols of a table for differences, if there is one} */
	static Optional<byte[]> difference(int destination) {
		return get(DC, destination);
	}

	/** {@return numbers of codes and symbols of a table for AC coefficients, if there is one} */
	static Optional<byte[]> coefficient(int destination) {
		return get(AC, destination);
	}

	private static Optional<byte[]> get(String[] tables, int destination) {
		return destination < tables.length ? Optional.of(HexFormat.of().parseHex(tables[destination]))
				: Optional.empty();
	}
}
