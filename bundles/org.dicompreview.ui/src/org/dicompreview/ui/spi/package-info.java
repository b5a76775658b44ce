/**
 * What other plug-ins provide to the views.
 *
 * @since 0.1.0
 */
package org.dicompreview.ui.spi;
