package org.dicompreview.app.internal.headless;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/** {@code list FOLDER…}: one row per slice in slider order. */
public final class ListApplication implements IApplication {

	@Override
	public Object start(IApplicationContext context) {
		String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
		return Headless.run(errors -> Headless.withServices(services -> list(services, arguments, errors)));
	}

	private static int list(Headless.Services services, String[] arguments, PrintStream errors)
			throws IOException, UsageException {
		List<InstanceLocation> roots = Headless.roots(services.model(), folders(arguments));
		PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
		HeadlessScan scan = new HeadlessScan(services.model(), roots, errors);
		Rows rows = new Rows(scan, services.decoders());
		out.println(Rows.HEADER);
		for (Series series : Headless.series(scan.catalog())) {
			for (SliceStack stack : series.stacks()) {
				for (Slice slice : stack.slices()) {
					out.println(rows.slice(stack, slice, rows.status(slice)));
				}
			}
			series.documents().forEach(header -> out.println(rows.document(series, header)));
			series.copies().entrySet().stream().map(copy -> rows.copy(series, copy.getKey(), copy.getValue())).sorted()
					.forEach(out::println);
		}
		out.flush();
		scan.printSummary();
		return Headless.DONE;
	}

	private static List<String> folders(String[] arguments) throws UsageException {
		List<String> folders = new ArrayList<>();
		for (String argument : arguments) {
			if (argument.startsWith("--")) { //$NON-NLS-1$
				throw new UsageException("there is no option " + argument); //$NON-NLS-1$
			}
			folders.add(argument);
		}
		return folders;
	}

	@Override
	public void stop() {
		// Ends by itself.
	}
}
