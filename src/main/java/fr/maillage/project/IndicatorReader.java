package fr.maillage.project;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import fr.maillage.community.CommunityId;
import fr.maillage.project.FollowedIndicator.Result;
import fr.maillage.project.FollowedIndicator.ResultFacts;
import fr.maillage.project.Indicator.Amount;
import fr.maillage.project.Indicator.YearTarget;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the indicators of the actions of a project, with their targets and what was measured, in three queries. */
@Component
class IndicatorReader {

    private final JdbcClient db;

    IndicatorReader(JdbcClient db) {
        this.db = db;
    }

    /** By action, in their order, without those that were archived. */
    Map<ActionId, List<FollowedIndicator>> of(CommunityId community) {
        Map<UUID, List<YearTarget>> targets = db
                .sql("""
                        select t.* from project.indicator_target t join project.indicator i on i.id = t.indicator_id
                        where i.community_id = ? order by t.year
                        """)
                .param(community.value())
                .query((rs, _) -> Map.entry(
                        rs.getObject("indicator_id", UUID.class),
                        new YearTarget(rs.getInt("year"), amount(rs.getBigDecimal("value"), rs.getString("words")))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        Map<UUID, List<Result>> results = db
                .sql("""
                        select * from project.indicator_result where community_id = ?
                        order by on_day, recorded_at, id
                        """)
                .param(community.value())
                .query((rs, _) -> Map.entry(rs.getObject("indicator_id", UUID.class), result(rs)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return db
                .sql("""
                        select * from project.indicator where community_id = ? and archived_at is null
                        order by rank, id
                        """)
                .param(community.value())
                .query((rs, _) -> {
                    var id = rs.getObject("id", UUID.class);
                    return Map.entry(
                            new ActionId(rs.getObject("action_id", UUID.class)),
                            new FollowedIndicator(
                                    new IndicatorId(id),
                                    facts(rs, targets.getOrDefault(id, List.of())),
                                    results.getOrDefault(id, List.of()),
                                    Projects.change(rs)));
                })
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static Indicator facts(ResultSet rs, List<YearTarget> targets) throws SQLException {
        var kind = rs.getString("kind");
        return new Indicator(
                rs.getString("label"),
                kind == null ? null : Indicator.Kind.valueOf(kind),
                Indicator.Nature.valueOf(rs.getString("nature")),
                rs.getString("unit"),
                amount(rs.getBigDecimal("baseline"), rs.getString("baseline_words")),
                rs.getObject("baseline_on", LocalDate.class),
                amount(rs.getBigDecimal("target"), rs.getString("target_words")),
                rs.getObject("target_on", LocalDate.class),
                targets,
                rs.getString("source"),
                rs.getString("proof"));
    }

    private static Result result(ResultSet rs) throws SQLException {
        return new Result(
                rs.getObject("id", UUID.class),
                new ResultFacts(
                        rs.getObject("on_day", LocalDate.class),
                        amount(rs.getBigDecimal("value"), rs.getString("words")),
                        rs.getString("source"),
                        rs.getString("proof")),
                rs.getObject("corrects", UUID.class),
                rs.getString("reason"),
                rs.getTimestamp("recorded_at").toInstant(),
                rs.getString("recorded_by"));
    }

    private static Amount amount(@Nullable BigDecimal number, String words) {
        return number == null ? Amount.of(words) : Amount.of(number);
    }
}
