package fr.maillage.charts;

import java.util.ArrayList;
import java.util.List;

/** How much room words take: near enough to lay out labels without the font at hand, on the generous side. */
final class Letters {

    private static final String NARROW = "iIjlft.,:;'’()| !\u00A0\u202F";
    private static final String WIDE = "mwMW%@œŒ";

    private Letters() {}

    /** In units of the drawing. */
    static double width(String text, double size, boolean bold) {
        double em = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            em += NARROW.indexOf(letter) >= 0
                    ? 0.32
                    : WIDE.indexOf(letter) >= 0 ? 0.87 : Character.isUpperCase(letter) ? 0.66 : 0.57;
        }
        return em * size * (bold ? 1.06 : 1);
    }

    /** Cuts at spaces, inside a word that is wider than the room, and with an ellipsis after the last line allowed. */
    static List<String> wrap(String text, double room, double size, boolean bold, int most) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (var word : text.strip().split("\\s+", -1)) {
            var rest = word;
            if (!line.isEmpty() && width(line + " " + rest, size, bold) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (line.isEmpty() && width(rest, size, bold) > room && rest.length() > 1 && lines.size() <= most) {
                int cut = 1;
                while (cut < rest.length() && width(rest.substring(0, cut + 1), size, bold) <= room) {
                    cut++;
                }
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
            if (lines.size() > most) {
                break;
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        if (lines.size() > most) {
            var last = lines.get(most - 1);
            lines = new ArrayList<>(lines.subList(0, most));
            lines.set(most - 1, last.substring(0, Math.max(1, last.length() - 1)) + "…");
        }
        return lines.isEmpty() ? List.of("") : lines;
    }
}
