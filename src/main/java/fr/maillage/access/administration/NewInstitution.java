package fr.maillage.access.administration;

import fr.maillage.access.Actor;
import fr.maillage.access.Institution;
import fr.maillage.access.Institutions;
import fr.maillage.access.Role;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.shared.Typed;
import fr.maillage.territory.Departements.Departement;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates institutions. */
@Service
class NewInstitution {

    private final Institutions institutions;
    private final Journal journal;

    NewInstitution(Institutions institutions, Journal journal) {
        this.institutions = institutions;
        this.journal = journal;
    }

    sealed interface Outcome {

        record Created(Institution institution) implements Outcome {}

        /** Another one has this name, or one that gives the same address. */
        record Exists(String name) implements Outcome {}
    }

    /** The form has passed its check. */
    @Transactional
    public Outcome create(InstitutionForm form, List<Departement> known, Actor by) {
        var slug = slug(form.name());
        var existing = institutions.findBySlug(slug);
        if (existing.isPresent()) {
            return new Outcome.Exists(existing.get().name());
        }
        // An MSA or a CPAM over two régions: the région is that of its first département, and its départements decide.
        var region = form.isHeadOffice()
                ? form.region()
                : known.stream()
                        .filter(each -> form.departements().contains(each.code()))
                        .findFirst()
                        .orElseThrow()
                        .region()
                        .code();
        var departements = form.isHeadOffice() ? List.<String>of() : form.departements();
        var institution =
                institutions.create(slug, Typed.line(form.name()), Role.valueOf(form.role()), region, departements);
        journal.record(Entry.of(
                by.author(),
                Subject.of("institution", institution.id().value()),
                "institution.created",
                institution.name() + " créée."));
        return new Outcome.Created(institution);
    }

    /** {@code CPAM de l’Aveyron} → {@code cpam-de-l-aveyron}. */
    static String slug(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        var slug =
                plain.toLowerCase(Locale.FRENCH).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "institution" : slug;
    }
}
