package fr.maillage.shared;

import org.jspecify.annotations.Nullable;

/**
 * Where a figure or a rule comes from.
 *
 * @param title the text or dataset, with its article or page, in French, as printed beside the figure
 * @param href where to read it, or null when it is not online
 */
public record Source(String title, @Nullable String href) {}
