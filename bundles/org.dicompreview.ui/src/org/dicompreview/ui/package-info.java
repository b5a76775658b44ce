/** What other plug-ins and applications need to place and drive the views. */
package org.dicompreview.ui;
