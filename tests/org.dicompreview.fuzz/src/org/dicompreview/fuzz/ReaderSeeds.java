package org.dicompreview.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dicompreview.dicom.MediaDirectory;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Study;

/** What fuzzing of the reader begins with; the last byte of each input says what it is. */
final class ReaderSeeds {

	/** What the bytes are. */
	enum Kind {
		OBJECT, DIRECTORY, ARCHIVE;

		static Kind of(byte last) {
			return values()[(last & 0xFF) % values().length];
		}
	}

	private static final int SIZE = 6;
	private static final Study STUDY = Study.of("M\u00FCller^J\u00F6rg", "FUZZ", 71);

	private final Map<String, byte[]> seeds = new TreeMap<>();

	Map<String, byte[]> all() {
		objects();
		encapsulated();
		directories();
		archives();
		return seeds;
	}

	private void add(String name, Kind kind, byte[] bytes) {
		byte[] input = Arrays.copyOf(bytes, bytes.length + 1);
		input[bytes.length] = (byte) kind.ordinal();
		seeds.put(name, input);
	}

	private void objects() {
		DicomObject enhanced = Phantoms.enhanced(STUDY, 1, 2, 2, SIZE);
		for (String syntax : List.of(DicomWriter.EXPLICIT_LITTLE, DicomWriter.IMPLICIT_LITTLE, DicomWriter.EXPLICIT_BIG,
				DicomWriter.DEFLATED, "1.2.840.113619.5.2")) {
			DicomWriter writer = DicomWriter.of(syntax);
			add("enhanced-" + syntax, Kind.OBJECT, writer.toBytes(enhanced));
			add("lengths-" + syntax, Kind.OBJECT, writer.withDefinedLengths().toBytes(enhanced));
		}
		DicomObject ct = Phantoms.ct(STUDY, 2, 1, 5, SIZE).get(0);
		for (DicomWriter.Layout layout : DicomWriter.Layout.values()) {
			add("ct-" + layout, Kind.OBJECT, DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).with(layout).toBytes(ct));
		}
		add("implicit-bare", Kind.OBJECT, DicomWriter.of(DicomWriter.IMPLICIT_LITTLE).with(DicomWriter.Layout.BARE)
				.toBytes(ct));
		add("palette", Kind.OBJECT, explicit(Phantoms.palette(STUDY, 3, 1, SIZE)));
		add("segmentation", Kind.OBJECT, explicit(Phantoms.segmentation(STUDY, 4, 1, SIZE)));
		add("unknown-values", Kind.OBJECT, explicit(ct.copy().bytes(0x00190010, VR.LO, ascii("SIEMENS MR HEADER"))
				.bytes(0x0019100C, VR.UN, ascii("1000")).bytes(0x00280010, VR.UN, new byte[] { SIZE, 0 })));
		add("japanese", Kind.OBJECT, explicit(ct.copy().set(Tag.SPECIFIC_CHARACTER_SET, "", "ISO 2022 IR 87")
				.bytes(Tag.PATIENT_NAME, VR.PN, ascii("Yamada^Tarou=\033$B;3ED\033(B^\033$BB@O:\033(B"))));
	}

	private static byte[] explicit(DicomObject object) {
		return DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).toBytes(object);
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	private void encapsulated() {
		byte[] start = new byte[70];
		start[0] = 1;
		start[4] = 64;
		byte[] jpeg = { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xC0, 0, 4, 0, 0, (byte) 0xFF, (byte) 0xD9 };
		DicomObject ct = Phantoms.ct(STUDY, 5, 1, 5, SIZE).get(0).set(Tag.NUMBER_OF_FRAMES, 3);
		List<List<byte[]>> split = List.of(List.of(start, new byte[8]), List.of(start), List.of(new byte[0]));
		for (DicomWriter.Table table : DicomWriter.Table.values()) {
			add("rle-" + table, Kind.OBJECT, DicomWriter.of(DicomWriter.RLE).with(table)
					.toBytes(ct.copy().fragments(split)));
			add("jpeg-" + table, Kind.OBJECT, DicomWriter.of("1.2.840.10008.1.2.4.50").with(table)
					.toBytes(ct.copy().frames(List.of(jpeg, jpeg, jpeg))));
		}
	}

	private void directories() {
		DicomObject directory = new DicomObject().set(Tag.SOP_CLASS_UID, MediaDirectory.SOP_CLASS_UID)
				.set(Tag.SOP_INSTANCE_UID, "2.25.1").sequence(Tag.DIRECTORY_RECORD_SEQUENCE,
						new DicomObject().set(Tag.DIRECTORY_RECORD_TYPE, "PATIENT").set(Tag.PATIENT_ID, "FUZZ"),
						entry("IMAGES", "IM1"), entry("images", "IM2"), entry("IMAGES/IM3"), entry("IMAGES", "IM4"),
						entry("..", "OUTSIDE"), entry("../OUTSIDE"), entry("/etc", "passwd"));
		add("directory", Kind.DIRECTORY, explicit(directory));
	}

	private static DicomObject entry(Object... fileId) {
		return new DicomObject().set(0x00041410, 0xFFFF).set(Tag.DIRECTORY_RECORD_TYPE, "IMAGE")
				.set(Tag.REFERENCED_FILE_ID, fileId);
	}

	private void archives() {
		byte[] ct = explicit(Phantoms.ct(STUDY, 6, 1, 5, SIZE).get(0));
		add("archive", Kind.ARCHIVE, archive(Map.of("study/1.dcm", ct, "study/2", ct, "readme.txt", ascii("text"))));
		add("archive-outside", Kind.ARCHIVE, archive(Map.of("../1.dcm", ct, "/2.dcm", ct, "a/../../3.dcm", ct)));
		add("archive-empty", Kind.ARCHIVE, archive(Map.of()));
	}

	/** {@return an archive} Its entries are not deflated, so that what is changed in them is a change of an object. */
	private static byte[] archive(Map<String, byte[]> entries) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			for (Map.Entry<String, byte[]> each : new TreeMap<>(entries).entrySet()) {
				CRC32 sum = new CRC32();
				sum.update(each.getValue());
				ZipEntry entry = new ZipEntry(each.getKey());
				entry.setMethod(ZipEntry.STORED);
				entry.setSize(each.getValue().length);
				entry.setCrc(sum.getValue());
				zip.putNextEntry(entry);
				zip.write(each.getValue());
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return out.toByteArray();
	}
}
