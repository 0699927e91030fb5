package fr.maillage.project;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import fr.maillage.community.CommunityId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the register of problems in two queries. */
@Component
class ProblemReader {

    private final JdbcClient db;

    ProblemReader(JdbcClient db) {
        this.db = db;
    }

    /** By rank, without those that were archived. */
    List<Problem> of(CommunityId community) {
        Map<UUID, List<Evidence>> evidence = db
                .sql("""
                        select * from project.problem_evidence where community_id = ? and withdrawn_at is null
                        order by added_at, id
                        """)
                .param(community.value())
                .query((rs, _) -> Map.entry(rs.getObject("problem_id", UUID.class), evidence(rs)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return db.sql("""
                        select p.*, coalesce((select array_agg(o.objective_id) from project.problem_objective o
                            where o.problem_id = p.id), '{}') as objectives
                        from project.problem p where p.community_id = ? and p.archived_at is null order by p.rank
                        """)
                .param(community.value())
                .query((rs, _) -> problem(rs, evidence))
                .list();
    }

    private static Problem problem(ResultSet rs, Map<UUID, List<Evidence>> evidence) throws SQLException {
        var id = rs.getObject("id", UUID.class);
        return new Problem(
                new ProblemId(id),
                rs.getInt("rank"),
                new Problem.Facts(
                        rs.getString("title"),
                        ProblemScales.theme(rs.getString("theme")).orElseThrow(),
                        rs.getString("description"),
                        severity(rs.getString("severity")),
                        rs.getObject("people", Long.class),
                        rs.getString("people_words"),
                        Arrays.stream((UUID[]) rs.getArray("objectives").getArray())
                                .map(ObjectiveId::new)
                                .collect(Collectors.toSet())),
                evidence.getOrDefault(id, List.of()),
                Projects.change(rs));
    }

    private static ProblemScales.@Nullable Severity severity(@Nullable String code) {
        return code == null ? null : ProblemScales.severity(code).orElseThrow();
    }

    private static Evidence evidence(ResultSet rs) throws SQLException {
        return new Evidence(
                rs.getObject("id", UUID.class),
                new Evidence.Facts(
                        Evidence.Kind.valueOf(rs.getString("kind")),
                        rs.getString("label"),
                        rs.getString("value"),
                        rs.getString("comparison"),
                        rs.getString("source"),
                        rs.getString("vintage"),
                        rs.getString("indicator")),
                rs.getObject("frozen_on", LocalDate.class),
                rs.getString("added_by"));
    }
}
