package org.dicompreview.dicom.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.compare.AttributeDifference.Kind;
import org.dicompreview.dicom.compare.AttributeDifference.OfElement;
import org.dicompreview.dicom.compare.AttributeDifference.OfItem;

/**
 * Compares two data sets element by element. Elements belong together by their tag, private ones by group, private creator and
 * the low byte of the element number, whatever block their creator has reserved (PS3.5 section 7.8). Items of a sequence belong
 * together if they are the same, then in their order. Pixel Data (group 7FE0) and group lengths are left out: pixels are compared
 * as images, and lengths follow from the rest. For one comparison and one thread.
 *
 * @since 0.1.0
 */
public final class AttributeComparison {

	/** Compares values of which {@link Element#values()} holds only the beginning. */
	@FunctionalInterface
	public interface LongValues {

		/**
		 * {@return whether two values of the same length are the same}
		 *
		 * @param left  the element of the left side
		 * @param right the element of the right side
		 * @throws IOException if one of them cannot be read
		 */
		boolean areEqual(Element left, Element right) throws IOException;
	}

	private static final int PIXELS = 0x7FE0;

	private final Predicate<Element> ignored;
	private final LongValues longValues;

	private AttributeComparison(Predicate<Element> ignored, LongValues longValues) {
		this.ignored = Objects.requireNonNull(ignored);
		this.longValues = Objects.requireNonNull(longValues);
	}

	/**
	 * {@return the differences of two data sets, in ascending order of tag; empty if there are none}
	 *
	 * @param left       the left side
	 * @param right      the right side
	 * @param ignored    elements that are left out, at all levels
	 * @param longValues compares long values
	 * @throws IOException if that fails
	 */
	public static List<AttributeDifference> of(DataSet left, DataSet right, Predicate<Element> ignored, LongValues longValues)
			throws IOException {
		return new AttributeComparison(ignored, longValues).elements(left, right);
	}

	/**
	 * {@return what compares long values by reading them whole, within the limits of the readers}
	 *
	 * @param readers read them
	 * @param left    where the left data set lies
	 * @param right   where the right one lies
	 */
	public static LongValues reading(DicomReaders readers, InstanceLocation left, InstanceLocation right) {
		return (one, other) -> Arrays.equals(readers.readValue(left, one, readers.limits()),
				readers.readValue(right, other, readers.limits()));
	}

	private List<AttributeDifference> elements(DataSet left, DataSet right) throws IOException {
		Map<Key, Element> ofLeft = keyed(left);
		Map<Key, Element> ofRight = keyed(right);
		Map<Key, Element> all = new TreeMap<>(ofRight);
		all.putAll(ofLeft);
		List<AttributeDifference> differences = new ArrayList<>();
		for (Key key : all.keySet()) {
			element(ofLeft.get(key), ofRight.get(key)).ifPresent(differences::add);
		}
		differences.sort((a, b) -> Integer.compareUnsigned(tag(a), tag(b)));
		return differences;
	}

	private static int tag(AttributeDifference difference) {
		return ((OfElement) difference).either().tag();
	}

	private Map<Key, Element> keyed(DataSet data) {
		Map<Key, Element> elements = new TreeMap<>();
		for (Element element : data.elements()) {
			if (element.tag() >>> 16 != PIXELS && (element.tag() & 0xFFFF) != 0 && !ignored.test(element)) {
				Key key = Key.of(element, 0);
				while (elements.containsKey(key)) {
					key = new Key(key.tag(), key.creator(), key.occurrence() + 1);
				}
				elements.put(key, element);
			}
		}
		return elements;
	}

	private Optional<AttributeDifference> element(Element left, Element right) throws IOException {
		if (left == null || right == null) {
			Kind kind = left == null ? Kind.RIGHT_ONLY : Kind.LEFT_ONLY;
			return Optional.of(new OfElement(kind, Optional.ofNullable(left), Optional.ofNullable(right), List.of()));
		}
		if (isSequence(left) && isSequence(right)) {
			List<AttributeDifference> items = items(left.items(), right.items());
			return items.isEmpty() ? Optional.empty() : Optional.of(difference(inside(items), left, right, items));
		}
		return areEqual(left, right) ? Optional.empty()
				: Optional.of(difference(isOrder(left, right) ? Kind.ORDER : Kind.CHANGED, left, right, List.of()));
	}

	private static OfElement difference(Kind kind, Element left, Element right, List<AttributeDifference> children) {
		return new OfElement(kind, Optional.of(left), Optional.of(right), children);
	}

	private static Kind inside(List<AttributeDifference> children) {
		return children.stream().allMatch(child -> child.kind() == Kind.ORDER) ? Kind.ORDER : Kind.CHANGED;
	}

	private static boolean isSequence(Element element) {
		return element.vr() == VR.SQ || !element.items().isEmpty();
	}

	private boolean areEqual(Element left, Element right) throws IOException {
		if (left.shortened() || right.shortened()) {
			boolean same = left.length() == right.length() && left.values().equals(right.values());
			return same && (left.length() < 0 || longValues.areEqual(left, right));
		}
		return left.values().equals(right.values());
	}

	private static boolean isOrder(Element left, Element right) {
		return !left.shortened() && !right.shortened() && left.values().size() > 1
				&& left.values().stream().sorted().toList().equals(right.values().stream().sorted().toList());
	}

	private List<AttributeDifference> items(List<DataSet> left, List<DataSet> right) throws IOException {
		int[] partner = partners(left, right);
		boolean[] taken = new boolean[right.size()];
		List<AttributeDifference> differences = new ArrayList<>();
		int last = -1;
		boolean moved = false;
		for (int index : partner) {
			moved |= index >= 0 && index < last;
			last = Math.max(last, index);
			if (index >= 0) {
				taken[index] = true;
			}
		}
		int next = 0;
		for (int i = 0; i < partner.length; i++) {
			boolean same = partner[i] >= 0;
			while (!same && next < taken.length && taken[next]) {
				next++;
			}
			int other = same ? partner[i] : next < taken.length ? next++ : -1;
			item(i, other, left, right, same && moved).ifPresent(differences::add);
		}
		for (; next < taken.length; next++) {
			if (!taken[next]) {
				differences.add(new OfItem(Kind.RIGHT_ONLY, -1, next, List.of()));
			}
		}
		return differences;
	}

	private Optional<AttributeDifference> item(int left, int right, List<DataSet> ofLeft, List<DataSet> ofRight, boolean moved)
			throws IOException {
		if (right < 0) {
			return Optional.of(new OfItem(Kind.LEFT_ONLY, left, -1, List.of()));
		}
		List<AttributeDifference> inside = elements(ofLeft.get(left), ofRight.get(right));
		if (!inside.isEmpty()) {
			return Optional.of(new OfItem(inside(inside), left, right, inside));
		}
		return moved && left != right ? Optional.of(new OfItem(Kind.ORDER, left, right, List.of())) : Optional.empty();
	}

	/** {@return for each left item the index of a right one that is the same, as far as memory tells; -1 if there is none} */
	private int[] partners(List<DataSet> left, List<DataSet> right) {
		Map<String, List<Integer>> free = new HashMap<>();
		String[] prints = new String[right.size()];
		for (int i = 0; i < right.size(); i++) {
			prints[i] = print(right.get(i));
			free.computeIfAbsent(prints[i], key -> new ArrayList<>()).add(i);
		}
		int[] partner = new int[left.size()];
		for (int i = 0; i < partner.length; i++) {
			List<Integer> candidates = free.getOrDefault(print(left.get(i)), List.of());
			partner[i] = -1;
			if (!candidates.isEmpty()) {
				int at = Math.max(0, candidates.indexOf(i));
				partner[i] = candidates.remove(at);
			}
		}
		return partner;
	}

	private String print(DataSet data) {
		StringBuilder print = new StringBuilder();
		keyed(data).forEach((key, element) -> {
			print.append(key).append(element.shortened() ? element.length() : "").append(element.values()); //$NON-NLS-1$
			element.items().forEach(item -> print.append('{').append(print(item)).append('}'));
		});
		return print.toString();
	}

	/**
	 * What two elements have in common that belong together.
	 *
	 * @param tag        the tag; without its block for private elements
	 * @param creator    the private creator, also for the element that names it
	 * @param occurrence how many with the same tag came before in a file that repeats it
	 */
	private record Key(int tag, String creator, int occurrence) implements Comparable<Key> {

		static Key of(Element element, int occurrence) {
			if (Tag.isPrivateCreator(element.tag())) {
				return new Key(element.tag() & 0xFFFF0000 | 0x10, String.join("\\", element.values()), occurrence); //$NON-NLS-1$
			}
			return element.creator().isEmpty() ? new Key(element.tag(), "", occurrence) //$NON-NLS-1$
					: new Key(element.tag() & 0xFFFF00FF, element.creator(), occurrence);
		}

		@Override
		public int compareTo(Key other) {
			int order = Integer.compareUnsigned(tag, other.tag);
			order = order == 0 ? creator.compareTo(other.creator) : order;
			return order == 0 ? Integer.compare(occurrence, other.occurrence) : order;
		}
	}
}
