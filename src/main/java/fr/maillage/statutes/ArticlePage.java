package fr.maillage.statutes;

import fr.maillage.community.CommunityView;
import fr.maillage.ui.CheckItem;
import fr.maillage.ui.Form;
import fr.maillage.ui.Link;
import fr.maillage.ui.Overtaken;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The choices of an article beside its text.
 *
 * @param text as it reads with the answers of the form
 * @param troubles what the checks say of this article
 * @param needed keys of the choices without which the text keeps a blank
 * @param open whether the article may change: not between an adoption and the next draft
 * @param known facts that the article prints without asking, with the page where each changes
 */
public record ArticlePage(
        CommunityView view,
        TextKind kind,
        Article article,
        Form form,
        Printed text,
        List<CheckItem> troubles,
        List<KnownFact> known,
        Set<String> needed,
        @Nullable Overtaken overtaken,
        @Nullable Link previous,
        @Nullable Link next,
        String saved,
        boolean open) {

    /** A fact shown, not asked again. */
    public record KnownFact(String label, String value, String href) {}

    public String base() {
        return view.at("/" + kind.path());
    }

    /** The help of a choice, after what it depends on. */
    public @Nullable String help(Choice choice) {
        if (!choice.isConditional()) {
            return choice.help();
        }
        var condition = choice.neededWhen().entrySet().stream()
                .map(entry -> condition(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" et "));
        return "À remplir si " + condition + "." + (choice.help() == null ? "" : " " + choice.help());
    }

    private String condition(String key, List<String> wanted) {
        var other = TextModel.of(kind)
                .choice(key)
                .or(() -> TextModel.of(TextKind.STATUTES).choice(key))
                .orElseThrow();
        var answers = wanted.stream()
                .flatMap(code -> other.option(code).stream())
                .map(answer -> "«\u00A0" + answer.label() + "\u00A0»")
                .collect(Collectors.joining(" ou "));
        return "«\u00A0" + other.label() + "\u00A0» " + (answers.isEmpty() ? "est choisi" : "vaut " + answers);
    }

    public String href() {
        return base() + "/articles/" + article.key();
    }
}
