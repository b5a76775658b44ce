package org.dicompreview.ui.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a test that provokes an error report on purpose: reports with this text are expected, any other fails the test. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProvokesError {

	/** {@return a part of the report; the test fails if no report has it} */
	String value();
}
