package org.dicompreview.dicom.spi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Text;
import org.dicompreview.dicom.TextKey;

/**
 * Problems as bytes, for readers that remember headers: keys by their names, the file left out.
 *
 * @since 0.1.0
 */
public final class PackedProblem {

	private static final int WORDS = 0;
	private static final int WHOLE_NUMBER = 1;
	private static final int NUMBER = 2;
	private static final int TEXT = 3;
	private static final int PROBLEM = 4;

	private PackedProblem() {
	}

	/** {@return the problem as bytes} */
	public static byte[] pack(Problem problem) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			write(out, problem);
		} catch (IOException e) {
			throw new UncheckedIOException(e); // an array never fails
		}
		return bytes.toByteArray();
	}

	/**
	 * {@return the problem again, without its file}
	 *
	 * @param packed bytes of {@link #pack}
	 * @param keys   all keys that may occur
	 * @throws IllegalArgumentException if the bytes are damaged or have other keys
	 */
	public static Problem unpack(byte[] packed, TextKey... keys) {
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
			return readProblem(in, keys);
		} catch (IOException e) {
			throw new IllegalArgumentException(e);
		}
	}

	private static void write(DataOutputStream out, Problem problem) throws IOException {
		write(out, problem.what());
		out.writeInt(problem.tag());
		out.writeLong(problem.offset());
		out.writeBoolean(problem.isNote());
	}

	private static Problem readProblem(DataInputStream in, TextKey[] keys) throws IOException {
		Problem problem = Problem.of(readText(in, keys)).at(in.readInt(), in.readLong());
		return in.readBoolean() ? problem.asNote() : problem;
	}

	private static void write(DataOutputStream out, Text text) throws IOException {
		out.writeUTF(text.key().name());
		out.writeByte(text.arguments().size());
		for (Object argument : text.arguments()) {
			if (argument instanceof Text inner) {
				out.writeByte(TEXT);
				write(out, inner);
			} else if (argument instanceof Problem inner) {
				out.writeByte(PROBLEM);
				write(out, inner);
			} else if (argument instanceof Integer || argument instanceof Long) {
				out.writeByte(WHOLE_NUMBER);
				out.writeLong(((Number) argument).longValue());
			} else if (argument instanceof Number number) {
				out.writeByte(NUMBER);
				out.writeDouble(number.doubleValue());
			} else {
				out.writeByte(WORDS);
				out.writeUTF(argument.toString());
			}
		}
	}

	private static Text readText(DataInputStream in, TextKey[] keys) throws IOException {
		TextKey key = key(in.readUTF(), keys);
		List<Object> arguments = new ArrayList<>();
		for (int i = in.readByte(); i > 0; i--) {
			arguments.add(switch (in.readByte()) {
				case TEXT -> readText(in, keys);
				case PROBLEM -> readProblem(in, keys);
				case WHOLE_NUMBER -> in.readLong();
				case NUMBER -> in.readDouble();
				default -> in.readUTF();
			});
		}
		return new Text(key, arguments);
	}

	private static TextKey key(String name, TextKey[] keys) {
		for (TextKey key : keys) {
			if (key.name().equals(name)) {
				return key;
			}
		}
		throw new IllegalArgumentException(name);
	}
}
