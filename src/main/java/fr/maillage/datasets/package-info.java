/**
 * Open datasets as data: what each file is (descriptors), how it is read (jobs that stop, resume and report), which
 * vintage holds today. Other modules bring the readers of particular shapes through {@code datasets::spi}.
 */
@ApplicationModule(allowedDependencies = {"shared", "platform", "ui", "audit", "access", "territory", "documents"})
@NullMarked
package fr.maillage.datasets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
