package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.viewer.Subject;
import org.eclipse.core.expressions.EvaluationContext;
import org.eclipse.core.expressions.EvaluationResult;
import org.eclipse.core.expressions.Expression;
import org.eclipse.core.expressions.ExpressionInfo;
import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.core.expressions.TestExpression;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.IEvaluationReference;
import org.eclipse.ui.services.IEvaluationService;
import org.junit.jupiter.api.Test;

/** What expressions of other plug-ins can ask: what the active viewport shows, and what things are. */
class VariablesTest extends PreviewTestCase {

	private static final String PREFIX = "org.dicompreview.activeViewport."; //$NON-NLS-1$

	private final IEvaluationService service = PlatformUI.getWorkbench().getService(IEvaluationService.class);

	private Object value(String name) {
		return service.getCurrentState().getVariable(PREFIX + name);
	}

	private void untilIs(String name, Object value) {
		until(name + ' ' + value, () -> value.equals(value(name)));
	}

	@Test
	void theVariablesFollowTheActiveViewport() throws Exception {
		Series series = series().get(0);
		viewport.model().moveTo(2);
		untilIs("sliceNumber", 3); //$NON-NLS-1$
		Slice slice = viewport.model().slice().orElseThrow();
		assertEquals(List.of("image", "CT", series.uid(), series.study().uid(), slice.instance().sopInstanceUid(), 9, 1, 1, 1, false), //$NON-NLS-1$ //$NON-NLS-2$
				List.of(value("kind"), value("modality"), value("seriesUid"), value("studyUid"), value("sopInstanceUid"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
						value("sliceCount"), value("frame"), value("frames"), value("stacks"), value("playing"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
		execute("org.dicompreview.ui.preview.play", Map.of()); //$NON-NLS-1$
		untilIs("playing", true); //$NON-NLS-1$
		viewport.model().stop();
		untilIs("playing", false); //$NON-NLS-1$
		execute("org.dicompreview.ui.preview.layout", Map.of("org.dicompreview.ui.preview.layout.id", "1x2")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		execute("org.dicompreview.ui.preview.nextViewport", Map.of()); //$NON-NLS-1$
		active().show(new Subject.Unshown("x", "a file of another kind", Optional.empty())); //$NON-NLS-1$ //$NON-NLS-2$
		untilIs("kind", "message"); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(List.of("", 0), List.of(value("seriesUid"), value("sliceCount"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		execute("org.dicompreview.ui.preview.nextViewport", Map.of()); //$NON-NLS-1$
		untilIs("modality", "CT"); //$NON-NLS-1$ //$NON-NLS-2$
		page.hideView(view);
		untilIs("kind", "none"); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals("", value("modality")); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Test
	void anExpressionHearsOfWhatItAsksFor() {
		viewport.model().moveTo(0);
		untilIs("sliceNumber", 1); //$NON-NLS-1$
		List<Object> heard = new ArrayList<>();
		IEvaluationReference reference = service.addEvaluationListener(new Expression() {
			@Override
			public EvaluationResult evaluate(IEvaluationContext context) {
				return EvaluationResult.valueOf(Integer.valueOf(5).equals(context.getVariable(PREFIX + "sliceNumber"))); //$NON-NLS-1$
			}

			@Override
			public void collectExpressionInfo(ExpressionInfo info) {
				info.addVariableNameAccess(PREFIX + "sliceNumber"); //$NON-NLS-1$
			}
		}, event -> heard.add(event.getNewValue()), "fifth"); //$NON-NLS-1$
		try {
			viewport.model().moveTo(4);
			until("the fifth slice", () -> heard.contains(true)); //$NON-NLS-1$
			viewport.model().moveTo(5);
			until("another slice", () -> heard.get(heard.size() - 1).equals(false)); //$NON-NLS-1$
		} finally {
			service.removeEvaluationListener(reference);
		}
	}

	@Test
	void testersTellWhatThingsAre() throws CoreException {
		Slice slice = viewport.model().slice().orElseThrow();
		Series series = series().get(0);
		for (Object each : List.of(slice, slice.stack(), series)) {
			assertTrue(test(each, "modality", "CT"), each.getClass().getName()); //$NON-NLS-1$ //$NON-NLS-2$
			assertFalse(test(each, "modality", "MR")); //$NON-NLS-1$ //$NON-NLS-2$
			assertTrue(test(each, "modality", null, "MR", "CT")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			assertTrue(test(each, "isImage", null)); //$NON-NLS-1$
			assertFalse(test(each, "isImage", false)); //$NON-NLS-1$
			assertTrue(test(each, "sliceCount", 9)); //$NON-NLS-1$
			assertTrue(test(each, "sliceCount", null, 2)); //$NON-NLS-1$
			assertFalse(test(each, "sliceCount", null, 10)); //$NON-NLS-1$
			assertTrue(test(each, "sliceCount", null, 1, 9)); //$NON-NLS-1$
			assertFalse(test(each, "sliceCount", null, 1, 8)); //$NON-NLS-1$
			assertTrue(test(each, "seriesUid", series.uid())); //$NON-NLS-1$
			assertTrue(test(each, "sopClassUid", slice.instance().sopClassUid())); //$NON-NLS-1$
		}
		assertTrue(test(slice.instance(), "sliceCount", 1)); //$NON-NLS-1$
		assertTrue(test(slice.instance(), "modality", "CT")); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static boolean test(Object receiver, String property, Object expected, Object... arguments) throws CoreException {
		TestExpression expression = new TestExpression("org.dicompreview", property, arguments, expected, true); //$NON-NLS-1$
		return expression.evaluate(new EvaluationContext(null, receiver)) == EvaluationResult.TRUE;
	}
}
