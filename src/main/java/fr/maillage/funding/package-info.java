/** Estimates of the ACI funding from dated grids: the public simulator. */
@ApplicationModule(allowedDependencies = {"shared", "rules", "rules::aci", "rulebook", "ui", "documents", "territory"})
@NullMarked
package fr.maillage.funding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
