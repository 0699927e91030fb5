package fr.maillage.statutes;

import fr.maillage.shared.Change;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Both texts of an association as its team writes them today, with what is known without them.
 *
 * @param drafts by kind
 */
record Work(Map<TextKind, Draft> drafts, KnownFacts facts) {

    /**
     * A text being written.
     *
     * @param saved what was chosen and when, by article; an article without line shows its usual answers
     */
    record Draft(TextKind kind, Map<String, Saved> saved) {

        Draft {
            saved = Map.copyOf(saved);
        }

        TextModel model() {
            return TextModel.of(kind);
        }

        Values values() {
            return model().articles().stream().map(article -> values(article)).reduce(Values.NONE, Values::and);
        }

        Values values(Article article) {
            var line = saved.get(article.key());
            return line == null ? Answers.proposed(article) : line.values();
        }

        /** This draft, with other answers in one article: what a page shows before it is saved. */
        Draft with(String article, Values values) {
            var lines = new HashMap<>(saved);
            var before = saved.get(article);
            lines.put(article, new Saved(values, before == null ? NEVER : before.change()));
            return new Draft(kind, lines);
        }
    }

    /** The answers of an article, as last saved. */
    record Saved(Values values, Change change) {}

    /** The other text, as far as this one speaks of it. */
    record Other(TextModel model, Values values) {}

    /** Of an article that nobody saved. */
    static final Change NEVER = new Change(-1, java.time.Instant.EPOCH, "");

    Work {
        drafts = Map.copyOf(drafts);
    }

    Draft draft(TextKind kind) {
        return Objects.requireNonNull(drafts.get(kind));
    }

    Values values(TextKind kind) {
        return draft(kind).values();
    }

    Work with(Draft draft) {
        var changed = new HashMap<>(drafts);
        changed.put(draft.kind(), draft);
        return new Work(changed, facts);
    }

    List<Printed> printed(TextKind kind) {
        return Wording.articles(TextModel.of(kind), values(kind), facts, other(kind));
    }

    private @Nullable Other other(TextKind kind) {
        return switch (kind) {
            case STATUTES -> null;
            case INTERNAL_RULES -> new Other(TextModel.of(TextKind.STATUTES), values(TextKind.STATUTES));
        };
    }
}
