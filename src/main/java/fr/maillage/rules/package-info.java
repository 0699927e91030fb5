/** Dated texts as data and pure computations on them: size classes, missions, ACI grids, legal delays. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package fr.maillage.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
