package fr.maillage.documents;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * Where a French line may break: the engine's own rules break after an apostrophe (« L’ / équipe ») and beside a thin
 * space.
 */
final class FrenchLines implements FSTextBreaker {

    private final BreakIterator lines = BreakIterator.getLineInstance(Locale.FRENCH);
    private String text = "";

    @Override
    public void setText(String newText) {
        text = newText;
        lines.setText(newText);
    }

    @Override
    public int next() {
        int next = lines.next();
        while (next != BreakIterator.DONE && next < text.length() && mustHold(next)) {
            next = lines.next();
        }
        return next;
    }

    private boolean mustHold(int position) {
        char before = text.charAt(position - 1);
        return before == '’' || before == '\'' || before == '\u2009' || text.charAt(position) == '\u2009';
    }
}
