package fr.maillage.statutes;

import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.community.Communities;
import fr.maillage.community.CommunityId;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Governances;
import fr.maillage.project.Budget;
import fr.maillage.project.BudgetAccounts;
import fr.maillage.project.Projects;
import fr.maillage.shared.Change;
import fr.maillage.shared.Saving;
import fr.maillage.shared.Today;
import fr.maillage.statutes.Work.Draft;
import fr.maillage.statutes.Work.Saved;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The texts that a team writes, article by article. */
@Service
class AssociationTexts {

    /** The form's line of membership fees, which also holds gifts and legacies. */
    private static final String FEES = "P75_COTISATIONS";

    private final JdbcClient db;
    private final JsonMapper json;
    private final Communities communities;
    private final Governances governances;
    private final Projects projects;
    private final Adoptions adoptions;
    private final Journal journal;
    private final Today today;

    AssociationTexts(
            JdbcClient db,
            JsonMapper json,
            Communities communities,
            Governances governances,
            Projects projects,
            Adoptions adoptions,
            Journal journal,
            Today today) {
        this.db = db;
        this.json = json;
        this.communities = communities;
        this.governances = governances;
        this.projects = projects;
        this.adoptions = adoptions;
        this.journal = journal;
        this.today = today;
    }

    private record Line(String article, Saved saved) {}

    /** Both texts as they stand. */
    Work of(CommunityId community) {
        var found = communities.find(community);
        var budgets = projects.of(community).budgets();
        return new Work(
                Arrays.stream(TextKind.values())
                        .collect(Collectors.toMap(Function.identity(), kind -> draft(community, kind))),
                new KnownFacts(
                        found.name(),
                        found.association(),
                        governances.of(community),
                        indemnitiesInBudget(budgets),
                        feesInBudget(budgets)));
    }

    /** What the statutes answer now. */
    Values drafted(CommunityId community) {
        return draft(community, TextKind.STATUTES).values();
    }

    private Draft draft(CommunityId community, TextKind kind) {
        var saved = db
                .sql("select * from statutes.answer where community_id = ? and kind = ?")
                .params(community.value(), kind.name())
                .query(this::line)
                .list()
                .stream()
                .collect(Collectors.toMap(Line::article, Line::saved));
        return new Draft(kind, saved);
    }

    /**
     * Keeps the answers of an article.
     *
     * @param version the one the form was filled from
     */
    @Transactional
    Saving save(CommunityView view, TextKind kind, Article article, int version, Values values) {
        adoptions.queue(view.id(), kind);
        if (!adoptions.isOpen(view.id(), kind)) {
            return new Saving.Refused(
                    article.choices().getFirst().key(),
                    "Ce texte vient d’être adopté : il ne change plus. Préparez une modification pour le reprendre.");
        }
        var before = draft(view.id(), kind).saved().get(article.key());
        var stored = before == null ? Work.NEVER : before.change();
        if (before != null && before.values().equals(values)) {
            return Saving.DONE;
        }
        if (stored.version() != version) {
            return new Saving.Overtaken(stored);
        }
        db.sql("""
                        insert into statutes.answer as a
                            (community_id, kind, article, answers, changed_at, changed_by)
                        values (:community, :kind, :article, :answers::jsonb, :at, :by)
                        on conflict (community_id, kind, article) do update
                        set answers = excluded.answers, version = a.version + 1,
                            changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        """)
                .param("community", view.id().value())
                .param("kind", kind.name())
                .param("article", article.key())
                .param("answers", json.writeValueAsString(Answers.written(article, values)))
                .param("at", Timestamp.from(today.instant()))
                .param("by", view.actor().name())
                .update();
        journal.record(Entry.of(
                        view.author(),
                        Subject.of("community", view.id().value()),
                        "statutes.article.saved",
                        kind.title() + ", article « " + article.title() + " » enregistré.")
                .in(view.id().value()));
        return Saving.DONE;
    }

    private Line line(ResultSet row, int index) throws SQLException {
        var kind = TextKind.valueOf(row.getString("kind"));
        var key = row.getString("article");
        Map<String, List<String>> typed = json.readValue(row.getString("answers"), new TypeReference<>() {});
        var values = TextModel.of(kind).articles().stream()
                .filter(article -> article.key().equals(key))
                .findFirst()
                .map(article -> Answers.stored(article, typed))
                .orElse(Values.NONE);
        var change = new Change(
                row.getInt("version"), row.getTimestamp("changed_at").toInstant(), row.getString("changed_by"));
        return new Line(key, new Saved(values, change));
    }

    /** The words of the first budget line that says « indemnité » or « indemnisation ». */
    private static @Nullable String indemnitiesInBudget(List<Budget> budgets) {
        return budgets.stream()
                .flatMap(budget -> budget.lines().stream())
                .map(Budget.Line::label)
                .filter(label -> label.toLowerCase(Locale.FRENCH).contains("indemni"))
                .findFirst()
                .orElse(null);
    }

    /**
     * The words of the first budget line that expects membership fees, found by its account: most teams type no words on
     * it, and social contributions are « cotisations » too.
     */
    static @Nullable String feesInBudget(List<Budget> budgets) {
        return budgets.stream()
                .flatMap(budget -> budget.lines().stream())
                .filter(line -> line.account().equals(FEES))
                .map(line -> line.label().isEmpty()
                        ? BudgetAccounts.line(FEES).orElseThrow().label()
                        : line.label())
                .filter(words -> words.toLowerCase(Locale.FRENCH).contains("cotisation"))
                .findFirst()
                .orElse(null);
    }
}
