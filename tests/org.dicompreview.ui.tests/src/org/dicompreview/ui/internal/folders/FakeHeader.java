package org.dicompreview.ui.internal.folders;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.TransferSyntax;

/** An instance of one frame that needs no file. */
public record FakeHeader(Path path, long size, long lastModified, String patient, String study, String series)
		implements InstanceHeader {

	/** A header of the only series of its patient. */
	public static FakeHeader of(Path path, String patient) {
		return new FakeHeader(path, 1, 1, patient, patient + ".1", patient + ".1.1"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	public TransferSyntax transferSyntax() {
		return TransferSyntax.of("1.2.840.10008.1.2.1"); //$NON-NLS-1$
	}

	@Override
	public String sopInstanceUid() {
		return path.toString();
	}

	@Override
	public String sopClassUid() {
		return ""; //$NON-NLS-1$
	}

	@Override
	public boolean hasPixels() {
		return true;
	}

	@Override
	public int frameCount() {
		return 1;
	}

	@Override
	public Attributes frame(int frame) {
		return this;
	}

	@Override
	public Optional<DicomException> problem() {
		return Optional.empty();
	}

	@Override
	public boolean contains(int tag) {
		return false;
	}

	@Override
	public List<String> strings(int tag) {
		return List.of();
	}

	@Override
	public double[] numbers(int tag) {
		return new double[0];
	}

	@Override
	public List<Attributes> items(int tag) {
		return List.of();
	}
}
