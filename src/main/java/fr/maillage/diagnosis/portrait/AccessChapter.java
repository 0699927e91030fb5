package fr.maillage.diagnosis.portrait;

import fr.maillage.diagnosis.DiagnosisTheme;
import fr.maillage.documents.Block;

/** « Accès aux soins »: the way to emergency care, the accessibility of five professions. */
final class AccessChapter {

    private final Manuscript manuscript;
    private final Portrait portrait;
    private final PortraitFigures figures;
    private final PortraitMaps maps;

    AccessChapter(Manuscript manuscript, PortraitFigures figures) {
        this.manuscript = manuscript;
        this.portrait = manuscript.portrait();
        this.figures = figures;
        this.maps = new PortraitMaps(portrait);
    }

    void write() {
        manuscript.chapter("Accès aux soins");
        manuscript.theme(DiagnosisTheme.ACCESS);
        manuscript.section("Accessibilité aux professionnels");
        manuscript.say(portrait.professionsCaution());
        manuscript.add(AccessTable.of(portrait));
        manuscript.say("Le chapitre sur la méthode dit comment elle est calculée et ce qu’elle ne dit pas.");
        var distances = maps.distances()
                .map(shaded -> figures.shaded(
                        shaded,
                        "Distance au service d’urgences le plus proche, à vol d’oiseau",
                        "Distance",
                        portrait.editionWords("communes-contexte")))
                .orElseGet(() ->
                        Block.paragraph("La distance aux urgences n’est chargée pour aucune commune du territoire."));
        maps.generalistAccess()
                .map(shaded -> figures.shaded(
                        shaded,
                        "Accessibilité aux médecins généralistes, calculée par Maillage",
                        "Consultations par habitant et par an",
                        portrait.editionWords("rpps")))
                .ifPresentOrElse(access -> manuscript.side(distances, access), () -> manuscript.add(distances));
    }
}
