package org.dicompreview.example.plugin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dicompreview.series.Axis;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.spi.Arrangement;
import org.dicompreview.series.spi.OrderingRule;
import org.osgi.service.component.annotations.Component;

/** Shows the images in the opposite of the order in which they were numbered. */
@Component(service = OrderingRule.class, property = "service.ranking:Integer=2000")
public final class NewestFirst implements OrderingRule {
	@Override
	public String name() {
		return "newest first";
	}

	@Override
	public Optional<Arrangement> arrange(List<ImageFrame> frames) {
		var newest = new ArrayList<>(frames);
		Collections.reverse(newest);
		var places = IntStream.range(0, newest.size()).mapToObj(i -> new Arrangement.Place(newest.get(i), i)).toList();
		var labels = IntStream.range(0, newest.size()).mapToObj(Integer::toString).toList();
		return Optional.of(new Arrangement(name(), false, new Axis("image", "Image", labels), List.of(), places));
	}
}
