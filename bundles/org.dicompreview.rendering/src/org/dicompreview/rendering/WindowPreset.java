package org.dicompreview.rendering;

/**
 * A choice in the window menu.
 *
 * @param id     a stable name for preferences, handlers and {@code --preset}, lower case, for example {@code lung},
 *               {@code file-1}, {@code auto}, {@code full}
 * @param label  for people; the file's own explanation where it has one
 * @param window the window; {@code null} for the VOI LUT of the file
 */
public record WindowPreset(String id, String label, VoiWindow window) {
}
