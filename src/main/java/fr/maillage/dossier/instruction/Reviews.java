package fr.maillage.dossier.instruction;

import fr.maillage.access.InstitutionId;
import fr.maillage.community.CommunityId;
import fr.maillage.dossier.DossierId;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Step;
import fr.maillage.dossier.annexes.Enclosures;
import fr.maillage.dossier.completeness.Finding;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is known of a dossier under instruction, for either side. */
@Component
@Transactional(readOnly = true)
public class Reviews {

    /**
     * The heading of a dossier.
     *
     * @param step for an institution, never a draft: a dossier taken up again stays as it was closed
     * @param resumedAt when the CPTS took up the draft it is writing now, after a decision
     */
    public record Header(
            DossierId id,
            String number,
            CommunityId community,
            String communityName,
            String communitySlug,
            DossierKind kind,
            Step step,
            String trame,
            @Nullable Instant resumedAt) {}

    /**
     * What an institution asked for its opinion says of the version under instruction.
     *
     * @param opinion null while it has not given one on this version
     * @param earlier what it said before, of this version or of others, the last first
     */
    public record OpinionLine(
            String institutionName, @Nullable Opinion opinion, List<Opinion> earlier) {}

    /** An opinion as it was given: nothing rewrites it. */
    public record Opinion(
            UUID institution,
            String institutionName,
            Verdict verdict,
            String reason,
            String author,
            Instant givenAt,
            int ordinal) {}

    public record NoteLine(String author, String institutionName, String text, Instant writtenAt) {}

    /** A line of the déroulement. */
    public record MoveLine(
            long id,
            Move move,
            Instant at,
            String actor,
            @Nullable String institutionName,
            @Nullable String reason,
            String grounds,
            @Nullable LocalDate answerBy,
            @Nullable Integer ordinal) {

        /** The legal grounds of an opposition, in words. */
        public List<String> groundTitles() {
            return grounds.isEmpty() ? List.of() : Grounds.titles(List.of(grounds.split(",")), Today.dayOf(at));
        }
    }

    private final JdbcClient jdbc;
    private final FrozenFiles files;
    private final Enclosures enclosures;
    private final JsonMapper json;
    private final Today today;

    Reviews(JdbcClient jdbc, FrozenFiles files, Enclosures enclosures, JsonMapper json, Today today) {
        this.jdbc = jdbc;
        this.files = files;
        this.enclosures = enclosures;
        this.json = json;
        this.today = today;
    }

    /** @throws NotFound when the dossier is not in the scope of the institution */
    Header forInstitution(InstitutionId institution, String number) {
        return header("dossier.step_seen(d, :today)", """
                        join dossier.instructed_by s on s.dossier_id = d.id and s.institution_id = :institution
                        where d.number = :number
                        """)
                .param("institution", institution.value())
                .param("number", number)
                .query(Header.class)
                .optional()
                .orElseThrow(() -> new NotFound("dossier " + number));
    }

    Optional<Header> forCommunity(CommunityId community, DossierKind kind) {
        return header("dossier.step_on(d, :today)", "where d.community_id = :community and d.kind = :kind")
                .param("community", community.value())
                .param("kind", kind.name())
                .query(Header.class)
                .optional();
    }

    private JdbcClient.StatementSpec header(String step, String where) {
        return jdbc.sql("""
                select d.id, d.number, d.community_id as community, c.name as community_name, c.slug as community_slug,
                    d.kind, %s as step, d.trame,
                    (select max(m.at) from dossier.move m
                     where d.step = 'DRAFT' and m.dossier_id = d.id and m.move = 'START_AGAIN') as resumed_at
                from dossier.dossier d join community.community c on c.id = d.community_id
                """.formatted(step) + where).param("today", today.day());
    }

    /** The frozen versions, the last first. */
    List<Deposit> deposits(DossierId dossier) {
        var received = files.ofDeposits(dossier);
        var annexes = enclosures.ofDeposits(dossier);
        var signatures = enclosures.signatures(dossier);
        return jdbc.sql("""
                        select id, ordinal, deposited_at, depositor_name, deemed_on from dossier.deposit
                        where dossier_id = :dossier order by ordinal desc
                        """)
                .param("dossier", dossier.value())
                .query((row, index) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Deposit(
                            id,
                            row.getInt("ordinal"),
                            row.getTimestamp("deposited_at").toInstant(),
                            row.getString("depositor_name"),
                            row.getObject("deemed_on", LocalDate.class),
                            received.getOrDefault(id, List.of()),
                            annexes.getOrDefault(id, List.of()),
                            signatures.get(id));
                })
                .list();
    }

    /** What the program noticed in a frozen version; empty for a version older than this record. */
    List<Finding> findings(Deposit deposit) {
        return jdbc.sql("select findings::text from dossier.deposit where id = :id and findings is not null")
                .param("id", deposit.id())
                .query(String.class)
                .optional()
                .map(kept -> json.readValue(kept, new TypeReference<List<Finding>>() {}))
                .orElseGet(List::of);
    }

    /** A frozen version in a few figures; null for a version older than this record. */
    @Nullable
    VersionFacts facts(Deposit deposit) {
        return jdbc.sql("select facts::text from dossier.deposit where id = :id and facts is not null")
                .param("id", deposit.id())
                .query(String.class)
                .optional()
                .map(kept -> json.readValue(kept, VersionFacts.class))
                .orElse(null);
    }

    @Nullable
    DossierDelay delay(Header dossier, List<Deposit> deposits) {
        if (deposits.isEmpty()) {
            return null;
        }
        var last = deposits.getFirst();
        return DossierDelay.of(dossier.step(), last.depositedAt(), last.deemedOn(), today.day());
    }

    /**
     * A line for each institution asked: those near the CPTS, and whoever has given an opinion.
     *
     * @param version the one under instruction
     */
    List<OpinionLine> opinions(DossierId dossier, int version) {
        var given = given(dossier).stream().collect(Collectors.groupingBy(Opinion::institution));
        return jdbc.sql("""
                        select n.id, n.name from dossier.opinion_asked a
                        join access.institution n on n.id = a.institution_id
                        where a.dossier_id = :dossier order by n.role, n.name
                        """)
                .param("dossier", dossier.value())
                .query((row, _) -> {
                    var own = given.getOrDefault(row.getObject("id", UUID.class), List.of());
                    var current = own.stream()
                            .filter(opinion -> opinion.ordinal() == version)
                            .findFirst()
                            .orElse(null);
                    return new OpinionLine(
                            row.getString("name"),
                            current,
                            own.stream().filter(opinion -> opinion != current).toList());
                })
                .list();
    }

    /** Every opinion ever given, the last first. */
    List<Opinion> given(DossierId dossier) {
        return jdbc.sql("""
                        select n.id as institution, n.name as institution_name, o.verdict, o.reason,
                            o.author_name as author, o.given_at, p.ordinal
                        from dossier.opinion o
                        join access.institution n on n.id = o.institution_id
                        join dossier.deposit p on p.id = o.deposit_id
                        where o.dossier_id = :dossier order by o.given_at desc
                        """)
                .param("dossier", dossier.value())
                .query(Opinion.class)
                .list();
    }

    List<NoteLine> notes(DossierId dossier) {
        return jdbc.sql("""
                        select n.author_name as author, i.name as institution_name, n.text, n.written_at
                        from dossier.note n join access.institution i on i.id = n.institution_id
                        where n.dossier_id = :dossier order by n.written_at desc
                        """)
                .param("dossier", dossier.value())
                .query(NoteLine.class)
                .list();
    }

    List<MoveLine> moves(DossierId dossier) {
        return jdbc.sql("""
                        select m.id, m.move, m.at, m.actor_name as actor, i.name as institution_name, m.reason,
                            array_to_string(m.grounds, ',') as grounds, m.answer_by, p.ordinal
                        from dossier.move m
                        left join access.institution i on i.id = m.institution_id
                        left join dossier.deposit p on p.id = m.deposit_id
                        where m.dossier_id = :dossier order by m.id desc
                        """)
                .param("dossier", dossier.value())
                .query(MoveLine.class)
                .list();
    }
}
