package fr.maillage.diagnosis.portrait;

import fr.maillage.documents.Document;
import fr.maillage.documents.Opening;
import fr.maillage.documents.Opening.Fact;
import fr.maillage.shared.French;
import fr.maillage.territory.Maps;
import java.util.List;
import org.springframework.stereotype.Component;

/** A portrait on paper: a cover, then chapters that follow each other on at most eleven pages. */
@Component
class PortraitDocument {

    private final Maps maps;

    PortraitDocument(Maps maps) {
        this.maps = maps;
    }

    Document of(Portrait portrait) {
        var manuscript = new Manuscript(portrait);
        var figures = new PortraitFigures(portrait, maps);
        new SummaryChapter(manuscript).write();
        new PopulationChapter(manuscript, figures).write();
        new CareChapter(manuscript, figures).write();
        new AccessChapter(manuscript, figures).write();
        new MethodChapter(manuscript).write();
        new CommunesAppendix(manuscript).write();
        return new Document(
                portrait.name(),
                "Portrait de territoire",
                "Fait le " + French.date(portrait.day()) + " avec Maillage",
                false,
                portrait.day(),
                cover(portrait, figures.contours()),
                manuscript.blocks());
    }

    private Opening cover(Portrait portrait, String contours) {
        var diagnosis = portrait.diagnosis();
        var codes = portrait.codes();
        return new Opening.Cover(
                diagnosis.departement().name() + ", " + diagnosis.region().name(),
                "Population, santé, professionnels, établissements, accès aux soins",
                maps.cover(codes)
                        .map(svg -> new Opening.Artwork(
                                svg, "Le territoire de " + portrait.name() + " parmi les communes voisines"))
                        .orElse(null),
                List.of(
                        new Fact(
                                "Territoire",
                                French.count(codes.size(), "commune", "communes") + ", "
                                        + French.count(portrait.population(), "habitant", "habitants")),
                        new Fact("Population", "Insee, population municipale " + diagnosis.populationVintage()),
                        new Fact("Fait le", French.date(portrait.day()))),
                contours,
                null,
                true);
    }
}
