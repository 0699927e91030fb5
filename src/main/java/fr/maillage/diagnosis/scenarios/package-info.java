/** The pages of the scenarios. */
@NullMarked
package fr.maillage.diagnosis.scenarios;

import org.jspecify.annotations.NullMarked;
