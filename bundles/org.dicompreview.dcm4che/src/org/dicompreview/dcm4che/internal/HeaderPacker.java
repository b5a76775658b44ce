package org.dicompreview.dcm4che.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.UID;
import org.dcm4che3.data.VR;
import org.dcm4che3.io.DicomInputStream;
import org.dcm4che3.io.DicomOutputStream;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.InstanceFolder;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.PixelLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.TextKey;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.dicom.spi.HeaderContent;
import org.dicompreview.dicom.spi.PackedProblem;

/** Writes headers as bytes, their attributes as dcm4che writes them, and reads them again. */
final class HeaderPacker {

	private static final int VERSION = 2;
	private static final TextKey[] KEYS = Stream.<TextKey>concat(Arrays.stream(DicomText.values()),
			Arrays.stream(ToolkitText.values())).toArray(TextKey[]::new);

	private HeaderPacker() {
	}

	/** {@return the bytes} */
	static byte[] pack(List<Dcm4cheHeader> headers) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeInt(VERSION);
			out.writeInt(HeaderContent.version());
			out.writeInt(headers.size());
			for (Dcm4cheHeader header : headers) {
				write(out, header);
			}
			out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
		} catch (IOException e) {
			throw new UncheckedIOException(e); // an array never fails
		}
		return bytes.toByteArray();
	}

	private static long checksum(byte[] bytes, int length) {
		CRC32 checksum = new CRC32();
		checksum.update(bytes, 0, length);
		return checksum.getValue();
	}

	private static void write(DataOutputStream out, Dcm4cheHeader header) throws IOException {
		Dcm4cheHeader.Facts facts = header.facts();
		out.writeUTF(facts.location().name());
		out.writeLong(facts.location().size());
		out.writeLong(facts.location().lastModified());
		out.writeUTF(facts.syntax().uid());
		out.writeBoolean(facts.pixels() != null);
		if (facts.pixels() != null) {
			out.writeLong(facts.pixels().position());
			out.writeLong(facts.pixels().length());
			out.writeInt(facts.pixels().tag());
		}
		out.writeBoolean(facts.problem() != null);
		if (facts.problem() != null) {
			writeBytes(out, PackedProblem.pack(facts.problem()));
		}
		ByteArrayOutputStream elements = new ByteArrayOutputStream();
		try (DicomOutputStream dicom = new DicomOutputStream(elements, UID.ExplicitVRLittleEndian)) {
			dicom.writeDataset(null, header.elements());
		}
		writeBytes(out, elements.toByteArray());
	}

	private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
		out.writeInt(bytes.length);
		out.write(bytes);
	}

	/**
	 * {@return the headers again}
	 *
	 * @throws DicomException if the bytes are damaged or of another version
	 */
	static List<InstanceHeader> unpack(InstanceFolder folder, byte[] packed, ValuePool pool) throws DicomException {
		int length = packed.length - Long.BYTES;
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
			boolean whole = length > 0 && new DataInputStream(new ByteArrayInputStream(packed, length, Long.BYTES))
					.readLong() == checksum(packed, length);
			if (!whole || in.readInt() != VERSION || in.readInt() != HeaderContent.version()) {
				throw new DicomException(Problem.of(DicomText.REMEMBERED_HEADERS_OF_OTHER_VERSION));
			}
			int count = in.readInt();
			List<InstanceHeader> headers = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				headers.add(read(in, folder, pool));
			}
			return headers;
		} catch (DicomException e) {
			throw e;
		} catch (IOException | RuntimeException e) { // whatever dcm4che makes of bytes that are none of its own
			throw new DicomException(Problem.of(DicomText.REMEMBERED_HEADERS_DAMAGED), e);
		}
	}

	private static Dcm4cheHeader read(DataInputStream in, InstanceFolder folder, ValuePool pool) throws IOException {
		InstanceLocation location = folder.locate(in.readUTF(), in.readLong(), in.readLong());
		TransferSyntax syntax = TransferSyntax.of(in.readUTF());
		PixelLocation pixels = in.readBoolean() ? new PixelLocation(in.readLong(), in.readLong(), in.readInt()) : null;
		Problem problem = in.readBoolean() ? PackedProblem.unpack(in.readNBytes(in.readInt()), KEYS).in(location) : null;
		byte[] bytes = in.readNBytes(in.readInt());
		try (DicomInputStream dicom = new DicomInputStream(new ByteArrayInputStream(bytes), UID.ExplicitVRLittleEndian)) {
			Attributes elements = dicom.readDataset();
			share(elements, pool);
			elements.getSpecificCharacterSet(VR.LO);
			return new Dcm4cheHeader(new Dcm4cheHeader.Facts(location, syntax, pixels, problem), elements);
		}
	}

	private static void share(Attributes elements, ValuePool pool) {
		for (int tag : elements.tags()) {
			Object value = elements.getValue(tag);
			if (value instanceof byte[] bytes) {
				elements.setBytes(tag, elements.getVR(tag), pool.share(bytes));
			} else if (value instanceof Sequence sequence) {
				sequence.forEach(item -> share(item, pool));
			}
		}
	}
}
