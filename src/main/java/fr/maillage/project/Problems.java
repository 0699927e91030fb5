package fr.maillage.project;

import fr.maillage.community.CommunityId;
import fr.maillage.community.CommunityView;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import fr.maillage.shared.Today;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of problems that the projet de santé answers, each with what shows it. */
@Service
public class Problems {

    private final JdbcClient db;
    private final ProblemReader reader;
    private final Traces traces;
    private final Today today;

    Problems(JdbcClient db, ProblemReader reader, Traces traces, Today today) {
        this.db = db;
        this.reader = reader;
        this.traces = traces;
        this.today = today;
    }

    /** By rank, without those that were archived. */
    @Transactional(readOnly = true)
    public List<Problem> of(CommunityId community) {
        return reader.of(community);
    }

    /** @throws NotFound when the CPTS has no such problem, or it was archived */
    @Transactional(readOnly = true)
    public Problem find(CommunityView view, ProblemId id) {
        return reader.of(view.id()).stream()
                .filter(problem -> problem.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("problem " + id.value()));
    }

    /** Adds a problem after the others; the same id sent twice adds one. */
    @Transactional
    public void add(CommunityView view, ProblemId id, Problem.Facts facts) {
        traces.queue(view);
        var added = bind(db.sql("""
                                insert into project.problem (id, community_id, rank, title, theme, severity,
                                    description, people, people_words, changed_at, changed_by)
                                values (:id, :community,
                                    (select coalesce(max(rank), 0) + 1 from project.problem
                                     where community_id = :community),
                                    :title, :theme, :severity, :description, :people, :words, :at, :by)
                                on conflict (id) do nothing
                                """), view, id, facts).update();
        if (added == 1) {
            link(view, id, facts);
            trace(view, "problem.added", "Problématique ajoutée : " + facts.title() + ".");
        }
    }

    /** @param version the one the form was filled from */
    @Transactional
    public Saving change(CommunityView view, ProblemId id, int version, Problem.Facts facts) {
        traces.queue(view);
        var before = find(view, id);
        if (before.facts().equals(facts)) {
            return Saving.DONE;
        }
        if (before.change().version() != version) {
            return new Saving.Overtaken(before.change());
        }
        bind(db.sql("""
                                update project.problem
                                set title = :title, theme = :theme, severity = :severity, description = :description,
                                    people = :people, people_words = :words,
                                    version = version + 1, changed_at = :at, changed_by = :by
                                where community_id = :community and id = :id
                                """), view, id, facts).update();
        db.sql("delete from project.problem_objective where community_id = ? and problem_id = ?")
                .params(view.id().value(), id.value())
                .update();
        link(view, id, facts);
        trace(view, "problem.changed", "Problématique modifiée : " + facts.title() + ".");
        return Saving.DONE;
    }

    /** Puts a problem one rank higher; the first stays first. */
    @Transactional
    public void raise(CommunityView view, ProblemId id) {
        traces.queue(view);
        var raised = find(view, id);
        reader.of(view.id()).stream()
                .filter(other -> other.rank() < raised.rank())
                .reduce((_, last) -> last)
                .ifPresent(above -> {
                    setRank(view, above.id(), raised.rank());
                    setRank(view, id, above.rank());
                    trace(
                            view,
                            "problem.ranked",
                            "Problématique mise au rang " + above.rank() + " : "
                                    + raised.facts().title() + ".");
                });
    }

    /** Takes a problem out of the register; {@link #restore} brings it back with its evidence. */
    @Transactional
    public void archive(CommunityView view, ProblemId id) {
        setArchived(view, id, true, "problem.archived", "Problématique archivée : ");
    }

    @Transactional
    public void restore(CommunityView view, ProblemId id) {
        setArchived(view, id, false, "problem.restored", "Problématique remise dans le registre : ");
    }

    /**
     * Adds evidence to a problem, frozen as of today; the same id sent twice adds it once.
     *
     * @throws NotFound when the CPTS has no such problem, or it was archived
     */
    @Transactional
    public void addEvidence(CommunityView view, ProblemId id, UUID evidence, Evidence.Facts facts) {
        traces.queue(view);
        var problem = find(view, id);
        var added = db.sql("""
                        insert into project.problem_evidence (id, community_id, problem_id, kind, label, value,
                            comparison, source, vintage, indicator, frozen_on, added_at, added_by)
                        values (:id, :community, :problem, :kind, :label, :value, :comparison, :source, :vintage,
                            :indicator, :on, :at, :by)
                        on conflict (id) do nothing
                        """)
                .param("id", evidence)
                .param("community", view.id().value())
                .param("problem", id.value())
                .param("kind", facts.kind().name())
                .param("label", facts.label())
                .param("value", facts.value())
                .param("comparison", facts.comparison())
                .param("source", facts.source())
                .param("vintage", facts.vintage())
                .param("indicator", facts.indicator(), Types.VARCHAR)
                .param("on", today.day())
                .param("at", traces.now())
                .param("by", view.actor().name())
                .update();
        if (added == 1) {
            trace(
                    view,
                    "evidence.added",
                    "Preuve ajoutée à « " + problem.facts().title() + " » : " + facts.label() + ".");
        }
    }

    /** Adds a problem with what shows it, both or none; the same ids sent twice add them once. */
    @Transactional
    public void addWithEvidence(
            CommunityView view, ProblemId id, Problem.Facts facts, UUID evidence, Evidence.Facts shows) {
        add(view, id, facts);
        addEvidence(view, id, evidence, shows);
    }

    /** Takes evidence away from a problem; {@link #restoreEvidence} puts it back as it was. */
    @Transactional
    public void withdrawEvidence(CommunityView view, ProblemId id, UUID evidence) {
        setWithdrawn(view, id, evidence, true, "evidence.withdrawn", "Preuve retirée : ");
    }

    @Transactional
    public void restoreEvidence(CommunityView view, ProblemId id, UUID evidence) {
        setWithdrawn(view, id, evidence, false, "evidence.restored", "Preuve remise : ");
    }

    private void setArchived(CommunityView view, ProblemId id, boolean archived, String action, String sentence) {
        traces.queue(view);
        db.sql("""
                        update project.problem
                        set archived_at = case when :archived then :at::timestamptz end, version = version + 1,
                            changed_at = :at, changed_by = :by
                        where community_id = :community and id = :id and (archived_at is null) = :archived
                        returning title
                        """)
                .param("archived", archived)
                .param("at", traces.now())
                .param("by", view.actor().name())
                .param("community", view.id().value())
                .param("id", id.value())
                .query(String.class)
                .optional()
                .ifPresent(title -> trace(view, action, sentence + title + "."));
    }

    private void setWithdrawn(
            CommunityView view, ProblemId id, UUID evidence, boolean withdrawn, String action, String sentence) {
        traces.queue(view);
        db.sql("""
                        update project.problem_evidence
                        set withdrawn_at = case when :withdrawn then :at::timestamptz end
                        where community_id = :community and problem_id = :problem and id = :id
                          and (withdrawn_at is null) = :withdrawn
                        returning label
                        """)
                .param("withdrawn", withdrawn)
                .param("at", traces.now())
                .param("community", view.id().value())
                .param("problem", id.value())
                .param("id", evidence)
                .query(String.class)
                .optional()
                .ifPresent(label -> trace(view, action, sentence + label + "."));
    }

    private void setRank(CommunityView view, ProblemId id, int rank) {
        db.sql("update project.problem set rank = ? where community_id = ? and id = ?")
                .params(rank, view.id().value(), id.value())
                .update();
    }

    private void link(CommunityView view, ProblemId id, Problem.Facts facts) {
        facts.objectives()
                .forEach(objective -> db.sql("""
                                insert into project.problem_objective (community_id, problem_id, objective_id)
                                values (?, ?, ?)
                                """)
                        .params(view.id().value(), id.value(), objective.value())
                        .update());
    }

    private JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec sql, CommunityView view, ProblemId id, Problem.Facts facts) {
        return sql.param("id", id.value())
                .param("community", view.id().value())
                .param("title", facts.title())
                .param("theme", facts.theme().code())
                .param(
                        "severity",
                        facts.severity() == null ? null : facts.severity().code(),
                        Types.VARCHAR)
                .param("description", facts.description())
                .param("people", facts.people(), Types.BIGINT)
                .param("words", facts.peopleWords())
                .param("at", traces.now())
                .param("by", view.actor().name());
    }

    private void trace(CommunityView view, String action, String sentence) {
        traces.leave(view, Part.PROBLEMS, action, sentence);
    }
}
