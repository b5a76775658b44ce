package org.dicompreview.ui.internal.preferences;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String ProvidersPage_automatic;
	public static String ProvidersPage_available;
	public static String ProvidersPage_description;
	public static String ProvidersPage_failed;
	public static String ProvidersPage_files;
	public static String ProvidersPage_none;
	public static String ProvidersPage_syntax;
	public static String ProvidersPage_used;
	public static String SettingsPage_cache;
	public static String SettingsPage_clear;
	public static String SettingsPage_depth;
	public static String SettingsPage_frame;
	public static String SettingsPage_index;
	public static String SettingsPage_inflated;
	public static String SettingsPage_items;
	public static String SettingsPage_job;
	public static String SettingsPage_value;
	public static String SettingsPage_large;
	public static String SettingsPage_medium;
	public static String SettingsPage_none;
	public static String SettingsPage_small;
	public static String SettingsPage_thumbnails;

	static {
		NLS.initializeMessages("org.dicompreview.ui.internal.preferences.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
