package fr.maillage.access.administration;

import fr.maillage.access.Actor;
import fr.maillage.access.Institution;
import fr.maillage.access.Institutions;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says how an institution is reached, with the line of the journal that tells who said it. */
@Service
class InstitutionContacts {

    private final Institutions institutions;
    private final Journal journal;

    InstitutionContacts(Institutions institutions, Journal journal) {
        this.institutions = institutions;
        this.journal = journal;
    }

    /** @return false when somebody changed it since the form was shown */
    @Transactional
    public boolean change(Institution institution, Institution.Contact contact, Actor by) {
        if (!institutions.changeContact(institution.id(), contact)) {
            return false;
        }
        journal.record(Entry.of(
                by.author(),
                Subject.of("institution", institution.id().value()),
                "institution.contact-changed",
                institution.name() + " : coordonnées changées."));
        return true;
    }
}
