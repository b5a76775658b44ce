package org.dicompreview.dicom.internal.parse;

import java.io.IOException;

import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.PixelLocation;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.internal.io.Input;
import org.dicompreview.dicom.internal.model.BlockWriter;

/** Finds the pixel data in a file: where the header says that they are, else by passing over the whole data set. */
public final class PixelFinder implements ElementSelection {

	private static final byte[] NO_TABLE = {};

	private final DicomInput input = new DicomInput();
	private final ReadLimits limits;
	private final BlockWriter tables = new BlockWriter(false);
	private PixelPlace place;

	/**
	 * @param source of the whole file
	 * @param header that was read from it
	 * @param bounds limits
	 * @throws IOException if reading fails
	 */
	public PixelFinder(InstanceBytes source, InstanceHeader header, ReadLimits bounds) throws IOException {
		limits = bounds;
		input.begin(source, header.location(), limits, Input.FIRST_READ, limits.inflatedBytes());
		boolean simple = !input.isInflated() && !header.contains(Tag.EXTENDED_OFFSET_TABLE);
		if (simple && header.pixelLocation().isPresent()) {
			place = atOnce(header.pixelLocation().get());
		}
		if (place == null) {
			TreeParser parser = new TreeParser(input, tables, this);
			parser.parse();
			place = parser.pixels();
		}
	}

	/** Looks whether the pixel data are where they were when the header was read. */
	private PixelPlace atOnce(PixelLocation known) throws IOException {
		long back = input.input().position();
		ElementReader element = input.element();
		for (int header = 8; header <= 12; header += 4) {
			input.input().seek(known.position() - header);
			if (element.next() && element.tag() == known.tag() && input.input().position() == known.position()
					&& element.length() == known.length()) {
				return new PixelPlace(known.tag(), element.vr(), known.position(), known.length());
			}
		}
		input.input().seek(back);
		return null;
	}

	@Override
	public int keep(int tag, VR vr, long length) {
		return tag == Tag.EXTENDED_OFFSET_TABLE && length <= limits.valueBytes() ? (int) Math.max(length, 0)
				: ElementSelection.NOTHING;
	}

	@Override
	public AtPixels atPixels(BlockWriter read) {
		return AtPixels.STOP;
	}

	/** {@return where the pixel data are, {@code null} if there are none} */
	public PixelPlace place() {
		return place;
	}

	/** {@return the bytes of the Extended Offset Table, empty if there is none} */
	public byte[] extendedOffsets() {
		return tables.has(Tag.EXTENDED_OFFSET_TABLE) ? tables.value(Tag.EXTENDED_OFFSET_TABLE) : NO_TABLE;
	}

	/** {@return the transfer syntax that the file has} */
	public TransferSyntax syntax() {
		return input.syntax();
	}

	/** {@return the byte order of the data set} */
	public boolean isBigEndian() {
		return input.isBigEndian();
	}

	/** {@return whether positions are those in the inflated data set} */
	public boolean isInflated() {
		return input.isInflated();
	}

	/** {@return the bytes of the file, or of the inflated data set} */
	public InstanceBytes source() {
		return input.input().source();
	}
}
