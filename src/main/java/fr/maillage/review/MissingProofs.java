package fr.maillage.review;

import fr.maillage.community.CommunityId;
import fr.maillage.reminders.spi.Deadline;
import fr.maillage.reminders.spi.DeadlineKind;
import fr.maillage.reminders.spi.DeadlineSource;
import fr.maillage.shared.French;
import fr.maillage.shared.Source;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The proofs that the file of a year still lacks, due with it: lines whose value the CPTS said without a document, and
 * spending without one. Told to the team alone: until the file is handed in, it is a draft.
 */
@Component
class MissingProofs implements DeadlineSource {

    private final JdbcClient db;

    MissingProofs(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param lines lines with a value of the CPTS, and how many of them nothing proves
     * @param spent spending of the year, and how many have no document
     */
    private record Counts(int lines, int bareLines, int spent, int bareSpent) {

        boolean empty() {
            return lines + spent == 0;
        }

        int missing() {
            return bareLines + bareSpent;
        }

        /** « 2 lignes de résultats et 1 dépense ». */
        String inWords() {
            var words = new StringJoiner(" et ");
            if (bareLines > 0) {
                words.add(French.count(bareLines, "ligne de résultats", "lignes de résultats"));
            }
            if (bareSpent > 0) {
                words.add(French.count(bareSpent, "dépense", "dépenses"));
            }
            return words.toString();
        }
    }

    private record Found(CommunityId community, Counts counts, Deadline deadline) {}

    @Override
    public List<Deadline> of(CommunityId community) {
        return ofAll(List.of(community)).getOrDefault(community, List.of());
    }

    /** A line proves as {@link YearlyReview.Line#proven()} has it: a file held not conform counts no more until replaced. */
    @Override
    public Map<CommunityId, List<Deadline>> ofAll(Collection<CommunityId> communities) {
        return db
                .sql("""
                        select r.year, r.file_due, k.number, k.community_id, i.name, said.*, spent.*
                        from review.review r join contract.contract k on k.id = r.contract_id
                        join access.institution i on i.id = r.opened_for
                        cross join lateral (
                            select count(*) as lines, count(*) filter (where l.agreed_at is null
                                and not exists (
                                    select 1 from library.use u join library.document d on d.id = u.document_id
                                    where u.kind = 'RESULT_PROOF' and u.thing = l.id
                                    and not exists (
                                        select 1 from review.proof_check c
                                        where c.review_id = r.id and c.thing = l.id and c.document_id = d.id
                                        and c.finding = 'NOT_CONFORM' and c.sha256 = d.sha256))
                                and not exists (
                                    select 1 from review.reading g
                                    where g.line_id = l.id and g.party <> 'CPTS' and g.proof)) as bare_lines
                            from review.line l join review.reading s on s.line_id = l.id and s.party = 'CPTS'
                            where l.review_id = r.id and s.value is not null) said
                        cross join lateral (
                            select count(*) as spent, count(*) filter (where s.document_id is null) as bare_spent
                            from review.spending s where s.contract_id = r.contract_id and s.year = r.year) spent
                        where k.community_id = any(:communities) and r.state <> 'CLOSED' order by r.year
                        """)
                .param(
                        "communities",
                        communities.stream().map(CommunityId::value).toArray(UUID[]::new))
                .query((row, _) -> {
                    var counts = new Counts(
                            row.getInt("lines"),
                            row.getInt("bare_lines"),
                            row.getInt("spent"),
                            row.getInt("bare_spent"));
                    return new Found(
                            new CommunityId(row.getObject("community_id", UUID.class)),
                            counts,
                            deadline(
                                    row.getInt("year"),
                                    counts,
                                    row.getObject("file_due", LocalDate.class),
                                    row.getString("number"),
                                    row.getString("name")));
                })
                .list()
                .stream()
                .filter(found -> !found.counts().empty())
                .collect(Collectors.groupingBy(
                        Found::community, Collectors.mapping(Found::deadline, Collectors.toList())));
    }

    private static Deadline deadline(int year, Counts counts, LocalDate due, String contract, String institution) {
        return Deadline.ofTeam(
                "dialogue:" + contract + ":" + year + ":preuves",
                DeadlineKind.REVIEW,
                counts.missing() == 0
                        ? "Preuves de l’année " + year + French.NBSP + ": toutes jointes"
                        : French.count(counts.missing(), "preuve manque", "preuves manquent") + " à l’année " + year
                                + French.NBSP + ": " + counts.inWords(),
                due,
                counts.missing() == 0,
                "Les preuves s’attendent avec le dossier de l’année. Une ligne sans preuve ne compte pas comme atteinte.",
                new Source("Dialogue de gestion ouvert par " + institution, null),
                "/bilan/" + year + "?contrat=" + contract);
    }

    @Override
    public boolean isForInstitutions() {
        return false;
    }
}
