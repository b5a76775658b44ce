package org.dicompreview.codec.internal.j2k;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.codec.DecodeException;

/**
 * Visits the packets of a tile in the order in which the codestream has them (ISO/IEC 15444-1 B.12). Each precinct's
 * packets come once, layer by layer, however often the runs of a POC segment cover them.
 */
final class PacketOrder {

	/** Takes the packets. */
	interface Visitor {

		/**
		 * Reads the next packet of a precinct.
		 *
		 * @return whether there is more data
		 */
		boolean visit(Resolution resolution, int precinct) throws DecodeException;
	}

	/** The precincts of one resolution of a component, in their order, with their place on the reference grid. */
	private static final class Cursor {

		private final Resolution resolution;
		private final int stepX;
		private final int stepY;
		private final int halvings;
		private final Area tile;
		private int next;
		private long x;
		private long y;

		Cursor(TileComponent component, int index, Area tile) {
			resolution = component.resolutions().get(index);
			stepX = component.component().stepX();
			stepY = component.component().stepY();
			halvings = component.style().levels() - index;
			this.tile = tile;
			place();
		}

		private void place() {
			if (next < resolution.precincts()) {
				x = Math.max(tile.x0(), (resolution.left(next % resolution.across()) << halvings) * stepX);
				y = Math.max(tile.y0(), (resolution.top(next / resolution.across()) << halvings) * stepY);
			}
		}

		boolean isBefore(Cursor other) {
			return y < other.y || y == other.y && x < other.x;
		}
	}

	private final List<TileComponent> components;
	private final Area tile;
	private final Visitor visitor;
	private long idleSteps;

	/** @param idleSteps how many steps may be spent on packets that have been read already */
	PacketOrder(List<TileComponent> components, Area tile, Visitor visitor, long idleSteps) {
		this.components = components;
		this.tile = tile;
		this.visitor = visitor;
		this.idleSteps = idleSteps;
	}

	/** Visits a run. {@return whether there is more data} */
	boolean visit(Progression run) throws DecodeException {
		return switch (run.order()) {
			case Progression.LRCP -> byLayer(run);
			case Progression.RLCP -> byResolution(run);
			case Progression.RPCL -> byResolutionAndPosition(run);
			case Progression.PCRL -> byPosition(run, cursors(run.component(), run.componentEnd(), run.resolution(),
					run.resolutionEnd()));
			default -> byComponent(run);
		};
	}

	private boolean byLayer(Progression run) throws DecodeException {
		for (int layer = 0; layer < run.layerEnd(); layer++) {
			for (int r = run.resolution(); r < resolutionEnd(run); r++) {
				if (!visitLayer(run, r, layer)) {
					return false;
				}
			}
		}
		return true;
	}

	private boolean byResolution(Progression run) throws DecodeException {
		for (int r = run.resolution(); r < resolutionEnd(run); r++) {
			for (int layer = 0; layer < run.layerEnd(); layer++) {
				if (!visitLayer(run, r, layer)) {
					return false;
				}
			}
		}
		return true;
	}

	private boolean visitLayer(Progression run, int r, int layer) throws DecodeException {
		for (int c = run.component(); c < run.componentEnd(); c++) {
			idle();
			if (r >= components.get(c).resolutions().size()) {
				continue;
			}
			Resolution resolution = components.get(c).resolutions().get(r);
			for (int precinct = 0; precinct < resolution.precincts(); precinct++) {
				if (resolution.layersRead(precinct) != layer) {
					idle();
				} else if (!visitor.visit(resolution, precinct)) {
					return false;
				}
			}
		}
		return true;
	}

	private boolean byResolutionAndPosition(Progression run) throws DecodeException {
		for (int r = run.resolution(); r < resolutionEnd(run); r++) {
			if (!byPosition(run, cursors(run.component(), run.componentEnd(), r, r + 1))) {
				return false;
			}
		}
		return true;
	}

	private boolean byComponent(Progression run) throws DecodeException {
		for (int c = run.component(); c < run.componentEnd(); c++) {
			if (!byPosition(run, cursors(c, c + 1, run.resolution(), run.resolutionEnd()))) {
				return false;
			}
		}
		return true;
	}

	/** Merges the cursors: the uppermost, then leftmost precinct first, of equal ones that of the first cursor. */
	private boolean byPosition(Progression run, List<Cursor> cursors) throws DecodeException {
		while (!cursors.isEmpty()) {
			Cursor first = cursors.get(0);
			for (int i = 1; i < cursors.size(); i++) {
				if (cursors.get(i).isBefore(first)) {
					first = cursors.get(i);
				}
			}
			idle();
			while (first.resolution.layersRead(first.next) < run.layerEnd()) {
				if (!visitor.visit(first.resolution, first.next)) {
					return false;
				}
			}
			first.next++;
			first.place();
			if (first.next == first.resolution.precincts()) {
				cursors.remove(first);
			}
		}
		return true;
	}

	private List<Cursor> cursors(int fromComponent, int toComponent, int fromResolution, int toResolution) {
		List<Cursor> result = new ArrayList<>();
		for (int c = fromComponent; c < toComponent; c++) {
			int end = Math.min(toResolution, components.get(c).resolutions().size());
			for (int r = fromResolution; r < end; r++) {
				if (components.get(c).resolutions().get(r).precincts() > 0) {
					result.add(new Cursor(components.get(c), r, tile));
				}
			}
		}
		return result;
	}

	private int resolutionEnd(Progression run) {
		int most = 0;
		for (int c = run.component(); c < run.componentEnd(); c++) {
			most = Math.max(most, components.get(c).resolutions().size());
		}
		return Math.min(run.resolutionEnd(), most);
	}

	private void idle() throws DecodeException {
		if (--idleSteps < 0) {
			throw new DecodeException(Jpeg2000Text.PROGRESSION_IN_CIRCLES);
		}
	}
}
