package fr.maillage.dossier.projection;

import fr.maillage.community.Logos;
import fr.maillage.community.Perimeter;
import fr.maillage.community.PerimeterPlace;
import fr.maillage.documents.Block;
import fr.maillage.documents.Document;
import fr.maillage.documents.Narrative;
import fr.maillage.documents.Opening;
import fr.maillage.documents.Opening.Fact;
import fr.maillage.documents.PlainText;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.trame.Filling;
import fr.maillage.dossier.trame.TrameSection;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.dossier.trame.ViewKind;
import fr.maillage.dossier.writing.Insertions;
import fr.maillage.dossier.writing.SectionText;
import fr.maillage.dossier.writing.Texts;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.territory.Departements;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** A dossier as a document: its trame in order, each section filled by the team's texts and by views of the CPTS. */
@Service
public class ProjectDocument {

    /** A section with what it says; {@code text} is the same without any form, for comparing two versions. */
    public record Section(String key, String number, String title, String text) {}

    /**
     * @param facts the structured CPTS it was made from
     * @param texts the narratives by key
     */
    public record Projected(
            Document document, List<Section> sections, CommunityFacts facts, Map<String, SectionText> texts) {}

    private final Trames trames;
    private final Texts texts;
    private final Insertions insertions;
    private final CommunityReader reader;
    private final TerritoryArtwork artwork;
    private final Logos logos;
    private final Departements departements;
    private final Today today;

    ProjectDocument(
            Trames trames,
            Texts texts,
            Insertions insertions,
            CommunityReader reader,
            TerritoryArtwork artwork,
            Logos logos,
            Departements departements,
            Today today) {
        this.trames = trames;
        this.texts = texts;
        this.insertions = insertions;
        this.reader = reader;
        this.artwork = artwork;
        this.logos = logos;
        this.departements = departements;
        this.today = today;
    }

    /** The version in the making, as it stands now; it says on every page that it is a draft. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Projected draft(Dossier dossier) {
        return of(dossier, reader.of(dossier.community()), texts.of(dossier.id()), dossier.draft(), null);
    }

    /**
     * A version made from what was read already.
     *
     * @param deposited when this version was deposited, or null for a draft, which says so on every page
     */
    public Projected of(
            Dossier dossier,
            CommunityFacts facts,
            Map<String, SectionText> written,
            int version,
            @Nullable Instant deposited) {
        var body = new ArrayList<Block>();
        var sections = new ArrayList<Section>();
        var figures = insertions.figures(dossier.id());
        for (var section : trames.of(dossier).inOrder()) {
            var blocks = content(section, facts, written, figures);
            body.add(new Block.Heading(
                    Math.min(section.depth(), 4), section.number(), section.title(), anchor(section)));
            body.addAll(blocks);
            if (blocks.isEmpty() && !section.fillings().isEmpty()) {
                body.addAll(PeopleViews.none(
                        deposited == null
                                ? "Cette section reste à écrire."
                                : "Cette section, facultative, n’est pas renseignée."));
            }
            sections.add(new Section(section.key(), section.number(), section.title(), PlainText.of(blocks)));
        }
        var label = deposited == null
                ? "Brouillon du " + French.date(today.day())
                : "Version %d, déposée le %s".formatted(version, French.date(deposited));
        var document = new Document(
                facts.community().name(),
                dossier.kind().label(),
                label,
                deposited == null,
                today.day(),
                opening(dossier.kind(), facts, label),
                body);
        return new Projected(document, List.copyOf(sections), facts, written);
    }

    private List<Block> content(
            TrameSection section,
            CommunityFacts facts,
            Map<String, SectionText> written,
            Map<String, Block.Figure> figures) {
        var blocks = new ArrayList<Block>();
        for (var filling : section.fillings()) {
            switch (filling) {
                case Filling.Narrative(String key, Filling.Expectation _) -> {
                    var text = written.get(key);
                    if (text != null && !text.isBlank()) {
                        blocks.addAll(new Narrative(text.text(), figures)
                                .blocks(section.depth(), anchor(section) + "-texte"));
                    }
                }
                case Filling.View(ViewKind kind) -> blocks.addAll(view(kind, section, facts));
                case Filling.FixedText(String markdown) ->
                    blocks.addAll(new Narrative(markdown).blocks(section.depth(), anchor(section) + "-fixe"));
            }
        }
        return blocks;
    }

    /** A view of the CPTS as a section shows it. */
    public List<Block> view(ViewKind kind, TrameSection section, CommunityFacts facts) {
        var project = facts.project();
        return switch (kind) {
            case IDENTITY -> PeopleViews.identity(facts.community(), facts.governance());
            case MAP -> facts.territory() == null ? List.of() : artwork.map(facts.territory());
            case COMMUNES -> onTerritory(facts, TerritoryViews::communes);
            case POPULATION -> onTerritory(facts, TerritoryViews::population);
            case PROFESSIONALS -> PeopleViews.professionals(facts.participants());
            case HEALTH_STRUCTURES -> PeopleViews.structures(facts.participants(), true);
            case SOCIAL_STRUCTURES -> PeopleViews.structures(facts.participants(), false);
            case MEMBERS -> PeopleViews.members(facts.participants());
            case PARTNERS -> PeopleViews.partners(facts.participants());
            case LEGAL_FORM -> PeopleViews.legalForm(facts.community(), facts.governance());
            case GOVERNANCE -> PeopleViews.governance(facts.governance());
            case MISSIONS -> ProjectViews.missions(project);
            case PROBLEMS -> ProblemViews.of(project);
            case GENERAL_OBJECTIVES -> ProjectViews.generalObjectives(project);
            case OPERATIONAL_OBJECTIVES -> ProjectViews.operationalObjectives(project);
            case INDICATORS -> ProjectViews.indicators(project);
            case CALENDAR -> ProjectViews.calendar(project);
            case COMMITMENTS -> PeopleViews.commitments(facts.participants());
            case BUDGET -> BudgetViews.of(project.budgets());
            case ACTION_SHEETS ->
                ProjectViews.actionSheets(project, section.depth(), anchor(section), section.number());
        };
    }

    private static List<Block> onTerritory(
            CommunityFacts facts, java.util.function.Function<Perimeter, List<Block>> view) {
        return facts.territory() == null
                ? PeopleViews.none("Le territoire n’est pas encore choisi.")
                : view.apply(facts.territory());
    }

    private Opening opening(DossierKind kind, CommunityFacts facts, String version) {
        var representative = facts.governance().representative();
        var lines = new ArrayList<Fact>();
        if (facts.territory() != null) {
            lines.add(new Fact("Territoire", territory(facts.territory())));
        }
        lines.add(new Fact("Version", version));
        if (representative != null) {
            lines.add(new Fact("Représentation légale", representative.name() + ", " + representative.function()));
        }
        if (kind == DossierKind.LETTER_OF_INTENT) {
            return new Opening.Letterhead(region(facts), lines);
        }
        var territory = facts.territory();
        var drawing = territory == null ? null : artwork.cover(territory);
        return new Opening.Cover(
                region(facts),
                "de la communauté professionnelle territoriale de santé",
                drawing,
                lines,
                territory == null || drawing == null ? "" : artwork.credit(territory),
                logos.of(facts.community().id()).orElse(null));
    }

    private static String territory(Perimeter territory) {
        return "%s, %s (Insee %s), taille %d"
                .formatted(
                        French.count(territory.communes(), "commune", "communes"),
                        French.count(territory.population(), "habitant", "habitants"),
                        territory.vintage(),
                        territory.size().number());
    }

    /** « Aveyron et Lozère, Occitanie ». */
    private String region(CommunityFacts facts) {
        if (facts.territory() == null) {
            return "";
        }
        var codes = facts.territory().places().stream()
                .map(PerimeterPlace::departement)
                .collect(Collectors.toSet());
        var held = departements.all().stream()
                .filter(departement -> codes.contains(departement.code()))
                .toList();
        return held.stream()
                        .map(departement -> French.printed(departement.name()))
                        .collect(Collectors.joining(" et "))
                + ", "
                + held.stream()
                        .map(departement -> French.printed(departement.region().name()))
                        .distinct()
                        .collect(Collectors.joining(" et "));
    }

    private static String anchor(TrameSection section) {
        return "s-" + section.key();
    }
}
