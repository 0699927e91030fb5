/**
 * The directory of the open sources: who practises where (RPPS), which establishments there are (FINESS); counted for the
 * diagnosis, shown to the CPTS, which picks its actors there.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform",
            "ui",
            "audit",
            "access",
            "territory",
            "documents",
            "datasets",
            "datasets::spi",
            "community"
        })
@NullMarked
package fr.maillage.professionals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
