/** Values every module speaks with: money, validity, sources, the day, French typography. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.maillage.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
