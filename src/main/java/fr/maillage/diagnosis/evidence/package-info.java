/** Indicators as evidence of the problems that a CPTS retains. */
@NullMarked
package fr.maillage.diagnosis.evidence;

import org.jspecify.annotations.NullMarked;
