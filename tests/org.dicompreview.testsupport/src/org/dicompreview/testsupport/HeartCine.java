package org.dicompreview.testsupport;

import java.util.stream.IntStream;

import org.dicompreview.dicom.Tag;

/** An ultrasound clip of a beating heart with colour flow: one multi-frame RGB instance. */
final class HeartCine {

	private static final int FRAMES = 30;
	private static final int WIDTH = 320;
	private static final int HEIGHT = 240;
	private static final double OPENING = Math.toRadians(42);
	private static final int DEPTH = 222;

	private HeartCine() {
	}

	static DicomObject instance(Study study, int series) {
		byte[] pixels = new byte[FRAMES * WIDTH * HEIGHT * 3];
		IntStream.range(0, FRAMES).parallel().forEach(frame -> draw(frame, pixels));
		DicomObject object = study.instance(Study.US_MULTI_FRAME, "US", series, "Heart, colour flow", 1) //$NON-NLS-1$ //$NON-NLS-2$
				.set(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY").set(Tag.NUMBER_OF_FRAMES, FRAMES).set(Tag.FRAME_TIME, 40) //$NON-NLS-1$ //$NON-NLS-2$
				.set(Tag.CINE_RATE, 25).set(Tag.FRAME_INCREMENT_POINTER, Tag.FRAME_TIME);
		return Images.bytes(object, WIDTH, HEIGHT, 3, "RGB", pixels); //$NON-NLS-1$
	}

	private static void draw(int frame, byte[] pixels) {
		double phase = 2 * Math.PI * frame / FRAMES;
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) {
				draw(frame, phase, x, y, pixels, ((frame * HEIGHT + y) * WIDTH + x) * 3);
			}
		}
	}

	private static void draw(int frame, double phase, int x, int y, byte[] pixels, int at) {
		double across = x - WIDTH / 2.0;
		double down = y - 8.0;
		double depth = Math.hypot(across, down);
		double angle = Math.atan2(across, down);
		if (depth < 14 || depth > DEPTH || Math.abs(angle) > OPENING) {
			return;
		}
		double size = 1 + 0.16 * Math.sin(phase);
		double chamber = ellipse(across, down, -22, 118, 40 * size, 66 * size);
		double other = ellipse(across, down, 44, 128, 24 * (2 - size), 48);
		double wall = Math.min(Math.abs(chamber), Math.abs(other) + 0.02);
		double echo = chamber < 0 || other < 0 ? 10 : 58 + 110 * Math.exp(-wall * wall * 60);
		double speckle = 1 + 0.55 * HeadPhantom.noise((int) (depth / 2), (int) Math.toDegrees(angle * 1.5), frame / 3);
		int grey = (int) Math.max(0, Math.min(255, echo * speckle * (1.1 - depth / DEPTH * 0.5)));
		double flow = chamber < -0.15 ? Math.sin(phase + depth / 60) * Math.min(1, -1.3 * chamber) : 0;
		boolean coloured = Math.abs(flow) > 0.18 && HeadPhantom.noise(x / 2, y / 2, frame) < 0.8;
		int bright = (int) Math.min(255, 90 + 165 * Math.abs(flow));
		pixels[at] = (byte) (coloured && flow > 0 ? bright : coloured ? 0 : grey);
		pixels[at + 1] = (byte) (coloured ? bright / 4 : grey);
		pixels[at + 2] = (byte) (coloured && flow < 0 ? bright : coloured ? 0 : grey);
	}

	private static double ellipse(double x, double y, double cx, double cy, double rx, double ry) {
		return Math.hypot((x - cx) / rx, (y - cy) / ry) - 1;
	}
}
