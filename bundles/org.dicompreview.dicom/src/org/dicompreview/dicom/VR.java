package org.dicompreview.dicom;

/** Value representations of PS3.5 section 6.2. */
public enum VR {
	/** Names as in the standard. */
	AE, AS, AT, CS, DA, DS, DT, FD, FL, IS, LO, LT, OB, OD, OF, OL, OV, OW, PN, SH, SL, SQ, SS, ST, SV, TM, UC, UI, UL,
	UN, UR, US, UT, UV;

	/** {@return whether explicit VR encodes the length in four bytes after two reserved ones (PS3.5 table 7.1-1)} */
	public boolean hasLongLength() {
		return switch (this) {
			case OB, OD, OF, OL, OV, OW, SQ, SV, UC, UN, UR, UT, UV -> true;
			default -> false;
		};
	}
}
