/** Pages that read across modules: public home, parcours of a CPTS, home of an institution, search. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "rules",
            "rulebook",
            "platform",
            "ui",
            "audit",
            "mail",
            "access",
            "territory",
            "documents",
            "community",
            "project",
            "diagnosis",
            "dossier",
            "contract",
            "rules::aci",
            "dossier::instruction",
            "dossier::completeness",
            "funding",
            "reminders",
            "reminders::spi"
        })
@NullMarked
package fr.maillage.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
