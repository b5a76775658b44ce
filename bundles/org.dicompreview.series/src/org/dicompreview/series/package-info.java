/**
 * Sources into patients, studies, series, stacks and slices: scanning, grouping, ordering and diagnosis. Model objects
 * are immutable snapshots or thread-safe; nothing here knows a user interface.
 */
package org.dicompreview.series;
