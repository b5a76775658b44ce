package org.dicompreview.dcm4che.internal;

import java.util.Objects;
import java.util.Optional;

import org.dcm4che3.data.Attributes;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.PixelLocation;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.TransferSyntax;

/** A header as dcm4che has read it. */
final class Dcm4cheHeader extends ToolkitAttributes implements InstanceHeader {

	/**
	 * What is known of the file.
	 *
	 * @param location where it is
	 * @param syntax   its transfer syntax
	 * @param pixels   where the pixel data are, or {@code null}
	 * @param problem  the damage, or {@code null}
	 */
	record Facts(InstanceLocation location, TransferSyntax syntax, PixelLocation pixels, Problem problem) {
	}

	private final Facts facts;
	private final Attributes elements;
	private final int frameCount;

	Dcm4cheHeader(Facts facts, Attributes elements) {
		super(elements);
		this.facts = facts;
		this.elements = elements;
		frameCount = facts.pixels() == null ? 0 : facts.pixels().frameCount(this,
				facts.syntax().deflated() ? Long.MAX_VALUE : facts.location().size());
	}

	/** {@return this header with a problem} */
	Dcm4cheHeader withProblem(Problem problem) {
		return new Dcm4cheHeader(new Facts(facts.location(), facts.syntax(), facts.pixels(), problem), elements);
	}

	Facts facts() {
		return facts;
	}

	Attributes elements() {
		return elements;
	}

	@Override
	public InstanceLocation location() {
		return facts.location();
	}

	@Override
	public TransferSyntax transferSyntax() {
		return facts.syntax();
	}

	@Override
	public String sopInstanceUid() {
		return string(Tag.SOP_INSTANCE_UID).or(() -> string(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID)).orElse(""); //$NON-NLS-1$
	}

	@Override
	public String sopClassUid() {
		return string(Tag.SOP_CLASS_UID).or(() -> string(Tag.MEDIA_STORAGE_SOP_CLASS_UID)).orElse(""); //$NON-NLS-1$
	}

	@Override
	public boolean hasPixels() {
		return facts.pixels() != null;
	}

	@Override
	public int frameCount() {
		return frameCount;
	}

	@Override
	public org.dicompreview.dicom.Attributes frame(int frame) {
		Objects.checkIndex(frame, frameCount);
		return elements.contains(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE)
				|| elements.contains(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE) ? new FrameAttributes(elements, frame) : this;
	}

	@Override
	public Optional<PixelLocation> pixelLocation() {
		return Optional.ofNullable(facts.pixels());
	}

	@Override
	public Optional<Problem> problem() {
		return Optional.ofNullable(facts.problem());
	}

	@Override
	public String toString() {
		return facts.location().toString();
	}
}
