/** Annexes: the documents that go with a dossier, those expected and missing, and the whole as one archive. */
@NullMarked
package fr.maillage.dossier.annexes;

import org.jspecify.annotations.NullMarked;
