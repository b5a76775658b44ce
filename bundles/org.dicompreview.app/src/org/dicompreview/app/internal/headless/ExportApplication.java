package org.dicompreview.app.internal.headless;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;

import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/** {@code export FOLDER --to DIR …}: one file per slice. */
public final class ExportApplication implements IApplication {

	@Override
	public Object start(IApplicationContext context) {
		String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
		return Headless.run(errors -> {
			ExportOptions options = ExportOptions.parse(arguments);
			return Headless.withServices(services -> new Export(services, options, errors).run());
		});
	}

	@Override
	public void stop() {
		// Ends by itself.
	}

	/** One run. */
	private static final class Export {
		private final Headless.Services services;
		private final ExportOptions options;
		private final PrintStream errors;
		private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
		private final FileNames names = new FileNames();
		private final SliceWriter writer;
		private int failed;
		private int chosen;

		Export(Headless.Services services, ExportOptions options, PrintStream errors) {
			this.services = services;
			this.options = options;
			this.errors = errors;
			writer = new SliceWriter(services.loader(), services.renderer(), options);
		}

		int run() throws IOException, UsageException {
			HeadlessScan scan = new HeadlessScan(services.model(), Headless.roots(services.model(), options.folders()), errors);
			Rows rows = new Rows(scan, services.decoders());
			if (options.series().isPresent() && scan.catalog().series(options.series().get()).isEmpty()) {
				throw new UsageException("there is no series " + options.series().get()); //$NON-NLS-1$
			}
			Files.createDirectories(options.to());
			out.println(Rows.HEADER + "\tfile"); //$NON-NLS-1$
			for (Series series : Headless.series(scan.catalog())) {
				if (options.series().map(series.uid()::equals).orElse(true)) {
					exportSeries(series, rows);
				}
			}
			out.flush();
			scan.printSummary();
			if (chosen == 0) {
				errors.println("No image was chosen."); //$NON-NLS-1$
			}
			return failed > 0 ? Headless.SOME_FAILED : Headless.DONE;
		}

		private void exportSeries(Series series, Rows rows) throws IOException {
			for (SliceStack stack : series.stacks()) {
				if (options.stack() == 0 || options.stack() == stack.index() + 1) {
					for (Slice slice : stack.slices()) {
						if (options.slices().contains(slice.position() + 1)) {
							exportSlice(stack, slice, rows);
						}
					}
				}
			}
		}

		private void exportSlice(SliceStack stack, Slice slice, Rows rows) throws IOException {
			chosen++;
			String name = names.next(slice, options.raw() ? ".raw" : ".png"); //$NON-NLS-1$ //$NON-NLS-2$
			SliceWriter.Outcome outcome = writer.write(slice, options.to().resolve(name));
			if (!outcome.status().equals(Rows.OK)) {
				failed++;
				errors.println(String.format(Locale.ROOT, "failed: %s frame %d: %s", rows.place(slice), //$NON-NLS-1$
						slice.frame() + 1, Rows.clean(outcome.status())));
			}
			out.println(rows.slice(stack, slice, outcome.status()) + '\t' + (outcome.written() ? name : "")); //$NON-NLS-1$
		}
	}
}
