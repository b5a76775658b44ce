/**
 * What other plug-ins implement: sources that look into what holds instances, and what has series arranged as they want it,
 * grouping rules, ordering rules and dimensions. All of them are OSGi services. Whoever only wants series and stacks asks
 * {@link org.dicompreview.series.SeriesModel}.
 */
package org.dicompreview.series.spi;
