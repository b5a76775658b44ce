package org.dicompreview.series.document;

import java.util.List;

/**
 * One multiplex group of a waveform: channels that were sampled together (PS3.3 C.10.9). Immutable.
 *
 * @param label     what the group is called; empty text if it has no name
 * @param frequency samples a second of each channel, above 0
 * @param samples   samples of each channel, at least 1
 * @param channels  the channels, at least one
 * @since 0.1.0
 */
public record Waveform(String label, double frequency, int samples, List<Channel> channels) {

	/** Copies the list. */
	public Waveform {
		channels = List.copyOf(channels);
	}

	/**
	 * One channel.
	 *
	 * @param label  what it is called, for example {@code Lead II}; empty text if it has no name
	 * @param unit   unit of the values, for example {@code mV}; empty text where none is stated
	 * @param values in that unit, one for each sample; NaN where there is none. Not copied: nobody changes it
	 */
	public record Channel(String label, String unit, float[] values) {
	}

	/** {@return its length in seconds} */
	public double seconds() {
		return samples / frequency;
	}
}
