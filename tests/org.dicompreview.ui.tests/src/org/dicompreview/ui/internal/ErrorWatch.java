package org.dicompreview.ui.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails each test during which an error is reported anywhere: to the log of the platform, by the event loop, by a thread.
 * JUnit finds it by META-INF/services and uses it for every test of the bundle; no test can forget it. A test that
 * provokes a report says so by {@link ProvokesError}.
 */
public final class ErrorWatch implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

	private static final ErrorReports REPORTS = new ErrorReports();

	@Override
	public void beforeAll(ExtensionContext context) {
		REPORTS.watch();
	}

	@Override
	public void afterEach(ExtensionContext context) {
		Optional<String> provoked = context.getTestMethod().map(method -> method.getAnnotation(ProvokesError.class))
				.map(ProvokesError::value);
		List<String> reports = REPORTS.take();
		provoked.ifPresent(part -> assertTrue(reports.stream().anyMatch(report -> report.contains(part)),
				() -> "No error was reported that contains: " + part)); //$NON-NLS-1$
		none(reports.stream().filter(report -> provoked.isEmpty() || !report.contains(provoked.get())).toList());
	}

	@Override
	public void afterAll(ExtensionContext context) {
		none(REPORTS.take());
	}

	private static void none(List<String> reports) {
		assertTrue(reports.isEmpty(), () -> "Errors were reported:\n" + String.join("\n", reports)); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** {@return the errors that were reported since the last test; empty if nobody watches} */
	static List<String> reports() {
		return REPORTS.all();
	}
}
