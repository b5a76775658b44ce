package org.dicompreview.rendering.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.TransferSyntax;

/** A header made by a test; every frame has the attributes of the instance. */
public record MadeHeader(Path path, int frameCount, MadeAttributes attributes) implements InstanceHeader {

	@Override
	public InstanceLocation location() {
		return FileLocation.of(path, 1, 1);
	}

	@Override
	public TransferSyntax transferSyntax() {
		return TransferSyntax.of(attributes.string(Tag.TRANSFER_SYNTAX_UID).orElse("1.2.840.10008.1.2.1"));
	}

	@Override
	public String sopInstanceUid() {
		return path.toString();
	}

	@Override
	public String sopClassUid() {
		return "";
	}

	@Override
	public boolean hasPixels() {
		return true;
	}

	@Override
	public Attributes frame(int frame) {
		return attributes;
	}

	@Override
	public Optional<Problem> problem() {
		return Optional.empty();
	}

	@Override
	public boolean contains(int tag) {
		return attributes.contains(tag);
	}

	@Override
	public List<String> strings(int tag) {
		return attributes.strings(tag);
	}

	@Override
	public double[] numbers(int tag) {
		return attributes.numbers(tag);
	}

	@Override
	public List<Attributes> items(int tag) {
		return attributes.items(tag);
	}
}
