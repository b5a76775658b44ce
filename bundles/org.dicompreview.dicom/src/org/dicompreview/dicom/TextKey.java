package org.dicompreview.dicom;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The key of a text for people: a constant of an enum, so that the compiler knows all keys there are. The words lie in
 * {@code texts.properties} in the package of the enum (UTF-8; translations as {@link java.util.ResourceBundle} names them)
 * under the name of the constant. Placeholders {0} to {9} stand for the arguments; nothing else in it has a meaning.
 * {@link Texts} makes words of it.
 *
 * @since 0.1.0
 */
@ConsumerType
public interface TextKey {

	/** {@return the name of the constant} */
	String name();

	/** {@return the enum} */
	Class<?> getDeclaringClass();
}
