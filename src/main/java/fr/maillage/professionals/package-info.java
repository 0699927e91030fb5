/** The directory of the open sources: who practises where (RPPS), which establishments there are (FINESS). */
@ApplicationModule(allowedDependencies = {"shared", "territory", "datasets", "datasets::spi"})
@NullMarked
package fr.maillage.professionals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
