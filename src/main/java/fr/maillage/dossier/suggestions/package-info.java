/** Changes proposed to the texts of a dossier, accepted or refused one by one. */
@NullMarked
package fr.maillage.dossier.suggestions;

import org.jspecify.annotations.NullMarked;
