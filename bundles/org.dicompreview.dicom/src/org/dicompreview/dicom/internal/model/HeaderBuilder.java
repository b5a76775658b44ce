package org.dicompreview.dicom.internal.model;

import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.PixelLocation;
import org.dicompreview.dicom.TransferSyntax;

/** Gathers what makes a {@link BuiltInHeader}. Kept and reused by one thread. */
public final class HeaderBuilder {

	final BlockWriter attributes = new BlockWriter(false);
	private final BlockWriter frame = new BlockWriter(false);
	private final HeaderPool.Scratch scratch = new HeaderPool.Scratch();

	InstanceLocation location;
	TransferSyntax transferSyntax;
	FrameTable frames;
	int frameCount;
	PixelLocation pixels;
	Problem problem;
	private FrameTable.Builder frameTable;

	/** Begins with another instance. */
	public void begin(InstanceLocation place) {
		attributes.clear();
		frames = null;
		frameTable = null;
		pixels = null;
		location = place;
	}

	/** {@return where the attributes are written} */
	public BlockWriter attributes() {
		return attributes;
	}

	/** {@return where the attributes of one frame are written} */
	public BlockWriter frame() {
		return frame;
	}

	/** The attributes of a frame are complete. */
	public void addFrame() {
		if (frameTable == null) {
			frameTable = new FrameTable.Builder();
		}
		if (frame.isAscending()) {
			frameTable.add(frame.bytes(), frame.size());
		} else {
			byte[] sorted = frame.toSortedBytes();
			frameTable.add(sorted, sorted.length);
		}
	}

	/** Says what was found out about the file. */
	public void found(TransferSyntax syntax, PixelLocation place, int frameTotal, Problem damage) {
		transferSyntax = syntax;
		pixels = place;
		frameCount = frameTotal;
		problem = damage;
	}

	/** {@return the header, sharing what it can with others of the pool} */
	public BuiltInHeader build(HeaderPool pool) {
		frames = frameTable == null ? null : frameTable.build();
		frameTable = null;
		if (attributes.isAscending()) {
			return new BuiltInHeader(this, pool.share(attributes.bytes(), attributes.size(), scratch));
		}
		byte[] sorted = attributes.toSortedBytes();
		return new BuiltInHeader(this, pool.share(sorted, sorted.length, scratch));
	}
}
