package org.dicompreview.dicom;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The data dictionary of PS3.6: what attributes and unique identifiers are called. The tables are loaded when they are
 * first asked for.
 */
public final class DataDictionary {

	/**
	 * What is known of an attribute.
	 *
	 * @param tag     the tag; for repeating groups the one that was asked for
	 * @param keyword the keyword, {@code PatientName}; empty for private attributes
	 * @param name    the name, {@code Patient's Name}
	 * @param vrs     the value representations that are possible, the usual one first; empty for item tags
	 * @param vm      the value multiplicity, {@code 1}, {@code 2-n} or the like
	 * @param retired whether the standard has given it up
	 */
	public record Entry(int tag, String keyword, String name, List<VR> vrs, String vm, boolean retired) {
	}

	private static final String GROUP_LENGTH = "Group Length"; //$NON-NLS-1$
	private static final String PRIVATE_CREATOR = "Private Creator"; //$NON-NLS-1$

	private DataDictionary() {
	}

	/**
	 * {@return what is known of an attribute of the standard, group lengths and private creators included}
	 *
	 * @param tag the tag
	 */
	public static Optional<Entry> find(int tag) {
		ElementTable.Row row = ElementTable.STANDARD.row(tag);
		if (row != null) {
			return Optional.of(new Entry(tag, row.keyword(), row.name(), row.vrs(), row.vm(), row.retired()));
		}
		if (Tag.isPrivateCreator(tag)) {
			return Optional.of(new Entry(tag, "PrivateCreator", PRIVATE_CREATOR, List.of(VR.LO), "1", false)); //$NON-NLS-1$ //$NON-NLS-2$
		}
		if ((tag & 0xFFFF) == 0) {
			return Optional.of(new Entry(tag, "GroupLength", GROUP_LENGTH, List.of(VR.UL), "1", true)); //$NON-NLS-1$ //$NON-NLS-2$
		}
		return Optional.empty();
	}

	/**
	 * {@return what is known of a private attribute, or of one of the standard if there is no creator}
	 *
	 * @param tag     the tag as it stands in the file
	 * @param creator the private creator ({@link Element#creator()}), empty for attributes of the standard
	 */
	public static Optional<Entry> find(int tag, String creator) {
		if (creator.isEmpty() || !Tag.isPrivate(tag)) {
			return find(tag);
		}
		return Optional.ofNullable(PrivateTable.STANDARD.row(tag, creator))
				.map(row -> new Entry(tag, "", row.name(), List.of(row.vr()), row.vm(), false)); //$NON-NLS-1$
	}

	/**
	 * {@return the value representation of an attribute of the standard where none is stated; absent if the standard does
	 * not know it}
	 *
	 * @param tag the tag
	 */
	public static Optional<VR> vr(int tag) {
		return Optional.ofNullable(ElementTable.STANDARD.vr(tag));
	}

	/**
	 * {@return the value representation of a private attribute; absent if creator or attribute are not known}
	 *
	 * @param tag     the tag as it stands in the file
	 * @param creator the private creator ({@link Element#creator()})
	 */
	public static Optional<VR> vr(int tag, String creator) {
		return Optional.ofNullable(PrivateTable.STANDARD.row(tag, creator)).map(PrivateTable.Row::vr);
	}

	/**
	 * {@return whether values of an attribute are signed where the pixel values are: the standard says US or SS}
	 *
	 * @param tag the tag
	 */
	public static boolean isSignedBySamples(int tag) {
		return ElementTable.STANDARD.isSignedBySamples(tag);
	}

	/**
	 * {@return the tag with a keyword}
	 *
	 * @param keyword the keyword as in PS3.6; those of repeating groups name none
	 */
	public static OptionalInt tag(String keyword) {
		Integer tag = ElementTable.STANDARD.tag(keyword);
		return tag == null ? OptionalInt.empty() : OptionalInt.of(tag);
	}

	/**
	 * {@return the name of a transfer syntax, SOP class or other identifier of the standard}
	 *
	 * @param uid the identifier
	 */
	public static Optional<String> uidName(String uid) {
		return UidTable.STANDARD.name(uid);
	}
}
