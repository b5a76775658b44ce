package org.dicompreview.series.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class NaturalOrderTest {

	@Test
	void numbersCountAsNumbers() {
		List<String> names = List.of("", "a", "IM1", "im2", "IM2b", "IM10", "im010b", "IM100000000000000000000", "IMb", "z");
		List<String> shuffled = new ArrayList<>(names);
		Collections.shuffle(shuffled, new Random(5));
		shuffled.sort(NaturalOrder.INSTANCE);
		assertEquals(names, shuffled);
	}

	@Test
	void theOrderIsTotal() {
		Random random = new Random(1);
		List<String> texts = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			StringBuilder text = new StringBuilder();
			for (int k = random.nextInt(5); k > 0; k--) {
				text.append("aA01-9".charAt(random.nextInt(6)));
			}
			texts.add(text.toString());
		}
		for (String a : texts) {
			for (String b : texts) {
				int order = NaturalOrder.INSTANCE.compare(a, b);
				assertEquals(Integer.signum(order), -Integer.signum(NaturalOrder.INSTANCE.compare(b, a)));
				assertEquals(a.equals(b), order == 0, () -> a + " and " + b);
				for (String c : texts) {
					if (order <= 0 && NaturalOrder.INSTANCE.compare(b, c) <= 0) {
						assertTrue(NaturalOrder.INSTANCE.compare(a, c) <= 0, () -> a + " " + b + " " + c);
					}
				}
			}
		}
	}
}
