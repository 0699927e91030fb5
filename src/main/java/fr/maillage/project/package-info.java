/** The structured projet de santé: missions, objectives, actions, indicators, calendar, budget. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "rules",
            "rulebook",
            "rules::aci",
            "ui",
            "audit",
            "charts",
            "access",
            "territory",
            "documents",
            "community",
            "library",
            "library::spi",
            "professionals",
            "reminders::spi",
            "indicators::spi",
            "rules::data"
        })
@NullMarked
package fr.maillage.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
