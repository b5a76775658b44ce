package org.dicompreview.dicomweb.internal.archive;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.InstanceSource;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelFormat.SampleKind;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.dicom.VR;
import org.dicompreview.dicom.spi.HeaderContent;
import org.dicompreview.dicomweb.internal.http.AnswerException;
import org.dicompreview.dicomweb.internal.json.JsonElement;
import org.dicompreview.dicomweb.internal.json.JsonObject;
import org.dicompreview.dicomweb.internal.json.Part10;

/** Makes of metadata what a reader would read at the beginning of the instance. For any thread. */
final class InstanceHeads {

	private static final int[] PIXELS = { Tag.PIXEL_DATA, Tag.FLOAT_PIXEL_DATA, Tag.DOUBLE_FLOAT_PIXEL_DATA };
	private static final int BITS = 8;
	private static final long LONGEST_DEFINED = 0xFFFFFFFEL;

	private final Requests requests;
	private final Parallel parallel;
	private final URI base;

	InstanceHeads(Requests requests, Parallel parallel, URI base) {
		this.requests = requests;
		this.parallel = parallel;
		this.base = base;
	}

	/** {@return the attributes of metadata without pixel data} @param location where they lie */
	static InstanceHeader attributes(JsonObject object, InstanceLocation location, DicomReaders readers, ReadLimits limits)
			throws IOException {
		return read(new HeadBytes(Part10.write(object, null, null), -1), location, readers, limits);
	}

	/**
	 * {@return the header of an instance}
	 *
	 * @param object   its metadata, with the values that {@link #withValues} adds
	 * @param syntax   how it is stored; {@code null} if that is not known
	 * @param location where it is
	 */
	static InstanceHeader header(JsonObject object, TransferSyntax syntax, InstanceLocation location, DicomReaders readers,
			ReadLimits limits) throws IOException {
		InstanceHeader header = read(bytes(object, syntax, location, readers, limits), location, readers, limits);
		return new RemoteHeader(header, location, syntax == null ? header.transferSyntax() : syntax);
	}

	/** {@return what stands at the beginning of an instance, as {@link #header} says} */
	static HeadBytes bytes(JsonObject object, TransferSyntax syntax, InstanceLocation location, DicomReaders readers,
			ReadLimits limits) throws IOException {
		int tag = pixelTag(object);
		if (tag == 0) {
			byte[] head = Part10.write(object, syntax, null);
			return new HeadBytes(head, head.length);
		}
		long length = syntax != null && syntax.encapsulated() ? -1
				: nativeLength(attributes(object, location, readers, limits), tag);
		VR vr = tag == Tag.FLOAT_PIXEL_DATA ? VR.OF : tag == Tag.DOUBLE_FLOAT_PIXEL_DATA ? VR.OD
				: length < 0 || object.number(Tag.BITS_ALLOCATED) <= BITS ? VR.OB : VR.OW;
		byte[] head = Part10.write(object, syntax, new Part10.Pixels(tag, vr, length));
		return new HeadBytes(head, length < 0 ? InstanceBytes.UNKNOWN : head.length + length);
	}

	/** {@return which attribute has the pixels; some archives leave compressed ones out; 0 if there are none} */
	private static int pixelTag(JsonObject object) {
		for (int tag : PIXELS) {
			if (object.elements().containsKey(tag)) {
				return tag;
			}
		}
		return object.number(Tag.ROWS) > 0 && object.number(Tag.COLUMNS) > 0 ? Tag.PIXEL_DATA : 0;
	}

	/** {@return the bytes that all frames have if they are not compressed; -1 if that cannot be told} */
	private static long nativeLength(Attributes attributes, int tag) {
		try {
			long bits = PixelFormat.of(attributes, SampleKind.of(tag), null).nativeFrameBits();
			long frames = Math.max(1, attributes.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
			long bytes = (Math.multiplyExact(bits, frames) + BITS - 1) / BITS;
			return bytes + (bytes & 1) > LONGEST_DEFINED ? -1 : bytes + (bytes & 1);
		} catch (DicomException | ArithmeticException e) {
			return -1; // who opens the pixels will say why
		}
	}

	/** {@return what a reader makes of the beginning of an instance} */
	static InstanceHeader read(byte[] start, InstanceLocation location, DicomReaders readers, ReadLimits limits)
			throws IOException {
		return read(new HeadBytes(start, -1), location, readers, limits);
	}

	private static InstanceHeader read(HeadBytes bytes, InstanceLocation location, DicomReaders readers, ReadLimits limits)
			throws IOException {
		long size = bytes.size() < 0 ? bytes.head().length : bytes.size();
		InstanceSource source = new InstanceSource() {
			@Override
			public String id() {
				return location.source().id();
			}

			@Override
			public InstanceBytes open(InstanceLocation opened) {
				return new HeadBytes(bytes.head(), size);
			}
		};
		return readers.readHeader(InstanceLocation.of(source, location.key(), size, location.version()), limits);
	}

	/** {@return whether a header holds the value of an attribute that is not in the metadata} */
	static boolean isNeeded(int tag, JsonElement element) {
		return element.isElsewhere() && HeaderContent.of(tag, element.vr(), 0) == HeaderContent.VALUE && !isPixels(tag);
	}

	static boolean isPixels(int tag) {
		return tag >>> 16 >= 0x7FE0;
	}

	/** A value that is not in the metadata. */
	private record Missing(JsonObject object, int tag, JsonElement element) {
	}

	/** {@return how many values are not in the metadata, pixels aside} */
	static int missing(JsonObject object) {
		List<Missing> found = new ArrayList<>();
		find(object, (tag, element) -> element.isElsewhere() && !isPixels(tag), found);
		return found.size();
	}

	/** Which values are meant. */
	@FunctionalInterface
	interface Choice {

		/** {@return whether a value is} */
		boolean test(int tag, JsonElement element);
	}

	private static void find(JsonObject object, Choice choice, List<Missing> found) {
		object.elements().forEach((tag, element) -> {
			if (choice.test(tag, element)) {
				found.add(new Missing(object, tag, element));
			}
			element.items().forEach(item -> find(item, choice, found));
		});
	}

	/**
	 * Fetches values that are not in the metadata into these. A value that cannot be had stays away.
	 *
	 * @param keys    of instances
	 * @param objects their metadata
	 * @param choice  which values
	 * @param most    bytes of one value
	 */
	void addValues(List<String> keys, List<JsonObject> objects, Choice choice, long most) throws IOException {
		List<Missing> missing = new ArrayList<>();
		Map<Missing, String> owners = new HashMap<>();
		for (int i = 0; i < objects.size(); i++) {
			int before = missing.size();
			find(objects.get(i), choice, missing);
			for (Missing each : missing.subList(before, missing.size())) {
				owners.put(each, keys.get(i));
			}
		}
		List<Optional<byte[]>> values = parallel.all(missing, each -> value(owners.get(each), each.element().uri(), most));
		for (int i = 0; i < values.size(); i++) {
			Missing each = missing.get(i);
			values.get(i).ifPresent(value -> each.object().put(each.tag(), each.element().withBinary(value)));
		}
	}

	private Optional<byte[]> value(String key, String uri, long most) throws IOException {
		try {
			return Optional.of(requests.bulk(bulkAddress(key, uri), most));
		} catch (AnswerException e) {
			if (e.mayWorkAnotherWay()) {
				return Optional.empty();
			}
			throw e;
		}
	}

	/**
	 * {@return where a value is} An address of the same instance is taken for one of this archive, also if it names another
	 * host, as it does where the archive stands behind a proxy; a relative one is one below the instance.
	 */
	private URI bulkAddress(String key, String uri) throws DicomException {
		int at = uri.indexOf('/' + key + '/');
		if (at >= 0) {
			return requests.address(uri.substring(at + 1));
		}
		try {
			return URI.create(base + "/" + key + "/metadata").resolve(uri); //$NON-NLS-1$ //$NON-NLS-2$
		} catch (IllegalArgumentException e) {
			return requests.address(key + '/' + Address.encoded(uri));
		}
	}

}
