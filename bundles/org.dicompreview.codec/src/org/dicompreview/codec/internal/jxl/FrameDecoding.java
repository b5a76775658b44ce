package org.dicompreview.codec.internal.jxl;

import java.util.List;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Damage;
import org.dicompreview.codec.internal.Parallel;

/** Decodes one frame (ISO/IEC 18181-1, annex G), filters it and draws upon it what it says (annexes J and K). */
final class FrameDecoding {

	private final ImageHeader image;
	private final FrameHeader header;
	private final Sections sections;
	private final ImageDecoding.Reference[] references;
	private final Planes lowFrequencies;
	private final int threads;
	private final Damage damage;
	private final long limit;
	private LfGlobal global;
	private VarDct varDct;

	/**
	 * For a frame.
	 *
	 * @param image          the head of the image
	 * @param header         the head of the frame
	 * @param sections       where its parts are
	 * @param references     earlier frames
	 * @param lowFrequencies the frame with the low frequencies of this one, or null
	 * @param threads        how many threads may work on it
	 * @param damage         gets what is wrong
	 * @param limit          how many values the channels of a section may have
	 */
	FrameDecoding(ImageHeader image, FrameHeader header, Sections sections, ImageDecoding.Reference[] references,
			Planes lowFrequencies, int threads, Damage damage, long limit) {
		this.image = image;
		this.header = header;
		this.sections = sections;
		this.references = references;
		this.lowFrequencies = lowFrequencies;
		this.threads = threads;
		this.damage = damage;
		this.limit = limit;
	}

	/**
	 * {@return the channels, upsampled, their colours as they are coded}
	 *
	 * @param number counts the frames of the image
	 */
	Planes decode(int number) throws DecodeException {
		Bits bits = sections.global();
		global = new LfGlobal(bits, image, header, references, limit);
		varDct = header.modular ? null : new VarDct(image, header, global, lowFrequencies, threads);
		boolean intact = attempt(() -> global.modular.readGlobal(bits));
		if (!sections.isSingle() || intact) {
			global.modular.allocate();
			decodeGroups();
		}
		global.modular.image.undoTransforms(threads);
		Planes planes = new Planes(header.width, header.height,
				ModularFrame.colours(header, image) + image.extra.length);
		if (varDct == null) {
			takeColours(planes);
		} else {
			varDct.takeColours(planes);
		}
		takeExtra(planes);
		return new Rendering(image, header, global, references, threads).render(planes, varDct, number);
	}

	/** What may fail and leave the rest of the frame. */
	private interface Step {

		void run() throws DecodeException;
	}

	private boolean attempt(Step step) {
		try {
			step.run();
			return true;
		} catch (DecodeException e) {
			damage.report(e.problem());
			return false;
		}
	}

	private void decodeGroups() throws DecodeException {
		int lfGroups = header.lfGroupsAcross() * header.lfGroupsDown();
		boolean[] intact = new boolean[lfGroups];
		Parallel.run(lfGroups, threads, () -> intact, (done, group) -> done[group] = attempt(() -> readLfGroup(group)));
		boolean usable = !sections.isSingle() || intact[0];
		if (varDct != null) {
			varDct.finishLowFrequencies();
			usable = usable && attempt(() -> varDct.readGlobal(sections.hfGlobal()));
		}
		boolean readable = usable;
		int groups = header.groupsAcross() * header.groupsDown();
		Parallel.run(groups, threads, () -> this, (self, group) -> self.decodeGroup(group, readable));
	}

	private void readLfGroup(int group) throws DecodeException {
		Bits bits = sections.lfGroup(group);
		if (varDct != null) {
			varDct.readLowFrequencies(bits, group);
		}
		global.modular.readLfGroup(bits, group);
		if (varDct != null) {
			varDct.readMetadata(bits, group);
		}
	}

	private void decodeGroup(int group, boolean readable) throws DecodeException {
		VarDctGroup blocks = varDct == null ? null : varDct.group(group);
		boolean intact = readable;
		for (int pass = 0; pass < header.passShifts.length && intact; pass++) {
			int index = pass;
			intact = attempt(() -> {
				Bits bits = sections.group(index, group);
				if (blocks != null) {
					blocks.read(bits, index);
				}
				global.modular.readGroup(bits, index, group);
			});
		}
		if (blocks != null) {
			blocks.draw();
		}
	}

	/** The colours of a modular frame; those of XYB are multiples of a quantum (G.1.3). */
	private void takeColours(Planes planes) {
		List<Channel> channels = global.modular.image.channels;
		if (!image.xyb) {
			for (int c = 0; c < planes.values.length - image.extra.length; c++) {
				planes.integers[c] = channels.get(c).values;
			}
			return;
		}
		int[] y = channels.get(0).values;
		int[] x = channels.get(1).values;
		int[] b = channels.get(2).values;
		for (int c = 0; c < 3; c++) {
			planes.values[c] = new float[y.length];
		}
		for (int i = 0; i < y.length; i++) {
			planes.values[0][i] = x[i] * global.lfDequant[0];
			planes.values[1][i] = y[i] * global.lfDequant[1];
			planes.values[2][i] = (b[i] + y[i]) * global.lfDequant[2];
		}
	}

	private void takeExtra(Planes planes) {
		List<Channel> channels = global.modular.image.channels;
		int first = planes.values.length - image.extra.length;
		int from = channels.size() - image.extra.length;
		for (int i = 0; i < image.extra.length; i++) {
			planes.integers[first + i] = channels.get(from + i).values;
		}
	}

	/** {@return the channels with the colours that the image is to have, in as many channels as it has} */
	Planes colours(Planes planes) throws DecodeException {
		return new ColourOutput(image, header, threads).apply(planes);
	}
}
