/** The face shared by every page: layout, components, icons, lists, problems told in French. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package fr.maillage.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
