package org.dicompreview.dicom.internal.parse;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;

import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.internal.model.BlockWriter;

/**
 * What a scan keeps: every attribute that {@link Tag} names, and the private ones that place an image in its series. Of
 * attributes that may be large only the presence is kept; they are read again when they are needed.
 */
public final class HeaderSelection implements Keeper {

	/** Longest value that is kept: 4,000 offsets or times of frames. */
	public static final int LONGEST = 1 << 16;

	private static final Set<Integer> BULK = Set.of(Tag.DIRECTORY_RECORD_SEQUENCE, Tag.SOURCE_IMAGE_SEQUENCE,
			Tag.REFERENCED_IMAGE_SEQUENCE, Tag.REFERENCED_SERIES_SEQUENCE, Tag.DERIVATION_IMAGE_SEQUENCE,
			Tag.EXTENDED_OFFSET_TABLE, Tag.EXTENDED_OFFSET_TABLE_LENGTHS, Tag.ICC_PROFILE, Tag.LUT_DATA,
			Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA,
			Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA, Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA,
			Tag.SEGMENTED_GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, Tag.SEGMENTED_BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA,
			Tag.OVERLAY_DATA, Tag.STRUCTURE_SET_ROI_SEQUENCE, Tag.ENCAPSULATED_DOCUMENT, Tag.CONTENT_SEQUENCE,
			Tag.WAVEFORM_SEQUENCE, Tag.UNASSIGNED_PER_FRAME_CONVERTED_ATTRIBUTES_SEQUENCE,
			Tag.UNASSIGNED_SHARED_CONVERTED_ATTRIBUTES_SEQUENCE);

	/** Group and low byte of private elements: diffusion, phases, mosaics, slice numbers and times, SUV factors. */
	private static final int[] PRIVATE = { 0x0019000A, 0x0019000B, 0x0019000C, 0x0019000D, 0x0019000E, 0x0019000F,
			0x00190027, 0x00190028, 0x00190029, 0x001900BB, 0x001900BC, 0x001900BD, 0x00430039, 0x0051000B, 0x0051000C,
			0x0051000D, 0x0051000E, 0x0051000F, 0x00510011, 0x00510013, 0x00510016, 0x00650009, 0x00650037, 0x20010003,
			0x20010004, 0x20010008, 0x2001000A, 0x20010014, 0x20010017, 0x20010018, 0x2005000D, 0x2005000E, 0x200500B0,
			0x200500B1, 0x200500B2, 0x70530000, 0x70530009 };

	private static final int ANY_CREATOR = 0x0100;
	private static final int SLOTS = 1 << 11;
	private static final byte VALUE = 1;
	private static final byte PRESENCE = 2;

	/** The one instance; immutable. */
	public static final HeaderSelection INSTANCE = new HeaderSelection();

	private final int[] tags = new int[SLOTS];
	private final byte[] kinds = new byte[SLOTS];

	private HeaderSelection() {
		for (Field field : Tag.class.getFields()) {
			add(valueOf(field));
		}
		for (int tag : PRIVATE) {
			put(tag, VALUE);
			put(tag & 0xFFFF0000 | ANY_CREATOR, VALUE);
		}
	}

	private static int valueOf(Field field) {
		try {
			return field.getInt(null);
		} catch (IllegalAccessException e) {
			throw new IllegalStateException(e);
		}
	}

	private void add(int tag) {
		byte kind = BULK.contains(tag) ? PRESENCE : VALUE;
		if (!Tag.isOverlay(tag)) {
			put(tag, kind);
			return;
		}
		for (int plane = 0; plane < 16; plane++) {
			put(Tag.overlay(tag, plane), kind);
		}
	}

	private void put(int tag, byte kind) {
		int slot = slot(tag);
		while (kinds[slot] != 0 && tags[slot] != tag) {
			slot = slot + 1 & SLOTS - 1;
		}
		tags[slot] = tag;
		kinds[slot] = kind;
	}

	private static int slot(int tag) {
		return tag * 0x9E3779B1 >>> 21;
	}

	@Override
	public int keep(int tag, VR vr, long length) {
		int key = Tag.isPrivate(tag) ? privateKey(tag) : tag;
		int slot = slot(key);
		while (kinds[slot] != 0) {
			if (tags[slot] == key) {
				if (kinds[slot] == PRESENCE || length > LONGEST && vr != VR.SQ) {
					return 0;
				}
				return length < 0 || length > LONGEST ? LONGEST : (int) length;
			}
			slot = slot + 1 & SLOTS - 1;
		}
		return NOTHING;
	}

	/** All creators of a group share one entry, and so do the same elements of all blocks. */
	private static int privateKey(int tag) {
		return Tag.isPrivateCreator(tag) ? tag & 0xFFFF0000 | ANY_CREATOR : tag & 0xFFFF00FF;
	}

	/** What describes an image stands in front of its pixels, unless a writer has put them anywhere. */
	@Override
	public AtPixels atPixels(BlockWriter read) {
		return read.has(Tag.ROWS) && read.has(Tag.COLUMNS) ? AtPixels.STOP : AtPixels.PASS;
	}

	/** {@return the same in every run, as long as the same is kept} */
	@Override
	public int hashCode() {
		return 31 * Arrays.hashCode(tags) + Arrays.hashCode(kinds);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof HeaderSelection selection && Arrays.equals(tags, selection.tags)
				&& Arrays.equals(kinds, selection.kinds);
	}
}
