package org.dicompreview.codec.internal.j2k;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dicompreview.codec.DecodeException;

/**
 * The array-based multiple component transforms of ISO/IEC 15444-2 annex J: the irreversible decorrelation, an affine map
 * of a collection of components onto itself. Reversible and dependency transforms and wavelets across components are
 * refused.
 */
final class ArrayTransforms {

	/** Nothing was said of transforms. */
	static final ArrayTransforms NONE = new ArrayTransforms(Map.of(), Map.of(), List.of());

	private static final int DECORRELATION = 1;
	private static final int OFFSETS = 2;

	/**
	 * Maps some components onto themselves.
	 *
	 * @param components which
	 * @param matrix     their matrix, row by row
	 * @param offsets    what is added, in place of the level shift; {@code null} if that remains
	 */
	record Affine(int[] components, float[] matrix, float[] offsets) {

		/** {@return whether this replaces the level shift of a component} */
		boolean shifts(int component) {
			return offsets != null && Arrays.stream(components).anyMatch(each -> each == component);
		}
	}

	private record Collection(int[] components, int matrix, int offsets) {
	}

	private final Map<Integer, float[]> arrays;
	private final Map<Integer, List<Collection>> stages;
	private final List<Integer> order;

	private ArrayTransforms(Map<Integer, float[]> arrays, Map<Integer, List<Collection>> stages, List<Integer> order) {
		this.arrays = arrays;
		this.stages = stages;
		this.order = order;
	}

	/** Takes an MCT segment: an array of numbers. */
	ArrayTransforms withArray(ByteReader in) throws DecodeException {
		int part = in.u16();
		int index = in.u16();
		if (part != 0 || in.u16() != 0) {
			throw new DecodeException(Jpeg2000Text.TRANSFORM_IN_SEVERAL_SEGMENTS);
		}
		int size = (index >> 10 & 3) == 0 ? 2 : (index >> 10 & 3) == 3 ? 8 : 4;
		float[] values = new float[in.remaining() / size];
		for (int i = 0; i < values.length; i++) {
			values[i] = switch (index >> 10 & 3) {
				case 0 -> (short) in.u16();
				case 1 -> (int) in.u32();
				case 2 -> Float.intBitsToFloat((int) in.u32());
				default -> (float) Double.longBitsToDouble(in.u32() << 32 | in.u32());
			};
		}
		Map<Integer, float[]> more = new HashMap<>(arrays);
		more.put(index & 0x3FF, values);
		return new ArrayTransforms(more, stages, order);
	}

	/** Takes an MCC segment: which components go through which arrays. */
	ArrayTransforms withCollection(ByteReader in) throws DecodeException {
		int part = in.u16();
		int index = in.u8();
		if (part != 0 || in.u16() != 0) {
			throw new DecodeException(Jpeg2000Text.COLLECTION_IN_SEVERAL_SEGMENTS);
		}
		List<Collection> collections = new ArrayList<>();
		for (int left = in.u16(); left > 0; left--) {
			collections.add(collection(in));
		}
		Map<Integer, List<Collection>> more = new HashMap<>(stages);
		more.put(index, collections);
		return new ArrayTransforms(arrays, more, order);
	}

	private static Collection collection(ByteReader in) throws DecodeException {
		int type = in.u8();
		int[] inputs = components(in);
		int[] outputs = components(in);
		int arrays = in.u8() << 16 | in.u16();
		boolean reversible = (arrays >> 16 & 1) != 0;
		if (type != DECORRELATION || reversible || !Arrays.equals(inputs, outputs)) {
			throw new DecodeException(Jpeg2000Text.TRANSFORM_NOT_IRREVERSIBLE);
		}
		return new Collection(inputs, arrays & 0xFF, arrays >> 8 & 0xFF);
	}

	private static int[] components(ByteReader in) throws DecodeException {
		int count = in.u16();
		boolean wide = (count & 0x8000) != 0;
		int[] result = new int[Math.min(count & 0x7FFF, in.remaining())];
		for (int i = 0; i < result.length; i++) {
			result[i] = wide ? in.u16() : in.u8();
		}
		return result;
	}

	/** Takes an MCO segment: the order of the stages. */
	ArrayTransforms withOrder(ByteReader in) throws DecodeException {
		List<Integer> indices = new ArrayList<>();
		for (int left = in.u8(); left > 0; left--) {
			indices.add(in.u8());
		}
		return new ArrayTransforms(arrays, stages, indices);
	}

	/** {@return the maps to apply, in their order} */
	List<Affine> inOrder(int components) throws DecodeException {
		List<Affine> result = new ArrayList<>();
		for (int index : order) {
			for (Collection each : stages.getOrDefault(index, List.of())) {
				result.add(affine(each, components));
			}
		}
		return result;
	}

	private Affine affine(Collection collection, int components) throws DecodeException {
		int n = collection.components().length;
		float[] matrix = arrays.get(DECORRELATION << 8 | collection.matrix());
		float[] offsets = arrays.get(OFFSETS << 8 | collection.offsets());
		boolean inside = Arrays.stream(collection.components()).allMatch(each -> each < components);
		if (matrix == null || matrix.length != n * n || offsets != null && offsets.length != n || !inside) {
			throw new DecodeException(Jpeg2000Text.ARRAYS_DO_NOT_FIT, n);
		}
		return new Affine(collection.components(), matrix, offsets);
	}
}
