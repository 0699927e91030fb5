/** The pages of the forecast budgets. */
@NullMarked
package fr.maillage.project.budget;

import org.jspecify.annotations.NullMarked;
