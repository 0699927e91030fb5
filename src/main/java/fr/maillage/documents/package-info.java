/** One document model, rendered as accessible PDF and DOCX; tables as XLSX and CSV. */
@ApplicationModule(allowedDependencies = {"shared", "ui"})
@NullMarked
package fr.maillage.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
