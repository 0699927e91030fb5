/** Completeness: the named rules that a dossier meets or not, each with its source and the place where one mends it. */
@NamedInterface("completeness")
@NullMarked
package fr.maillage.dossier.completeness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
