package fr.maillage.project;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import fr.maillage.community.CommunityId;
import fr.maillage.shared.Change;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the budgets of a project, in two queries whatever their number. */
@Component
class BudgetReader {

    private final JdbcClient db;

    BudgetReader(JdbcClient db) {
        this.db = db;
    }

    private record BudgetRow(int year, String comment, Change change, Budget.@Nullable Line line) {}

    /** By year; lines in the order of the form. */
    List<Budget> of(CommunityId community) {
        Map<Integer, List<BudgetRow>> byYear = db
                .sql("""
                        select b.year, b.comment, b.version, b.changed_at, b.changed_by,
                            l.id as line_id, l.account, l.label, l.allocation, l.amount, l.action_id, l.nature,
                            l.funder, l.comment as line_comment,
                            l.version as line_version, l.changed_at as line_at, l.changed_by as line_by
                        from project.budget b left join project.budget_line l using (community_id, year)
                        where b.community_id = ?
                        order by b.year, l.account, l.label, l.allocation, l.id
                        """)
                .param(community.value())
                .query((rs, _) ->
                        new BudgetRow(rs.getInt("year"), rs.getString("comment"), Projects.change(rs), budgetLine(rs)))
                .list()
                .stream()
                .collect(groupingBy(BudgetRow::year, TreeMap::new, toList()));
        return byYear.values().stream()
                .map(rows -> new Budget(
                        rows.getFirst().year(),
                        rows.getFirst().comment(),
                        rows.stream()
                                .map(BudgetRow::line)
                                .filter(Objects::nonNull)
                                .toList(),
                        rows.getFirst().change()))
                .toList();
    }

    private static Budget.@Nullable Line budgetLine(ResultSet rs) throws SQLException {
        var id = rs.getObject("line_id", UUID.class);
        return id == null
                ? null
                : new Budget.Line(
                        id,
                        new Budget.LineFacts(
                                rs.getString("account"),
                                rs.getString("label"),
                                rs.getString("allocation"),
                                Projects.action(rs),
                                nature(rs),
                                rs.getString("funder"),
                                rs.getString("line_comment"),
                                rs.getLong("amount")),
                        new Change(
                                rs.getInt("line_version"),
                                rs.getTimestamp("line_at").toInstant(),
                                rs.getString("line_by")));
    }

    private static Budget.@Nullable Nature nature(ResultSet rs) throws SQLException {
        var nature = rs.getString("nature");
        return nature == null ? null : Budget.Nature.valueOf(nature);
    }

    /** Null while nothing is written of it. */
    @Nullable
    PreProjectBudget preProject(CommunityId community) {
        return db.sql("select * from project.pre_project_budget where community_id = ?")
                .param(community.value())
                .query((rs, _) -> {
                    var writer = rs.getString("writer");
                    return new PreProjectBudget(
                            rs.getObject("communication", Long.class),
                            rs.getObject("meetings", Long.class),
                            rs.getObject("writing", Long.class),
                            writer == null ? null : PreProjectBudget.Writer.valueOf(writer),
                            rs.getObject("subsidy", Long.class),
                            Projects.change(rs));
                })
                .optional()
                .orElse(null);
    }
}
