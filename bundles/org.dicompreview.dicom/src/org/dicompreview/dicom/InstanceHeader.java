package org.dicompreview.dicom;

import java.util.Optional;

/**
 * What a scan keeps of one SOP instance: where it is and the attributes that grouping, ordering and rendering ask for,
 * without pixels. Compact: values that many instances share are shared between headers. Immutable.
 * <p>
 * What {@code spi.HeaderContent} lists is here, at the top level and inside of sequences, but of values that may be large
 * only the presence: {@link #contains} says that they are there, and {@link DicomReaders#readDataSet} with
 * {@link DicomReaders#readValue} gets them. These are the data of look-up tables, palettes and overlays, ICC profiles,
 * encapsulated documents, waveforms, the content of reports, directory records, references to other instances, and any
 * value of more than 64 KiB.
 */
public interface InstanceHeader extends Attributes {

	/** {@return where it lies, as it was when it was read} */
	InstanceLocation location();

	/** {@return the transfer syntax of the meta information, or the one that was recognised where it is missing or wrong} */
	TransferSyntax transferSyntax();

	/** {@return SOP Instance UID (0008,0018), else Media Storage SOP Instance UID; empty text where both are missing} */
	String sopInstanceUid();

	/** {@return SOP Class UID (0008,0016), else Media Storage SOP Class UID; empty text where both are missing} */
	String sopClassUid();

	/** {@return whether one of the pixel data attributes is present at the top level (PS3.3 C.7.6.3, C.7.6.24)} */
	boolean hasPixels();

	/**
	 * {@return number of frames that can be slices: 0 without pixels, else Number of Frames or 1, bounded by what the
	 * file can hold}
	 */
	int frameCount();

	/**
	 * The attributes of one frame: its own functional groups (PS3.3 C.7.6.16) before the shared ones before the top
	 * level, flattened: {@code frame(i).numbers(Tag.IMAGE_POSITION_PATIENT)} finds the position in Plane Position
	 * Sequence. Sequences of the functional groups are present as sequences too.
	 *
	 * @param frame index from 0
	 * @return the view, cheap to make
	 * @throws IndexOutOfBoundsException if there is no such frame
	 */
	Attributes frame(int frame);

	/** {@return where the pixel data are; absent if there are none, or if it is not known} */
	default Optional<PixelLocation> pixelLocation() {
		return Optional.empty();
	}

	/** {@return what a person should know of how the file was read: that another reader had to; absent if nothing} */
	default Optional<Problem> note() {
		return Optional.empty();
	}

	/** {@return this header with a note} */
	default InstanceHeader withNote(Problem note) {
		return new NotedHeader(this, note);
	}

	/**
	 * {@return whether another reading of the file gave the same: where size and time are too coarse to tell whether a file
	 * has changed, this often does}
	 *
	 * @param other the other reading
	 * @since 0.1
	 */
	default boolean hasSameContent(InstanceHeader other) {
		return sopInstanceUid().equals(other.sopInstanceUid()) && sopClassUid().equals(other.sopClassUid())
				&& transferSyntax().uid().equals(other.transferSyntax().uid()) && frameCount() == other.frameCount()
				&& pixelLocation().equals(other.pixelLocation());
	}

	/** {@return what was wrong with the file but did not prevent reading; absent if nothing} */
	Optional<Problem> problem();
}
