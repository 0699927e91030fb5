/** Trames: the outline of a dossier as an institution asks for it, read from data files. */
@NamedInterface("trame")
@NullMarked
package fr.maillage.dossier.trame;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
