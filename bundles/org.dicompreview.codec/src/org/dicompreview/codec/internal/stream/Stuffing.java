package org.dicompreview.codec.internal.stream;

/** How entropy coded data are kept from looking like markers. */
public enum Stuffing {

	/**
	 * A byte FF is followed by a byte 00 that carries nothing (T.81 F.1.2.3). What cannot be a marker within a scan is
	 * taken for a damaged 00.
	 */
	BYTE,

	/** A byte FF is followed by a byte whose highest bit is 0 and carries nothing (T.87 A.1). */
	BIT;

	/** {@return whether FF and this byte are a marker} */
	boolean isMarker(int second) {
		return second >= (this == BYTE ? Marker.SOF0 : 0x80);
	}
}
