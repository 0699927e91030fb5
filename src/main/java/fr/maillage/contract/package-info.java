/**
 * The contract between a CPTS, the ARS and the Assurance Maladie: its terms and their amendments, its signatures, what it
 * pays and what was received.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "rules",
            "rulebook",
            "rulebook::spi",
            "rules::aci",
            "rules::ledger",
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
            "reminders::spi",
            "library",
            "library::spi",
            "project",
            "dossier"
        })
@NullMarked
package fr.maillage.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
