package org.dicompreview.dicom.internal.parse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.NotDicomException;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.internal.io.Input;
import org.dicompreview.dicom.internal.io.Sources;
import org.dicompreview.dicom.internal.model.BlockWriter;
import org.dicompreview.dicom.internal.model.StoredItem;

/**
 * A DICOM object that is being read: the way from its first byte to its data set. Kept and reused by one thread.
 */
public final class DicomInput {

	private static final int LONGEST_META_VALUE = 1 << 16;
	/** The element that holds the length of the meta information does not count. */
	private static final int META_LENGTH_ELEMENT = 12;

	private final Input in = new Input();
	private final ElementReader element = new ElementReader(in);
	private final BlockWriter meta = new BlockWriter(true);

	private InstanceLocation file;
	private ReadLimits limits;
	private TransferSyntax syntax;
	private TransferSyntax lastSyntax = TransferSyntax.of(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
	private boolean inflated;
	private Problem problem;
	private long metaStart;
	private long syntaxAt;
	private long dataSetStart;

	/**
	 * Reads up to the beginning of the data set.
	 *
	 * @param source    the bytes of the file; the caller closes it
	 * @param path      the file, for messages
	 * @param bounds    limits
	 * @param firstRead how many bytes to read at first
	 * @param inflate   how many bytes of a deflated data set may be asked for
	 * @throws NotDicomException if this is no DICOM file
	 * @throws IOException       if reading fails
	 */
	public void begin(InstanceBytes source, InstanceLocation path, ReadLimits bounds, int firstRead, long inflate) throws IOException {
		file = path;
		limits = bounds;
		problem = null;
		syntax = null;
		inflated = false;
		meta.clear();
		in.open(source, firstRead);
		long start = FileStart.find(in);
		if (start < 0) {
			throw new NotDicomException(path);
		}
		in.skip(start);
		metaStart = start;
		element.encoding(true, false);
		while (syntaxFollows() && readMetaElement()) {
			// each is kept by the call
		}
		checkMetaLength();
		recogniseEncoding(inflate);
		dataSetStart = in.position();
	}

	/** Nobody relies on the length, but what is wrong here may be wrong elsewhere. */
	private void checkMetaLength() {
		if (meta.hasValue(Tag.FILE_META_INFORMATION_GROUP_LENGTH)) {
			double stated = new StoredItem(meta).number(Tag.FILE_META_INFORMATION_GROUP_LENGTH).orElse(-1);
			long actual = in.position() - metaStart - META_LENGTH_ELEMENT;
			if (stated != actual) {
				report(Problem.of(DicomText.META_INFORMATION_LENGTH, actual, (long) stated).at(Tag.FILE_META_INFORMATION_GROUP_LENGTH,
						metaStart));
			}
		}
	}

	/** Lets go of the file. */
	public void release() {
		in.release();
	}

	private boolean syntaxFollows() throws IOException {
		return in.has(8) && in.u16(in.at(), false) == 2;
	}

	private boolean readMetaElement() throws IOException {
		if (!element.next() || element.length() == ElementReader.UNDEFINED
				|| element.length() > Math.min(LONGEST_META_VALUE, in.remaining())) {
			report(Problem.of(DicomText.META_INFORMATION_DAMAGED).at(element.tag(), element.headerAt()));
			in.seek(element.headerAt());
			return false;
		}
		int length = (int) element.length();
		int at = meta.add(element.tag(), element.vr(), length, in.position(), length);
		int read = in.read(meta.bytes(), at, length);
		if (element.tag() == Tag.TRANSFER_SYNTAX_UID && read > 0) {
			syntax = syntax(meta.bytes(), at, read);
			syntaxAt = element.headerAt();
		}
		return read == length;
	}

	private TransferSyntax syntax(byte[] bytes, int at, int length) {
		int end = at + length;
		while (end > at && (bytes[end - 1] == 0 || bytes[end - 1] == ' ')) {
			end--;
		}
		String last = lastSyntax.uid();
		boolean same = end - at == last.length();
		for (int i = 0; same && i < last.length(); i++) {
			same = bytes[at + i] == last.charAt(i);
		}
		if (!same) {
			lastSyntax = TransferSyntax.of(new String(bytes, at, end - at, StandardCharsets.ISO_8859_1).strip());
		}
		return lastSyntax.uid().isEmpty() ? null : lastSyntax;
	}

	private void recogniseEncoding(long inflate) throws IOException {
		TransferSyntax declared = syntax;
		if (declared != null && declared.deflated() && !isElement(false) && !isElement(true)) {
			in.open(Sources.inflate(in.source(), in.position(), inflate), Input.FIRST_READ);
			inflated = true;
		}
		boolean declaredBig = declared != null && declared.bigEndian();
		boolean bigEndian = isElement(declaredBig) ? declaredBig : declaredBig ^ isElement(!declaredBig);
		boolean explicit = isExplicit(bigEndian, declared == null || declared.explicitVR());
		element.encoding(explicit, bigEndian);
		if (declared == null) {
			syntax = plain(explicit, bigEndian);
		} else if (explicit != declared.explicitVR() || bigEndian != declaredBig) {
			report(Problem.of(DicomText.OTHER_ENCODING, plain(explicit, bigEndian).name(), declared.name()).at(Tag.TRANSFER_SYNTAX_UID,
					syntaxAt));
			if (!declared.encapsulated() && !inflated) {
				syntax = plain(explicit, bigEndian);
			}
		} else if (declared.deflated() && !inflated) {
			report(Problem.of(DicomText.NOT_DEFLATED).at(Tag.TRANSFER_SYNTAX_UID, syntaxAt));
			syntax = plain(true, false);
		}
	}

	private static TransferSyntax plain(boolean explicit, boolean bigEndian) {
		String little = explicit ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN : TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
		return TransferSyntax.of(bigEndian ? TransferSyntax.EXPLICIT_VR_BIG_ENDIAN : little);
	}

	/** {@return whether what follows can be an element in this byte order} */
	private boolean isElement(boolean bigEndian) throws IOException {
		if (!in.has(8)) {
			return false;
		}
		int tag = in.tag(in.at(), bigEndian);
		return DataDictionary.vr(tag).isPresent() || (tag & 0xFFFF) == 0 && tag >>> 16 < 0x100
				|| Tag.isPrivateCreator(tag) && isVr(in.at() + 4);
	}

	private boolean isExplicit(boolean bigEndian, boolean declared) throws IOException {
		if (!in.has(8)) {
			return declared;
		}
		if (isVr(in.at() + 4)) {
			return true;
		}
		long length = in.i32(in.at() + 4, bigEndian) & 0xFFFFFFFFL;
		boolean fits = length <= in.remaining() - 8 || length == 0xFFFFFFFFL;
		return declared && !(fits && isElement(bigEndian));
	}

	private boolean isVr(int at) {
		String letters = new String(in.buffer(), at, 2, StandardCharsets.ISO_8859_1);
		for (VR vr : VR.values()) {
			if (vr.name().equals(letters)) {
				return true;
			}
		}
		return false;
	}

	/** Remembers the first problem. */
	void report(Problem found) {
		if (problem == null) {
			problem = found.in(file);
		}
	}

	/** {@return the first problem, or {@code null}} */
	public Problem problem() {
		return problem;
	}

	/** {@return where the meta information begins} */
	long metaStart() {
		return metaStart;
	}

	/** {@return where the data set begins, in the file or inflated} */
	long dataSetStart() {
		return dataSetStart;
	}

	/** {@return the meta information, as a located block} */
	public BlockWriter meta() {
		return meta;
	}

	/** {@return the transfer syntax that the file has} */
	public TransferSyntax syntax() {
		return syntax;
	}

	/** {@return the window on the file, or on the inflated data set} */
	public Input input() {
		return in;
	}

	/** {@return whether positions are those in the inflated data set} */
	public boolean isInflated() {
		return inflated;
	}

	/** {@return the byte order of the data set} */
	public boolean isBigEndian() {
		return element.bigEndian();
	}

	/** {@return limits} */
	ReadLimits limits() {
		return limits;
	}

	ElementReader element() {
		return element;
	}
}
