package org.dicompreview.dcm4che.internal;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.util.function.Predicate;

import org.dcm4che3.data.Attributes;
import org.dcm4che3.io.DicomInputHandler;
import org.dcm4che3.io.DicomInputStream;
import org.dcm4che3.io.DicomStreamException;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.NotDicomException;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.TextKey;
import org.dicompreview.dicom.TransferSyntax;

/** A file that dcm4che parses within limits; what was read before the damage remains. For one thread. */
final class ToolkitInput implements Closeable {

	private static final int LONGEST_META = 1 << 16;

	private final InstanceLocation file;
	private final ReadLimits limits;
	private final SeekableInput input;
	private final DicomInputStream stream;
	private Attributes meta = new Attributes();
	private Attributes elements = new Attributes();
	private Problem problem;
	private long start;
	private int count;
	private String lastSyntax;
	private boolean inflated;

	/**
	 * @throws NotDicomException if dcm4che finds no DICOM in the file
	 * @throws IOException       if it cannot be read
	 */
	ToolkitInput(InstanceLocation file, ReadLimits limits) throws IOException {
		this.file = file;
		this.limits = limits;
		input = new SeekableInput(file);
		try {
			stream = new DicomInputStream(input);
		} catch (DicomStreamException e) {
			input.close();
			throw new NotDicomException(file);
		} catch (IOException | RuntimeException e) {
			input.close();
			throw e;
		}
	}

	/**
	 * Parses meta information and data set.
	 *
	 * @param handler what is done with the values
	 * @param end     where to end
	 * @throws NotDicomException if what was found makes no sense without the prefix of PS3.10 section 7.1
	 */
	void parse(DicomInputHandler handler, Predicate<DicomInputStream> end) throws IOException {
		stream.setDicomInputHandler(handler);
		try {
			Attributes found = stream.readFileMetaInformation();
			meta = found == null ? meta : found;
			start = isInflated() ? stream.getPosition() : 0;
			elements = new Attributes(stream.bigEndian(), 64);
			stream.readAttributes(elements, -1, end);
		} catch (DicomException e) {
			problem = e.problem();
		} catch (EOFException e) {
			problem = problem(ToolkitText.ENDS_WITHIN_DATA_SET);
		} catch (IOException | RuntimeException | StackOverflowError e) { // damage shows as anything
			problem = problem(ToolkitText.FAILED, e.getMessage() == null ? e : e.getMessage());
		}
		if (stream.getPreamble() == null && meta.isEmpty() && !isPlausible()) {
			throw new NotDicomException(file);
		}
	}

	/** Without prefix and meta information, dcm4che takes any bytes for elements whose first ones look like a tag. */
	private boolean isPlausible() {
		return elements.contains(Tag.SOP_CLASS_UID) || elements.contains(Tag.SOP_INSTANCE_UID)
				|| elements.contains(Tag.STUDY_INSTANCE_UID) || elements.contains(Tag.MODALITY)
				|| elements.contains(Tag.ROWS);
	}

	/** Counts an element or item and checks that it is within the limits and the file. */
	void check() throws DicomException {
		if (++count > limits.items()) {
			throw new DicomException(problem(DicomText.TOO_MANY_ELEMENTS, limits.items()));
		}
		if (stream.level() > limits.depth()) {
			throw new DicomException(problem(DicomText.NESTED_TOO_DEEP, limits.depth()));
		}
		long end = position() + Math.max(0, stream.unsignedLength());
		if (isInflated() ? end > limits.inflatedBytes() : end > input.size()) {
			throw new DicomException(isInflated() ? problem(ToolkitText.INFLATED_TOO_LONG)
					: problem(ToolkitText.VALUE_PAST_END, stream.unsignedLength()));
		}
		if (Tag.group(stream.tag()) == 2 && stream.unsignedLength() > LONGEST_META) {
			throw new DicomException(problem(DicomText.META_INFORMATION_DAMAGED));
		}
	}

	/** {@return the position in the file, or in the inflated data set} */
	long position() {
		return stream.getPosition() - start;
	}

	/** Passes over the value of the current element. */
	void skip() throws IOException {
		if (stream.unsignedLength() < 0) {
			stream.skipSequence();
		} else {
			stream.skipFully(stream.unsignedLength());
		}
	}

	Problem problem(TextKey key, Object... arguments) {
		return Problem.of(key, arguments).at(stream.tag(), position()).in(file);
	}

	/** Notes damage if the pixel data, whose header was read just now, are not all there. */
	void checkPixels() {
		if (problem == null && !isInflated() && position() + Math.max(0, stream.unsignedLength()) > input.size()) {
			problem = problem(ToolkitText.ENDS_WITHIN_PIXEL_DATA);
		}
	}

	/**
	 * Ends in an exception if there was damage or nothing at all: after the first damage dcm4che is lost, so what it has
	 * read by then is less than what the next reader makes of the file.
	 */
	void requireWhole() throws DicomException {
		if (problem != null || elements.isEmpty() && meta.isEmpty()) {
			throw new DicomException(problem != null ? problem : problem(DicomText.NO_DATA_SET));
		}
	}

	/** {@return the damage, or {@code null}} */
	Problem problem() {
		return problem;
	}

	InstanceLocation file() {
		return file;
	}

	Attributes meta() {
		return meta;
	}

	Attributes elements() {
		return elements;
	}

	TransferSyntax syntax() {
		return TransferSyntax.of(stream.getTransferSyntax());
	}

	/** {@return whether positions are those in an inflated data set} */
	boolean isInflated() {
		String uid = stream.getTransferSyntax();
		if (!uid.equals(lastSyntax)) {
			lastSyntax = uid;
			inflated = syntax().deflated();
		}
		return inflated;
	}

	@Override
	public void close() throws IOException {
		stream.close();
	}
}
