/**
 * What a rule of another plug-in implements and sees: grouping rules and ordering rules, both OSGi services. Whoever only
 * wants series and stacks asks {@link org.dicompreview.series.SeriesModel}.
 */
package org.dicompreview.series.spi;
