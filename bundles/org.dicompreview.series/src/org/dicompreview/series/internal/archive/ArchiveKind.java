package org.dicompreview.series.internal.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** What archives there are. */
enum ArchiveKind {

	/** ZIP. */
	ZIP(0, new int[] { 'P', 'K', 3, 4 }, ".zip"), //$NON-NLS-1$
	/** 7z. */
	SEVEN_ZIP(0, new int[] { '7', 'z', 0xBC, 0xAF, 0x27, 0x1C }, ".7z"), //$NON-NLS-1$
	/** TAR. */
	TAR(257, new int[] { 'u', 's', 't', 'a', 'r' }, ".tar"), //$NON-NLS-1$
	/** TAR, compressed with gzip. */
	TAR_GZIP(0, new int[] { 0x1F, 0x8B }, ".tar.gz", ".tgz"), //$NON-NLS-1$ //$NON-NLS-2$
	/** TAR, compressed with bzip2. */
	TAR_BZIP2(0, new int[] { 'B', 'Z', 'h' }, ".tar.bz2", ".tbz2", ".tbz"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	/** TAR, compressed with XZ. */
	TAR_XZ(0, new int[] { 0xFD, '7', 'z', 'X', 'Z', 0 }, ".tar.xz", ".txz"); //$NON-NLS-1$ //$NON-NLS-2$

	/** How many bytes tell the kind of an archive. */
	static final int BEGINNING = 512;

	private final int offset;
	private final int[] signature;
	private final List<String> endings;

	ArchiveKind(int offset, int[] signature, String... endings) {
		this.offset = offset;
		this.signature = signature;
		this.endings = List.of(endings);
	}

	/** {@return the kind of what is called so; absent if that is no archive} */
	static Optional<ArchiveKind> byName(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return Stream.of(values()).filter(kind -> kind.endings.stream().anyMatch(lower::endsWith)).findFirst();
	}

	/** {@return the kind of what begins so; absent if that is no archive} */
	static Optional<ArchiveKind> byContent(byte[] beginning) {
		return Stream.of(values()).filter(kind -> kind.isSigned(beginning)).findFirst();
	}

	private boolean isSigned(byte[] beginning) {
		for (int i = 0; i < signature.length; i++) {
			if (offset + i >= beginning.length || (beginning[offset + i] & 0xFF) != signature[i]) {
				return false;
			}
		}
		return true;
	}

	/** {@return whether its entries can be read where they lie} */
	boolean isReadInPlace() {
		return this == ZIP || this == TAR;
	}

	/**
	 * {@return what a stream is without the compression around it}
	 *
	 * @param memory how much of it that may take, in bytes
	 * @throws IOException if it is not compressed so
	 */
	InputStream unpacked(InputStream stream, long memory) throws IOException {
		return switch (this) {
			case TAR_GZIP -> new GZIPInputStream(stream, 1 << 16);
			case TAR_BZIP2 -> new BZip2CompressorInputStream(new BufferedInputStream(stream, 1 << 16), true);
			case TAR_XZ -> XZCompressorInputStream.builder().setInputStream(new BufferedInputStream(stream, 1 << 16))
					.setDecompressConcatenated(true).setMemoryLimitKiB((int) Math.min(Integer.MAX_VALUE, memory >> 10)).get();
			default -> stream;
		};
	}
}
