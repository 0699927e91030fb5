package fr.maillage.dossier.suggestions;

import fr.maillage.dossier.writing.Differences;
import fr.maillage.ui.DiffPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change of a passage: words found once in a text, and those to put in their place. It carries just enough of the words
 * around it to be found, so that two changes of one sentence do not stand in each other's way.
 *
 * @param before as it stands in the text, empty only for a text that is blank
 * @param after what to put there
 */
public record Passage(String before, String after) {

    /** Signs: two changes nearer than this, on one line, are read as one. */
    private static final int NEAR = 24;

    /** Beyond so many changes nobody decides them one by one: the text was written anew, and is proposed whole. */
    static final int MOST = 100;

    /** Words taken one by one on each side; beyond, twice as many each time, so that a text that repeats itself is quick. */
    private static final int NEAR_WORDS = 20;

    /** What became of applying a change to a text. */
    public sealed interface Applied {

        record To(String text) implements Applied {}

        /** The words to replace are not in the text any more. */
        record Gone() implements Applied {}

        /** They are there more than once: nobody knows which are meant. */
        record Several() implements Applied {}
    }

    /** A run of the old text and what replaces it. */
    private record Edit(int from, int to, String words) {}

    /** The changes that lead from a text to another, in order; empty when they say the same. */
    public static List<Passage> between(String before, String after) {
        if (before.isBlank()) {
            return after.isBlank() ? List.of() : List.of(new Passage("", after));
        }
        var edits = edits(before, after);
        return edits.size() > MOST
                ? List.of(new Passage(before, after))
                : edits.stream().map(edit -> around(before, edit)).toList();
    }

    /** Puts the change into a text that may have changed since: only where the words are found as they were. */
    public Applied in(String text) {
        if (before.isEmpty()) {
            return text.isBlank() ? new Applied.To(after) : new Applied.Gone();
        }
        int place = text.indexOf(before);
        if (place < 0) {
            return new Applied.Gone();
        }
        if (text.indexOf(before, place + 1) >= 0) {
            return new Applied.Several();
        }
        return new Applied.To(text.substring(0, place) + after + text.substring(place + before.length()));
    }

    /** The line of the text where the change is, with its words added and removed; empty where it no longer applies. */
    public Optional<List<DiffPart>> shownIn(String text) {
        if (!(in(text) instanceof Applied.To(var changed))) {
            return Optional.empty();
        }
        int place = Math.max(0, text.indexOf(before));
        int start = text.lastIndexOf('\n', Math.max(0, place - 1)) + 1;
        start = Math.min(start, place);
        int end = text.indexOf('\n', place + before.length());
        end = end < 0 ? text.length() : end;
        int longer = changed.length() - text.length();
        return Optional.of(
                oneLine(Differences.between(text.substring(start, end), changed.substring(start, end + longer))));
    }

    /** The words that serve to find the place may belong to the lines around: those are left out. */
    private static List<DiffPart> oneLine(List<DiffPart> parts) {
        var shown = new ArrayList<>(parts);
        if (shown.getFirst().kind() == DiffPart.Kind.SAME) {
            var first = shown.removeFirst().text();
            shown.addFirst(new DiffPart(DiffPart.Kind.SAME, first.substring(first.lastIndexOf('\n') + 1)));
        }
        if (shown.getLast().kind() == DiffPart.Kind.SAME) {
            var last = shown.removeLast().text();
            int end = last.indexOf('\n');
            shown.addLast(new DiffPart(DiffPart.Kind.SAME, end < 0 ? last : last.substring(0, end)));
        }
        return shown.stream().filter(part -> !part.text().isEmpty()).toList();
    }

    /** The words alone: what is shown when the text has changed under the proposal. */
    public List<DiffPart> parts() {
        return Differences.between(before, after);
    }

    private static List<Edit> edits(String before, String after) {
        var edits = new ArrayList<Edit>();
        int place = 0;
        for (var part : Differences.between(before, after)) {
            int length = part.text().length();
            switch (part.kind()) {
                case SAME -> place += length;
                case REMOVED -> {
                    join(edits, before, new Edit(place, place + length, ""));
                    place += length;
                }
                case ADDED -> join(edits, before, new Edit(place, place, part.text()));
            }
        }
        return edits;
    }

    /** An edit near the one before, on the same line, continues it. */
    private static void join(List<Edit> edits, String text, Edit next) {
        if (!edits.isEmpty()) {
            var last = edits.getLast();
            var between = text.substring(last.to(), next.from());
            if (between.length() < NEAR && !between.contains("\n")) {
                edits.removeLast();
                edits.add(new Edit(last.from(), next.to(), last.words() + between + next.words()));
                return;
            }
        }
        edits.add(next);
    }

    /** Takes whole words on each side, one at least, until the passage is the only such one of the text. */
    private static Passage around(String text, Edit edit) {
        int from = edit.from();
        int to = edit.to();
        int taken = 0;
        do {
            int more = Math.max(1, taken - NEAR_WORDS);
            for (int word = 0; word < more; word++) {
                from = wordBefore(text, from);
                to = wordAfter(text, to);
            }
            taken += more;
        } while ((from > 0 || to < text.length()) && !isOnce(text, text.substring(from, to)));
        return new Passage(
                text.substring(from, to),
                text.substring(from, edit.from()) + edit.words() + text.substring(edit.to(), to));
    }

    private static boolean isOnce(String text, String passage) {
        int place = text.indexOf(passage);
        return text.indexOf(passage, place + 1) < 0;
    }

    private static int wordBefore(String text, int place) {
        int start = place;
        while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int wordAfter(String text, int place) {
        int end = place;
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
