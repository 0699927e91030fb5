/** The administrator's pages: accounts, institutions, settings, journal. */
@NullMarked
package fr.maillage.access.administration;

import org.jspecify.annotations.NullMarked;
