/** Indicators as evidence of the problems that a CPTS retains. */
@NamedInterface("evidence")
@NullMarked
package fr.maillage.diagnosis.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
