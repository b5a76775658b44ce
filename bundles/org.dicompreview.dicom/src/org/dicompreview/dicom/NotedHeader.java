package org.dicompreview.dicom;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A header that a reader read in place of the one that failed.
 *
 * @param header as it was read
 * @param said  the note
 */
record NotedHeader(InstanceHeader header, Problem said) implements InstanceHeader {

	@Override
	public Optional<Problem> note() {
		return Optional.of(said);
	}

	@Override
	public boolean hasSameContent(InstanceHeader other) {
		return header.hasSameContent(other instanceof NotedHeader noted ? noted.header() : other);
	}

	@Override
	public InstanceLocation location() {
		return header.location();
	}

	@Override
	public TransferSyntax transferSyntax() {
		return header.transferSyntax();
	}

	@Override
	public String sopInstanceUid() {
		return header.sopInstanceUid();
	}

	@Override
	public String sopClassUid() {
		return header.sopClassUid();
	}

	@Override
	public boolean hasPixels() {
		return header.hasPixels();
	}

	@Override
	public int frameCount() {
		return header.frameCount();
	}

	@Override
	public Attributes frame(int frame) {
		return header.frame(frame);
	}

	@Override
	public Optional<PixelLocation> pixelLocation() {
		return header.pixelLocation();
	}

	@Override
	public Optional<Problem> problem() {
		return header.problem();
	}

	@Override
	public boolean contains(int tag) {
		return header.contains(tag);
	}

	@Override
	public List<String> strings(int tag) {
		return header.strings(tag);
	}

	@Override
	public double[] numbers(int tag) {
		return header.numbers(tag);
	}

	@Override
	public List<Attributes> items(int tag) {
		return header.items(tag);
	}

	@Override
	public OptionalInt privateTag(int group, String creator, int element) {
		return header.privateTag(group, creator, element);
	}
}
