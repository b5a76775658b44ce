package org.dicompreview.rendering;

import java.util.List;
import java.util.ServiceLoader;

import org.dicompreview.dicom.Text;
import org.osgi.annotation.versioning.ProviderType;

/** The pseudo-colour maps for grey frames: the well-known palettes of PS3.6 annex B and a few common ones. */
@ProviderType
public interface ColorMaps {

	/** {@return the colour maps for use outside OSGi} */
	static ColorMaps standalone() {
		return ServiceLoader.load(ColorMaps.class, ColorMaps.class.getClassLoader()).findFirst().orElseThrow();
	}

	/** {@return the ids, in the order of a menu; empty text (grey) is not among them} */
	List<String> ids();

	/** {@return the name} */
	Text label(String id);

	/** {@return 256 colours as 0xRRGGBB, for display values 0-255; the caller owns the array} */
	int[] colors(String id);
}
