package org.dicompreview.dicom;

/** A location that holds all that it says. */
final class PlainLocation extends InstanceLocation {

	private final InstanceSource source;
	private final String key;
	private final long size;
	private final String version;

	PlainLocation(InstanceSource source, String key, long size, String version) {
		this.source = source;
		this.key = key;
		this.size = size;
		this.version = version;
	}

	@Override
	public InstanceSource source() {
		return source;
	}

	@Override
	public String key() {
		return key;
	}

	@Override
	public long size() {
		return size;
	}

	@Override
	public String version() {
		return version;
	}
}
