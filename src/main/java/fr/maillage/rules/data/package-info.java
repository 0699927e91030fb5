/** Reading of the dated data files, with faults told in the words of the person who wrote the file. */
@NamedInterface("data")
@NullMarked
package fr.maillage.rules.data;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
