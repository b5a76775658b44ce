package org.dicompreview.dicom.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.internal.text.CharacterSet;

/** A data set or item whose elements become objects when somebody asks for them. */
public final class BuiltInDataSet extends StoredItem implements DataSet {

	/** Bytes of a value of which {@link Element#values()} shows the text. */
	private static final int SHOWN = 1 << 12;
	private static final int SHOWN_BINARY = 64;

	private final Problem problem;

	/**
	 * @param located all elements
	 * @param problem the damage, or {@code null}
	 */
	public BuiltInDataSet(byte[] located, Problem problem) {
		this(located, 0, located.length, CharacterSet.DEFAULT, problem);
	}

	private BuiltInDataSet(byte[] block, int from, int to, CharacterSet inherited, Problem problem) {
		super(block, from, to, Block.LOCATION, inherited);
		this.problem = problem;
	}

	@Override
	public List<Element> elements() {
		List<Element> elements = new ArrayList<>();
		for (int at = from; at < to; at = Block.end(block, at, location)) {
			elements.add(toElement(new StoredElement(block, at, location)));
		}
		return List.copyOf(elements);
	}

	@Override
	public Optional<Element> element(int tag) {
		return Optional.ofNullable(find(tag)).map(this::toElement);
	}

	@Override
	public Optional<Problem> problem() {
		return Optional.ofNullable(problem);
	}

	/** What is not complete in memory is not handed out as if it were. */
	@Override
	StoredElement findComplete(int tag) {
		StoredElement slot = find(tag);
		boolean complete = slot == null || slot.length() == Block.i64(block, slot.start() - Block.LOCATION + 8);
		return complete ? slot : null;
	}

	private Element toElement(StoredElement slot) {
		int tag = Block.tag(block, slot.element());
		long offset = Block.i64(block, slot.start() - Block.LOCATION);
		long length = Block.i64(block, slot.start() - Block.LOCATION + 8);
		List<DataSet> items = new ArrayList<>();
		for (Attributes item : items(tag)) {
			items.add((DataSet) item);
		}
		int shown = Math.min(slot.length(), isText(slot.vr()) ? SHOWN : SHOWN_BINARY);
		List<String> values = Texts.of(block, slot.start(), shown, slot.vr(), characters());
		boolean shortened = slot.vr() != VR.SQ && shown != length;
		return new Element(tag, slot.vr(), length, offset, creator(tag), values, shortened, items);
	}

	private static boolean isText(VR vr) {
		return switch (vr) {
			case OB, OW, OF, OD, OL, OV, UN -> false;
			default -> true;
		};
	}

	private String creator(int tag) {
		if (!Tag.isPrivate(tag) || (tag & 0xFFFF) < 0x1000) {
			return ""; //$NON-NLS-1$
		}
		StoredElement reserved = find(tag & 0xFFFF0000 | (tag & 0xFFFF) >>> 8);
		return reserved == null ? "" : Texts.ascii(block, reserved.start(), reserved.length()); //$NON-NLS-1$
	}

	@Override
	BuiltInDataSet item(StoredElement sequence, int itemFrom, int itemTo) {
		return new BuiltInDataSet(block, itemFrom, itemTo, characters(), null);
	}
}
