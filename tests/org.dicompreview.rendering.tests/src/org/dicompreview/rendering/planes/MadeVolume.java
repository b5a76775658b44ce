package org.dicompreview.rendering.planes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Vector3;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Images;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;

/** Files of a stack whose values follow from their places. */
record MadeVolume(Vector3 origin, Vector3 column, Vector3 row, Vector3 slice, int columns, int rows, int slices) {

	static final double SLOPE = 0.01;
	private static final Study STUDY = Study.of("Plane^Made", "P1", 77);

	/** {@return the values of a plane in space: between voxels they are what lies between} */
	static double linear(Vector3 point) {
		return 200 + 1.5 * point.x() + 0.75 * point.y() - 2.25 * point.z();
	}

	/** {@return values without any order} */
	static int mixed(int x, int y, int z) {
		return Math.floorMod(x * 7919 + y * 104729 + z * 1299709 + x * y * 31 + y * z * 17, 2000);
	}

	Vector3 point(int x, int y, int z) {
		return origin.plus(column.times(x)).plus(row.times(y)).plus(slice.times(z));
	}

	/** {@return the stack of files whose values follow from their places in mm} */
	SliceStack linear(Path folder, String syntax) throws IOException {
		List<DicomObject> images = new ArrayList<>();
		for (int z = 0; z < slices; z++) {
			short[] values = new short[columns * rows];
			for (int i = 0; i < values.length; i++) {
				values[i] = (short) Math.round(linear(point(i % columns, i / columns, z)) / SLOPE);
			}
			images.add(image(z, values, 16, 0).set(Tag.RESCALE_SLOPE, SLOPE));
		}
		return stack(folder, images, syntax);
	}

	/** {@return the stack of files whose values are whole numbers that follow from their voxels} */
	SliceStack mixed(Path folder, String syntax) throws IOException {
		List<DicomObject> images = new ArrayList<>();
		for (int z = 0; z < slices; z++) {
			short[] values = new short[columns * rows];
			for (int i = 0; i < values.length; i++) {
				values[i] = (short) mixed(i % columns, i / columns, z);
			}
			images.add(image(z, values, 12, -1000));
		}
		return stack(folder, images, syntax);
	}

	DicomObject image(int z, short[] values, int bits, int intercept) {
		Vector3 first = point(0, 0, z);
		Vector3 right = CutPlane.unit(column);
		Vector3 down = CutPlane.unit(row);
		DicomObject image = STUDY.instance(Study.CT, "CT", 1, "Made", z + 1)
				.set(Tag.IMAGE_POSITION_PATIENT, first.x(), first.y(), first.z())
				.set(Tag.IMAGE_ORIENTATION_PATIENT, right.x(), right.y(), right.z(), down.x(), down.y(), down.z())
				.set(Tag.PIXEL_SPACING, row.length(), column.length()).set(Tag.FRAME_OF_REFERENCE_UID, "1.2.3")
				.set(Tag.RESCALE_SLOPE, 1).set(Tag.RESCALE_INTERCEPT, intercept).set(Tag.WINDOW_CENTER, 0)
				.set(Tag.WINDOW_WIDTH, 2000);
		return Images.grey16(image, columns, rows, bits, false, values);
	}

	static SliceStack stack(Path folder, List<DicomObject> images, String syntax) throws IOException {
		DicomReaders readers = DicomReaders.standalone();
		List<InstanceHeader> headers = new ArrayList<>();
		for (Path file : SampleStudy.write(folder, images, DicomWriter.of(syntax))) {
			headers.add(readers.readHeader(file, ReadLimits.DEFAULT));
		}
		Catalog catalog = SeriesModel.standalone(readers).newCatalog();
		catalog.add(folder, headers);
		return catalog.patients().get(0).studies().get(0).series().get(0).stacks().get(0);
	}

	static FrameLoader loader() {
		return FrameLoader.standalone(DicomReaders.standalone(), FrameDecoders.standalone());
	}

	/** {@return a direction in the plane of two others} */
	static Vector3 turned(Vector3 one, Vector3 other, double degrees) {
		return one.times(Math.cos(Math.toRadians(degrees))).plus(other.times(Math.sin(Math.toRadians(degrees))));
	}
}
