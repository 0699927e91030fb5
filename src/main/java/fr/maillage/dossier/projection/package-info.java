/** Projection: a dossier as a document, made from its trame, its texts and the structured CPTS. */
@NullMarked
package fr.maillage.dossier.projection;

import org.jspecify.annotations.NullMarked;
