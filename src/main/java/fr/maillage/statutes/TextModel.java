package fr.maillage.statutes;

import fr.maillage.shared.NotFound;
import fr.maillage.shared.Shipped;
import fr.maillage.shared.Source;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A text as data: its articles in order. Files of {@code statutes/}, described in docs/statutes.md. */
record TextModel(String id, String title, Source source, List<Article> articles) {

    private static final Map<TextKind, TextModel> SHIPPED = shipped();

    static TextModel of(TextKind kind) {
        return Objects.requireNonNull(SHIPPED.get(kind));
    }

    private static Map<TextKind, TextModel> shipped() {
        var models = new EnumMap<TextKind, TextModel>(TextKind.class);
        for (var kind : TextKind.values()) {
            models.put(kind, Shipped.yaml(kind.file(), TextModel.class));
        }
        return models;
    }

    /** @throws NotFound when there is none */
    Article article(String key) {
        return articles.stream()
                .filter(article -> article.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("article " + key + " of " + id));
    }

    Optional<Choice> choice(String key) {
        return articles.stream()
                .flatMap(article -> article.choice(key).stream())
                .findFirst();
    }

    /** The article where something is decided. */
    Optional<Article> articleOf(String choice) {
        return articles.stream()
                .filter(article -> article.choice(choice).isPresent())
                .findFirst();
    }

    /** The answers that are usual: what an article says before anybody chose. */
    Values proposed() {
        return articles.stream().map(Answers::proposed).reduce(Values.NONE, Values::and);
    }
}
