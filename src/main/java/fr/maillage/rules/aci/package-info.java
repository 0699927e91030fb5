/** The ACI grids as dated data, and the schedule of what a contract pays: years, lines, payments, arithmetic. */
@NamedInterface("aci")
@NullMarked
package fr.maillage.rules.aci;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
