/** The actions that a team listed in a spreadsheet before, taken up as fiches. */
@NullMarked
package fr.maillage.project.intake;

import org.jspecify.annotations.NullMarked;
