/**
 * The yearly review (« dialogue de gestion ») of a contract: what the year did, measured and spent, read by three parties, and
 * what its results earn.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "rules",
            "rules::aci",
            "rules::ledger",
            "platform",
            "ui",
            "audit",
            "mail",
            "access",
            "documents",
            "community",
            "indicators",
            "indicators::spi",
            "reminders::spi",
            "library",
            "library::spi",
            "project",
            "funds",
            "funds::spi",
            "contract"
        })
@NullMarked
package fr.maillage.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
