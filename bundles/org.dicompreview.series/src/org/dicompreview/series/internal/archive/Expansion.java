package org.dicompreview.series.internal.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.series.spi.Source.Listing;

/** What an archive was expanded to, which can be told once more without expanding it again. One thread records. */
final class Expansion implements Listing {

	private final InstanceLocation container;
	private final Listing listing;
	private final List<InstanceLocation> instances = new ArrayList<>();
	private final Map<InstanceLocation, Problem> problems = new LinkedHashMap<>();

	/** @param listing hears of it the first time */
	Expansion(InstanceLocation container, Listing listing) {
		this.container = container;
		this.listing = listing;
	}

	/** {@return whether this is of the archive as it was last seen} */
	boolean isOf(InstanceLocation archive) {
		return container.isSameVersion(archive);
	}

	@Override
	public void instances(List<InstanceLocation> batch) {
		instances.addAll(batch);
		listing.instances(batch);
	}

	@Override
	public void headers(List<InstanceHeader> batch) {
		listing.headers(batch);
	}

	@Override
	public void problem(InstanceLocation location, Problem problem) {
		problems.put(location, problem);
		listing.problem(location, problem);
	}

	@Override
	public boolean cancelled() {
		return listing.cancelled();
	}

	/** Tells of all once more. */
	void tell(Listing another) {
		another.instances(instances);
		problems.forEach(another::problem);
	}
}
