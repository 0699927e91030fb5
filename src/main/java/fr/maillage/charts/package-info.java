@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package fr.maillage.charts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
