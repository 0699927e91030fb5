package fr.maillage.dossier.teamwork;

import fr.maillage.access.AccountId;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.completeness.Completeness;
import fr.maillage.dossier.completeness.CompletenessReport;
import fr.maillage.dossier.suggestions.Suggestions;
import fr.maillage.dossier.trame.Filling;
import fr.maillage.dossier.trame.TrameSection;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.dossier.writing.Assignments;
import fr.maillage.dossier.writing.Outline;
import fr.maillage.dossier.writing.Remark;
import fr.maillage.dossier.writing.Remarks;
import fr.maillage.dossier.writing.SectionText;
import fr.maillage.dossier.writing.Texts;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.ui.CheckItem;
import fr.maillage.ui.CheckItem.Status;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Gathers how far a dossier is: the state of each text, who has it, and what is left to do. */
@Service
class Advancement {

    /** A few dozen lines, sorted and searched here: the names of the columns stand for no SQL. */
    static final ListSpec SPEC = ListSpec.sortedBy("section", "section")
            .column("personne", "personne")
            .column("echeance", "echeance")
            .column("ecrit", "ecrit")
            .filters("choix");

    private final Completeness completeness;
    private final Trames trames;
    private final Texts texts;
    private final Assignments assignments;
    private final Suggestions suggestions;
    private final Remarks remarks;
    private final Presences presences;
    private final Today today;

    Advancement(
            Completeness completeness,
            Trames trames,
            Texts texts,
            Assignments assignments,
            Suggestions suggestions,
            Remarks remarks,
            Presences presences,
            Today today) {
        this.completeness = completeness;
        this.trames = trames;
        this.texts = texts;
        this.assignments = assignments;
        this.suggestions = suggestions;
        this.remarks = remarks;
        this.presences = presences;
        this.today = today;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public AdvancementPage page(CommunityView view, Dossier dossier, ListQuery query) {
        var report = completeness.of(view.id(), dossier.kind());
        var all = lines(view, dossier, report);
        var found = found(all, query);
        var shown = found.stream().skip(query.offset()).limit(query.size()).toList();
        return new AdvancementPage(
                view,
                dossier,
                next(view, dossier, report, all),
                query.listing(shown, found.size()),
                presences.others(dossier.id(), view.actor().account()),
                (int) all.stream().filter(line -> line.status() == Status.DONE).count(),
                all.size());
    }

    /** The whole list, for its export. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<SectionLine> all(CommunityView view, Dossier dossier, ListQuery query) {
        return found(lines(view, dossier, completeness.of(view.id(), dossier.kind())), query);
    }

    private List<SectionLine> lines(CommunityView view, Dossier dossier, CompletenessReport report) {
        var written = texts.of(dossier.id());
        var asked = assignments.of(dossier.id());
        var me = view.actor().account();
        var lines = new ArrayList<SectionLine>();
        for (var section : trames.of(dossier).written()) {
            var text = section.narrative().map(Filling.Narrative::key).map(written::get);
            lines.add(line(
                    lines.size(),
                    view.at("/" + dossier.kind().path() + "/sections/" + section.key()),
                    section,
                    Outline.status(section, report),
                    asked.get(section.key()),
                    text.filter(found -> found.version() > 0).orElse(null),
                    me));
        }
        return lines;
    }

    private SectionLine line(
            int order,
            String href,
            TrameSection section,
            Status status,
            Assignments.@Nullable Assignment asked,
            @Nullable SectionText text,
            AccountId me) {
        LocalDate due = asked == null ? null : asked.due();
        Instant savedAt = text == null ? null : text.savedAt();
        return new SectionLine(
                order,
                section.key(),
                section.heading(),
                href,
                status,
                asked == null ? "" : asked.name(),
                due,
                due != null && due.isBefore(today.day()) && status != Status.DONE,
                asked != null && asked.account().equals(me),
                text == null ? "" : text.authorName(),
                savedAt);
    }

    private static List<SectionLine> found(List<SectionLine> lines, ListQuery query) {
        var choice = Objects.requireNonNullElse(query.filter("choix"), "");
        var order = order(query.sort());
        return lines.stream()
                .filter(line -> query.search().isEmpty()
                        || plain(line.heading() + " " + line.assignee() + " " + line.savedBy())
                                .contains(plain(query.search())))
                .filter(line -> switch (choice) {
                    case "mes-sections" -> line.mine();
                    case "en-retard" -> line.late();
                    case "a-completer" -> line.status() == Status.MISSING;
                    case "a-confier" -> line.assignee().isEmpty();
                    default -> true;
                })
                .sorted(query.descending() ? order.reversed() : order)
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH);
    }

    private static Comparator<SectionLine> order(String sort) {
        Comparator<SectionLine> place = Comparator.comparingInt(SectionLine::order);
        return switch (sort) {
            case "personne" ->
                Comparator.comparing(SectionLine::assignee, French.ORDER).thenComparing(place);
            case "echeance" ->
                Comparator.comparing(SectionLine::due, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(place);
            case "ecrit" ->
                Comparator.comparing(SectionLine::savedAt, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(place);
            default -> place;
        };
    }

    private List<CheckItem> next(
            CommunityView view, Dossier dossier, CompletenessReport report, List<SectionLine> lines) {
        var base = view.at("/" + dossier.kind().path());
        var next = new ArrayList<CheckItem>();
        long waiting =
                remarks.of(dossier.id()).stream().filter(Remark::awaitsCpts).count();
        if (waiting > 0) {
            next.add(CheckItem.of(
                    Status.MISSING,
                    French.count(waiting, "remarque attend votre réponse", "remarques attendent votre réponse"),
                    null,
                    base + "/remarques"));
        }
        lines.stream()
                .filter(SectionLine::late)
                .map(line -> CheckItem.of(
                        Status.MISSING,
                        line.heading(),
                        "Attendue de " + line.assignee() + " le " + French.date(Objects.requireNonNull(line.due()))
                                + ".",
                        line.href()))
                .forEach(next::add);
        if (!report.depositable()) {
            next.add(CheckItem.of(
                    Status.MISSING,
                    French.count(report.blocking().size(), "élément manque", "éléments manquent") + " avant le dépôt",
                    null,
                    base + "#completude"));
        }
        suggestions
                .open(dossier.id())
                .forEach((key, count) -> lines.stream()
                        .filter(line -> trames.of(dossier)
                                .section(line.key())
                                .flatMap(TrameSection::narrative)
                                .filter(narrative -> narrative.key().equals(key))
                                .isPresent())
                        .findFirst()
                        .map(line -> CheckItem.of(
                                Status.WAITING,
                                French.count(
                                        count, "modification proposée à décider", "modifications proposées à décider"),
                                line.heading(),
                                line.href() + "/propositions"))
                        .ifPresent(next::add));
        long nobody = lines.stream()
                .filter(line -> line.assignee().isEmpty() && line.status() == Status.MISSING)
                .count();
        if (nobody > 0) {
            next.add(CheckItem.of(
                    Status.LATER,
                    French.count(
                            nobody,
                            "section à écrire n’est confiée à personne",
                            "sections à écrire ne sont confiées à personne"),
                    null,
                    base + "/avancement?choix=a-confier"));
        }
        if (report.depositable() && dossier.step().writable()) {
            next.add(CheckItem.of(Status.WAITING, "Le dossier peut être déposé", null, base + "/depot"));
        }
        return next;
    }
}
