/** Writing: the texts of a dossier, saved by several people at once without losing a word, and the remarks on them. */
@NamedInterface("writing")
@NullMarked
package fr.maillage.dossier.writing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
