package org.dicompreview.dicom.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import org.dicompreview.dicom.DataSet;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.Element;
import org.dicompreview.dicom.FrameServer;
import org.dicompreview.dicom.HasProblem;
import org.dicompreview.dicom.InstanceFolder;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.MediaDirectory;
import org.dicompreview.dicom.NotDicomException;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.PixelStream;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.internal.media.MediaDirectories;
import org.dicompreview.dicom.spi.DicomReader;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The readers by choice and service ranking; of equal ones, the one registered first. */
@Component(service = DicomReaders.class)
public class RankedReaders implements DicomReaders {

	private static final System.Logger LOG = System.getLogger(RankedReaders.class.getName());

	private record Ranked(DicomReader reader, int ranking, long id) {
	}

	/** What is asked of a reader. */
	@FunctionalInterface
	private interface Question<T> {
		T ask(DicomReader reader) throws IOException;
	}

	private static final Comparator<Ranked> RANKING = Comparator.comparingInt(Ranked::ranking).reversed()
			.thenComparingLong(Ranked::id);

	private final List<Ranked> known = new ArrayList<>();
	private String preferred = ""; //$NON-NLS-1$
	private volatile List<DicomReader> readers = List.of();
	private volatile ReadLimits usualLimits = ReadLimits.DEFAULT;

	/** {@return a fixed set, the preferred reader first} */
	public static RankedReaders of(List<DicomReader> readers) {
		RankedReaders result = new RankedReaders();
		readers.forEach(result::append);
		return result;
	}

	/** Adds a reader behind those that are there. */
	final void append(DicomReader reader) {
		synchronized (known) {
			known.add(new Ranked(reader, 0, known.size()));
			publish();
		}
	}

	/** {@return the note for what one reader did instead of another} */
	private static Problem note(DicomReader reader, DicomReader failed, Exception reason) {
		return Problem.of(DicomText.READ_BY_OTHER, reader.name(), failed.name(),
				reason instanceof HasProblem known ? known.problem().what() : reason);
	}

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	void addReader(DicomReader reader, Map<String, Object> properties) {
		synchronized (known) {
			known.add(new Ranked(reader, properties.get("service.ranking") instanceof Integer ranking ? ranking : 0, //$NON-NLS-1$
					properties.get("service.id") instanceof Long id ? id : Long.MAX_VALUE)); //$NON-NLS-1$
			publish();
		}
	}

	void removeReader(DicomReader reader) {
		synchronized (known) {
			known.removeIf(each -> each.reader() == reader);
			publish();
		}
	}

	@Override
	public void prefer(String reader) {
		synchronized (known) {
			preferred = reader;
			publish();
		}
	}

	private void publish() {
		Comparator<Ranked> chosenFirst = Comparator.comparing(each -> !each.reader().name().equals(preferred));
		readers = known.stream().sorted(chosenFirst.thenComparing(RANKING)).map(Ranked::reader).toList();
	}

	@Override
	public List<String> names() {
		synchronized (known) {
			return known.stream().sorted(RANKING).map(each -> each.reader().name()).toList();
		}
	}

	@Override
	public ReadLimits limits() {
		return usualLimits;
	}

	@Override
	public void setLimits(ReadLimits limits) {
		usualLimits = limits;
	}

	@Override
	public DicomReaders snapshot() {
		RankedReaders now = of(readers);
		now.setLimits(usualLimits);
		return now;
	}

	/** {@return the readers in the order in which they are asked} */
	List<DicomReader> readers() {
		return readers;
	}

	@Override
	public String name() {
		List<DicomReader> all = readers;
		return all.isEmpty() ? "" : all.get(0).name(); //$NON-NLS-1$
	}

	@Override
	public InstanceHeader readHeader(InstanceLocation location, ReadLimits limits) throws IOException {
		return first(location, reader -> reader.readHeader(location, limits), InstanceHeader::withNote);
	}

	@Override
	public DataSet readDataSet(InstanceLocation location, ReadLimits limits) throws IOException {
		return first(location, reader -> reader.readDataSet(location, limits), (set, note) -> set);
	}

	@Override
	public byte[] readValue(InstanceLocation location, Element element, ReadLimits limits) throws IOException {
		return first(location, reader -> reader.readValue(location, element, limits), (bytes, note) -> bytes);
	}

	@Override
	public MediaDirectory readMediaDirectory(Path file, ReadLimits limits) throws IOException {
		return MediaDirectories.of(readDataSet(file, limits), file.toAbsolutePath().getParent());
	}

	@Override
	public PixelSource openPixels(InstanceHeader header, ReadLimits limits) throws IOException {
		if (header.location().source() instanceof FrameServer server) {
			return server.openPixels(header, this, limits);
		}
		return first(header.location(), reader -> reader.openPixels(header, limits), NotedPixels::new);
	}

	@Override
	public PixelStream openStream(InstanceHeader header, ReadLimits limits) throws IOException {
		if (header.location().source() instanceof FrameServer server) {
			return server.openStream(header, this, limits);
		}
		return first(header.location(), reader -> reader.openStream(header, limits), (stream, note) -> stream);
	}

	@Override
	public byte[] pack(List<InstanceHeader> headers) {
		List<DicomReader> all = readers;
		return all.isEmpty() ? new byte[0] : all.get(0).pack(headers);
	}

	@Override
	public List<InstanceHeader> unpack(InstanceFolder folder, byte[] packed) throws DicomException {
		List<DicomReader> all = readers;
		if (all.isEmpty()) {
			throw noReader(null);
		}
		return all.get(0).unpack(folder, packed);
	}

	/**
	 * {@return the answer of the first reader that does not fail; the first failure counts if all do, but any other more
	 * than that the file is not DICOM: another reader may know more}
	 */
	private <T> T first(InstanceLocation location, Question<T> question, BiFunction<T, Problem, T> noted) throws IOException {
		List<DicomReader> all = readers;
		Exception failure = null;
		Exception counts = null;
		for (DicomReader reader : all) {
			try {
				T answer = question.ask(reader);
				return failure == null ? answer : noted.apply(answer, note(reader, all.get(0), failure));
			} catch (FileSystemException | FileNotFoundException e) { // no other reader gets at the file either
				throw e;
			} catch (IOException e) {
				failure = failure == null ? e : failure;
				counts = counts == null || counts instanceof NotDicomException ? e : counts;
			} catch (RuntimeException e) {
				LOG.log(System.Logger.Level.ERROR, "The reader " + reader.name() + " failed at " + location, e); //$NON-NLS-1$ //$NON-NLS-2$
				failure = failure == null ? e : failure;
				counts = counts == null || counts instanceof NotDicomException ? e : counts;
			}
		}
		if (counts instanceof IOException e) {
			throw e;
		}
		throw counts == null ? noReader(location) : new DicomException(Problem.of(DicomText.READER_FAILED, counts).in(location), counts);
	}

	private static DicomException noReader(InstanceLocation location) {
		return new DicomException(Problem.of(DicomText.NO_READER).in(location));
	}
}
