package org.dicompreview.codec.internal.j2k;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.codec.DecodeException;

/** One component of a tile: its resolutions from the coarsest to the finest, and how it is coded. */
final class TileComponent {

	private final Area area;
	private final CodingStyle style;
	private final int roiShift;
	private final ImageGrid.Component component;
	private final List<Resolution> resolutions = new ArrayList<>();
	private final int keep;
	private long coefficients;

	/**
	 * Lays out the component.
	 *
	 * @param area      of the tile on the component's own grid
	 * @param component what the header says of the component
	 * @param index     which component
	 * @param keep      resolutions to decode; coefficients of finer ones have no place
	 */
	TileComponent(Area area, ImageGrid.Component component, CodingParameters parameters, int index, int keep)
			throws DecodeException {
		this.area = area;
		this.component = component;
		this.keep = keep;
		style = parameters.style(index);
		roiShift = parameters.roiShift(index);
		for (int r = 0; r <= style.levels(); r++) {
			List<Subband> bands = new ArrayList<>();
			for (int orientation = r == 0 ? 0 : 1; orientation <= (r == 0 ? 0 : 3); orientation++) {
				bands.add(band(r, orientation, parameters.quantization(index)));
			}
			resolutions.add(new Resolution(area.halved(style.levels() - r), bands, style, r));
		}
	}

	private Subband band(int resolution, int orientation, Quantization quantization) throws DecodeException {
		int level = resolution == 0 ? style.levels() : style.levels() - resolution + 1;
		boolean across = (orientation & 1) != 0;
		boolean down = (orientation & 2) != 0;
		Area where = level == 0 ? area : area.band(level, across, down);
		int index = resolution == 0 ? 0 : 3 * (resolution - 1) + orientation;
		int exponent = quantization.exponent(index, resolution);
		float step = 1;
		if (!style.reversible()) {
			int gain = (across ? 1 : 0) + (down ? 1 : 0);
			step = Math.scalb(quantization.mantissa(index), component.precision() + gain - exponent)
					* synthesisGain(resolution, across, down);
		}
		int offset = (int) coefficients;
		if (resolution < keep) {
			coefficients += where.samples();
		}
		return new Subband(where, orientation, Math.max(0, quantization.guard() + exponent - 1), step, offset);
	}

	/** {@return the product of the scaling steps that a band's samples meet on their way to the kept resolution} */
	private float synthesisGain(int resolution, boolean across, boolean down) {
		float gain = 1;
		for (int r = Math.max(1, resolution); r < keep; r++) {
			Area made = area.halved(style.levels() - r);
			boolean own = r == resolution;
			gain *= own && across ? IrreversibleSynthesis.highGain(made.width())
					: IrreversibleSynthesis.lowGain(made.width());
			gain *= own && down ? IrreversibleSynthesis.highGain(made.height())
					: IrreversibleSynthesis.lowGain(made.height());
		}
		return gain;
	}

	/** {@return the area of the resolution that is made} */
	Area keptArea() {
		return resolutions.get(keep - 1).area();
	}

	/** {@return how many resolutions are decoded} */
	int keep() {
		return keep;
	}

	Area area() {
		return area;
	}

	CodingStyle style() {
		return style;
	}

	int roiShift() {
		return roiShift;
	}

	ImageGrid.Component component() {
		return component;
	}

	List<Resolution> resolutions() {
		return resolutions;
	}

	/** {@return how many coefficients the resolutions to decode have together} */
	int coefficients() {
		return (int) coefficients;
	}
}
