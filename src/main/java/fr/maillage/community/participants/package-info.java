/** The pages of the actors of a CPTS. */
@NullMarked
package fr.maillage.community.participants;

import org.jspecify.annotations.NullMarked;
