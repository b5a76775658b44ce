package org.dicompreview.series.spi;

import java.util.List;

import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.SliceStack;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Splits the images of a series into groups that a person would scroll through; each becomes a {@link SliceStack}. An OSGi
 * service: rules are asked in descending {@code service.ranking}, the shipped ones use 0 to 1000. Stateless.
 */
@ConsumerType
public interface GroupingRule {

	/** {@return the name of the rule for people} */
	String name();

	/**
	 * Takes the frames that this rule is made for and groups them. What it leaves goes to the next rule; what none
	 * takes becomes one more stack, so nothing is lost.
	 *
	 * @param frames frames of one series that no rule has taken yet, in order of instance number and file name
	 * @return the groups, in the order of their stacks; empty if the rule is not made for such frames
	 */
	List<FrameGroup> group(List<ImageFrame> frames);

	/**
	 * As {@link #group(List)}, which it calls unless a rule looks at the dimensions of other plug-ins.
	 *
	 * @param frames     frames as above
	 * @param dimensions in the order in which they count
	 * @return the groups as above
	 * @since 0.1.0
	 */
	default List<FrameGroup> group(List<ImageFrame> frames, List<Dimension> dimensions) {
		return group(frames);
	}
}
