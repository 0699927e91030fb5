/** The pages of the fiches action, of their coverage and of the calendar. */
@NullMarked
package fr.maillage.project.actions;

import org.jspecify.annotations.NullMarked;
