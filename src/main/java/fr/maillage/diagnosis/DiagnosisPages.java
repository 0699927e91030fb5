package fr.maillage.diagnosis;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.datasets.Descriptors;
import fr.maillage.datasets.Vintages;
import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.territory.Communes;
import fr.maillage.territory.MapSize;
import fr.maillage.territory.Maps;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gathers what the pages of a diagnosis show. */
@Service
class DiagnosisPages {

    private final Diagnoses diagnoses;
    private final Indicators indicators;
    private final Choices choices;
    private final Descriptors descriptors;
    private final Vintages vintages;
    private final Communes communes;
    private final Maps maps;
    private final IndicatorMaps indicatorMaps;
    private final EstablishmentMaps establishments;

    DiagnosisPages(
            Diagnoses diagnoses,
            Indicators indicators,
            Choices choices,
            Descriptors descriptors,
            Vintages vintages,
            Communes communes,
            Maps maps,
            IndicatorMaps indicatorMaps,
            EstablishmentMaps establishments) {
        this.diagnoses = diagnoses;
        this.indicators = indicators;
        this.choices = choices;
        this.descriptors = descriptors;
        this.vintages = vintages;
        this.communes = communes;
        this.maps = maps;
        this.indicatorMaps = indicatorMaps;
        this.establishments = establishments;
    }

    static String facts(Diagnosis diagnosis) {
        return French.number(diagnosis.known()) + " indicateurs renseignés sur "
                + French.number(diagnosis.measures().size()) + ", pour "
                + French.count(diagnosis.communes().size(), "commune", "communes")
                + ". Chaque chiffre dit sa source, son année et sa méthode.";
    }

    /** @param code of the indicator shown large; the first that has most to show when null */
    ThemePage theme(CommunityView view, DiagnosisTheme theme, @Nullable String code) {
        var diagnosis = diagnoses.of(view.id()).orElse(null);
        if (diagnosis == null) {
            return new ThemePage(view, theme, null, null, null, false, false, null);
        }
        var measure = code == null
                ? first(diagnosis.of(theme))
                : diagnosis
                        .measure(code)
                        .filter(found -> found.indicator().theme() == theme)
                        .orElseThrow(() -> new NotFound("indicator " + code + " in " + theme));
        return new ThemePage(
                view,
                theme,
                diagnosis,
                shown(diagnosis, measure),
                theme == DiagnosisTheme.PROFESSIONALS
                        ? establishments.of(diagnosis).orElse(null)
                        : null,
                view.may(Right.WRITE),
                diagnosis.measures().stream()
                        .anyMatch(one ->
                                one.known() && !one.feed().datasets().getFirst().equals(Comparisons.REFERENCE)),
                maps.mesh(diagnosis.communes()).orElse(null));
    }

    /** @throws NotFound when there is no such indicator */
    IndicatorPage indicator(CommunityView view, String code) {
        var indicator = indicators.withCode(code).orElseThrow(() -> new NotFound("indicator " + code));
        var diagnosis = diagnoses.of(view.id()).orElse(null);
        var measure = diagnosis == null ? null : diagnosis.measure(code).orElseThrow();
        var shown = diagnosis == null || measure == null ? null : shown(diagnosis, measure);
        return new IndicatorPage(
                view,
                indicator,
                diagnosis,
                shown,
                indicator.feeds().stream().map(this::source).toList(),
                rows(diagnosis, measure),
                choices.history(view.id(), code),
                view.may(Right.WRITE));
    }

    private List<IndicatorRow> rows(@Nullable Diagnosis diagnosis, @Nullable Measure measure) {
        if (diagnosis == null || measure == null || measure.communes().isEmpty()) {
            return List.of();
        }
        return communes.withCodes(diagnosis.communes()).stream()
                .map(commune -> new IndicatorRow(
                        commune.code(),
                        commune.name(),
                        commune.population(),
                        measure.communes().get(commune.code())))
                .toList();
    }

    private IndicatorPage.SourceOf source(Feed feed) {
        return new IndicatorPage.SourceOf(
                feed,
                feed.datasets().stream()
                        .map(key -> descriptors.of(key))
                        .flatMap(Optional::stream)
                        .map(descriptor -> new IndicatorPage.Edition(
                                descriptor,
                                vintages.current(descriptor.key())
                                        .map(vintage -> vintage.label())
                                        .orElse(null)))
                        .toList());
    }

    private ThemePage.Shown shown(Diagnosis diagnosis, Measure measure) {
        var ofCommunes = indicatorMaps.of(diagnosis, measure);
        var drawn = ofCommunes.flatMap(wanted -> maps.choropleth(wanted.map(), MapSize.SCREEN));
        return new ThemePage.Shown(
                measure,
                drawn.orElse(null),
                drawn.isPresent() ? maps.attribution(diagnosis.communes()).orElse(null) : null,
                Drawings.comparison(diagnosis, measure),
                ofCommunes.map(IndicatorMaps.CommuneMap::classes),
                Drawings.bassins(measure, diagnoses.bassins(diagnosis, measure)),
                Sentences.of(measure),
                measure.known() ? List.of() : missing(measure.indicator()));
    }

    private List<Descriptor> missing(Indicator indicator) {
        return indicator.feeds().stream()
                .flatMap(feed -> feed.datasets().stream())
                .distinct()
                .filter(key -> vintages.current(key).isEmpty())
                .map(descriptors::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The one with a map, else one with a value, else with a context: a page does not open on nothing. */
    private static Measure first(List<Measure> measures) {
        return measures.stream()
                .min(Comparator.comparing((Measure measure) -> measure.classes().isEmpty()
                                || !measure.indicator().isCompared())
                        .thenComparing(measure -> measure.territory() instanceof Figure.Absent)
                        .thenComparing(measure -> !measure.known()))
                .orElseThrow();
    }
}
