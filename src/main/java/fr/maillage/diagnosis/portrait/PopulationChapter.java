package fr.maillage.diagnosis.portrait;

import fr.maillage.charts.AgeBars;
import fr.maillage.charts.Datum;
import fr.maillage.charts.Unit;
import fr.maillage.diagnosis.DiagnosisTheme;
import fr.maillage.diagnosis.Measure;
import java.util.Comparator;

/** « Population et santé »: who lives there, where, how old, and of what they suffer. */
final class PopulationChapter {

    private final Manuscript manuscript;
    private final Portrait portrait;
    private final PortraitFigures figures;

    PopulationChapter(Manuscript manuscript, PortraitFigures figures) {
        this.manuscript = manuscript;
        this.portrait = manuscript.portrait();
        this.figures = figures;
    }

    void write() {
        manuscript.chapter("Population et santé");
        manuscript.section("Population");
        var vintage = portrait.diagnosis().populationVintage();
        manuscript.add(TerritoryTables.groupings(portrait));
        manuscript.add(figures.marks(
                new PortraitMaps(portrait).population(),
                "Population municipale des communes, " + vintage,
                "Habitants",
                "Insee, populations de référence " + vintage + "."));
        ages();
        manuscript.theme(DiagnosisTheme.POPULATION);
        furthest(DiagnosisTheme.POPULATION);
        manuscript.section("Santé");
        manuscript.theme(DiagnosisTheme.HEALTH);
        furthest(DiagnosisTheme.HEALTH);
    }

    private void ages() {
        if (portrait.ages().isEmpty()) {
            manuscript.say("Les âges par commune ne sont pas chargés : la structure par âge du territoire n’est pas"
                    + " montrée.");
        } else {
            manuscript.add(figures.chart(
                    new AgeBars(
                            "Habitants du territoire par âge",
                            Unit.of("", 0),
                            portrait.ages().stream()
                                    .map(band -> AgeBars.Band.of(band.label(), Datum.of(band.inhabitants())))
                                    .toList(),
                            ""),
                    portrait.editionWords("insee-population-ages")));
        }
    }

    /** As bars, the indicator of a theme that stands furthest from its reference. */
    private void furthest(DiagnosisTheme theme) {
        portrait.diagnosis().of(theme).stream()
                .filter(measure -> measure.territory().known() != null)
                .filter(measure -> measure.gap().isPresent())
                .max(Comparator.comparing((Measure measure) ->
                        measure.gap().orElseThrow().percent().abs()))
                .ifPresent(measure ->
                        manuscript.add(figures.chart(figures.bars(measure), PortraitFigures.credit(measure))));
    }
}
