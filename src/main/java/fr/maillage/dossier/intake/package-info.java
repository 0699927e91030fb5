/** A Word project that the team wrote before, taken up passage by passage in the sections of a dossier. */
@NullMarked
package fr.maillage.dossier.intake;

import org.jspecify.annotations.NullMarked;
