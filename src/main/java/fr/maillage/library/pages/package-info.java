/** The pages of the documents of a CPTS. */
@NullMarked
package fr.maillage.library.pages;

import org.jspecify.annotations.NullMarked;
