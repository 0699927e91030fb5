package fr.maillage.statutes;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Overtaken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The statutes and the internal rules, article by article. */
@Controller
@RequestMapping("/cpts/{slug}/{kind:statuts|reglement-interieur}")
class StatutesController {

    private final TextPages pages;
    private final AssociationTexts texts;

    StatutesController(TextPages pages, AssociationTexts texts) {
        this.pages = pages;
        this.texts = texts;
    }

    @GetMapping
    String text(CommunityView view, @PathVariable String kind, Model model) {
        model.addAttribute("page", pages.text(view, kindOf(kind)));
        return "statutes/text";
    }

    @GetMapping("/articles/{article}")
    String article(CommunityView view, @PathVariable String kind, @PathVariable String article, Model model) {
        view.require(Right.WRITE);
        return page(view, kindOf(kind), article, null, null, model);
    }

    /** The text of the article with the answers of the form, before they are saved: nothing is written. */
    @PostMapping("/articles/{article}/apercu")
    String preview(
            CommunityView view,
            @PathVariable String kind,
            @PathVariable String article,
            @RequestParam MultiValueMap<String, String> typed,
            Model model) {
        view.require(Right.WRITE);
        page(view, kindOf(kind), article, Form.sent(typed), null, model);
        return "statutes/articleText";
    }

    @PostMapping("/articles/{article}")
    String save(
            CommunityView view,
            @PathVariable String kind,
            @PathVariable String article,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var text = kindOf(kind);
        var edited = TextModel.of(text).article(article);
        var form = Form.sent(typed);
        var values = Answers.read(edited, form);
        if (!form.errors().isEmpty()) {
            return page(view, text, article, form, null, model);
        }
        return switch (texts.save(view, text, edited, form.version(), values)) {
            case Saving.Done _ -> {
                Flash.notice(flash, "L’article « " + edited.title() + " » est enregistré.");
                yield "redirect:"
                        + view.at("/" + kind + "/articles/" + (form.ticked("suivant") ? next(text, edited) : article));
            }
            case Saving.Refused(var field, var sentence) -> {
                form.errors().add(field, sentence);
                yield page(view, text, article, form, null, model);
            }
            case Saving.Overtaken(var other) -> {
                var stored = AnswerFields.inWords(edited, TextPages.filled(texts.of(view.id()), text, edited));
                var overtaken = AnswerFields.inWords(edited, form)
                        .overtakenBy(other, stored, AnswerFields.labels(edited), value -> value);
                form.set("version", other.version());
                yield page(view, text, article, form, overtaken, model);
            }
        };
    }

    private String page(
            CommunityView view,
            TextKind kind,
            String article,
            @Nullable Form form,
            @Nullable Overtaken overtaken,
            Model model) {
        var edited = TextModel.of(kind).article(article);
        model.addAttribute("page", pages.article(view, kind, edited, form, overtaken));
        return "statutes/article";
    }

    /** The article after this one, where one decides something; the same when it is the last. */
    private static String next(TextKind kind, Article article) {
        var articles = TextModel.of(kind).articles();
        return articles.stream()
                .skip(articles.indexOf(article) + 1L)
                .filter(other -> !other.choices().isEmpty())
                .findFirst()
                .orElse(article)
                .key();
    }

    static TextKind kindOf(String path) {
        return TextKind.ofPath(path).orElseThrow(() -> new NotFound(path));
    }
}
