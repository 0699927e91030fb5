/** The directory of the open sources: who practises where (RPPS). */
@ApplicationModule(allowedDependencies = {"shared", "territory", "datasets::spi"})
@NullMarked
package fr.maillage.professionals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
