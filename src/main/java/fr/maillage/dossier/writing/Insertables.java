package fr.maillage.dossier.writing;

import fr.maillage.community.CommunityId;
import fr.maillage.diagnosis.Diagnoses;
import fr.maillage.diagnosis.Diagnosis;
import fr.maillage.diagnosis.IndicatorFigures;
import fr.maillage.diagnosis.Measure;
import fr.maillage.diagnosis.Scenarios;
import fr.maillage.diagnosis.Sentence;
import fr.maillage.diagnosis.Sentences;
import fr.maillage.diagnosis.StillHolds;
import fr.maillage.documents.Block;
import fr.maillage.dossier.writing.Insertion.Subject;
import fr.maillage.shared.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the diagnosis of a CPTS offers for its texts, as it is today. */
@Component
class Insertables {

    /** What may be taken: a sentence or a figure of an indicator, the sentences of a scenario. */
    enum Form {
        SENTENCE("phrase"),
        MAP("carte"),
        CHART("graphique"),
        SCENARIO("scenario");

        private final String code;

        Form(String code) {
            this.code = code;
        }

        static Form ofCode(String code) {
            return List.of(values()).stream()
                    .filter(form -> form.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("insertable form " + code));
        }

        String code() {
            return code;
        }
    }

    /** What is kept of a scenario to tell whether it says something else. */
    private static final String RESULTS = "résultats";

    private final Diagnoses diagnoses;
    private final IndicatorFigures figures;
    private final Scenarios scenarios;

    Insertables(Diagnoses diagnoses, IndicatorFigures figures, Scenarios scenarios) {
        this.diagnoses = diagnoses;
        this.figures = figures;
        this.scenarios = scenarios;
    }

    /**
     * Empty when there is nothing to say of it: no territory, no data, no hypothesis.
     *
     * @param code of the indicator, or id of the scenario
     * @throws NotFound when there is no such indicator or scenario
     */
    Optional<Insertable> of(CommunityId community, String code, Form form) {
        return form == Form.SCENARIO
                ? scenario(community, uuid(code))
                : diagnosis(community).flatMap(diagnosis -> of(diagnosis, measure(diagnosis, code), form));
    }

    /** The hypothesis, then each figure on a line of its own. */
    private Optional<Insertable> scenario(CommunityId community, UUID id) {
        var sentences = scenarios.sentences(community.value(), id);
        if (sentences.isEmpty()) {
            return Optional.empty();
        }
        var lines = sentences.stream().skip(1).map(line -> "- " + line).collect(Collectors.joining("\n"));
        return Optional.of(new Insertable(
                Subject.scenario(id),
                scenarios.find(community, id).name(),
                sentences.getFirst() + (lines.isEmpty() ? "" : "\n\n" + lines),
                Map.of(RESULTS, String.join(" ", sentences)),
                null,
                "scenario"));
    }

    private static UUID uuid(String code) {
        try {
            return UUID.fromString(code);
        } catch (IllegalArgumentException _) {
            throw new NotFound("scenario " + code);
        }
    }

    private Optional<Insertable> of(Diagnosis diagnosis, Measure measure, Form form) {
        return Sentences.of(measure).flatMap(drafted -> switch (form) {
            case SENTENCE -> Optional.of(sentence(measure, drafted));
            case MAP -> figures.map(diagnosis, measure).map(map -> figure(measure, drafted, map));
            case CHART -> figures.chart(diagnosis, measure).map(chart -> figure(measure, drafted, chart));
            case SCENARIO -> Optional.<Insertable>empty();
        });
    }

    private static Insertable figure(Measure measure, Sentence drafted, Block.Figure figure) {
        return new Insertable(
                Subject.indicator(drafted.indicator()),
                measure.indicator().title(),
                figure.caption(),
                drafted.facts(),
                figure,
                drafted.indicator());
    }

    private static Insertable sentence(Measure measure, Sentence drafted) {
        return new Insertable(
                Subject.indicator(drafted.indicator()),
                measure.indicator().title(),
                drafted.text(),
                drafted.facts(),
                null,
                drafted.indicator());
    }

    /** The same thing as it is today; empty when there is nothing to say of it any more. */
    Optional<Insertable> fresh(CommunityId community, Insertion old) {
        if (old.subject().kind() == Subject.Kind.SCENARIO) {
            return existing(community, old.subject());
        }
        var form = old.figure() == null
                ? Form.SENTENCE
                : old.figure().kind() == Block.FigureKind.MAP ? Form.MAP : Form.CHART;
        return diagnosis(community)
                .flatMap(diagnosis ->
                        diagnosis.measure(old.subject().code()).flatMap(measure -> of(diagnosis, measure, form)));
    }

    /** Empty when the scenario was deleted since. */
    private Optional<Insertable> existing(CommunityId community, Subject scenario) {
        return scenarios.of(community).stream()
                .map(one -> one.id().toString())
                .filter(scenario.code()::equals)
                .findFirst()
                .flatMap(id -> scenario(community, uuid(id)));
    }

    /** The printed figures of today, for an author who keeps older ones. */
    Map<String, String> factsToday(CommunityId community, Insertion insertion) {
        if (insertion.subject().kind() == Subject.Kind.SCENARIO) {
            return existing(community, insertion.subject())
                    .map(Insertable::facts)
                    .orElse(Map.of());
        }
        return diagnosis(community)
                .flatMap(diagnosis -> diagnosis.measure(insertion.subject().code()))
                .flatMap(Sentences::of)
                .map(Sentence::facts)
                .orElse(Map.of());
    }

    /** Whether each insertion still says what the data say; computed only when there is one to look at. */
    Map<Insertion, StillHolds> today(CommunityId community, List<Insertion> insertions) {
        var ofIndicators = insertions.stream().anyMatch(one -> one.subject().kind() == Subject.Kind.INDICATOR);
        var diagnosis = ofIndicators ? diagnosis(community) : Optional.<Diagnosis>empty();
        return insertions.stream().collect(Collectors.toMap(insertion -> insertion, insertion -> switch (insertion
                .subject()
                .kind()) {
            case INDICATOR ->
                diagnosis
                        .flatMap(found -> found.measure(insertion.subject().code()))
                        .map(measure -> Sentences.stillHolds(insertion.seen(), measure))
                        .orElseGet(() -> new StillHolds.Gone("Cet indicateur n’existe plus."));
            case SCENARIO -> scenarioHolds(community, insertion);
        }));
    }

    private StillHolds scenarioHolds(CommunityId community, Insertion insertion) {
        return existing(community, insertion.subject())
                .<StillHolds>map(fresh -> fresh.facts().equals(insertion.seen())
                        ? new StillHolds.Yes()
                        : new StillHolds.Moved(List.of(
                                new StillHolds.Difference("scénario", "résultats insérés", "autres résultats"))))
                .orElseGet(() -> new StillHolds.Gone("Ce scénario n’existe plus, ou n’a plus d’effet."));
    }

    private static Measure measure(Diagnosis diagnosis, String indicator) {
        return diagnosis.measure(indicator).orElseThrow(() -> new NotFound("indicator " + indicator));
    }

    /** Empty while the territory is not chosen. */
    private Optional<Diagnosis> diagnosis(CommunityId community) {
        return diagnoses.of(community);
    }
}
