package org.dicompreview.series.internal.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.Text;
import org.dicompreview.series.document.DocumentText;
import org.dicompreview.series.document.InstanceDocuments;
import org.dicompreview.series.document.OutlineEntry;
import org.dicompreview.series.document.Waveform;

/** Reads the samples of waveforms (PS3.3 C.10.9), in the units of their channels. */
final class WaveformReader {

	/** More channels than this are no waveform: an EEG has some hundred. */
	private static final int MOST_CHANNELS = 1024;
	/** Of the companding that telephony uses (ITU-T G.711), 14 bits. */
	private static final int MU_BIAS = 33;

	/** The scale of a channel (PS3.3 C.10.9.1.4.3). */
	private record Scale(double factor, double baseline) {
	}

	private final DicomReaders readers;
	private final InstanceLocation location;
	private final List<Problem> problems;
	private int left = InstanceDocuments.SAMPLES;

	WaveformReader(DicomReaders readers, InstanceLocation location, List<Problem> problems) {
		this.readers = readers;
		this.location = location;
		this.problems = problems;
	}

	/** {@return the waveforms that can be shown} @throws IOException if the file cannot be read */
	List<Waveform> read(DataSet data) throws IOException {
		List<Waveform> waveforms = new ArrayList<>();
		for (DataSet group : data.element(Tag.WAVEFORM_SEQUENCE).map(Element::items).orElse(List.of())) {
			group(group).ifPresent(waveforms::add);
		}
		return waveforms;
	}

	/** {@return what there is to say about a waveform beside its samples} */
	static OutlineEntry entry(Waveform waveform) {
		List<OutlineEntry> channels = new ArrayList<>();
		for (Waveform.Channel channel : waveform.channels()) {
			float least = Float.POSITIVE_INFINITY;
			float most = Float.NEGATIVE_INFINITY;
			for (float value : channel.values()) {
				if (!Float.isNaN(value)) {
					least = Math.min(least, value);
					most = Math.max(most, value);
				}
			}
			channels.add(OutlineEntry.of(Lines.words(channel.label()), least > most ? Lines.words("–")
					: Text.of(DocumentText.CHANNEL_RANGE, Lines.number(least), Lines.number(most), channel.unit())));
		}
		return OutlineEntry.of(waveform.label().isEmpty() ? Text.of(DocumentText.WAVEFORM) : Lines.words(waveform.label()),
				Lines.words(Text.of(DocumentText.SECONDS, Lines.number(waveform.seconds())) + ", "
						+ Text.of(DocumentText.HERTZ, Lines.number(waveform.frequency()))),
				channels);
	}

	private Optional<Waveform> group(DataSet group) throws IOException {
		int channels = group.integer(ContentTags.NUMBER_OF_WAVEFORM_CHANNELS).orElse(0);
		int samples = group.integer(ContentTags.NUMBER_OF_WAVEFORM_SAMPLES).orElse(0);
		double frequency = group.number(ContentTags.SAMPLING_FREQUENCY).orElse(0);
		int bits = group.integer(ContentTags.WAVEFORM_BITS_ALLOCATED).orElse(0);
		Optional<Element> values = group.element(ContentTags.WAVEFORM_DATA);
		boolean possible = channels > 0 && channels <= MOST_CHANNELS && samples > 0 && frequency > 0
				&& (bits == 8 || bits == 16 || bits == 32) && values.isPresent();
		if (!possible) {
			problems.add(Problem.of(DocumentText.WAVEFORM_INVALID, channels, samples, bits, Lines.number(frequency))
					.at(ContentTags.WAVEFORM_DATA, values.map(Element::offset).orElse(-1L)).in(location));
			return Optional.empty();
		}
		byte[] bytes = readers.readValue(location, values.get(), readers.limits());
		int there = bytes.length / (channels * bits / 8);
		if (there < samples) {
			report(DocumentText.WAVEFORM_TRUNCATED, there, samples, values.get());
		}
		int whole = Math.min(there, samples);
		int taken = Math.min(whole, left / channels);
		if (taken < whole) {
			report(DocumentText.SAMPLES_NOT_SHOWN, taken, samples, values.get());
		}
		left -= taken * channels;
		return taken == 0 ? Optional.empty()
				: Optional.of(new Waveform(group.string(ContentTags.MULTIPLEX_GROUP_LABEL).orElse(""), frequency, taken,
						channels(group, bytes, channels, taken, bits / 8)));
	}

	private void report(DocumentText text, int there, int stated, Element values) {
		problems.add(Problem.of(text, there, stated).at(values.tag(), values.offset()).in(location));
	}

	private static List<Waveform.Channel> channels(DataSet group, byte[] bytes, int channels, int samples, int size) {
		String interpretation = group.string(ContentTags.WAVEFORM_SAMPLE_INTERPRETATION).orElse(size == 1 ? "SB" : "SS");
		long padding = padding(group, interpretation, size);
		List<Attributes> definitions = group.items(ContentTags.CHANNEL_DEFINITION_SEQUENCE);
		ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		List<Waveform.Channel> result = new ArrayList<>();
		for (int i = 0; i < channels; i++) {
			Optional<Attributes> definition = i < definitions.size() ? Optional.of(definitions.get(i)) : Optional.empty();
			Scale scale = definition.map(WaveformReader::scale).orElse(new Scale(1, 0));
			float[] values = new float[samples];
			for (int j = 0; j < samples; j++) {
				long stored = stored(buffer, (j * channels + i) * size, interpretation, size);
				values[j] = stored == padding ? Float.NaN : (float) (stored * scale.factor() + scale.baseline());
			}
			result.add(new Waveform.Channel(definition.map(WaveformReader::label).orElse(Integer.toString(i + 1)),
					definition.flatMap(WaveformReader::unit).orElse(""), values));
		}
		return result;
	}

	/** {@return the stored value that stands for no sample; one that no sample has where none is stated} */
	private static long padding(DataSet group, String interpretation, int size) {
		byte[] value = new byte[0];
		double[] numbers = group.numbers(ContentTags.WAVEFORM_PADDING_VALUE);
		if (numbers.length > 0) {
			value = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong((long) numbers[0]).array();
		}
		return value.length < size ? Long.MAX_VALUE
				: stored(ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN), 0, interpretation, size);
	}

	private static String label(Attributes definition) {
		return definition.string(ContentTags.CHANNEL_LABEL)
				.or(() -> Lines.meaning(definition, ContentTags.CHANNEL_SOURCE_SEQUENCE)).orElse("");
	}

	private static Optional<String> unit(Attributes definition) {
		return definition.items(ContentTags.CHANNEL_SENSITIVITY_UNITS_SEQUENCE).stream().findFirst().flatMap(Lines::unit);
	}

	private static Scale scale(Attributes definition) {
		return new Scale(
				definition.number(ContentTags.CHANNEL_SENSITIVITY).orElse(1)
						* definition.number(ContentTags.CHANNEL_SENSITIVITY_CORRECTION_FACTOR).orElse(1),
				definition.number(ContentTags.CHANNEL_BASELINE).orElse(0));
	}

	private static long stored(ByteBuffer buffer, int at, String interpretation, int size) {
		long value = switch (size) {
			case 1 -> buffer.get(at);
			case 2 -> buffer.getShort(at);
			default -> buffer.getInt(at);
		};
		return switch (interpretation) {
			case "UB" -> value & 0xFF;
			case "US" -> value & 0xFFFF;
			case "UL" -> value & 0xFFFFFFFFL;
			case "MB" -> mu((int) value);
			case "AB" -> a((int) value);
			default -> value;
		};
	}

	/** {@return the value of an 8 bit mu-law sample} */
	private static int mu(int code) {
		int inverted = ~code & 0xFF;
		int magnitude = (((inverted & 0xF) << 1 | 1) + MU_BIAS - 1 << (inverted >> 4 & 7)) - MU_BIAS;
		return (inverted & 0x80) == 0 ? magnitude : -magnitude;
	}

	/** {@return the value of an 8 bit A-law sample} */
	private static int a(int code) {
		int toggled = code & 0xFF ^ 0x55;
		int segment = toggled >> 4 & 7;
		int step = (toggled & 0xF) << 1 | 1;
		int magnitude = segment == 0 ? step : step + 32 << segment - 1;
		return (toggled & 0x80) == 0 ? -magnitude : magnitude;
	}
}
