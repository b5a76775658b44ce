package org.dicompreview.rendering.internal.frame;

import java.util.List;
import java.util.Optional;

/**
 * What a data set says about the meaning of grey values beside the modality value.
 *
 * @param realWorld its real world value mappings
 * @param uptake    factors for standardised uptake values
 */
record ProbeFacts(List<RealWorld> realWorld, Optional<Uptake> uptake) {

	/** {@return a value for people: modality value with unit, further meanings, stored value} */
	String text(double stored, GreyFacts grey) {
		double modality = grey.modality().apply(stored);
		StringBuilder text = new StringBuilder(Numbers.text(modality));
		if (!grey.unit().isEmpty()) {
			text.append(' ').append(grey.unit());
		}
		uptake.ifPresent(factors -> text.append(", ").append(factors.text(modality)));
		for (RealWorld mapping : realWorld) {
			mapping.text(stored).ifPresent(value -> text.append(", ").append(value));
		}
		if (!grey.storedAreModality()) {
			text.append(" (stored ").append(Numbers.text(stored)).append(')');
		}
		return text.toString();
	}
}
