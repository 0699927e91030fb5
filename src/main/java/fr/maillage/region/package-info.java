/** The CPTS that an institution, a région or the whole country follows: stage, size, contract, money, what is late. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "rules",
            "rules::aci",
            "rules::ledger",
            "platform",
            "ui",
            "audit",
            "access",
            "charts",
            "territory",
            "documents",
            "community",
            "dossier",
            "indicators",
            "reminders",
            "reminders::spi",
            "contract",
            "review"
        })
@NullMarked
package fr.maillage.region;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
