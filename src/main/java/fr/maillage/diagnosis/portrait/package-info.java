/** The printable atlas of a territory: everything the diagnosis knows, with maps, tables and sources. */
@NullMarked
package fr.maillage.diagnosis.portrait;

import org.jspecify.annotations.NullMarked;
