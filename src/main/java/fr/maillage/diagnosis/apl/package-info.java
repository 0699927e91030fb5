/** Accessibility by the two-step floating catchment area method: pure computations, no framework. */
@NullMarked
package fr.maillage.diagnosis.apl;

import org.jspecify.annotations.NullMarked;
