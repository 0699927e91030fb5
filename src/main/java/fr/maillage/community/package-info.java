/** The CPTS itself: identity, dated perimeter, actors, governance, team; who may see it. */
@ApplicationModule(
        allowedDependencies = {"shared", "rules", "platform", "ui", "audit", "mail", "access", "territory", "documents"
        })
@NullMarked
package fr.maillage.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
