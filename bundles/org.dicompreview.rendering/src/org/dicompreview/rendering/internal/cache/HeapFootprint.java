package org.dicompreview.rendering.internal.cache;

import java.lang.management.ManagementFactory;

import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/**
 * What large arrays take in the heap. The G1 collector gives an array of more than half a region regions of its own: in a
 * heap of up to 2 GB, 512 x 512 values of 16 bits take 1 MB.
 *
 * @param region bytes of a region, 0 for collectors without regions
 */
record HeapFootprint(long region) {

	/** The heap of this process. */
	static final HeapFootprint HERE = new HeapFootprint(regionSize());

	private static final int ARRAY_HEADER = 16;

	/** {@return bytes of the heap that an array takes} @param length of the array in bytes */
	long of(long length) {
		long whole = length + ARRAY_HEADER;
		return region == 0 || whole <= region / 2 ? length : (whole + region - 1) / region * region;
	}

	private static long regionSize() {
		try {
			Object option = ManagementFactory.getPlatformMBeanServer().invoke(
					new ObjectName("com.sun.management:type=HotSpotDiagnostic"), "getVMOption",
					new Object[] { "G1HeapRegionSize" }, new String[] { String.class.getName() });
			return option instanceof CompositeData data ? Long.parseLong(data.get("value").toString()) : 0;
		} catch (JMException | RuntimeException e) {
			System.getLogger(HeapFootprint.class.getName()).log(System.Logger.Level.DEBUG, "no regions in this heap", e);
			return 0;
		}
	}
}
