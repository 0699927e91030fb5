/** What a module says of its things, so that documents can be attached to them. */
@NamedInterface("spi")
@NullMarked
package fr.maillage.library.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
