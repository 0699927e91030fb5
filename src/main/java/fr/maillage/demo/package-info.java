/** The demonstration: fictional CPTS and accounts on real communes. */
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
            "indicators",
            "indicators::spi",
            "project",
            "project::context",
            "diagnosis",
            "diagnosis::versions",
            "diagnosis::evidence",
            "datasets",
            "datasets::spi",
            "dossier",
            "rules::aci",
            "rules::ledger",
            "dossier::trame",
            "dossier::writing",
            "dossier::instruction",
            "funding",
            "funds",
            "library",
            "contract",
            "review",
            "workspace"
        })
@NullMarked
package fr.maillage.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
