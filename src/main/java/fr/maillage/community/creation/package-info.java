/** The list of CPTS, and the creation of one. */
@NullMarked
package fr.maillage.community.creation;

import org.jspecify.annotations.NullMarked;
