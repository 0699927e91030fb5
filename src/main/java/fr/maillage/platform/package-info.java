/** What carries the program: settings, the embedded database, backup and restore, the command line. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package fr.maillage.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
