/** The page of the people who work in a CPTS. */
@NullMarked
package fr.maillage.community.team;

import org.jspecify.annotations.NullMarked;
