package fr.maillage.dossier.annexes;

import fr.maillage.dossier.Signature;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as one archive, before it is written.
 *
 * @param organisation the CPTS
 * @param title what it is: « Projet de santé »
 * @param number of the dossier; null when none was begun
 * @param version « Brouillon du … » or « Version 2, déposée le … »
 * @param day the date of every file of the archive: the same version gives the same bytes
 * @param signature null when none was recorded
 */
public record DossierArchive(
        String organisation,
        String title,
        @Nullable String number,
        String version,
        boolean draft,
        LocalDate day,
        @Nullable Signature signature,
        List<Enclosed> files) {

    public DossierArchive {
        files = List.copyOf(files);
    }
}
