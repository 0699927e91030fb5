package fr.maillage.dossier.instruction;

import fr.maillage.access.Institution;
import fr.maillage.access.InstitutionId;
import fr.maillage.access.Institutions;
import fr.maillage.community.Communities;
import fr.maillage.community.Governances;
import fr.maillage.documents.Opening;
import fr.maillage.dossier.DossierId;
import fr.maillage.shared.ProperName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who writes a letter and to whom: the service that received the dossier, the CPTS and its legal representative. */
@Component
class Correspondents {

    private final Institutions institutions;
    private final Communities communities;
    private final Governances governances;
    private final JdbcClient jdbc;

    Correspondents(Institutions institutions, Communities communities, Governances governances, JdbcClient jdbc) {
        this.institutions = institutions;
        this.communities = communities;
        this.governances = governances;
        this.jdbc = jdbc;
    }

    /** The institution that acts; for what the program writes by itself, the ARS that received the dossier. */
    Optional<Institution> sender(@Nullable InstitutionId acting, DossierId dossier) {
        return acting == null ? receiving(dossier) : institutions.find(acting);
    }

    /** The delegation of the ARS, else its head office; empty where no ARS uses the program. */
    private Optional<Institution> receiving(DossierId dossier) {
        return jdbc.sql("""
                        select n.id from dossier.instructed_by s
                        join access.institution n on n.id = s.institution_id
                        where s.dossier_id = ? and n.role in ('ARS_DELEGATION', 'ARS_HEAD_OFFICE')
                        order by n.role = 'ARS_HEAD_OFFICE', n.name limit 1
                        """)
                .param(dossier.value())
                .query(UUID.class)
                .optional()
                .flatMap(id -> institutions.find(new InstitutionId(id)));
    }

    /** Postal address, e-mail and telephone on one line, as far as they are known. */
    static String address(Institution institution) {
        var contact = institution.contact();
        return Stream.of(
                        contact.postalAddress().lines().map(String::strip).collect(Collectors.joining(", ")),
                        contact.email(),
                        contact.phone())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" – "));
    }

    /** The legal representative and the seat of a CPTS, as the head of a letter names them. */
    List<Opening.Fact> addressee(LockedDossier dossier) {
        var facts = new ArrayList<Opening.Fact>();
        var representative = governances.of(dossier.community()).representative();
        var community = ProperName.theCommunity(dossier.communityName());
        facts.add(new Opening.Fact(
                "Destinataire",
                representative == null
                        ? capital(community)
                        : "%s, %s %s"
                                .formatted(
                                        representative.name(),
                                        representative.function().toLowerCase(Locale.FRENCH),
                                        "de " + community)));
        var seat = communities.find(dossier.community()).association().seat();
        if (seat != null) {
            facts.add(new Opening.Fact("Siège", seat));
        }
        return facts;
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.FRENCH) + text.substring(1);
    }
}
