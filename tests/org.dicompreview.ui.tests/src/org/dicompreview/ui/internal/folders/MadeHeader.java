package org.dicompreview.ui.internal.folders;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.dicom.TransferSyntax;

/** An instance that needs no file. */
public record MadeHeader(Path path, long size, long lastModified, boolean hasPixels, Map<Integer, String> values)
		implements
			InstanceHeader {

	/** No tag. */
	private static final int DAMAGE = 0;
	private static final int NOTE = 1;

	/** An image; the names of patient, study and series are their identifiers too. */
	public static MadeHeader image(Path path, String patient, String study, String series) {
		Map<Integer, String> values = new HashMap<>();
		values.put(Tag.PATIENT_NAME, patient);
		values.put(Tag.PATIENT_ID, "ID of " + patient); //$NON-NLS-1$
		values.put(Tag.PATIENT_BIRTH_DATE, "19700131"); //$NON-NLS-1$
		values.put(Tag.STUDY_INSTANCE_UID, patient + '/' + study);
		values.put(Tag.STUDY_DESCRIPTION, study);
		values.put(Tag.STUDY_DATE, "20240229"); //$NON-NLS-1$
		values.put(Tag.SERIES_INSTANCE_UID, patient + '/' + study + '/' + series);
		values.put(Tag.SERIES_DESCRIPTION, series);
		values.put(Tag.MODALITY, "MR"); //$NON-NLS-1$
		return new MadeHeader(path, 1, 1, true, values);
	}

	/** The only image of its patient. */
	public static MadeHeader image(Path path) {
		String name = path.getFileName().toString();
		return image(path, "Patient " + name, "Study " + name, "Series " + name); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	/** The same file with other contents. */
	public MadeHeader changed() {
		return new MadeHeader(path, size, lastModified + 1, hasPixels, values);
	}

	/** The same in another file; costs no more memory than that. */
	public MadeHeader at(Path other) {
		return new MadeHeader(other, size, lastModified, hasPixels, values);
	}

	/** The same with another value. */
	public MadeHeader with(int tag, String value) {
		Map<Integer, String> other = new HashMap<>(values);
		other.put(tag, value);
		return new MadeHeader(path, size, lastModified, hasPixels, other);
	}

	/** The same, damaged in the pixel data, at byte 7. */
	public MadeHeader damaged(String what) {
		return with(DAMAGE, what);
	}

	/** The same with a note, at the window and a byte of its own. */
	public MadeHeader noted(String what) {
		return with(NOTE, what);
	}

	/** The same without pixels. */
	public MadeHeader document(String sopClass) {
		return new MadeHeader(path, size, lastModified, false, with(Tag.SOP_CLASS_UID, sopClass).values);
	}

	@Override
	public InstanceLocation location() {
		return FileLocation.of(path, size, lastModified);
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
		return values.getOrDefault(Tag.SOP_CLASS_UID, ""); //$NON-NLS-1$
	}

	@Override
	public int frameCount() {
		return hasPixels ? 1 : 0;
	}

	@Override
	public Attributes frame(int frame) {
		return this;
	}

	@Override
	public Optional<Problem> problem() {
		if (contains(NOTE)) {
			return Optional
					.of(Problem.of(Text.verbatim(values.get(NOTE))).at(Tag.WINDOW_WIDTH, path.toString().length()).in(location()).asNote());
		}
		return contains(DAMAGE) ? Optional.of(Problem.of(Text.verbatim(values.get(DAMAGE))).at(Tag.PIXEL_DATA, 7).in(location()))
				: Optional.empty();
	}

	@Override
	public boolean contains(int tag) {
		return values.containsKey(tag);
	}

	@Override
	public List<String> strings(int tag) {
		return contains(tag) ? List.of(values.get(tag)) : List.of();
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
