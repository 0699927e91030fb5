/** What a module says of its deadlines. */
@NamedInterface("spi")
@NullMarked
package fr.maillage.reminders.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
