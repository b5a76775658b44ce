/**
 * What objects without pictures hold, read for people: reports as an outline, waveforms, documents of other formats, and
 * everything else as labelled facts. Without widgets.
 */
package org.dicompreview.series.document;
