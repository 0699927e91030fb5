/** The text inside a file, read in the background within bounds of time and size. */
@NullMarked
package fr.maillage.library.reading;

import org.jspecify.annotations.NullMarked;
