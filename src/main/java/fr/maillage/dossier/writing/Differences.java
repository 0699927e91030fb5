package fr.maillage.dossier.writing;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import fr.maillage.documents.PlainText;
import fr.maillage.ui.DiffPart;
import fr.maillage.ui.DiffPart.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What differs between two texts, word by word. Lines are compared first, then the words of the lines that differ, so
 * that long texts stay quick.
 */
public final class Differences {

    private static final Pattern WORDS = Pattern.compile("\\s+|[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");
    private static final Pattern LINES = Pattern.compile("[^\\n]*\\n|[^\\n]+");

    /** Beyond so many words, a rewritten passage is shown as taken out and put in whole. */
    private static final int MOST_WORDS = 4_000;

    /** Beyond so many lines, more than prose has, a text is shown as taken out and put in whole. */
    private static final int MOST_LINES = 10_000;

    private Differences() {}

    /** Both texts in one: what was taken away and what was added, in order. */
    public static List<DiffPart> between(String before, String after) {
        List<DiffPart> parts = new ArrayList<>();
        var old = pieces(LINES, before);
        var changed = pieces(LINES, after);
        if (Math.max(old.size(), changed.size()) > MOST_LINES && !before.equals(after)) {
            add(parts, Kind.REMOVED, old);
            add(parts, Kind.ADDED, changed);
            return List.copyOf(parts);
        }
        int done = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, changed).getDeltas()) {
            add(parts, Kind.SAME, old.subList(done, delta.getSource().getPosition()));
            words(parts, delta.getSource().getLines(), delta.getTarget().getLines());
            done = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(parts, Kind.SAME, old.subList(done, old.size()));
        return List.copyOf(parts);
    }

    /** One text, with the words that the other does not have marked as added. */
    public static List<DiffPart> onlyIn(String text, String other) {
        return between(other, text).stream()
                .filter(part -> part.kind() != Kind.REMOVED)
                .toList();
    }

    private static void words(List<DiffPart> parts, List<String> beforeLines, List<String> afterLines) {
        var before = pieces(WORDS, String.join("", beforeLines));
        var after = pieces(WORDS, String.join("", afterLines));
        if (before.size() > MOST_WORDS || after.size() > MOST_WORDS) {
            add(parts, Kind.REMOVED, before);
            add(parts, Kind.ADDED, after);
            return;
        }
        var removed = new ArrayList<String>();
        var added = new ArrayList<String>();
        int done = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            var kept = before.subList(done, delta.getSource().getPosition());
            if (!removed.isEmpty() && delta.getType() == DeltaType.CHANGE && isGap(kept)) {
                removed.addAll(kept);
                added.addAll(kept);
            } else {
                flush(parts, removed, added);
                add(parts, Kind.SAME, kept);
            }
            removed.addAll(delta.getSource().getLines());
            added.addAll(delta.getTarget().getLines());
            done = delta.getSource().getPosition() + delta.getSource().size();
        }
        flush(parts, removed, added);
        add(parts, Kind.SAME, before.subList(done, before.size()));
    }

    /** A space between two replaced words: the passage is then read as one, not word by word. */
    private static boolean isGap(List<String> kept) {
        var text = String.join("", kept);
        return text.isBlank() && !text.contains("\n") && text.indexOf(PlainText.CELL) < 0;
    }

    private static void flush(List<DiffPart> parts, List<String> removed, List<String> added) {
        add(parts, Kind.REMOVED, removed);
        add(parts, Kind.ADDED, added);
        removed.clear();
        added.clear();
    }

    private static void add(List<DiffPart> parts, Kind kind, List<String> pieces) {
        if (pieces.isEmpty()) {
            return;
        }
        var text = String.join("", pieces);
        if (!parts.isEmpty() && parts.getLast().kind() == kind) {
            text = parts.removeLast().text() + text;
        }
        parts.add(new DiffPart(kind, text));
    }

    private static List<String> pieces(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group()).toList();
    }
}
