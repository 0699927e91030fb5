package fr.maillage.review;

import fr.maillage.contract.Contract;
import fr.maillage.contract.ContractLine;
import fr.maillage.library.Attachments;
import fr.maillage.library.Use;
import fr.maillage.review.YearlyReview.Agreed;
import fr.maillage.review.YearlyReview.Line;
import fr.maillage.review.YearlyReview.Question;
import fr.maillage.review.YearlyReview.Reading;
import fr.maillage.review.YearlyReview.Voice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads yearly reviews. Nothing here reads the notes of institutions: see {@link PrivateNotes}. */
@Component
class YearlyReader {

    private final JdbcClient db;
    private final Attachments attachments;

    YearlyReader(JdbcClient db, Attachments attachments) {
        this.db = db;
        this.attachments = attachments;
    }

    Optional<YearlyReview> of(Contract contract, int year) {
        return db.sql(SELECT + "where r.contract_id = ? and r.year = ?")
                .params(contract.id().value(), year)
                .query((rs, _) -> review(rs, contract))
                .optional();
    }

    /** By year. */
    List<YearlyReview> of(Contract contract) {
        return db.sql(SELECT + "where r.contract_id = ? order by r.year")
                .param(contract.id().value())
                .query((rs, _) -> review(rs, contract))
                .list();
    }

    private static final String SELECT = """
            select r.*, i.name as institution from review.review r
            join access.institution i on i.id = r.opened_for
            """;

    private YearlyReview review(ResultSet rs, Contract contract) throws SQLException {
        var id = rs.getObject("id", UUID.class);
        var checks = checks(id);
        return new YearlyReview(
                id,
                contract,
                rs.getInt("year"),
                YearlyReview.State.valueOf(rs.getString("state")),
                rs.getTimestamp("opened_at").toInstant(),
                rs.getString("opened_by"),
                rs.getString("institution"),
                rs.getString("request"),
                rs.getObject("file_due", LocalDate.class),
                rs.getObject("contradictory_until", LocalDate.class),
                instant(rs, "handed_at"),
                rs.getObject("meeting_on", LocalDate.class),
                rs.getString("minutes"),
                instant(rs, "closed_at"),
                rs.getString("closed_by"),
                rs.getString("sha256"),
                lines(id, contract, checks),
                questions(id),
                checks,
                rs.getInt("version"));
    }

    private List<Line> lines(UUID review, Contract contract, List<ProofCheck> checks) {
        var rules = contract.terms().stream()
                .flatMap(terms -> terms.lines().stream())
                .collect(Collectors.toMap(ContractLine::id, Function.identity()));
        var readings = readings(review);
        return db.sql("select * from review.line where review_id = ? order by ordinal")
                .param(review)
                .query((rs, _) -> {
                    var id = rs.getObject("id", UUID.class);
                    return new Line(
                            id,
                            Objects.requireNonNull(rules.get(rs.getObject("result_line", UUID.class))),
                            readings.getOrDefault(id, Map.of()),
                            agreed(rs),
                            attachments.of(contract.community(), new Use(Use.Kind.RESULT_PROOF, id)),
                            checks.stream()
                                    .filter(check -> check.thing().equals(id))
                                    .toList());
                })
                .list();
    }

    private static @Nullable Agreed agreed(ResultSet rs) throws SQLException {
        var at = instant(rs, "agreed_at");
        return at == null
                ? null
                : new Agreed(
                        rs.getBigDecimal("agreed"),
                        rs.getBoolean("agreed_proof"),
                        rs.getString("agreed_reason"),
                        at,
                        rs.getString("agreed_by"));
    }

    private Map<UUID, Map<Voice, Reading>> readings(UUID review) {
        var all = new HashMap<UUID, Map<Voice, Reading>>();
        db.sql("""
                        select g.* from review.reading g join review.line l on l.id = g.line_id where l.review_id = ?
                        """)
                .param(review)
                .query((rs, _) -> {
                    all.computeIfAbsent(rs.getObject("line_id", UUID.class), _ -> new EnumMap<>(Voice.class))
                            .put(
                                    Voice.valueOf(rs.getString("party")),
                                    new Reading(
                                            rs.getBigDecimal("value"),
                                            rs.getBigDecimal("numerator"),
                                            rs.getBigDecimal("denominator"),
                                            rs.getObject("extracted_on", LocalDate.class),
                                            rs.getString("comment"),
                                            rs.getBoolean("proof"),
                                            rs.getTimestamp("given_at").toInstant(),
                                            rs.getString("given_by"),
                                            rs.getInt("version")));
                    return true;
                })
                .list();
        return all;
    }

    private List<Question> questions(UUID review) {
        return db.sql("select * from review.question where review_id = ? order by asked_at, id")
                .param(review)
                .query((rs, _) -> new Question(
                        rs.getObject("id", UUID.class),
                        rs.getObject("line_id", UUID.class),
                        rs.getString("party"),
                        rs.getString("asked_by"),
                        rs.getTimestamp("asked_at").toInstant(),
                        rs.getString("question"),
                        rs.getString("answer"),
                        rs.getString("answered_by")))
                .list();
    }

    private List<ProofCheck> checks(UUID review) {
        return db.sql("""
                        select k.*, s.drawn_at, i.name from review.proof_check k
                        join review.sample s on s.id = k.sample_id
                        join access.institution i on i.id = s.institution_id
                        where k.review_id = ? order by s.drawn_at, k.id
                        """)
                .param(review)
                .query((rs, _) -> {
                    var finding = rs.getString("finding");
                    return new ProofCheck(
                            rs.getObject("id", UUID.class),
                            rs.getObject("thing", UUID.class),
                            rs.getObject("document_id", UUID.class),
                            rs.getString("name"),
                            rs.getTimestamp("drawn_at").toInstant(),
                            finding == null ? null : ProofCheck.Finding.valueOf(finding),
                            rs.getString("reason"),
                            rs.getString("sha256"),
                            instant(rs, "found_at"),
                            rs.getString("found_by"),
                            rs.getInt("version"));
                })
                .list();
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp at = rs.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
