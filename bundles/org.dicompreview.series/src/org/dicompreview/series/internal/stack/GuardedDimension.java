package org.dicompreview.series.internal.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.spi.Dimension;
import org.dicompreview.series.spi.DimensionValue;

/** A dimension of another plug-in while one series is arranged: when it fails once, it says nothing more. For one thread. */
final class GuardedDimension implements Dimension {

	private static final System.Logger LOG = System.getLogger(GuardedDimension.class.getName());

	private final Dimension dimension;
	private final String name;
	private final String label;
	private final String unit;
	private final Policy policy;
	private boolean failed;

	private GuardedDimension(Dimension dimension) {
		this.dimension = dimension;
		name = dimension.name();
		label = dimension.label();
		unit = dimension.unit();
		policy = dimension.policy();
	}

	/** {@return those that can say what they are} */
	static List<Dimension> all(List<Dimension> dimensions) {
		List<Dimension> all = new ArrayList<>(dimensions.size());
		for (Dimension dimension : dimensions) {
			try {
				all.add(new GuardedDimension(dimension));
			} catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
				log(dimension, e);
			}
		}
		return all;
	}

	private static void log(Dimension dimension, Throwable e) {
		LOG.log(System.Logger.Level.ERROR, "dimension failed: " + dimension.getClass().getName(), e); //$NON-NLS-1$
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public String label() {
		return label;
	}

	@Override
	public String unit() {
		return unit;
	}

	@Override
	public Policy policy() {
		return policy;
	}

	@Override
	public DimensionValue value(ImageFrame frame) {
		if (failed) {
			return DimensionValue.NONE;
		}
		try {
			return Objects.requireNonNull(dimension.value(frame));
		} catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
			failed = true;
			log(dimension, e);
			return DimensionValue.NONE;
		}
	}
}
