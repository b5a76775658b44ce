package org.dicompreview.dicom.internal.parse;

import java.io.IOException;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.internal.io.Input;
import org.dicompreview.dicom.internal.model.BlockWriter;
import org.dicompreview.dicom.internal.model.BuiltInDataSet;

/** Reads whole data sets. */
public final class DataSetReader implements ElementSelection {

	/** Text and numbers up to this length are kept in memory, of other values the beginning. */
	private static final int KEPT = 1 << 16;
	private static final int KEPT_BINARY = 64;

	private final int longest;

	private DataSetReader(int longest) {
		this.longest = longest;
	}

	/**
	 * Reads a data set with its meta information.
	 *
	 * @param source the bytes of the file; the caller closes it
	 * @param file   the file, for messages
	 * @param limits bounds
	 * @return the data set
	 * @throws IOException as {@link org.dicompreview.dicom.spi.DicomReader#readDataSet} says
	 */
	public static DataSet read(InstanceBytes source, InstanceLocation file, ReadLimits limits) throws IOException {
		DicomInput input = new DicomInput();
		input.begin(source, file, limits, Input.FIRST_READ, limits.inflatedBytes());
		BlockWriter elements = new BlockWriter(true);
		elements.addAll(input.meta());
		TreeParser parser = new TreeParser(input, elements, new DataSetReader(Math.min(KEPT, limits.valueBytes())));
		parser.parse();
		if (elements.size() == 0) {
			throw input.problem() != null ? new DicomException(input.problem())
					: new DicomException(Problem.of(DicomText.NO_DATA_SET).at(0, input.input().position()).in(file));
		}
		return new BuiltInDataSet(elements.toBytes(), input.problem());
	}

	@Override
	public int keep(int tag, VR vr, long length) {
		return switch (vr) {
			case SQ -> longest;
			case OB, OW, OF, OD, OL, OV, UN -> length == ElementReader.UNDEFINED ? longest : KEPT_BINARY;
			default -> longest;
		};
	}

	@Override
	public AtPixels atPixels(BlockWriter read) {
		return AtPixels.KEEP;
	}
}
