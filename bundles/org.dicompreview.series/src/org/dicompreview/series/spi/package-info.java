/**
 * What other plug-ins implement to have series arranged as they want it, and see: grouping rules, ordering rules and
 * dimensions, all of them OSGi services. Whoever only wants series and stacks asks
 * {@link org.dicompreview.series.SeriesModel}.
 */
package org.dicompreview.series.spi;
