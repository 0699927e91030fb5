/** Every deadline of a CPTS, computed when it is read: list, month, feed for agendas, weekly e-mail. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform",
            "ui",
            "audit",
            "mail",
            "access",
            "access::secret",
            "community",
            "documents"
        })
@NullMarked
package fr.maillage.reminders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
