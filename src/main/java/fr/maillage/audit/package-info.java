/** The append-only journal: who did what, when, on what. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package fr.maillage.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
