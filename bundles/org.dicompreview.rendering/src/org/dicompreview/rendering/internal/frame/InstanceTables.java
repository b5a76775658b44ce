package org.dicompreview.rendering.internal.frame;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.internal.color.IccTable;
import org.dicompreview.rendering.internal.color.Palette;

/**
 * The tables of an instance, each read when it is first needed and then shared by all frames. Whether a table begins at
 * a signed number depends on what goes in. For several threads.
 */
final class InstanceTables {

	private record Key(int tag, boolean signed) {
	}

	private final FullData data;
	private final Map<Key, Optional<?>> known = new HashMap<>();

	InstanceTables(FullData data) {
		this.data = data;
	}

	/** {@return the first table of a LUT sequence} @param sequence its tag @param signed whether inputs can be negative */
	Optional<LookupTable> lut(int sequence, boolean signed) {
		return once(sequence, signed, LookupTable.class, () -> data.items(sequence).stream().findFirst()
				.flatMap(item -> LookupTable.of(item, signed)));
	}

	/** {@return a text of the first item of a LUT sequence} */
	Optional<String> lutText(int sequence, int tag) {
		List<Attributes> items = data.attributes().items(sequence);
		return items.isEmpty() ? Optional.empty() : items.get(0).string(tag);
	}

	/** {@return the palette, as the screen shows it} @param signed whether stored values can be negative */
	Optional<Palette> palette(boolean signed) {
		return once(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, signed, Palette.class,
				() -> Palettes.read(data, signed).map(palette -> palette.through(profile())));
	}

	/** {@return the table of the ICC profile; {@code null} if there is none of use} */
	IccTable profile() {
		return once(Tag.ICC_PROFILE, false, IccTable.class,
				() -> data.attributes().contains(Tag.ICC_PROFILE) ? IccTable.of(data.bytes(Tag.ICC_PROFILE))
						: Optional.empty()).orElse(null);
	}

	private synchronized <T> Optional<T> once(int tag, boolean signed, Class<T> type, Supplier<Optional<T>> read) {
		Key key = new Key(tag, signed);
		Optional<?> value = known.get(key);
		if (value == null) {
			value = read.get();
			known.put(key, value);
		}
		return value.map(type::cast);
	}
}
