package fr.maillage.diagnosis.portrait;

import fr.maillage.diagnosis.DiagnosisTheme;

/** « Professionnels et établissements »: how many, how dense, and where. */
final class CareChapter {

    private final Manuscript manuscript;
    private final Portrait portrait;
    private final PortraitFigures figures;
    private final PortraitMaps maps;

    CareChapter(Manuscript manuscript, PortraitFigures figures) {
        this.manuscript = manuscript;
        this.portrait = manuscript.portrait();
        this.figures = figures;
        this.maps = new PortraitMaps(portrait);
    }

    void write() {
        manuscript.chapter("Professionnels et établissements");
        manuscript.section("Professionnels de santé");
        professionals();
        manuscript.section("Établissements");
        establishments();
        manuscript.section("Cartes et indicateurs");
        where();
        manuscript.theme(DiagnosisTheme.PROFESSIONALS);
    }

    private void professionals() {
        var missing = portrait.professionsMissing();
        if (missing != null) {
            manuscript.say(missing + " Les effectifs et les densités ne sont pas montrés.");
            return;
        }
        manuscript.say("Les professionnels sont comptés d’après l’annuaire santé, là où ils exercent.", "rpps");
        manuscript.say(portrait.professionsCaution());
        manuscript.add(CareTables.professions(portrait));
    }

    private void establishments() {
        var missing = portrait.establishmentsMissing();
        if (missing != null) {
            manuscript.say(missing + " Les établissements et leurs places ne sont pas montrés.");
            return;
        }
        manuscript.say("Les établissements sont ceux du répertoire national.", "finess");
        manuscript.say(portrait.establishmentsCaution());
        manuscript.add(CareTables.categories(portrait));
    }

    private void where() {
        var doctors = maps.generalists()
                .map(map -> figures.marks(
                        map,
                        "Médecins généralistes libéraux, par commune d’exercice",
                        "Médecins",
                        portrait.editionWords("rpps")));
        var places = maps.establishments()
                .map(map -> figures.marks(
                        map,
                        "Places en EHPAD (cercles) et services d’urgences (croix)",
                        "Places",
                        portrait.editionWords("finess")));
        if (doctors.isPresent() && places.isPresent()) {
            manuscript.side(doctors.get(), places.get());
        } else {
            doctors.or(() -> places).ifPresent(manuscript::add);
        }
    }
}
