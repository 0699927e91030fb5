package fr.maillage.project;

import fr.maillage.community.CommunityView;
import fr.maillage.project.FollowedIndicator.ResultFacts;
import fr.maillage.project.Indicator.Amount;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the indicators of the fiches action, and records what is measured. */
@Service
public class ActionIndicators {

    private final JdbcClient db;
    private final Projects projects;
    private final Actions actions;
    private final ActionWriter fiche;
    private final IndicatorWriter writer;
    private final Traces traces;

    ActionIndicators(
            JdbcClient db,
            Projects projects,
            Actions actions,
            ActionWriter fiche,
            IndicatorWriter writer,
            Traces traces) {
        this.db = db;
        this.projects = projects;
        this.actions = actions;
        this.fiche = fiche;
        this.writer = writer;
        this.traces = traces;
    }

    /** An indicator and the action it belongs to. */
    public record Found(Action action, FollowedIndicator indicator) {}

    /** @throws NotFound when no action of the project has such an indicator, or it was archived */
    @Transactional(readOnly = true)
    public Found find(CommunityView view, IndicatorId id) {
        return projects.of(view.id()).actions().stream()
                .flatMap(action -> action.followed().stream()
                        .filter(indicator -> indicator.id().equals(id))
                        .map(indicator -> new Found(action, indicator)))
                .findFirst()
                .orElseThrow(() -> new NotFound("indicator " + id.value()));
    }

    /** Adds an indicator to an action; the same id sent twice adds one. */
    @Transactional
    public void add(CommunityView view, int number, IndicatorId id, Indicator facts) {
        traces.queue(view);
        var action = actions.find(view, number);
        if (writer.add(view, action.id(), id, facts)) {
            fiche.touch(view, action.id());
            trace(view, "indicator.added", "Indicateur ajouté à l’action " + number + " : " + facts.label() + ".");
        }
    }

    /**
     * Changes what is said of an indicator; what was measured stays.
     *
     * @param version the one the form was filled from
     */
    @Transactional
    public Saving change(CommunityView view, IndicatorId id, int version, Indicator facts) {
        traces.queue(view);
        var before = find(view, id);
        if (before.indicator().facts().equals(facts)) {
            return Saving.DONE;
        }
        if (before.indicator().change().version() != version) {
            return new Saving.Overtaken(before.indicator().change());
        }
        if (before.indicator().facts().nature() != facts.nature()
                && !before.indicator().current().isEmpty()) {
            return new Saving.Refused(
                    "nature",
                    "Des valeurs sont déjà relevées : cet indicateur garde sa nature. Créez un autre indicateur.");
        }
        writer.change(view, id, facts);
        fiche.touch(view, before.action().id());
        trace(view, "indicator.changed", "Indicateur modifié : " + facts.label() + ".");
        return Saving.DONE;
    }

    /**
     * Gives an indicator to another action, after its own.
     *
     * @param version the one the page showed
     */
    @Transactional
    public Saving move(CommunityView view, IndicatorId id, int version, int number) {
        traces.queue(view);
        var before = find(view, id);
        var target = actions.find(view, number);
        if (before.action().id().equals(target.id())) {
            return Saving.DONE;
        }
        if (before.indicator().change().version() != version) {
            return new Saving.Overtaken(before.indicator().change());
        }
        db.sql("""
                        update project.indicator
                        set action_id = :action, version = version + 1, changed_at = :at, changed_by = :by,
                            rank = (select coalesce(max(rank), 0) + 1 from project.indicator where action_id = :action)
                        where community_id = :community and id = :id
                        """)
                .param("action", target.id().value())
                .param("at", traces.now())
                .param("by", view.actor().name())
                .param("community", view.id().value())
                .param("id", id.value())
                .update();
        fiche.touch(view, before.action().id());
        fiche.touch(view, target.id());
        trace(
                view,
                "indicator.moved",
                "Indicateur « " + before.indicator().facts().label() + " » passé à l’action " + number + ".");
        return Saving.DONE;
    }

    /** Takes an indicator away with what was measured; {@link #restore} brings both back. */
    @Transactional
    public void archive(CommunityView view, IndicatorId id) {
        setArchived(view, id, true, "indicator.archived", "Indicateur retiré : ");
    }

    @Transactional
    public void restore(CommunityView view, IndicatorId id) {
        setArchived(view, id, false, "indicator.restored", "Indicateur remis : ");
    }

    /** Records a measured value; the same id sent twice records one. */
    @Transactional
    public void record(CommunityView view, IndicatorId id, UUID result, ResultFacts facts) {
        insert(view, id, result, facts, null, "");
    }

    /**
     * Records what takes the place of a wrong value, which stays readable; a value that was already corrected is not
     * corrected again: correct the correction.
     *
     * @param wrong the record to correct
     * @param facts with an unknown amount, it takes the value back
     * @param reason why, in words
     */
    @Transactional
    public Saving correct(
            CommunityView view, IndicatorId id, UUID wrong, UUID result, ResultFacts facts, String reason) {
        traces.queue(view);
        var indicator = find(view, id).indicator();
        var corrected = indicator.results().stream()
                .filter(known -> known.id().equals(wrong))
                .findFirst()
                .orElseThrow(() -> new NotFound("result " + wrong));
        boolean again =
                indicator.results().stream().anyMatch(known -> known.id().equals(result));
        if (indicator.isCorrected(corrected) && !again) {
            return new Saving.Refused("valeur", "Cette valeur a déjà été corrigée. Corrigez la correction.");
        }
        insert(view, id, result, facts, wrong, reason);
        return Saving.DONE;
    }

    private void insert(
            CommunityView view,
            IndicatorId id,
            UUID result,
            ResultFacts facts,
            @Nullable UUID corrects,
            String reason) {
        traces.queue(view);
        var found = find(view, id);
        var added = db.sql("""
                        insert into project.indicator_result (id, community_id, indicator_id, on_day, value, words,
                            source, proof, corrects, reason, recorded_at, recorded_by)
                        values (:id, :community, :indicator, :on, :value, :words, :source, :proof, :corrects, :reason,
                            :at, :by)
                        on conflict (id) do nothing
                        """)
                .param("id", result)
                .param("community", view.id().value())
                .param("indicator", id.value())
                .param("on", facts.on())
                .param("value", facts.amount().number(), Types.NUMERIC)
                .param("words", facts.amount().words())
                .param("source", facts.source())
                .param("proof", facts.proof())
                .param("corrects", corrects, Types.OTHER)
                .param("reason", reason)
                .param("at", traces.now())
                .param("by", view.actor().name())
                .update();
        if (added == 1) {
            fiche.touch(view, found.action().id());
            trace(
                    view,
                    corrects == null ? "result.recorded" : "result.corrected",
                    (corrects == null ? "Valeur relevée : " : "Valeur corrigée : ")
                            + found.indicator().facts().label() + ", "
                            + said(facts.amount(), found.indicator().facts().unit()) + " au "
                            + French.date(facts.on()) + ".");
        }
    }

    private static String said(Amount amount, String unit) {
        return amount.known() ? amount.with(unit) : "valeur annulée";
    }

    private void setArchived(CommunityView view, IndicatorId id, boolean archived, String action, String sentence) {
        traces.queue(view);
        db.sql("""
                        update project.indicator
                        set archived_at = case when :archived then :at::timestamptz end, version = version + 1,
                            changed_at = :at, changed_by = :by
                        where community_id = :community and id = :id and (archived_at is null) = :archived
                        returning label
                        """)
                .param("archived", archived)
                .param("at", traces.now())
                .param("by", view.actor().name())
                .param("community", view.id().value())
                .param("id", id.value())
                .query(String.class)
                .optional()
                .ifPresent(label -> trace(view, action, sentence + label + "."));
    }

    private void trace(CommunityView view, String action, String sentence) {
        traces.leave(view, Part.ACTIONS, action, sentence);
    }
}
