@ApplicationModule(
        allowedDependencies = {
            "shared",
            "rules",
            "rulebook",
            "rules::aci",
            "platform",
            "ui",
            "audit",
            "access",
            "territory",
            "documents",
            "datasets",
            "datasets::spi",
            "professionals",
            "charts",
            "community",
            "project"
        })
@NullMarked
package fr.maillage.diagnosis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
