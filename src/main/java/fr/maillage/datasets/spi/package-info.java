/** What a module implements to have files of a particular shape read by the jobs of {@code datasets}. */
@NamedInterface("spi")
@NullMarked
package fr.maillage.datasets.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
