/** The directory of the open sources: who practises where (RPPS). */
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
