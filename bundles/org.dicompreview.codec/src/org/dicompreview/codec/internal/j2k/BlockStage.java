package org.dicompreview.codec.internal.j2k;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Damage;
import org.dicompreview.codec.internal.Parallel;
import org.dicompreview.dicom.Problem;

/** Decodes the code-blocks of a tile and puts their dequantised coefficients in place. */
final class BlockStage {

	private record Task(CodeBlock block, Subband band, int component) {
	}

	private final byte[] bytes;
	private final List<TileComponent> components;
	private final List<Plane> planes;
	private final Damage damage;
	private final BlockTools.Pool pool;
	private final List<Task> tasks = new ArrayList<>();

	BlockStage(byte[] bytes, List<TileComponent> components, List<Plane> planes, Damage damage, BlockTools.Pool pool) {
		this.bytes = bytes;
		this.components = components;
		this.planes = planes;
		this.damage = damage;
		this.pool = pool;
	}

	void run(int threads) throws DecodeException {
		for (int c = 0; c < components.size(); c++) {
			List<Resolution> resolutions = components.get(c).resolutions();
			for (int r = components.get(c).keep() - 1; r >= 0; r--) {
				collect(resolutions.get(r), c);
			}
		}
		ConcurrentLinkedQueue<BlockTools> used = new ConcurrentLinkedQueue<>();
		Parallel.run(tasks.size(), threads, () -> {
			BlockTools tools = pool.take();
			used.add(tools);
			return tools;
		}, (tools, i) -> decode(tools, tasks.get(i)));
		used.forEach(pool::giveBack);
	}

	private void collect(Resolution resolution, int component) {
		for (int p = 0; p < resolution.precincts(); p++) {
			Precinct precinct = resolution.existing(p);
			if (precinct == null) {
				continue;
			}
			for (Precinct.Part part : precinct.parts()) {
				for (CodeBlock block : part.blocks()) {
					if (block.contributions() > 0) {
						tasks.add(new Task(block, part.band(), component));
					}
				}
			}
		}
	}

	private void decode(BlockTools tools, Task task) {
		TileComponent component = components.get(task.component());
		CodeBlock block = task.block();
		Problem problem;
		if (block.coder == CodeBlock.HIGH_THROUGHPUT) {
			HtBlockDecoder decoder = tools.highThroughput();
			problem = decoder.decode(block, bytes, task.band(), component.style().has(CodingStyle.CAUSAL),
					component.roiShift());
			store(decoder.values(), decoder.stride(), block, task.band(), planes.get(task.component()));
		} else {
			BlockDecoder decoder = tools.plain();
			problem = decoder.decode(block, bytes, task.band(), component.style().blockStyle(), component.roiShift());
			store(decoder.values(), block.width, block, task.band(), planes.get(task.component()));
		}
		if (problem != null) {
			damage.report(problem);
		}
	}

	private static void store(int[] from, int stride, CodeBlock block, Subband band, Plane plane) {
		int width = band.area().width();
		int to = band.offset() + block.y * width + block.x;
		if (plane instanceof Plane.Ints ints) {
			for (int y = 0; y < block.height; y++) {
				storeRow(from, y * stride, ints.values(), to + y * width, block.width);
			}
		} else if (plane instanceof Plane.Floats floats) {
			for (int y = 0; y < block.height; y++) {
				storeRow(from, y * stride, floats.values(), to + y * width, block.width, band.step() / 2);
			}
		}
	}

	private static void storeRow(int[] from, int start, int[] to, int at, int count) {
		for (int i = 0; i < count; i++) {
			int value = from[start + i];
			int sign = value >> 31;
			to[at + i] = ((value & Integer.MAX_VALUE) >> 1 ^ sign) - sign;
		}
	}

	private static void storeRow(int[] from, int start, float[] to, int at, int count, float step) {
		for (int i = 0; i < count; i++) {
			int value = from[start + i];
			int sign = value >> 31;
			to[at + i] = (((value & Integer.MAX_VALUE) ^ sign) - sign) * step;
		}
	}
}
