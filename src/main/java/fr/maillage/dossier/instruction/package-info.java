/** Instruction: the workflow of a dossier between a CPTS and the institutions, from deposit to decision. */
@NamedInterface("instruction")
@NullMarked
package fr.maillage.dossier.instruction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
