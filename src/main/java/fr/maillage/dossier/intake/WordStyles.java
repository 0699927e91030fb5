package fr.maillage.dossier.intake;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the styles and the lists of a Word document say of its paragraphs. */
final class WordStyles {

    private static final Pattern HEADING = Pattern.compile("(?:heading|titre) ?([1-9])");
    private static final Pattern CONTENTS = Pattern.compile("(?:toc|tm) ?(?:[1-9]|heading)|table des matières.*");

    /** @param outline from 0, as Word counts; null when the style says nothing */
    private record Style(
            String name,
            @Nullable String basedOn,
            @Nullable Integer outline,
            @Nullable String list) {}

    private final Map<String, Style> styles = new HashMap<>();
    private final Map<String, String> abstractOfList = new HashMap<>();
    private final Map<String, String> formats = new HashMap<>();

    void style(String id, String name, @Nullable String basedOn, @Nullable Integer outline, @Nullable String list) {
        styles.put(id, new Style(name.toLowerCase(Locale.ROOT), basedOn, outline, list));
    }

    void list(String id, String abstractId) {
        abstractOfList.put(id, abstractId);
    }

    /** @param format as Word names it: « bullet », « decimal » */
    void format(String abstractId, int level, String format) {
        formats.put(abstractId + " " + level, format);
    }

    /** The level of a heading, from 1; 0 for a paragraph that is none. */
    int headingLevel(@Nullable String id) {
        // A style may be based on itself in a damaged file: the chain is bounded.
        for (int i = 0; i < 10 && id != null; i++) {
            var style = styles.get(id);
            if (style == null) {
                break;
            }
            var named = HEADING.matcher(style.name());
            if (named.matches()) {
                return Integer.parseInt(named.group(1));
            }
            if (style.outline() != null && style.outline() < 9) {
                return style.outline() + 1;
            }
            id = style.basedOn();
        }
        return 0;
    }

    /** Whether a paragraph belongs to a table of contents, which the program makes itself. */
    boolean isContents(@Nullable String id) {
        var style = id == null ? null : styles.get(id);
        return style != null && CONTENTS.matcher(style.name()).matches();
    }

    /** The list that a style puts its paragraphs in, or null. */
    @Nullable
    String listOf(@Nullable String id) {
        var style = id == null ? null : styles.get(id);
        return style == null ? null : style.list();
    }

    boolean numbered(String list, int level) {
        var format = formats.getOrDefault(abstractOfList.getOrDefault(list, "") + " " + level, "bullet");
        return !format.equals("bullet") && !format.equals("none");
    }
}
