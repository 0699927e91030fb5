package fr.maillage.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A plain text cut where it holds addresses, so that they can be followed. */
public final class MailText {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

    private MailText() {}

    /** @param link whether the text is an address starting with http */
    public record Part(String text, boolean link) {}

    public static List<Part> of(String text) {
        var parts = new ArrayList<Part>();
        var address = ADDRESS.matcher(text);
        var from = 0;
        while (address.find()) {
            parts.add(new Part(text.substring(from, address.start()), false));
            parts.add(new Part(address.group(), true));
            from = address.end();
        }
        parts.add(new Part(text.substring(from), false));
        return parts;
    }
}
