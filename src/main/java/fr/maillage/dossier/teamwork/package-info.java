/** The team at work on a dossier: who is where, who has what for when, and what is left to do. */
@NullMarked
package fr.maillage.dossier.teamwork;

import org.jspecify.annotations.NullMarked;
