package org.dicompreview.dicomweb.internal.json;

import java.util.List;

import org.dicompreview.dicom.VR;

/**
 * One attribute of a DICOM JSON object (PS3.18 F.2.2). Immutable.
 *
 * @param vr     its VR
 * @param values texts, and {@code null} for empty values
 * @param items  of a sequence
 * @param binary its value where it was in the object; {@code null} if not
 * @param uri    where its value is to be had, as it was written; empty text if it is here
 */
public record JsonElement(VR vr, List<String> values, List<JsonObject> items, byte[] binary, String uri) {

	/** {@return an attribute with this value} */
	public JsonElement withBinary(byte[] bytes) {
		return new JsonElement(vr, List.of(), List.of(), bytes, ""); //$NON-NLS-1$
	}

	/** {@return whether its value is elsewhere} */
	public boolean isElsewhere() {
		return !uri.isEmpty();
	}
}
