package org.dicompreview.rendering.internal.frame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.rendering.RenderingText;
import org.dicompreview.rendering.internal.color.IccTable;
import org.dicompreview.rendering.internal.color.Palette;

/**
 * The tables of an instance, each read when it is first needed and then shared by all frames. Whether a table begins at
 * a signed number depends on what goes in. For several threads.
 */
final class InstanceTables {

	private record Key(int tag, Object variant) {
	}

	private record VoiLuts(List<VoiLut> all) {
	}

	private final DataSetValues data;
	private final Map<Key, Optional<?>> known = new HashMap<>();

	InstanceTables(DataSetValues data) {
		this.data = data;
	}

	/** {@return the first table of a LUT sequence} @param sequence its tag @param signed whether inputs can be negative */
	Optional<LookupTable> lut(int sequence, boolean signed) {
		return once(sequence, signed, LookupTable.class, () -> data.items(sequence).stream().findFirst()
				.flatMap(item -> LookupTable.of(item, signed)));
	}

	/**
	 * {@return the VOI LUTs of a frame that are usable: of its functional groups (PS3.3 C.7.6.16.2.10), else of the instance}
	 *
	 * @param attributes of the frame
	 * @param frame      its index, from 0
	 * @param signed     whether inputs can be negative
	 */
	List<VoiLut> voiLuts(Attributes attributes, int frame, boolean signed) {
		boolean own = attributes.items(Tag.FRAME_VOI_LUT_SEQUENCE).stream()
				.anyMatch(group -> group.contains(Tag.VOI_LUT_SEQUENCE));
		if (!own) {
			return voiLuts(signed);
		}
		List<DataSetValues> frames = data.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
		return Stream.concat(frames.stream().skip(frame).limit(1),
				data.items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).stream().limit(1))
				.flatMap(groups -> groups.items(Tag.FRAME_VOI_LUT_SEQUENCE).stream())
				.map(group -> group.items(Tag.VOI_LUT_SEQUENCE)).filter(items -> !items.isEmpty()).findFirst()
				.map(items -> voiLuts(items, signed)).orElse(List.of());
	}

	/** {@return the usable VOI LUTs of the data set itself} @param signed whether inputs can be negative */
	List<VoiLut> voiLuts(boolean signed) {
		return once(Tag.VOI_LUT_SEQUENCE, signed, VoiLuts.class,
				() -> Optional.of(new VoiLuts(voiLuts(data.items(Tag.VOI_LUT_SEQUENCE), signed)))).orElseThrow().all();
	}

	private static List<VoiLut> voiLuts(List<DataSetValues> items, boolean signed) {
		List<VoiLut> usable = new ArrayList<>();
		for (int i = 0; i < items.size(); i++) {
			int number = i + 1;
			Text name = items.size() == 1 ? Text.of(RenderingText.VOI_LUT) : Text.of(RenderingText.VOI_LUT_NUMBER, number);
			Text label = items.get(i).attributes().string(Tag.LUT_EXPLANATION).map(String::strip)
					.filter(text -> !text.isEmpty()).map(Text::verbatim).orElse(name);
			LookupTable.of(items.get(i), signed).ifPresent(table -> usable.add(new VoiLut(number, label, table)));
		}
		return List.copyOf(usable);
	}

	/** {@return a text of the first item of a LUT sequence} */
	static Optional<String> lutText(Attributes attributes, int sequence, int tag) {
		List<Attributes> items = attributes.items(sequence);
		return items.isEmpty() ? Optional.empty() : items.get(0).string(tag);
	}

	/** {@return the palette, as the screen shows it} @param signed whether stored values can be negative */
	Optional<Palette> palette(boolean signed) {
		return once(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, signed, Palette.class,
				() -> Palettes.read(data, signed).map(palette -> palette.through(profile())));
	}

	/** {@return the palette of an optical path, likewise} @param path from 0 */
	Optional<Palette> palette(int path, boolean signed) {
		return once(Tag.OPTICAL_PATH_SEQUENCE, path + (signed ? "s" : "u"), Palette.class,
				() -> OpticalPaths.palette(data, path, signed).map(palette -> palette.through(profile())));
	}

	/** {@return the colours of the labels of a label map} @param bits of a label */
	Palette labels(int bits) {
		return once(Tag.SEGMENT_SEQUENCE, bits, Palette.class, () -> Optional.of(LabelColors.of(data, bits)))
				.orElseThrow();
	}

	/** {@return an enhanced palette, likewise} @param id of its data path */
	Optional<Palette> palette(String id) {
		return once(Tag.ENHANCED_PALETTE_COLOR_LOOKUP_TABLE_SEQUENCE, id, Palette.class,
				() -> EnhancedPalettes.read(data, id).map(palette -> palette.through(profile())));
	}

	/**
	 * {@return the table of the ICC profile, of the first optical path that has one where the image has none (PS3.3
	 * C.8.12.5); {@code null} if there is none of use}
	 */
	IccTable profile() {
		return once(Tag.ICC_PROFILE, false, IccTable.class, this::readProfile).orElse(null);
	}

	private Optional<IccTable> readProfile() {
		if (data.attributes().contains(Tag.ICC_PROFILE)) {
			return IccTable.of(data.bytes(Tag.ICC_PROFILE));
		}
		boolean onPaths = data.attributes().items(Tag.OPTICAL_PATH_SEQUENCE).stream()
				.anyMatch(path -> path.contains(Tag.ICC_PROFILE));
		if (!onPaths) {
			return Optional.empty();
		}
		return data.items(Tag.OPTICAL_PATH_SEQUENCE).stream().map(path -> path.bytes(Tag.ICC_PROFILE))
				.filter(bytes -> bytes.length > 0).findFirst().flatMap(IccTable::of);
	}

	private synchronized <T> Optional<T> once(int tag, Object variant, Class<T> type, Supplier<Optional<T>> read) {
		Key key = new Key(tag, variant);
		Optional<?> value = known.get(key);
		if (value == null) {
			value = read.get();
			known.put(key, value);
		}
		return value.map(type::cast);
	}
}
