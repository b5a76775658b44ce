package org.dicompreview.dicom.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import org.dicompreview.dicom.DataDictionary;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.spi.DicomReader;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data sets that chance makes, of every VR and any depth, come back element by element and byte by byte. */
class RandomDataSetTest {

	private static final ReadLimits LIMITS = ReadLimits.DEFAULT;
	private static final int SEEDS = 40;
	private static final int LONG = 70_000;

	@TempDir
	Path folder;

	private final DicomReader reader = new BuiltInReader();

	/** What an element should be: bytes in little-endian order with padding, or items. */
	private record Expected(VR vr, byte[] bytes, List<Map<Integer, Expected>> items) {
	}

	@ParameterizedTest
	@ValueSource(strings = { DicomWriter.EXPLICIT_LITTLE, DicomWriter.IMPLICIT_LITTLE, DicomWriter.EXPLICIT_BIG,
			DicomWriter.DEFLATED })
	void comesBack(String syntax) throws IOException {
		for (int seed = 0; seed < SEEDS; seed++) {
			Random random = new Random(seed);
			Map<Integer, Expected> expected = dataSet(random, 0, !syntax.equals(DicomWriter.IMPLICIT_LITTLE));
			DicomWriter writer = DicomWriter.of(syntax);
			Path file = folder.resolve("random"); //$NON-NLS-1$
			(random.nextBoolean() ? writer : writer.withDefinedLengths()).write(file, toObject(expected));
			DataSet dataSet = reader.readDataSet(file, LIMITS);
			assertEquals(Optional.empty(), dataSet.problem(), "seed " + seed); //$NON-NLS-1$
			List<Element> elements = dataSet.elements().stream().filter(element -> Tag.group(element.tag()) != 2)
					.toList();
			compare(expected, elements, file, "seed " + seed); //$NON-NLS-1$
			assertEquals(Optional.empty(), reader.readHeader(file, LIMITS).problem());
		}
	}

	private void compare(Map<Integer, Expected> expected, List<Element> actual, Path file,
			String where) throws IOException {
		assertEquals(expected.size(), actual.size(), where);
		Iterator<Element> elements = actual.iterator();
		for (Map.Entry<Integer, Expected> each : expected.entrySet()) {
			Element element = elements.next();
			String here = where + ' ' + Tag.format(each.getKey()) + ' ' + each.getValue().vr;
			assertEquals(each.getKey(), element.tag(), here);
			assertEquals(each.getValue().vr, element.vr(), here);
			if (each.getValue().vr == VR.SQ) {
				assertEquals(each.getValue().items.size(), element.items().size(), here);
				for (int i = 0; i < element.items().size(); i++) {
					compare(each.getValue().items.get(i), element.items().get(i).elements(), file, here + '[' + i
							+ ']');
				}
			} else {
				assertArrayEquals(each.getValue().bytes, reader.readValue(file, element, LIMITS), here);
			}
		}
	}

	private static DicomObject toObject(Map<Integer, Expected> expected) {
		DicomObject object = new DicomObject();
		expected.forEach((tag, each) -> {
			if (each.vr == VR.SQ) {
				object.sequence(tag, each.items.stream().map(RandomDataSetTest::toObject).toList());
			} else {
				object.bytes(tag, each.vr, each.bytes);
			}
		});
		return object;
	}

	private static Map<Integer, Expected> dataSet(Random random, int depth, boolean explicit) {
		Map<Integer, Expected> elements = new TreeMap<>(Integer::compareUnsigned);
		if (depth == 0) {
			elements.put(Tag.SOP_CLASS_UID, new Expected(VR.UI, new byte[] { '1', '.', '2', 0 }, List.of()));
		}
		int count = random.nextInt(depth == 0 ? 60 : 6) + (depth == 0 ? 5 : 0);
		while (count-- > 0) {
			int tag = (0x0008 + 2 * random.nextInt(0x60)) << 16 | random.nextInt(0x3000);
			boolean creator = random.nextInt(10) == 0;
			tag = creator ? (tag | 0x10000) & 0xFFFF0000 | 0x10 : tag;
			VR vr = vr(tag, random, explicit);
			if (vr != null && tag != Tag.PIXEL_REPRESENTATION && tag != Tag.SPECIFIC_CHARACTER_SET) {
				elements.put(tag, value(vr, random, depth, explicit));
			}
		}
		return elements;
	}

	/** Without VR in the file only what the dictionary knows can come back as it was. */
	private static VR vr(int tag, Random random, boolean explicit) {
		Optional<DataDictionary.Entry> known = DataDictionary.find(tag);
		if (known.isPresent() && known.get().vrs().size() == 1) {
			return known.get().vrs().get(0);
		}
		VR any = VR.values()[random.nextInt(VR.values().length)];
		return explicit && known.isEmpty() && any != VR.UN ? any : null;
	}

	private static Expected value(VR vr, Random random, int depth, boolean explicit) {
		if (vr == VR.SQ) {
			List<Map<Integer, Expected>> items = new ArrayList<>();
			for (int i = depth < 5 ? random.nextInt(4) : 0; i > 0; i--) {
				items.add(dataSet(random, depth + 1, explicit));
			}
			return new Expected(vr, new byte[0], items);
		}
		int size = switch (vr) {
			case FD, OD, OV, SV, UV -> 8;
			case UL, SL, FL, OL, OF, AT -> 4;
			default -> 2;
		};
		int length = size * random.nextInt(random.nextInt(8) == 0 && vr.hasLongLength() ? LONG / size : 40);
		byte[] bytes = new byte[length];
		random.nextBytes(bytes);
		if (size == 2 && !vr.hasLongLength() && vr != VR.US && vr != VR.SS) {
			Arrays.fill(bytes, (byte) ('0' + random.nextInt(10)));
		}
		return new Expected(vr, bytes, List.of());
	}
}
