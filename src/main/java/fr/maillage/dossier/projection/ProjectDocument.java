package fr.maillage.dossier.projection;

import fr.maillage.community.CommunityId;
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
import fr.maillage.dossier.DossierId;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.trame.Filling;
import fr.maillage.dossier.trame.Trame;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    /** @param figures what the figure lines of a text stand for, by the key of the text */
    private record Words(Map<String, SectionText> texts, Function<String, Map<String, Block.Figure>> figures) {

        boolean written(TrameSection section) {
            return section.narrative()
                    .map(narrative -> texts.get(narrative.key()))
                    .filter(text -> !text.isBlank())
                    .isPresent();
        }
    }

    private final Trames trames;
    private final Texts texts;
    private final Insertions insertions;
    private final CommunityReader reader;
    private final Views views;
    private final TerritoryArtwork artwork;
    private final Logos logos;
    private final Departements departements;
    private final Today today;

    ProjectDocument(
            Trames trames,
            Texts texts,
            Insertions insertions,
            CommunityReader reader,
            Views views,
            TerritoryArtwork artwork,
            Logos logos,
            Departements departements,
            Today today) {
        this.trames = trames;
        this.texts = texts;
        this.insertions = insertions;
        this.reader = reader;
        this.views = views;
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
        var figures = insertions.figures(dossier.id());
        var label = deposited == null
                ? draftLabel()
                : "Version %d, déposée le %s".formatted(version, French.date(deposited));
        return of(
                trames.of(dossier),
                dossier.kind(),
                dossier.kind().label(),
                facts,
                new Words(written, _ -> figures),
                label,
                deposited == null);
    }

    /**
     * Any trame, for a CPTS that may have no dossier in it: what the project holds today, and the texts written in any of
     * its dossiers under the names that the trame asks for. Always a draft.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Projected inTrame(CommunityId community, Trame trame) {
        var found = texts.ofCommunity(community, trame.kind());
        var written = new HashMap<String, SectionText>();
        found.forEach((key, text) -> written.put(key, text.text()));
        var drawn = new HashMap<DossierId, Map<String, Block.Figure>>();
        var figures = new HashMap<String, Map<String, Block.Figure>>();
        found.forEach((key, text) ->
                figures.put(key, drawn.computeIfAbsent(text.from().id(), insertions::figures)));
        return of(
                trame,
                trame.kind(),
                trame.kind() == DossierKind.HEALTH_PROJECT ? DossierKind.HEALTH_PROJECT.label() : trame.title(),
                reader.of(community),
                new Words(written, key -> figures.getOrDefault(key, Map.of())),
                draftLabel(),
                true);
    }

    private String draftLabel() {
        return "Brouillon du " + French.date(today.day());
    }

    private Projected of(
            Trame trame,
            @Nullable DossierKind kind,
            String title,
            CommunityFacts facts,
            Words words,
            String label,
            boolean draft) {
        var body = new ArrayList<Block>();
        var sections = new ArrayList<Section>();
        for (var section : trame.inOrder()) {
            int level = level(kind, section);
            var blocks = content(section, level, facts, words);
            body.add(new Block.Heading(level, section.printedNumber(), section.title(), Views.anchor(section)));
            body.addAll(blocks);
            if (blocks.isEmpty() && !section.fillings().isEmpty()) {
                body.addAll(Absent.sentence(
                        draft ? "Cette section reste à écrire." : "Cette section, facultative, n’est pas renseignée."));
            }
            sections.add(new Section(section.key(), section.number(), section.title(), PlainText.byRow(blocks)));
        }
        AcronymList.of(body).ifPresent(body::add);
        var document = new Document(
                facts.community().name(), title, label, draft, today.day(), opening(kind, facts, label), body);
        return new Projected(document, List.copyOf(sections), facts, words.texts);
    }

    /** A form of questions has no cover: its title is a heading already, and the questions go below it. */
    private static int level(@Nullable DossierKind kind, TrameSection section) {
        boolean below = kind != DossierKind.HEALTH_PROJECT && kind != DossierKind.LETTER_OF_INTENT;
        return Math.min(section.depth() + (below ? 1 : 0), 4);
    }

    private List<Block> content(TrameSection section, int level, CommunityFacts facts, Words words) {
        var blocks = new ArrayList<Block>();
        for (var filling : section.fillings()) {
            switch (filling) {
                case Filling.Narrative(String key, Filling.Expectation _) -> {
                    var text = words.texts.get(key);
                    if (text != null && !text.isBlank()) {
                        blocks.addAll(new Narrative(text.text(), words.figures.apply(key))
                                .blocks(level, Views.anchor(section) + "-texte"));
                    }
                }
                case Filling.View(ViewKind kind) -> {
                    var shown = views.of(kind, section, level, facts);
                    if (!(kind.yieldsToText() && words.written(section) && Absent.everywhere(shown))) {
                        blocks.addAll(shown);
                    }
                }
                case Filling.FixedText(String markdown) ->
                    blocks.addAll(new Narrative(markdown).blocks(level, Views.anchor(section) + "-fixe"));
            }
        }
        return blocks;
    }

    /** A view of the CPTS as a section shows it. */
    public List<Block> view(ViewKind kind, TrameSection section, CommunityFacts facts) {
        return views.of(kind, section, section.depth(), facts);
    }

    private Opening opening(@Nullable DossierKind kind, CommunityFacts facts, String version) {
        var representative = facts.governance().representative();
        var lines = new ArrayList<Fact>();
        if (facts.territory() != null) {
            lines.add(new Fact("Territoire", territory(facts.territory())));
        }
        lines.add(new Fact("Version", version));
        if (representative != null) {
            lines.add(new Fact("Représentation légale", representative.name() + ", " + representative.function()));
        }
        if (kind != DossierKind.HEALTH_PROJECT) {
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
}
