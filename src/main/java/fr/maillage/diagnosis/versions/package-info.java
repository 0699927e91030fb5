/** Dated diagnoses: what open data said of a CPTS on a day, and what moved since. */
@NamedInterface("versions")
@NullMarked
package fr.maillage.diagnosis.versions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
