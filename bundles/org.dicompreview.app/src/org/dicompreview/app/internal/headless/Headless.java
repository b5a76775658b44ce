package org.dicompreview.app.internal.headless;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** What the headless applications share: exit status, services, walking a catalog. */
final class Headless {

	static final Integer DONE = 0;
	static final Integer SOME_FAILED = 1;
	static final Integer WRONG_USAGE = 2;

	/** The services that the applications use. */
	record Services(SeriesModel model, FrameDecoders decoders, FrameLoader loader, FrameRenderer renderer) {
	}

	/** The work of an application with its services. */
	interface Work {
		int run(Services services) throws IOException, UsageException;
	}

	/** The work of an application. */
	interface Main {
		int run(PrintStream errors) throws IOException, UsageException;
	}

	private Headless() {
	}

	/** {@return the exit status of the work; errors are printed} */
	static Integer run(Main main) {
		PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
		try {
			return main.run(errors);
		} catch (UsageException e) {
			errors.println(e.getMessage());
			errors.println("./preview --help says more"); //$NON-NLS-1$
			return WRONG_USAGE;
		} catch (IOException e) {
			errors.println(e.getMessage() == null ? e.toString() : e.getMessage());
			return SOME_FAILED;
		}
	}

	static int withServices(Work work) throws IOException, UsageException {
		BundleContext context = FrameworkUtil.getBundle(Headless.class).getBundleContext();
		return work.run(new Services(service(context, SeriesModel.class), service(context, FrameDecoders.class),
				service(context, FrameLoader.class), service(context, FrameRenderer.class)));
	}

	/** The framework ends with the application, and with it the use of the service. */
	private static <T> T service(BundleContext context, Class<T> type) throws IOException {
		ServiceReference<T> reference = context.getServiceReference(type);
		return Optional.ofNullable(reference).map(context::getService)
				.orElseThrow(() -> new IOException("This installation is not whole: there is no " + type.getName())); //$NON-NLS-1$
	}

	/** {@return what arguments name: existing folders and files, or roots of another kind; at least one} */
	static List<InstanceLocation> roots(SeriesModel model, List<String> arguments) throws UsageException {
		if (arguments.isEmpty()) {
			throw new UsageException("name a folder"); //$NON-NLS-1$
		}
		List<InstanceLocation> roots = new ArrayList<>();
		for (String argument : arguments) {
			roots.add(root(model, argument));
		}
		return roots;
	}

	private static InstanceLocation root(SeriesModel model, String argument) throws UsageException {
		try {
			Optional<InstanceLocation> located = model.locate(argument);
			if (located.isPresent()) {
				return located.get();
			}
		} catch (IllegalArgumentException e) {
			throw new UsageException(e.getMessage());
		}
		Path path = path(argument);
		if (!Files.exists(path)) {
			throw new UsageException("there is no " + path); //$NON-NLS-1$
		}
		return FileLocation.unseen(path);
	}

	/** {@return the path that an argument names} */
	static Path path(String argument) throws UsageException {
		try {
			return Path.of(argument);
		} catch (InvalidPathException e) {
			throw new UsageException("no path: " + argument); //$NON-NLS-1$
		}
	}

	/** {@return all series in the order of the tree} */
	static List<Series> series(Catalog catalog) {
		return catalog.patients().stream().map(Patient::studies).flatMap(List::stream)
				.flatMap(study -> study.series().stream()).toList();
	}
}
