/** Communes, groupings, populations, contours; what can be said of any list of communes. */
@ApplicationModule(allowedDependencies = {"shared", "rules", "platform", "ui", "charts"})
@NullMarked
package fr.maillage.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
