package fr.maillage.dossier.suggestions;

import fr.maillage.dossier.Step;

/** What came of deciding about a proposal. */
public sealed interface SuggestionOutcome {

    record Done(Suggestion.State now) implements SuggestionOutcome {}

    /** Somebody decided before; nothing was written. */
    record Already(Suggestion.State state, String by) implements SuggestionOutcome {}

    /** The text has changed where the proposal was: it stays open, nothing was written. */
    record Moved() implements SuggestionOutcome {}

    /** The text would be too long; nothing was written. */
    record TooLong(int length) implements SuggestionOutcome {}

    /** The dossier is not being written any more; nothing was written. */
    record Closed(Step step) implements SuggestionOutcome {}
}
