package org.dicompreview.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.dicompreview.codec.internal.uncompressed.NativeDecoder;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Interpolation;
import org.dicompreview.rendering.DisplaySettings.Orientation;
import org.dicompreview.rendering.DisplaySettings.Placement;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.internal.LutFrameRenderer;
import org.dicompreview.rendering.internal.StandardColorMaps;
import org.dicompreview.rendering.internal.cache.SharedFrameLoader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From stored values to pixels of the screen, and from a warm file to either, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RenderBenchmark {

	private final FrameRenderer renderer = new LutFrameRenderer(new StandardColorMaps());
	private final DicomReaders reader = DicomReaders.standalone();
	private final byte[] table = new byte[0x10000];
	private SharedFrameLoader loader;
	private Path folder;
	private LoneSlice small;
	private LoneSlice large;
	private LoneSlice color;
	private DisplayFrame smallFrame;
	private DisplayFrame largeFrame;
	private DisplayFrame colorFrame;
	private int step;

	@Setup
	public void open() throws IOException {
		folder = Files.createTempDirectory("dicompreview-benchmark");
		loader = new SharedFrameLoader(reader, FrameDecoder.join(List.of(new NativeDecoder())));
		MadeFrames.grey(folder.resolve("small"), 512, 512);
		MadeFrames.grey(folder.resolve("large"), 4000, 3000);
		MadeFrames.color(folder.resolve("color"), 800, 600);
		small = slice("small");
		large = slice("large");
		smallFrame = loader.load(small).frame().orElseThrow();
		largeFrame = loader.load(large).frame().orElseThrow();
		color = slice("color");
		colorFrame = loader.load(color).frame().orElseThrow();
		for (int i = 0; i < table.length; i++) {
			table[i] = (byte) (i >> 4);
		}
	}

	private LoneSlice slice(String name) throws IOException {
		return new LoneSlice(reader.readHeader(folder.resolve(name), ReadLimits.DEFAULT), 0);
	}

	@TearDown
	public void close() throws IOException {
		loader.close();
		for (String name : List.of("small", "large", "color")) {
			Files.delete(folder.resolve(name));
		}
		Files.delete(folder);
	}

	private DisplaySettings nextWindow() {
		step = step + 1 & 0xFF;
		return DisplaySettings.DEFAULT.withWindow(Optional.of(VoiWindow.linear(900 + step, 400 + step)));
	}

	/** 512 x 512 x 16 from a warm file to 1024 x 1024. */
	@Benchmark
	public Picture fileToScreen() {
		return renderer.render(loader.load(small).frame().orElseThrow(), DisplaySettings.DEFAULT, 1024, 1024);
	}

	/** 512 x 512 x 16 to 1024 x 1024. */
	@Benchmark
	public Picture bilinear() {
		return renderer.render(smallFrame, DisplaySettings.DEFAULT, 1024, 1024);
	}

	/** Likewise, turned by 90 degrees. */
	@Benchmark
	public Picture bilinearTurned() {
		return renderer.render(smallFrame, DisplaySettings.DEFAULT.with(new Orientation(1, false)), 1024, 1024);
	}

	/** Likewise, without interpolation. */
	@Benchmark
	public Picture nearest() {
		return renderer.render(smallFrame, DisplaySettings.DEFAULT.withInterpolation(Interpolation.NEAREST), 1024, 1024);
	}

	/** Likewise, bicubic. */
	@Benchmark
	public Picture bicubic() {
		return renderer.render(smallFrame, DisplaySettings.DEFAULT.withInterpolation(Interpolation.BICUBIC), 1024, 1024);
	}

	/** Likewise, in pseudo-colours. */
	@Benchmark
	public Picture pseudoColor() {
		return renderer.render(smallFrame, DisplaySettings.DEFAULT.withColorMap("pet"), 1024, 1024);
	}

	/** A step of dragging the window on 4000 x 3000 x 16 that fits 1600 x 1200. */
	@Benchmark
	public Picture windowDrag() {
		return renderer.render(largeFrame, nextWindow(), 1600, 1200);
	}

	/** Likewise, at 1:1. */
	@Benchmark
	public Picture windowDragZoomed() {
		return renderer.render(largeFrame, nextWindow().with(new Placement(4000.0 / 1600, 0, 0)), 1600, 1200);
	}

	/** A frame of a colour cine that is cached, 800 x 600 to 1600 x 1200. */
	@Benchmark
	public Picture colorCine() {
		return renderer.render(colorFrame, DisplaySettings.DEFAULT, 1600, 1200);
	}

	/** Likewise from a warm file. */
	@Benchmark
	public Picture colorFileToScreen() {
		return renderer.render(loader.load(color).frame().orElseThrow(), DisplaySettings.DEFAULT, 1600, 1200);
	}

	/** 512 x 512 x 16 from a warm file to display values at stored resolution. */
	@Benchmark
	public Picture fileToDisplayValues() {
		return renderer.renderAtStoredResolution(loader.load(small).frame().orElseThrow(), DisplaySettings.DEFAULT);
	}

	/** Likewise with the header read again. */
	@Benchmark
	public Picture unknownFileToDisplayValues() throws IOException {
		return renderer.renderAtStoredResolution(loader.load(slice("small")).frame().orElseThrow(),
				DisplaySettings.DEFAULT);
	}

	/** What {@link #fileToDisplayValues} is measured against: a bare loop. */
	@Benchmark
	public byte[] bareLoop() throws IOException {
		byte[] file = Files.readAllBytes(FileLocation.path(small.instance().location()).orElseThrow());
		byte[] out = new byte[512 * 512];
		int at = file.length - 2 * out.length;
		for (int i = 0; i < out.length; i++, at += 2) {
			out[i] = table[file[at] & 0xFF | (file[at + 1] & 0xFF) << 8];
		}
		return out;
	}

	/** 4000 x 3000 x 16 from a warm file to display values at stored resolution. */
	@Benchmark
	public Picture largeFileToDisplayValues() {
		return renderer.renderAtStoredResolution(loader.load(large).frame().orElseThrow(), DisplaySettings.DEFAULT);
	}
}
