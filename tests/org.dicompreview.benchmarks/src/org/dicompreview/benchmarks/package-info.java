/** Measurements. Not part of the product, and no tests: they say how long things take here and now. */
package org.dicompreview.benchmarks;
