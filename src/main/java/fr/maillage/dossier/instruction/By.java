package fr.maillage.dossier.instruction;

import fr.maillage.access.AccountId;
import fr.maillage.access.Actor;
import fr.maillage.access.InstitutionId;
import fr.maillage.access.InstitutionView;
import fr.maillage.access.Party;
import org.jspecify.annotations.Nullable;

/**
 * Who takes a move, as it will be written in the journal.
 *
 * @param account null for the program itself
 * @param party null for the program itself
 * @param institution null for a CPTS and for the program itself
 */
record By(
        @Nullable AccountId account,
        String name,
        @Nullable Party party,
        @Nullable InstitutionId institution,
        @Nullable String institutionName) {

    static final By PROGRAM = new By(null, "Maillage", null, null, null);

    static By cpts(Actor actor) {
        return new By(actor.account(), actor.name(), Party.CPTS, null, null);
    }

    static By institution(InstitutionView view) {
        var institution = view.institution();
        return new By(
                view.actor().account(), view.actor().name(), institution.party(), institution.id(), institution.name());
    }
}
