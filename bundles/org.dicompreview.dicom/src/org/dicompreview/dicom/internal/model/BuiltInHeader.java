package org.dicompreview.dicom.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.PixelLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.dicom.internal.text.CharacterSet;

/** A header as the built-in reader keeps it: what it shares with its series-mates, and what is its own. */
public final class BuiltInHeader extends StoredAttributes implements InstanceHeader {

	private final InstanceLocation location;
	private final TransferSyntax transferSyntax;
	private final HeaderBase base;
	private final byte[] own;
	private final FrameTable frames;
	private final int frameCount;
	private final int pixelTag;
	private final long pixelPosition;
	private final long pixelLength;
	private final Problem problem;

	BuiltInHeader(HeaderBuilder builder, HeaderPool.Shared shared) {
		location = builder.location;
		transferSyntax = builder.transferSyntax;
		base = shared.base();
		own = shared.own();
		frames = builder.frames;
		frameCount = builder.frameCount;
		pixelTag = builder.pixels == null ? 0 : builder.pixels.tag();
		pixelPosition = builder.pixels == null ? -1 : builder.pixels.position();
		pixelLength = builder.pixels == null ? 0 : builder.pixels.length();
		problem = builder.problem;
	}

	@Override
	public InstanceLocation location() {
		return location;
	}

	@Override
	public TransferSyntax transferSyntax() {
		return transferSyntax;
	}

	@Override
	public String sopInstanceUid() {
		String uid = HeaderBase.ascii(base, own, Tag.SOP_INSTANCE_UID);
		return uid.isEmpty() ? HeaderBase.ascii(base, own, Tag.MEDIA_STORAGE_SOP_INSTANCE_UID) : uid;
	}

	@Override
	public String sopClassUid() {
		String uid = HeaderBase.ascii(base, own, Tag.SOP_CLASS_UID);
		return uid.isEmpty() ? HeaderBase.ascii(base, own, Tag.MEDIA_STORAGE_SOP_CLASS_UID) : uid;
	}

	@Override
	public boolean hasPixels() {
		return pixelTag != 0;
	}

	@Override
	public int frameCount() {
		return frameCount;
	}

	@Override
	public Attributes frame(int frame) {
		Objects.checkIndex(frame, frameCount);
		return frames == null && find(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE) == null ? this
				: new FrameView(this, frame);
	}

	@Override
	public Optional<Problem> problem() {
		return Optional.ofNullable(problem);
	}

	@Override
	public Optional<PixelLocation> pixelLocation() {
		return hasPixels() ? Optional.of(new PixelLocation(pixelPosition, pixelLength, pixelTag)) : Optional.empty();
	}

	/** What is shared with series-mates may differ from one reading to the other; the elements do not. */
	@Override
	public boolean hasSameContent(InstanceHeader other) {
		if (!(other instanceof BuiltInHeader header) || !InstanceHeader.super.hasSameContent(other)) {
			return false;
		}
		int tag = firstFrom(0);
		int its = header.firstFrom(0);
		while (tag == its && tag != 0) {
			if (!StoredElement.sameValue(find(tag), header.find(tag))) {
				return false;
			}
			tag = firstFrom(tag + 1);
			its = header.firstFrom(its + 1);
		}
		return tag == its && (frames == null ? header.frames == null : frames.sameAs(header.frames));
	}

	FrameTable frames() {
		return frames;
	}

	HeaderBase base() {
		return base;
	}

	byte[] own() {
		return own;
	}

	@Override
	StoredElement find(int tag) {
		return HeaderBase.find(base, own, tag);
	}

	@Override
	int firstFrom(int tag) {
		int shared = base.firstFrom(tag);
		int mine = Block.firstFrom(own, 0, own.length, tag, 0);
		return shared == 0 || mine != 0 && Integer.compareUnsigned(mine, shared) < 0 ? mine : shared;
	}

	@Override
	CharacterSet characters() {
		// the character set has the lowest tag of those that a header keeps, but for the meta information
		int stated = Block.find(own, 0, own.length, Tag.SPECIFIC_CHARACTER_SET, 0);
		return stated < 0 ? base.characters : StoredItem.charactersOf(new StoredElement(own, stated, 0), CharacterSet.DEFAULT);
	}

	@Override
	public List<Attributes> items(int tag) {
		if (tag != Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE || frames == null) {
			return super.items(tag);
		}
		List<Attributes> items = new ArrayList<>(frames.count());
		for (int frame = 0; frame < frames.count(); frame++) {
			items.add(frames.item(frame, characters()));
		}
		return items;
	}

	@Override
	public String toString() {
		return location.toString();
	}
}
