/**
 * What is wrong with data sets and series, as values: attributes that contradict PS3.5 or are missing though their IOD requires
 * them, damage, syntaxes that nobody here decodes, and what the diagnosis of series finds.
 *
 * @since 0.1.0
 */
package org.dicompreview.series.validation;
