/** What a module says of the effect of a grid on what it holds. */
@NamedInterface("spi")
@NullMarked
package fr.maillage.rulebook.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
