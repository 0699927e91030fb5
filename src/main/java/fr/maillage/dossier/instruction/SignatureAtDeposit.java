package fr.maillage.dossier.instruction;

import fr.maillage.dossier.Signature;
import fr.maillage.library.DocumentId;
import fr.maillage.ui.Form;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The signature told on the form of a deposit.
 *
 * @param page the document signed by hand, which then goes with the dossier; null for none
 */
record SignatureAtDeposit(Signature signature, @Nullable DocumentId page) {

    /** The box « lu et approuvé ». */
    static final String APPROVED = "approuve";

    /** Null when the box is not ticked, or when something is wrong: the form then holds the faults. */
    static @Nullable SignatureAtDeposit read(Form form, LocalDate today) {
        if (!form.ticked(APPROVED)) {
            return null;
        }
        var name = form.name("signataire", 160, "Indiquez qui signe pour l’association.");
        if (name.length() == 1) {
            form.errors().add("signataire", "Indiquez qui signe pour l’association.");
        }
        var quality = form.text("qualite", 120, "Indiquez sa qualité, par exemple Présidente.");
        if (quality.length() == 1) {
            form.errors().add("qualite", "Indiquez sa qualité, par exemple Présidente.");
        }
        var day = form.day("signele");
        if (day == null && form.errors().message("signele") == null) {
            form.errors().add("signele", "Indiquez la date de la signature.");
        } else if (day != null && day.isAfter(today)) {
            form.errors().add("signele", "La signature ne peut pas être datée après aujourd’hui.");
        }
        var page = form.value("pagesignee");
        return day == null || !form.errors().isEmpty()
                ? null
                : new SignatureAtDeposit(
                        new Signature(name, quality, day),
                        page.matches("[0-9a-f-]{36}") ? new DocumentId(UUID.fromString(page)) : null);
    }
}
