package fr.maillage.dossier.writing;

import fr.maillage.community.CommunityId;
import fr.maillage.diagnosis.Diagnoses;
import fr.maillage.diagnosis.Diagnosis;
import fr.maillage.diagnosis.IndicatorFigures;
import fr.maillage.diagnosis.Measure;
import fr.maillage.diagnosis.Sentence;
import fr.maillage.diagnosis.Sentences;
import fr.maillage.diagnosis.StillHolds;
import fr.maillage.documents.Block;
import fr.maillage.dossier.writing.Insertion.Subject;
import fr.maillage.shared.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the diagnosis of a CPTS offers for its texts, as it is today. */
@Component
class Insertables {

    /** What may be taken from an indicator. */
    enum Form {
        SENTENCE("phrase"),
        MAP("carte"),
        CHART("graphique");

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

    private final Diagnoses diagnoses;
    private final IndicatorFigures figures;

    Insertables(Diagnoses diagnoses, IndicatorFigures figures) {
        this.diagnoses = diagnoses;
        this.figures = figures;
    }

    /**
     * Empty when there is nothing to say of it: no territory, no data.
     *
     * @throws NotFound when there is no such indicator
     */
    Optional<Insertable> of(CommunityId community, String indicator, Form form) {
        return diagnosis(community).flatMap(diagnosis -> of(diagnosis, measure(diagnosis, indicator), form));
    }

    private Optional<Insertable> of(Diagnosis diagnosis, Measure measure, Form form) {
        return Sentences.of(measure).flatMap(drafted -> switch (form) {
            case SENTENCE -> Optional.of(sentence(measure, drafted));
            case MAP -> figures.map(diagnosis, measure).map(map -> figure(measure, drafted, map));
            case CHART -> figures.chart(diagnosis, measure).map(chart -> figure(measure, drafted, chart));
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
        if (old.subject().kind() != Subject.Kind.INDICATOR) {
            return Optional.empty();
        }
        var form = old.figure() == null
                ? Form.SENTENCE
                : old.figure().kind() == Block.FigureKind.MAP ? Form.MAP : Form.CHART;
        return diagnosis(community)
                .flatMap(diagnosis ->
                        diagnosis.measure(old.subject().code()).flatMap(measure -> of(diagnosis, measure, form)));
    }

    /** The printed figures of today, for an author who keeps older ones. */
    Map<String, String> factsToday(CommunityId community, Insertion insertion) {
        return diagnosis(community)
                .flatMap(diagnosis -> diagnosis.measure(insertion.subject().code()))
                .flatMap(Sentences::of)
                .map(Sentence::facts)
                .orElse(Map.of());
    }

    /** What became of each insertion, by its subject; a diagnosis is computed only when there is one to look at. */
    Map<Subject, Optional<Measure>> today(CommunityId community, List<Insertion> insertions) {
        var subjects = insertions.stream()
                .map(Insertion::subject)
                .filter(subject -> subject.kind() == Subject.Kind.INDICATOR)
                .collect(Collectors.toSet());
        if (subjects.isEmpty()) {
            return Map.of();
        }
        var diagnosis = diagnosis(community);
        return subjects.stream()
                .collect(Collectors.toMap(
                        subject -> subject, subject -> diagnosis.flatMap(found -> found.measure(subject.code()))));
    }

    /** Whether what was inserted still says what the data say. */
    static StillHolds stillHolds(Insertion insertion, Optional<Measure> today) {
        return today.map(measure -> Sentences.stillHolds(insertion.seen(), measure))
                .orElseGet(() -> new StillHolds.Gone("Cet indicateur n’existe plus."));
    }

    private static Measure measure(Diagnosis diagnosis, String indicator) {
        return diagnosis.measure(indicator).orElseThrow(() -> new NotFound("indicator " + indicator));
    }

    /** Empty while the territory is not chosen. */
    private Optional<Diagnosis> diagnosis(CommunityId community) {
        return diagnoses.of(community);
    }
}
