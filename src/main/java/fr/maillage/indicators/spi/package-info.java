/** What modules say to the indicators: the facts they hold, and where they use an indicator. */
@NamedInterface("spi")
@NullMarked
package fr.maillage.indicators.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
