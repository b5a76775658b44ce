package org.dicompreview.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.graphics.GC;
import org.junit.jupiter.api.Test;

class LayerRegistryTest {

	private static final class Named implements Layer {

		private final String id;
		private final int order;
		private final List<Runnable> attached = new ArrayList<>();

		Named(String id, int order) {
			this.id = id;
			this.order = order;
		}

		@Override
		public String id() {
			return id;
		}

		@Override
		public String label() {
			return id;
		}

		@Override
		public int order() {
			return order;
		}

		@Override
		public void paint(GC gc, LayerContext context) {
			throw new UnsupportedOperationException("nothing to paint on"); //$NON-NLS-1$
		}

		@Override
		public void attach(Runnable repaint) {
			attached.add(repaint);
		}

		@Override
		public void detach(Runnable repaint) {
			attached.remove(repaint);
		}
	}

	private final LayerRegistry registry = new LayerRegistry();
	private final Named marks = new Named("marks", Layer.MARKS); //$NON-NLS-1$
	private final Named image = new Named("image", Layer.IMAGE); //$NON-NLS-1$
	private final Named also = new Named("also", Layer.MARKS); //$NON-NLS-1$
	private int told;

	@Test
	void layersAreInTheirOrderWhenEverTheyCome() {
		registry.add(marks);
		registry.add(image);
		registry.add(also);
		assertEquals(List.of(image, also, marks), registry.layers());
		registry.remove(also);
		assertEquals(List.of(image, marks), registry.shown());
	}

	@Test
	void whoListensHearsOfLayersAndOfWhatLayersHaveToPaint() {
		registry.addListener(() -> told++);
		registry.add(marks);
		assertEquals(1, told);
		marks.attached.get(0).run();
		assertEquals(2, told);
		registry.remove(marks);
		assertEquals(3, told);
		assertEquals(List.of(), marks.attached);
		registry.remove(marks);
		assertEquals(3, told, "it was gone"); //$NON-NLS-1$
	}

	@Test
	void aLayerCanBeHiddenBeforeItComes() {
		registry.setShown("marks", false); //$NON-NLS-1$
		registry.add(marks);
		registry.add(image);
		assertFalse(registry.isShown("marks")); //$NON-NLS-1$
		assertEquals(List.of(image), registry.shown());
		assertEquals(List.of(image, marks), registry.layers());
		registry.setShown("marks", true); //$NON-NLS-1$
		assertEquals(List.of(image, marks), registry.shown());
		assertTrue(registry.isShown("image")); //$NON-NLS-1$
	}
}
