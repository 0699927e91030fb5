/** The dated rules, for everybody to read: what is in force on a day, and what changes between two. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "rules",
            "rules::aci",
            "rules::data",
            "platform",
            "ui",
            "audit",
            "access",
            "documents"
        })
@NullMarked
package fr.maillage.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
