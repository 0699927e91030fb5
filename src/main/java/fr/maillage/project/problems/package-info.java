/** The pages of the register of problems. */
@NullMarked
package fr.maillage.project.problems;

import org.jspecify.annotations.NullMarked;
