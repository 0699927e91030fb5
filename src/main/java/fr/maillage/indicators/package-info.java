/**
 * The indicators of a CPTS, national and local: their definitions, their values with who gave them, and what the recorded
 * facts count.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "rules",
            "rules::aci",
            "ui",
            "audit",
            "charts",
            "access",
            "documents",
            "community"
        })
@NullMarked
package fr.maillage.indicators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
