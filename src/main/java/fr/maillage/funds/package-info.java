/** The register of what pays a CPTS beside its contract: each grant, what was announced, what was received. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "rules",
            "rules::data",
            "rules::ledger",
            "ui",
            "audit",
            "access",
            "documents",
            "community",
            "reminders::spi",
            "contract"
        })
@NullMarked
package fr.maillage.funds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
