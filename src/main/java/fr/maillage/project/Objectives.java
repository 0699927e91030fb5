package fr.maillage.project;

import fr.maillage.community.CommunityView;
import fr.maillage.rules.Mission;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import fr.maillage.shared.Today;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the optional missions and the objectives of a projet de santé. */
@Service
public class Objectives {

    private final JdbcClient db;
    private final Projects projects;
    private final Traces traces;
    private final Today today;

    Objectives(JdbcClient db, Projects projects, Traces traces, Today today) {
        this.db = db;
        this.projects = projects;
        this.traces = traces;
        this.today = today;
    }

    /**
     * Takes up these optional missions and leaves the others. Whoever chooses last has the last word: the whole choice
     * is a few boxes, all shown.
     */
    @Transactional
    public void choose(CommunityView view, Set<Mission> optional) {
        traces.queue(view);
        var allowed = Coverage.optionalOn(today.day());
        var wanted = optional.stream().filter(allowed::contains).collect(Collectors.toSet());
        var before = projects.of(view.id()).optionalMissions();
        if (before.equals(wanted)) {
            return;
        }
        db.sql("delete from project.optional_mission where community_id = ?")
                .param(view.id().value())
                .update();
        wanted.forEach(mission -> db.sql("insert into project.optional_mission (community_id, mission) values (?, ?)")
                .params(view.id().value(), mission.code())
                .update());
        traces.leave(
                view,
                Part.MISSIONS,
                "project.missions",
                wanted.isEmpty()
                        ? "Aucune mission optionnelle retenue."
                        : "Missions optionnelles retenues : "
                                + wanted.stream().sorted().map(Mission::title).collect(Collectors.joining(", ")) + ".");
    }

    /** Adds a general objective after the others; the same id sent twice adds one. */
    @Transactional
    public Saving add(CommunityView view, ObjectiveId id, Objective.Facts facts) {
        traces.queue(view);
        var added = db.sql("""
                        insert into project.general_objective
                            (id, community_id, rank, title, mission, problem, changed_at, changed_by)
                        values (:id, :community,
                            (select coalesce(max(rank), 0) + 1 from project.general_objective
                             where community_id = :community),
                            :title, :mission, :problem, :at, :by)
                        on conflict (id) do nothing
                        """)
                .param("id", id.value())
                .param("community", view.id().value())
                .param("title", facts.title())
                .param("mission", facts.mission().code())
                .param("problem", facts.problem())
                .param("at", traces.now())
                .param("by", view.actor().name())
                .update();
        if (added == 1) {
            trace(view, "objective.added", "Objectif général ajouté : " + facts.title() + ".");
        }
        return Saving.DONE;
    }

    /** @param version the one the form was filled from */
    @Transactional
    public Saving change(CommunityView view, ObjectiveId id, int version, Objective.Facts facts) {
        traces.queue(view);
        var before = general(view, id);
        if (before.facts().equals(facts)) {
            return Saving.DONE;
        }
        if (before.change().version() != version) {
            return new Saving.Overtaken(before.change());
        }
        db.sql("""
                        update project.general_objective
                        set title = :title, mission = :mission, problem = :problem,
                            version = version + 1, changed_at = :at, changed_by = :by
                        where community_id = :community and id = :id
                        """)
                .param("title", facts.title())
                .param("mission", facts.mission().code())
                .param("problem", facts.problem())
                .param("at", traces.now())
                .param("by", view.actor().name())
                .param("community", view.id().value())
                .param("id", id.value())
                .update();
        trace(view, "objective.changed", "Objectif général modifié : " + facts.title() + ".");
        return Saving.DONE;
    }

    /** Puts a general objective one rank higher; the first stays first. */
    @Transactional
    public void raise(CommunityView view, ObjectiveId id) {
        traces.queue(view);
        var raised = general(view, id);
        var above = projects.of(view.id()).objectives().stream()
                .filter(other -> other.rank() < raised.rank())
                .reduce((_, last) -> last);
        above.ifPresent(other -> {
            setRank(view, other.id(), raised.rank());
            setRank(view, id, other.rank());
            trace(
                    view,
                    "objective.ranked",
                    "Objectif général mis au rang " + other.rank() + " : "
                            + raised.facts().title() + ".");
        });
    }

    /** Adds an operational objective under a general one; the same id sent twice adds one. */
    @Transactional
    public Saving addOperational(CommunityView view, ObjectiveId general, ObjectiveId id, String title) {
        traces.queue(view);
        general(view, general);
        var added = db.sql("""
                        insert into project.operational_objective
                            (id, community_id, general_id, rank, title, changed_at, changed_by)
                        values (:id, :community, :general,
                            (select coalesce(max(rank), 0) + 1 from project.operational_objective
                             where general_id = :general),
                            :title, :at, :by)
                        on conflict (id) do nothing
                        """)
                .param("id", id.value())
                .param("community", view.id().value())
                .param("general", general.value())
                .param("title", title)
                .param("at", traces.now())
                .param("by", view.actor().name())
                .update();
        if (added == 1) {
            trace(view, "objective.added", "Objectif opérationnel ajouté : " + title + ".");
        }
        return Saving.DONE;
    }

    /** @param version the one the form was filled from */
    @Transactional
    public Saving changeOperational(CommunityView view, ObjectiveId id, int version, String title) {
        traces.queue(view);
        var before = operational(view, id);
        if (before.title().equals(title)) {
            return Saving.DONE;
        }
        if (before.change().version() != version) {
            return new Saving.Overtaken(before.change());
        }
        db.sql("""
                        update project.operational_objective
                        set title = :title, version = version + 1, changed_at = :at, changed_by = :by
                        where community_id = :community and id = :id
                        """)
                .param("title", title)
                .param("at", traces.now())
                .param("by", view.actor().name())
                .param("community", view.id().value())
                .param("id", id.value())
                .update();
        trace(view, "objective.changed", "Objectif opérationnel modifié : " + title + ".");
        return Saving.DONE;
    }

    /**
     * Puts an operational objective under another general one, after its own.
     *
     * @param version the one the page showed
     */
    @Transactional
    public Saving moveOperational(CommunityView view, ObjectiveId id, int version, ObjectiveId general) {
        traces.queue(view);
        var before = operational(view, id);
        var target = general(view, general);
        if (target.operational().contains(before)) {
            return Saving.DONE;
        }
        if (before.change().version() != version) {
            return new Saving.Overtaken(before.change());
        }
        db.sql("""
                        update project.operational_objective
                        set general_id = :general, version = version + 1, changed_at = :at, changed_by = :by,
                            rank = (select coalesce(max(rank), 0) + 1 from project.operational_objective
                                where general_id = :general)
                        where community_id = :community and id = :id
                        """)
                .param("general", general.value())
                .param("at", traces.now())
                .param("by", view.actor().name())
                .param("community", view.id().value())
                .param("id", id.value())
                .update();
        trace(
                view,
                "objective.moved",
                "Objectif opérationnel « " + before.title() + " » placé sous « "
                        + target.facts().title() + " ».");
        return Saving.DONE;
    }

    /** What came of a request to remove an objective. */
    public sealed interface Removal {

        record Removed() implements Removal {}

        /** Something still hangs on it: operational objectives, or actions. */
        record StillUsed(String sentence) implements Removal {}
    }

    /** Removes an objective on which nothing hangs any more; one already removed is removed. */
    @Transactional
    public Removal remove(CommunityView view, ObjectiveId id) {
        traces.queue(view);
        var project = projects.of(view.id());
        var general = project.objectives().stream()
                .filter(objective -> objective.id().equals(id))
                .findFirst();
        if (general.isPresent() && !general.get().operational().isEmpty()) {
            return new Removal.StillUsed(
                    "Cet objectif a encore des objectifs opérationnels. Supprimez-les ou modifiez-les d’abord.");
        }
        if (used(view, id)) {
            return new Removal.StillUsed(
                    "Une action répond encore à cet objectif. Choisissez-lui-en un autre dans sa fiche d’abord.");
        }
        for (var table : new String[] {"general_objective", "operational_objective"}) {
            Optional<String> title = db.sql(
                            "delete from project." + table + " where community_id = ? and id = ? returning title")
                    .params(view.id().value(), id.value())
                    .query(String.class)
                    .optional();
            title.ifPresent(removed -> trace(view, "objective.removed", "Objectif supprimé : " + removed + "."));
        }
        return new Removal.Removed();
    }

    /** Archived actions keep their objective: they may come back. */
    private boolean used(CommunityView view, ObjectiveId id) {
        return db.sql("select exists (select from project.action where community_id = ? and objective_id = ?)")
                .params(view.id().value(), id.value())
                .query(Boolean.class)
                .single();
    }

    private void setRank(CommunityView view, ObjectiveId id, int rank) {
        db.sql("update project.general_objective set rank = ? where community_id = ? and id = ?")
                .params(rank, view.id().value(), id.value())
                .update();
    }

    Objective general(CommunityView view, ObjectiveId id) {
        return projects.of(view.id()).objectives().stream()
                .filter(objective -> objective.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("objective " + id.value()));
    }

    Objective.Operational operational(CommunityView view, ObjectiveId id) {
        return projects.of(view.id()).objectives().stream()
                .flatMap(objective -> objective.operational().stream())
                .filter(objective -> objective.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("objective " + id.value()));
    }

    private void trace(CommunityView view, String action, String sentence) {
        traces.leave(view, Part.OBJECTIVES, action, sentence);
    }
}
