package org.dicompreview.dicomweb.internal.archive;

import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.PixelLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.TransferSyntax;

/**
 * The header of an instance in an archive, made of its metadata.
 *
 * @param read           what a reader made of the metadata
 * @param location       where the instance is
 * @param transferSyntax how it is stored there
 */
record RemoteHeader(InstanceHeader read, InstanceLocation location, TransferSyntax transferSyntax) implements InstanceHeader {

	@Override
	public String sopInstanceUid() {
		return read.sopInstanceUid();
	}

	@Override
	public String sopClassUid() {
		return read.sopClassUid();
	}

	@Override
	public boolean hasPixels() {
		return read.hasPixels();
	}

	@Override
	public int frameCount() {
		return read.frameCount();
	}

	@Override
	public Attributes frame(int frame) {
		return read.frame(frame);
	}

	@Override
	public Optional<PixelLocation> pixelLocation() {
		return read.pixelLocation();
	}

	@Override
	public Optional<Problem> problem() {
		return read.problem();
	}

	@Override
	public boolean hasSameContent(InstanceHeader other) {
		return other instanceof RemoteHeader remote && transferSyntax.equals(remote.transferSyntax)
				&& read.hasSameContent(remote.read);
	}

	@Override
	public boolean contains(int tag) {
		return read.contains(tag);
	}

	@Override
	public List<String> strings(int tag) {
		return read.strings(tag);
	}

	@Override
	public double[] numbers(int tag) {
		return read.numbers(tag);
	}

	@Override
	public List<Attributes> items(int tag) {
		return read.items(tag);
	}

	/** Headers are compared by identity, as those of files. */
	@Override
	public boolean equals(Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	@Override
	public String toString() {
		return location.toString();
	}
}
