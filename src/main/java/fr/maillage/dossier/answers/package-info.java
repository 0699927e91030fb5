/** Answers: what a trame asks for, what the project already says of it, and what is left. */
@NullMarked
package fr.maillage.dossier.answers;

import org.jspecify.annotations.NullMarked;
