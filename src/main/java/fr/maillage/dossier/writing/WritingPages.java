package fr.maillage.dossier.writing;

import fr.maillage.access.AccountId;
import fr.maillage.access.Party;
import fr.maillage.community.CommunityView;
import fr.maillage.diagnosis.StillHolds;
import fr.maillage.documents.Block;
import fr.maillage.documents.Narrative;
import fr.maillage.documents.ScreenHtml;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.completeness.Completeness;
import fr.maillage.dossier.completeness.CompletenessReport;
import fr.maillage.dossier.projection.CommunityFacts;
import fr.maillage.dossier.projection.CommunityReader;
import fr.maillage.dossier.projection.ProjectDocument;
import fr.maillage.dossier.suggestions.Suggestions;
import fr.maillage.dossier.teamwork.Presences;
import fr.maillage.dossier.trame.Filling;
import fr.maillage.dossier.trame.Trame;
import fr.maillage.dossier.trame.TrameSection;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import fr.maillage.ui.CheckItem;
import fr.maillage.ui.Option;
import fr.maillage.ui.Person;
import fr.maillage.ui.TimelineEntry;
import gg.jte.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the writing pages show. */
@Service
class WritingPages {

    private static final int LATEST_REVISIONS = 4;
    private static final int EXCERPT = 240;

    private final Dossiers dossiers;
    private final Trames trames;
    private final Texts texts;
    private final Insertions insertions;
    private final Insertables insertables;
    private final Remarks remarks;
    private final Assignments assignments;
    private final Suggestions suggestions;
    private final Presences presences;
    private final Completeness completeness;
    private final CommunityReader reader;
    private final ProjectDocument projection;
    private final Today today;

    WritingPages(
            Dossiers dossiers,
            Trames trames,
            Texts texts,
            Insertions insertions,
            Insertables insertables,
            Remarks remarks,
            Assignments assignments,
            Suggestions suggestions,
            Presences presences,
            Completeness completeness,
            CommunityReader reader,
            ProjectDocument projection,
            Today today) {
        this.dossiers = dossiers;
        this.trames = trames;
        this.texts = texts;
        this.insertions = insertions;
        this.insertables = insertables;
        this.remarks = remarks;
        this.assignments = assignments;
        this.suggestions = suggestions;
        this.presences = presences;
        this.completeness = completeness;
        this.reader = reader;
        this.projection = projection;
        this.today = today;
    }

    static String address(CommunityView community, DossierKind kind) {
        return "/cpts/" + community.slug() + "/" + kind.path();
    }

    BeginPage begin(CommunityView community, DossierKind kind) {
        return new BeginPage(community, kind, trames.byDefault(kind));
    }

    @Transactional(readOnly = true)
    OutlinePage outline(CommunityView community, Dossier dossier) {
        var trame = trames.of(dossier);
        var report = completeness.of(dossier);
        var contents = Outline.of(trame, report, address(community, dossier.kind()), null, writing(community, dossier));
        return new OutlinePage(
                community,
                dossier,
                trame,
                trames.of(dossier.kind()).stream()
                        .map(choice -> new Option(choice.id(), choice.title() + ", " + choice.issuer()))
                        .toList(),
                contents,
                report,
                contents.stream()
                        .filter(entry -> !entry.chapter() && entry.status() == CheckItem.Status.MISSING)
                        .findFirst()
                        .orElse(null),
                remarks.of(dossier.id()).stream().filter(Remark::awaitsCpts).count());
    }

    /** @throws NotFound when the dossier is not begun, or its trame has no such section */
    @Transactional(readOnly = true)
    SectionPage section(CommunityView community, DossierKind kind, String key) {
        var dossier = dossier(community, kind);
        var trame = trames.of(dossier);
        var section = filled(dossier, key);
        var all = texts.of(dossier.id());
        var facts = reader.of(community.id());
        var report = completeness.of(dossier, facts, all);
        var text =
                section.narrative().map(narrative -> all.get(narrative.key())).orElse(null);
        var stops = trame.filled();
        int here = stops.indexOf(section);
        int written = position(section);
        return new SectionPage(
                community,
                dossier,
                trame,
                section,
                chapter(trame, section),
                Outline.of(trame, report, address(community, kind), key, writing(community, dossier)),
                report,
                text,
                text == null || text.isBlank()
                        ? null
                        : new Narrative(text.text(), insertions.figures(dossier.id())).html(2),
                saved(text),
                given(community, section, section.fillings().subList(0, written), facts),
                given(
                        community,
                        section,
                        section.fillings().subList(written, section.fillings().size()),
                        facts),
                twoTexts(community, dossier, section, all),
                offer(community, dossier, section, text),
                figures(facts),
                inserted(community, dossier, text),
                margin(dossier, key),
                latest(community, dossier, section),
                checks(report, section, address(community, kind) + "/sections/" + key),
                assignments.of(dossier.id(), key).orElse(null),
                assignments.team(community.id()).stream()
                        .map(person -> new Option(person.account().value().toString(), person.name()))
                        .toList(),
                UUID.randomUUID(),
                suggested(dossier, section),
                here > 0 ? stops.get(here - 1) : null,
                here + 1 < stops.size() ? stops.get(here + 1) : null);
    }

    /** @throws NotFound when the trame of the dossier has no such section to fill */
    TrameSection filled(Dossier dossier, String key) {
        return trames.of(dossier)
                .section(key)
                .filter(TrameSection::isFilled)
                .orElseThrow(() -> new NotFound("section " + key));
    }

    /** @throws NotFound when nobody has begun it */
    Dossier dossier(CommunityView community, DossierKind kind) {
        return dossiers.of(community.id(), kind).orElseThrow(() -> new NotFound(kind + " of " + community.slug()));
    }

    /**
     * The narrative of a section.
     *
     * @throws NotFound when the section has no text to write
     */
    String narrativeKey(Dossier dossier, String section) {
        return trames.of(dossier)
                .section(section)
                .flatMap(TrameSection::narrative)
                .map(Filling.Narrative::key)
                .orElseThrow(() -> new NotFound("narrative of " + section));
    }

    /** How many parts stand before the text; all of them when there is no text. */
    private static int position(TrameSection section) {
        for (int i = 0; i < section.fillings().size(); i++) {
            if (section.fillings().get(i) instanceof Filling.Narrative) {
                return i;
            }
        }
        return section.fillings().size();
    }

    /** A rule that one mends on this very page does not link to it. */
    private static List<CheckItem> checks(CompletenessReport report, TrameSection section, String href) {
        return report.of(section).stream()
                .map(CompletenessReport.Check::item)
                .map(item -> href.equals(item.href())
                        ? new CheckItem(item.status(), item.title(), null, item.detail(), item.word(), item.source())
                        : item)
                .toList();
    }

    private static String chapter(Trame trame, TrameSection section) {
        var number = section.number().replaceFirst("\\..*", "");
        return trame.sections().stream()
                .filter(chapter -> chapter.number().equals(number) && !chapter.equals(section))
                .map(chapter -> chapter.number() + ". " + chapter.title())
                .findFirst()
                .orElse("");
    }

    private String saved(@Nullable SectionText text) {
        if (text == null || text.version() == 0) {
            return "Rien n’est encore écrit";
        }
        var at = Today.dayOf(text.savedAt()).equals(today.day())
                ? "à " + French.time(text.savedAt())
                : "le " + French.date(text.savedAt());
        return "Enregistré " + at;
    }

    private List<SectionPage.GivenPart> given(
            CommunityView community, TrameSection section, List<Filling> fillings, CommunityFacts facts) {
        List<SectionPage.GivenPart> parts = new ArrayList<>();
        for (Filling filling : fillings) {
            switch (filling) {
                case Filling.View view ->
                    parts.add(new SectionPage.GivenPart(
                            view.kind().title(),
                            shown(projection.view(view.kind(), section, facts)),
                            "/cpts/" + community.slug() + "/" + view.kind().page()));
                case Filling.FixedText fixed ->
                    parts.add(new SectionPage.GivenPart(
                            "Texte de la trame", new Narrative(fixed.markdown()).html(3), ""));
                case Filling.Narrative _ -> {
                    // Shown by itself, between the parts.
                }
            }
        }
        return parts;
    }

    /** A document prints nothing where nothing is entered; the page says so. */
    private static Content shown(List<Block> blocks) {
        return blocks.isEmpty() ? new Narrative("Rien n’est encore saisi.").html(3) : ScreenHtml.content(blocks);
    }

    private SectionPage.@Nullable TwoTexts twoTexts(
            CommunityView community, Dossier dossier, TrameSection section, Map<String, SectionText> all) {
        if (section.narrative().isEmpty()) {
            return null;
        }
        var key = section.narrative().get().key();
        var me = community.actor().account();
        var theirs = all.get(key);
        var mine = texts.setAside(dossier.id(), key, me);
        if (theirs == null || mine.isEmpty()) {
            return null;
        }
        var by = theirs.author().equals(me) ? "Votre texte enregistré ailleurs, " : theirs.authorName() + ", ";
        return new SectionPage.TwoTexts(
                theirs,
                mine.get(),
                by + Moment.words(theirs.savedAt(), today),
                "Votre texte, " + Moment.words(mine.get().savedAt(), today));
    }

    private SectionPage.@Nullable Offer offer(
            CommunityView community, Dossier dossier, TrameSection section, @Nullable SectionText text) {
        if (section.narrative().isEmpty() || (text != null && !text.isBlank())) {
            return null;
        }
        var key = section.narrative().get().key();
        var found = texts.elsewhere(community.id(), dossier.id()).get(key);
        if (found == null) {
            return null;
        }
        var number = trames.of(found.from().trame(), found.from().kind())
                .sectionOfNarrative(key)
                .map(TrameSection::number)
                .orElse("");
        return new SectionPage.Offer(
                found.from().kind(), number, excerpt(new Narrative(found.text().text()).text()));
    }

    private Map<String, Person> writing(CommunityView community, Dossier dossier) {
        return presences.writing(dossier.id(), community.actor().account());
    }

    private int suggested(Dossier dossier, TrameSection section) {
        return section.narrative()
                .map(narrative -> suggestions.open(dossier.id(), narrative.key()))
                .orElse(0);
    }

    private static String excerpt(String words) {
        return words.length() > EXCERPT ? words.substring(0, EXCERPT).strip() + "…" : words;
    }

    private List<SectionPage.Figure> figures(CommunityFacts facts) {
        var territory = facts.territory();
        if (territory == null) {
            return List.of();
        }
        var population = French.count(territory.population(), "habitant", "habitants");
        var communes = French.count(territory.communes(), "commune", "communes");
        var size = territory.size();
        return List.of(
                new SectionPage.Figure(
                        population, population + " (Insee, populations de référence " + territory.vintage() + ")"),
                new SectionPage.Figure(communes, communes + " (territoire au " + French.date(today.day()) + ")"),
                new SectionPage.Figure(
                        "Taille " + size.number(),
                        "taille " + size.number() + ", " + size.label() + " ("
                                + size.source().title() + ")"));
    }

    private List<SectionPage.Inserted> inserted(CommunityView community, Dossier dossier, @Nullable SectionText text) {
        var held = insertions.in(dossier.id(), text);
        var today = insertables.today(community.id(), held);
        return held.stream()
                .map(insertion -> {
                    var holds = today.get(insertion);
                    return new SectionPage.Inserted(
                            insertion,
                            text != null && insertion.isRewrittenIn(text.text()),
                            insertion.figure() == null ? null : ScreenHtml.content(List.of(insertion.figure())),
                            holds instanceof StillHolds.Moved(var differences) ? moved(differences) : null,
                            holds instanceof StillHolds.Gone(var reason) ? reason : null);
                })
                .toList();
    }

    /** « Territoire : 9,1 km → 9,4 km ; année : 2025 → 2026 ». */
    private static String moved(List<StillHolds.Difference> differences) {
        return differences.stream()
                .map(difference -> difference.what() + French.NBSP + ": " + difference.was() + " → " + difference.now())
                .collect(Collectors.joining(French.NNBSP + "; "));
    }

    private List<SectionPage.MarginRemark> margin(Dossier dossier, String section) {
        return remarks.of(dossier.id()).stream()
                .filter(remark -> remark.section().equals(section))
                .map(remark -> new SectionPage.MarginRemark(
                        remark,
                        Person.named(remark.author()),
                        party(remark.party()) + ", " + Moment.words(remark.writtenAt(), today),
                        remark.answers().stream()
                                .map(answer -> answer.author() + ", " + party(answer.party()) + " : " + answer.text())
                                .toList()))
                .toList();
    }

    private static String party(Party party) {
        return party == Party.CPTS ? "équipe de la CPTS" : party.name();
    }

    private List<TimelineEntry> latest(CommunityView community, Dossier dossier, TrameSection section) {
        return section.narrative().stream()
                .flatMap(narrative -> texts.latest(dossier.id(), narrative.key(), LATEST_REVISIONS).stream())
                .map(saving -> new TimelineEntry(
                        when(saving.savedAt()), who(community, saving.kind(), saving.author(), saving.authorName())))
                .toList();
    }

    /** « Hier, 18 h 05 ». */
    String when(Instant instant) {
        var words = Moment.words(instant, today);
        return words.substring(0, 1).toUpperCase(Locale.FRENCH) + words.substring(1);
    }

    static String who(CommunityView community, Revision.Kind kind, AccountId author, String authorName) {
        var name = author.equals(community.actor().account()) ? "Vous" : authorName;
        return switch (kind) {
            case WRITTEN -> name;
            case RESTORED -> name + ", texte repris de l’historique";
            case SET_ASIDE -> name + ", texte mis de côté";
        };
    }
}
