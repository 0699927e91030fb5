/** Versions of a dossier that the team names, and what changed between any two: named, deposited, or as it stands today. */
@NullMarked
package fr.maillage.dossier.versions;

import org.jspecify.annotations.NullMarked;
