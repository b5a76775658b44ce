package org.dicompreview.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

import org.dicompreview.viewer.measure.MeasurementKind;
import org.dicompreview.viewer.measure.MeasurementStore;
import org.dicompreview.viewer.measure.MeasurementTools;
import org.junit.jupiter.api.Test;

/** What a program without OSGi finds. */
class BuiltInsTest {

	private static <T> List<T> all(Class<T> type) {
		return ServiceLoader.load(type, type.getClassLoader()).stream().map(ServiceLoader.Provider::get).toList();
	}

	@Test
	void viewportsCanBeMade() {
		assertEquals(1, all(Viewports.class).size());
	}

	@Test
	void theDefaultToolsAreThereAndHaveNames() {
		Set<String> ids = all(Tool.class).stream().map(Tool::id).collect(Collectors.toSet());
		assertTrue(ids.containsAll(ToolAssignment.DEFAULT.tools().values()), ids::toString);
		all(Tool.class).forEach(tool -> assertFalse(tool.label().isEmpty(), tool.id()));
	}

	@Test
	void layersHaveIdsOfTheirOwnAndNames() {
		Set<String> ids = new HashSet<>();
		all(Layer.class).forEach(layer -> {
			assertTrue(ids.add(layer.id()), layer.id());
			assertFalse(layer.label().isEmpty(), layer.id());
		});
		assertFalse(ids.isEmpty());
	}

	@Test
	void eachKindOfMeasurementHasATool() {
		ViewportServices services = ViewportServices.of(null, null, null, null, null);
		int before = services.tools().tools().size();
		int layers = services.layers().layers().size();
		MeasurementTools.addTo(services, new MeasurementStore());
		assertEquals(before + MeasurementKind.values().length, services.tools().tools().size());
		assertEquals(layers + 1, services.layers().layers().size());
		for (MeasurementKind kind : MeasurementKind.values()) {
			String id = "org.dicompreview.viewer.measure." + kind.name().toLowerCase(Locale.ROOT); //$NON-NLS-1$
			assertFalse(services.tools().tool(id).orElseThrow().label().isEmpty(), id);
		}
	}
}
