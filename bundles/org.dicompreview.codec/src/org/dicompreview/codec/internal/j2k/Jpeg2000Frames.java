package org.dicompreview.codec.internal.j2k;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.internal.Damage;
import org.dicompreview.codec.internal.FrameBuilder;
import org.dicompreview.codec.internal.Parallel;
import org.dicompreview.codec.internal.StreamImage;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.Problem;

/** Decodes frames of the JPEG 2000 family: both block coders may stand in any of its codestreams. For several threads. */
final class Jpeg2000Frames {

	private static final Set<String> LOSSLESS_ONLY = Set.of("1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.92",
			"1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202");

	private final BlockTools.Pool pool = new BlockTools.Pool();

	/** Decodes a frame. */
	Frame decode(EncodedFrame frame, DecodeOptions options) throws DecodeException {
		Damage damage = new Damage();
		PixelFormat format = frame.format();
		Wrapper wrapper = Wrapper.find(frame.bytes(), frame.offset(), frame.length());
		Codestream stream = Codestream.read(frame.bytes(), wrapper.start(), wrapper.end(), format.samplesPerPixel(),
				damage);
		ImageGrid grid = stream.grid();
		int unitX = unit(grid, format.columns(), true);
		int unitY = unit(grid, format.rows(), false);
		Area area = grid.area().divided(unitX, unitY);
		int precision = 0;
		boolean signed = false;
		for (ImageGrid.Component each : stream.samples()) {
			precision = Math.max(precision, each.precision());
			signed |= each.signed();
		}
		int reduction = options.reduction();
		for (Codestream.Tile tile : stream.tiles().values()) {
			reduction = Math.min(reduction, tile.parameters().minLevels());
		}
		FrameBuilder builder = FrameBuilder.of(frame, options,
				new StreamImage(area.width(), area.height(), grid.components().size(), precision, signed), reduction);
		Output output = new Output(builder, grid.area(), stream.samples(), unitX, unitY, reduction);
		decodeTiles(stream, frame.offset(), reduction, options.threads(), damage, output);
		boolean lossy = reduction > 0 || !LOSSLESS_ONLY.contains(frame.transferSyntax().uid()) // layers may be cut off
				|| stream.tiles().values().stream().anyMatch(tile -> !tile.parameters().reversible());
		return builder.build(photometric(stream, wrapper, format.photometric()), damage, lossy);
	}

	private static int unit(ImageGrid grid, int wanted, boolean across) {
		int unit = 255;
		for (ImageGrid.Component each : grid.components()) {
			unit = Math.min(unit, across ? each.stepX() : each.stepY());
		}
		Area area = grid.area().divided(unit, unit);
		return (across ? area.width() : area.height()) == wanted ? unit : 1;
	}

	private void decodeTiles(Codestream stream, int origin, int reduction, int threads, Damage damage, Output output)
			throws DecodeException {
		List<Map.Entry<Integer, Codestream.Tile>> tiles = new ArrayList<>(stream.tiles().entrySet());
		if (tiles.isEmpty()) {
			throw new DecodeException(damage.problem().orElseGet(() -> Problem.of(Jpeg2000Text.NO_TILES)));
		}
		if (tiles.size() < stream.grid().tiles()) {
			damage.report(Jpeg2000Text.TILES_MISSING, tiles.size(), stream.grid().tiles());
		}
		TileDecoder decoder = new TileDecoder(stream, origin, reduction, damage, pool, output);
		boolean byTile = tiles.size() > 1;
		Parallel.run(tiles.size(), byTile ? threads : 1, () -> decoder,
				(self, i) -> self.decode(tiles.get(i).getKey(), tiles.get(i).getValue(), byTile ? 1 : threads));
	}

	/**
	 * YBR_ICT and YBR_RCT state that the codestream has a component transformation, which decoding reverses (PS3.5 8.2.4):
	 * where it has none, the samples were never anything but red, green and blue.
	 */
	private static Photometric photometric(Codestream stream, Wrapper wrapper, Photometric stated) {
		boolean transformed = stream.tiles().values().stream().anyMatch(each -> each.parameters().colourTransform());
		if (transformed) {
			return Photometric.RGB;
		}
		boolean ofTransform = stated == Photometric.YBR_ICT || stated == Photometric.YBR_RCT;
		if (stream.grid().components().size() != 3 || !ofTransform && stated != Photometric.RGB) {
			return stated;
		}
		return wrapper.luminance() || isSubsampled(stream.grid()) ? Photometric.YBR_FULL : Photometric.RGB;
	}

	private static boolean isSubsampled(ImageGrid grid) {
		ImageGrid.Component first = grid.components().get(0);
		return grid.components().stream()
				.anyMatch(each -> each.stepX() != first.stepX() || each.stepY() != first.stepY());
	}
}
