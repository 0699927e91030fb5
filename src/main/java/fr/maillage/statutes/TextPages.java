package fr.maillage.statutes;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.statutes.ArticlePage.KnownFact;
import fr.maillage.ui.CheckItem;
import fr.maillage.ui.CheckItem.Status;
import fr.maillage.ui.Form;
import fr.maillage.ui.Link;
import fr.maillage.ui.Overtaken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the pages of a text show. */
@Component
class TextPages {

    private static final Pattern FACT = Pattern.compile("\\{fact:([a-z]+)}");

    private final AssociationTexts texts;
    private final Adoptions adoptions;
    private final Today today;

    TextPages(AssociationTexts texts, Adoptions adoptions, Today today) {
        this.texts = texts;
        this.adoptions = adoptions;
        this.today = today;
    }

    TextPage text(CommunityView view, TextKind kind) {
        var work = texts.of(view.id());
        var findings = ofKind(TextChecks.of(work, today.day()), kind);
        var saved = work.draft(kind).saved();
        var adopted = adoptions.of(view.id(), kind);
        var rows = work.printed(kind).stream()
                .map(article -> row(view, kind, article, saved.containsKey(article.key()), findings))
                .toList();
        return new TextPage(
                view,
                kind,
                rows,
                findings.stream()
                        .filter(Finding::broken)
                        .map(finding -> item(view, finding))
                        .toList(),
                findings.stream()
                        .filter(finding -> !finding.broken())
                        .map(finding -> item(view, finding))
                        .toList(),
                findings.stream().filter(Finding::blocks).count(),
                view.may(Right.WRITE),
                adoptions.isOpen(view.id(), kind),
                view.may(Right.MANAGE),
                adopted,
                kind == TextKind.STATUTES
                        && !adopted.isEmpty()
                        && work.facts().association().rna() == null
                        && view.may(Right.WRITE),
                rows.stream().filter(row -> row.state() == Status.LATER).count());
    }

    private static TextPage.Row row(
            CommunityView view, TextKind kind, Printed article, boolean saved, List<Finding> findings) {
        var choices = !TextModel.of(kind).article(article.key()).choices().isEmpty();
        var wrong = TextChecks.of(findings, kind, article.key()).stream().anyMatch(Finding::blocks)
                || !article.blanks().isEmpty();
        var state = wrong ? Status.MISSING : saved || !choices ? Status.DONE : Status.LATER;
        var word = switch (state) {
            case MISSING -> "À corriger";
            case DONE -> "Choisi";
            default -> "À relire";
        };
        return new TextPage.Row(
                article,
                state,
                choices || wrong ? word : "Sans choix",
                choices,
                view.at("/" + kind.path() + "/articles/" + article.key()));
    }

    /** @param form what was typed; the text shows its valid answers, saved or not */
    ArticlePage article(
            CommunityView view, TextKind kind, Article article, @Nullable Form form, @Nullable Overtaken overtaken) {
        var work = texts.of(view.id());
        var stored = work.draft(kind);
        var shown = form == null ? filled(work, kind, article) : form;
        var tried = work.with(stored.with(article.key(), Answers.read(article, Form.sent(typed(article, shown)))));
        var articles = TextModel.of(kind).articles();
        var place = articles.indexOf(article);
        var line = stored.saved().get(article.key());
        return new ArticlePage(
                view,
                kind,
                article,
                shown,
                tried.printed(kind).get(place),
                troubles(view, tried, kind, article),
                known(view, work, article),
                needed(tried, article),
                overtaken,
                place == 0 ? null : link(view, kind, articles.get(place - 1)),
                place == articles.size() - 1 ? null : link(view, kind, articles.get(place + 1)),
                line == null
                        ? "Choix proposés, pas encore enregistrés."
                        : "Enregistré par " + line.change().by() + " le "
                                + French.dateTime(line.change().at()) + ".",
                adoptions.isOpen(view.id(), kind));
    }

    private static Set<String> needed(Work work, Article article) {
        var all = work.values(TextKind.STATUTES).and(work.values(TextKind.INTERNAL_RULES));
        return article.choices().stream()
                .filter(choice -> Answers.isNeeded(choice, all))
                .map(Choice::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A second form, so that faults are told once. */
    private static Map<String, List<String>> typed(Article article, Form form) {
        var typed = new HashMap<String, List<String>>();
        AnswerFields.of(article).forEach(field -> typed.put(field, form.values(field)));
        return typed;
    }

    private List<CheckItem> troubles(CommunityView view, Work work, TextKind kind, Article article) {
        return TextChecks.of(TextChecks.of(work, today.day()), kind, article.key()).stream()
                .map(finding -> item(view, finding, false))
                .toList();
    }

    static Form filled(Work work, TextKind kind, Article article) {
        var line = work.draft(kind).saved().get(article.key());
        var form = Form.empty().set("version", line == null ? -1 : line.change().version());
        Answers.written(article, work.draft(kind).values(article)).forEach(form::setAll);
        return form;
    }

    private static List<KnownFact> known(CommunityView view, Work work, Article article) {
        return article.text().stream()
                .flatMap(clause -> FACT.matcher(clause.text()).results())
                .map(found -> KnownFacts.Fact.of(found.group(1)))
                .distinct()
                .map(fact -> new KnownFact(
                        fact.label(), work.facts().words(fact).orElse("à préciser"), view.at(fact.page())))
                .toList();
    }

    private static Link link(CommunityView view, TextKind kind, Article article) {
        return new Link(article.title(), view.at("/" + kind.path() + "/articles/" + article.key()));
    }

    private static List<Finding> ofKind(List<Finding> findings, TextKind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).toList();
    }

    private static CheckItem item(CommunityView view, Finding finding) {
        return item(view, finding, view.may(Right.WRITE));
    }

    /** @param linked whether it leads to the place where one mends it: not when one is there */
    private static CheckItem item(CommunityView view, Finding finding, boolean linked) {
        var place = finding.article() == null
                ? finding.page()
                : "/" + finding.kind().path() + "/articles/" + finding.article();
        var status = !finding.broken()
                ? Status.DONE
                : finding.weight() == Finding.Weight.ADVICE ? Status.LATER : Status.MISSING;
        return new CheckItem(
                status,
                finding.sentence(),
                place == null || !linked ? null : view.at(place),
                null,
                finding.broken() ? finding.weight().label() : null,
                finding.source().title());
    }
}
