package fr.maillage.dossier.writing;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.completeness.CompletenessReport;
import fr.maillage.dossier.trame.Trame;
import fr.maillage.dossier.trame.TrameSection;
import fr.maillage.ui.CheckItem;
import fr.maillage.ui.Option;
import fr.maillage.ui.Person;
import fr.maillage.ui.TimelineEntry;
import fr.maillage.ui.TocEntry;
import gg.jte.Content;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A section.
 *
 * @param chapter « 2. Territoire », empty in a chapter itself
 * @param text null while nobody has written, or for a section without text
 * @param html the same for a reader
 * @param suggestions how many changes proposed to the text wait for a decision
 * @param saved « Enregistré à 14 h 32 »
 * @param before what stands above the text, {@code after} below it, in the order of the trame
 */
public record SectionPage(
        CommunityView community,
        Dossier dossier,
        Trame trame,
        TrameSection section,
        String chapter,
        List<TocEntry> contents,
        CompletenessReport report,
        @Nullable SectionText text,
        @Nullable Content html,
        String saved,
        List<GivenPart> before,
        List<GivenPart> after,
        @Nullable TwoTexts twoTexts,
        @Nullable Offer offer,
        List<Figure> figures,
        List<Inserted> inserted,
        List<MarginRemark> remarks,
        List<TimelineEntry> history,
        List<CheckItem> checks,
        Assignments.@Nullable Assignment assignment,
        List<Option> team,
        UUID newId,
        int suggestions,
        @Nullable TrameSection previous,
        @Nullable TrameSection next) {

    /**
     * A part of a section that is not written by hand.
     *
     * @param editHref where its facts are entered; empty for a text of the trame
     */
    public record GivenPart(String title, Content html, String editHref) {}

    /** Two texts that met. */
    public record TwoTexts(SectionText theirs, Revision mine, String theirsBy, String mineBy) {}

    /** A text written for the other dossier that asks for the same thing. */
    public record Offer(DossierKind from, String number, String excerpt) {}

    /** A known figure one may put into the text. */
    public record Figure(String label, String markdown) {}

    /**
     * What was put into the text from the diagnosis.
     *
     * @param rewritten whether the text holds the figures of a sentence in other words
     * @param preview the map or chart as it is printed, null for a sentence
     * @param renewed what the data say today, « territoire : 9,1 km → 9,4 km »; null when nothing moved
     * @param gone why there is no figure any more, or null
     */
    public record Inserted(
            Insertion insertion,
            boolean rewritten,
            @Nullable Content preview,
            @Nullable String renewed,
            @Nullable String gone) {}

    /** A remark as the margin shows it. */
    public record MarginRemark(Remark remark, Person author, String when, List<String> answers) {}

    public String base() {
        return WritingPages.address(community, dossier.kind());
    }

    public String href() {
        return base() + "/sections/" + section.key();
    }

    public boolean mayWrite() {
        return community.may(Right.WRITE) && dossier.step().writable();
    }

    public boolean mayDeposit() {
        return community.may(Right.DEPOSIT) && dossier.step().writable();
    }

    public boolean hasText() {
        return section.narrative().isPresent();
    }

    public long openRemarks() {
        return remarks.stream().filter(line -> line.remark().isOpen()).count();
    }

    /** The people of the team but the reader. */
    public List<Option> others() {
        var me = community.actor().account().value().toString();
        return team.stream().filter(person -> !person.value().equals(me)).toList();
    }

    /** Their names, for who calls one by « @ ». */
    public String names() {
        return others().stream().map(Option::label).collect(Collectors.joining("|"));
    }

    public String textNow() {
        return text == null ? "" : text.text();
    }

    public int version() {
        return text == null ? 0 : text.version();
    }
}
