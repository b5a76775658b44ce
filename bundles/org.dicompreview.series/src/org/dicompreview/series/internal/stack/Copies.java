package org.dicompreview.series.internal.stack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.internal.FrameOrder;

/**
 * Finds files that are the same instance: one SOP Instance UID, one transfer syntax and, byte for byte, the same data set,
 * whatever the meta information before it says about who wrote the file, as long as it states the same syntax. Files are read as a whole for that, but only those
 * that share their UID and length, and each once. Thread-safe; not for the UI thread.
 */
public final class Copies {

	private static final System.Logger LOG = System.getLogger(Copies.class.getName());

	private static final int BUFFER = 1 << 16;
	private static final int PREAMBLE = 128;
	/** Preamble, prefix and the group length of the meta information (PS3.10 section 7.1). */
	private static final int START = PREAMBLE + 4 + 12;
	/** Two files with one data set differ by no more than what programs write about themselves, in bytes. */
	private static final long MOST_DIFFERENCE = 8192;
	private static final byte[] LENGTH_OF_META = { 'D', 'I', 'C', 'M', 2, 0, 0, 0, 'U', 'L', 4, 0 };

	/** Sums of data sets that were read, as long as somebody has the header; empty text where it could not be read. */
	private final Map<InstanceHeader, String> known = Collections.synchronizedMap(new WeakHashMap<>());

	/** What the headers of copies have in common. */
	private record Group(String uid, String syntax, int frames) {

		static Group of(InstanceHeader instance) {
			return new Group(instance.sopInstanceUid(), instance.transferSyntax().uid(), instance.frameCount());
		}
	}

	/**
	 * {@return each instance that is a copy, with the one of which it is: that with the shortest path}
	 *
	 * @param instances the instances of one series
	 */
	public Map<InstanceHeader, InstanceHeader> of(Collection<InstanceHeader> instances) {
		Map<InstanceHeader, InstanceHeader> copies = new IdentityHashMap<>();
		for (List<InstanceHeader> group : sharing(instances)) {
			Map<String, InstanceHeader> originals = new HashMap<>();
			for (InstanceHeader instance : FrameOrder.byLocation(group)) {
				String sum = group.stream().anyMatch(other -> mayBeCopy(other, instance)) ? sumOf(instance) : ""; //$NON-NLS-1$
				InstanceHeader original = sum.isEmpty() ? null : originals.putIfAbsent(sum, instance);
				if (original != null) {
					copies.put(instance, original);
				}
			}
		}
		return copies;
	}

	private static boolean mayBeCopy(InstanceHeader one, InstanceHeader other) {
		return one != other && Math.abs(one.location().size() - other.location().size()) <= MOST_DIFFERENCE;
	}

	/** {@return the instances that share what copies do, as far as their headers tell} */
	private static Collection<List<InstanceHeader>> sharing(Collection<InstanceHeader> instances) {
		Map<String, InstanceHeader> first = new HashMap<>(instances.size() * 2);
		Map<Group, List<InstanceHeader>> groups = new LinkedHashMap<>();
		for (InstanceHeader instance : instances) {
			String uid = instance.sopInstanceUid();
			InstanceHeader other = uid.isEmpty() ? null : first.putIfAbsent(uid, instance);
			if (other != null) {
				groups.computeIfAbsent(Group.of(other), key -> new ArrayList<>(List.of(other)));
				groups.computeIfAbsent(Group.of(instance), key -> new ArrayList<>()).add(instance);
			}
		}
		return groups.values();
	}

	private String sumOf(InstanceHeader instance) {
		String sum = known.get(instance);
		if (sum == null) {
			sum = read(instance.location());
			known.put(instance, sum);
		}
		return sum;
	}

	/** {@return the sum of a data set; empty text, so no copy of anything, where it cannot be read} */
	private static String read(InstanceLocation location) {
		try (InstanceBytes in = location.source().open(location)) {
			MessageDigest digest = MessageDigest.getInstance("SHA-256"); //$NON-NLS-1$
			byte[] buffer = new byte[BUFFER];
			int read = in.read(0, buffer, 0, BUFFER);
			int start = dataSet(buffer, read);
			updateWithSyntax(digest, buffer, start);
			digest.update(buffer, start, read - start);
			for (long at = read; read > 0; at += read) {
				read = in.read(at, buffer, 0, BUFFER);
				digest.update(buffer, 0, read);
			}
			return HexFormat.of().formatHex(digest.digest());
		} catch (IOException e) {
			LOG.log(System.Logger.Level.DEBUG, "cannot be compared: " + location, e); // who shows it will say why //$NON-NLS-1$
			return ""; //$NON-NLS-1$
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e); // every JDK has it
		}
	}

	/** What the meta information says of the coding belongs to the content, even if it is wrong. */
	private static void updateWithSyntax(MessageDigest digest, byte[] bytes, int end) {
		ByteBuffer meta = ByteBuffer.wrap(bytes, 0, end).order(ByteOrder.LITTLE_ENDIAN);
		int at = START;
		while (at + 8 <= end) {
			int tag = meta.getShort(at) << 16 | meta.getShort(at + 2) & 0xFFFF;
			boolean wide = bytes[at + 4] == 'O' || bytes[at + 4] == 'U' && bytes[at + 5] != 'I';
			if (wide && at + 12 > end) {
				return;
			}
			long length = wide ? meta.getInt(at + 8) & 0xFFFFFFFFL : meta.getShort(at + 6) & 0xFFFF;
			int value = at + (wide ? 12 : 8);
			if (length > end - value) {
				return;
			}
			if (tag == Tag.TRANSFER_SYNTAX_UID) {
				digest.update(bytes, value, (int) length);
			}
			at = value + (int) length;
		}
	}

	/** {@return where the data set begins, 0 if the meta information does not say} */
	private static int dataSet(byte[] bytes, int read) {
		if (read < START || !Arrays.equals(bytes, PREAMBLE, PREAMBLE + LENGTH_OF_META.length, LENGTH_OF_META, 0,
				LENGTH_OF_META.length)) {
			return 0;
		}
		long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(START - 4) & 0xFFFFFFFFL;
		return length <= read - START ? START + (int) length : 0;
	}
}
