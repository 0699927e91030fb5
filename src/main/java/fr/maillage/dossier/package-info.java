/** Dossiers: trames, narrative sections, completeness, deposit, instruction, decision. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "rules",
            "platform",
            "ui",
            "audit",
            "mail",
            "access",
            "territory",
            "documents",
            "community",
            "project",
            "project::context",
            "diagnosis",
            "statutes",
            "library",
            "library::spi",
            "reminders::spi"
        })
@NullMarked
package fr.maillage.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
