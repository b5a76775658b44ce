package org.dicompreview.codec.internal.j2k;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Damage;

/** Decodes one tile: lays it out, reads its packets, decodes its code-blocks and makes its samples. */
final class TileDecoder {

	/** Bookkeeping may take so many bytes for each sample, and so many in any case. */
	private static final long COST_PER_SAMPLE = 16;
	private static final long FREE_COST = 16L << 20;
	private static final long FREE_STEPS = 1L << 20;

	private final Codestream stream;
	private final int origin;
	private final int reduction;
	private final Damage damage;
	private final BlockTools.Pool pool;
	private final Output output;

	/**
	 * For the tiles of a frame.
	 *
	 * @param origin    index of the frame's first byte, from which offsets are told
	 * @param reduction how many of the finest resolutions are left out; no component has fewer levels
	 */
	TileDecoder(Codestream stream, int origin, int reduction, Damage damage, BlockTools.Pool pool, Output output) {
		this.stream = stream;
		this.origin = origin;
		this.reduction = reduction;
		this.damage = damage;
		this.pool = pool;
		this.output = output;
	}

	/** Decodes a tile on so many threads; what is wrong with it is reported as damage. */
	void decode(int index, Codestream.Tile tile, int threads) {
		try {
			List<TileComponent> components = layOut(index, tile);
			readPackets(index, tile, components);
			List<Plane> planes = new ArrayList<>();
			for (TileComponent component : components) {
				planes.add(component.style().reversible() ? new Plane.Ints(new int[component.coefficients()])
						: new Plane.Floats(new float[component.coefficients()]));
			}
			new BlockStage(stream.bytes(), components, planes, damage, pool).run(threads);
			new SynthesisStage(tile.parameters(), components, planes, output, threads).run();
		} catch (DecodeException e) {
			damage.report(Jpeg2000Text.IN_TILE, index, e);
		}
	}

	private List<TileComponent> layOut(int index, Codestream.Tile tile) throws DecodeException {
		Area area = stream.grid().tile(index);
		List<TileComponent> result = new ArrayList<>();
		long samples = 0;
		long cost = 0;
		for (int c = 0; c < stream.grid().components().size(); c++) {
			ImageGrid.Component component = stream.grid().components().get(c);
			CodingParameters parameters = tile.parameters();
			Area own = area.divided(component.stepX(), component.stepY());
			int keep = parameters.style(c).levels() + 1 - reduction;
			TileComponent laidOut = new TileComponent(own, component, parameters, c, keep);
			samples += own.samples();
			for (Resolution resolution : laidOut.resolutions()) {
				cost += resolution.cost();
			}
			result.add(laidOut);
		}
		if (cost > FREE_COST + COST_PER_SAMPLE * samples) {
			throw new DecodeException(Jpeg2000Text.PRECINCTS_TOO_SMALL);
		}
		return result;
	}

	private void readPackets(int index, Codestream.Tile tile, List<TileComponent> components) {
		PacketReader reader = new PacketReader(stream, tile, origin, damage);
		long samples = components.stream().mapToLong(each -> each.area().samples()).sum();
		PacketOrder order = new PacketOrder(components, stream.grid().tile(index), reader,
				FREE_STEPS + 64 * reader.size() + samples);
		try {
			for (Progression run : tile.parameters().progressions()) {
				if (!order.visit(run)) {
					damage.report(Jpeg2000Text.TILE_INCOMPLETE, index);
					return;
				}
			}
		} catch (DecodeException e) {
			damage.report(Jpeg2000Text.IN_TILE, index, e);
		}
	}
}
