/** The page of the missions and objectives. */
@NullMarked
package fr.maillage.project.objectives;

import org.jspecify.annotations.NullMarked;
