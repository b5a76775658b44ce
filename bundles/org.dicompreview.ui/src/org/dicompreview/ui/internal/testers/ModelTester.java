package org.dicompreview.ui.internal.testers;

import java.util.Arrays;
import java.util.Optional;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.eclipse.core.expressions.PropertyTester;

/**
 * Answers expressions about slices, stacks, series and instances:
 * <ul>
 * <li>{@code modality}: whether it is the expected value, or one of the arguments
 * <li>{@code isImage}: whether there is something to be seen
 * <li>{@code sliceCount}: whether a series, stack or instance has the expected number of images, or at least as many as the
 * first argument says and at most as many as the second; for a slice those of its stack
 * <li>{@code seriesUid}, {@code sopClassUid}: as modality
 * </ul>
 */
public final class ModelTester extends PropertyTester {

	@Override
	public boolean test(Object receiver, String property, Object[] arguments, Object expected) {
		return switch (property) {
			case "modality" -> isOneOf(series(receiver).map(Series::modality) //$NON-NLS-1$
					.or(() -> instance(receiver).flatMap(header -> header.string(Tag.MODALITY))), arguments, expected);
			case "seriesUid" -> isOneOf(series(receiver).map(Series::uid) //$NON-NLS-1$
					.or(() -> instance(receiver).flatMap(header -> header.string(Tag.SERIES_INSTANCE_UID))), arguments, expected);
			case "sopClassUid" -> isOneOf(instance(receiver).map(InstanceHeader::sopClassUid), arguments, expected); //$NON-NLS-1$
			case "isImage" -> expected == null ? count(receiver) > 0 : expected.equals(count(receiver) > 0); //$NON-NLS-1$
			case "sliceCount" -> isCount(count(receiver), arguments, expected); //$NON-NLS-1$
			default -> false;
		};
	}

	private static boolean isOneOf(Optional<String> value, Object[] arguments, Object expected) {
		return value.filter(text -> text.equals(text(expected)) || Arrays.stream(arguments).map(ModelTester::text).anyMatch(text::equals))
				.isPresent();
	}

	/** {@return what the expression says: UIDs and the like may look like numbers to it} */
	private static String text(Object value) {
		return String.valueOf(value);
	}

	private static boolean isCount(int count, Object[] arguments, Object expected) {
		if (arguments.length == 0) {
			return Integer.valueOf(count).equals(expected);
		}
		return count >= number(arguments[0], Integer.MAX_VALUE)
				&& (arguments.length == 1 || count <= number(arguments[1], Integer.MIN_VALUE));
	}

	private static int number(Object argument, int otherwise) {
		return argument instanceof Integer number ? number : otherwise;
	}

	private static int count(Object receiver) {
		if (receiver instanceof Series series) {
			return series.imageCount();
		}
		if (receiver instanceof SliceStack stack) {
			return stack.slices().size();
		}
		if (receiver instanceof Slice slice) {
			return slice.stack().slices().size();
		}
		return receiver instanceof InstanceHeader header ? header.frameCount() : 0;
	}

	private static Optional<Series> series(Object receiver) {
		if (receiver instanceof Slice slice) {
			return Optional.of(slice.stack().series());
		}
		return receiver instanceof SliceStack stack ? Optional.of(stack.series())
				: Optional.of(receiver).filter(Series.class::isInstance).map(Series.class::cast);
	}

	private static Optional<InstanceHeader> instance(Object receiver) {
		if (receiver instanceof SliceStack stack) {
			return Optional.of(stack.slices().get(0).instance());
		}
		if (receiver instanceof Series series) {
			return series.instances().stream().findFirst();
		}
		return receiver instanceof Slice slice ? Optional.of(slice.instance())
				: Optional.of(receiver).filter(InstanceHeader.class::isInstance).map(InstanceHeader.class::cast);
	}
}
