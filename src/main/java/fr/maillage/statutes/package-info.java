/** The statutes and the internal rules of the association that carries a CPTS: choices, text, checks, adoption. */
@ApplicationModule(
        allowedDependencies = {"shared", "ui", "audit", "access", "territory", "documents", "community", "project"})
@NullMarked
package fr.maillage.statutes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
