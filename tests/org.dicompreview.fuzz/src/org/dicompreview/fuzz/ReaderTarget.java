package org.dicompreview.fuzz;

import static org.dicompreview.fuzz.Target.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.MediaDirectory;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.series.internal.model.DefaultSeriesModel;

/** The reader: an object as a file, a DICOMDIR with files around it, or a ZIP archive. */
final class ReaderTarget implements Target {

	/** Small, so that what is too much is met within the length of an input. */
	private static final ReadLimits LIMITS = new ReadLimits(64, 20_000, 1 << 16, 1 << 19, 1 << 22);

	private final Scratch scratch;
	private final Path medium;
	private final DicomReaders reader = DicomReaders.standalone();
	private final ReadValues values = new ReadValues(reader, LIMITS);

	ReaderTarget(Scratch scratch) throws IOException {
		this.scratch = scratch;
		Files.writeString(scratch.folder("around").resolve("OUTSIDE"), "no business of a medium");
		medium = scratch.folder("around/medium");
		for (String name : List.of("IM1", "im2.dcm", "IM3;1")) {
			Files.writeString(scratch.folder("around/medium/IMAGES").resolve(name), name);
		}
	}

	@Override
	public Map<String, byte[]> seeds() {
		return new ReaderSeeds().all();
	}

	@Override
	public void run(byte[] input) throws IOException {
		if (input.length == 0) {
			return;
		}
		byte[] bytes = Arrays.copyOf(input, input.length - 1);
		switch (ReaderSeeds.Kind.of(input[input.length - 1])) {
			case OBJECT -> object(write("object", "object.dcm", bytes));
			case DIRECTORY -> directory(write("around/medium", "DICOMDIR", bytes));
			case ARCHIVE -> archive(write("archive", "archive.zip", bytes));
		}
	}

	private Path write(String folder, String name, byte[] bytes) throws IOException {
		return Files.write(scratch.folder(folder).resolve(name), bytes);
	}

	private void object(Path file) {
		try {
			DataSet whole = reader.readDataSet(file, LIMITS);
			values.of(file, whole);
		} catch (IOException e) {
			Target.reason(e);
		}
		try {
			InstanceHeader header = reader.readHeader(file, LIMITS);
			values.of(header);
			values.pixels(header);
			repacked(header);
		} catch (IOException e) {
			Target.reason(e);
		}
	}

	private void repacked(InstanceHeader header) throws IOException {
		List<InstanceHeader> again = reader.unpack(FileLocation.folder(FileLocation.path(header.location()).orElseThrow().getParent()),
				reader.pack(List.of(header, header)));
		check("as many headers come back as were packed", again.size() == 2, again.size());
		values.same(header, again.get(1));
	}

	private void directory(Path file) throws IOException {
		try {
			MediaDirectory read = reader.readMediaDirectory(file, LIMITS);
			for (Path found : read.files()) {
				check("only what is below the DICOMDIR is found", found.toRealPath()
						.startsWith(medium.toRealPath()), found);
			}
			for (String missing : read.missing()) {
				check("missing files have names", !missing.isBlank(), missing);
			}
		} catch (IOException e) {
			Target.reason(e);
		}
		scan(file.getParent());
	}

	private void archive(Path file) throws IOException {
		scan(file);
		scan(file.getParent());
	}

	private void scan(Path root) throws IOException {
		DefaultSeriesModel model = DefaultSeriesModel.standalone(reader, 1);
		ScannedPaths scanned = new ScannedPaths(model, root);
		model.scan(root, LIMITS, scanned);
		for (InstanceHeader header : scanned.headers()) {
			values.of(header);
			values.pixels(header);
		}
	}
}
