/** What other modules tell the register of funders: what its money paid. */
@NamedInterface("spi")
@NullMarked
package fr.maillage.funds.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
