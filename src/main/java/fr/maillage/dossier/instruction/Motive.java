package fr.maillage.dossier.instruction;

import fr.maillage.documents.Block;
import fr.maillage.documents.ScreenHtml;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A plain text as an instructor typed it: each line is a paragraph, lines that begin with a dash or a number are lists. */
public final class Motive {

    private static final Pattern BULLET = Pattern.compile("^[-–—•*]\\s+(.+)$");
    private static final Pattern NUMBER = Pattern.compile("^(\\d{1,3})[.)]\\s+(.+)$");

    private Motive() {}

    /** For a page: safe to print as it is. */
    public static Content html(String text) {
        return ScreenHtml.content(blocks(text));
    }

    static List<Block> blocks(String text) {
        var blocks = new ArrayList<Block>();
        var bullets = new ArrayList<Block.Item>();
        var numbers = new ArrayList<Block.Item>();
        int start = 1;
        for (var line : text.lines().map(String::strip).toList()) {
            var bullet = BULLET.matcher(line);
            var number = NUMBER.matcher(line);
            if (bullet.matches()) {
                close(blocks, List.of(), numbers, start);
                bullets.add(item(bullet.group(1)));
            } else if (number.matches()) {
                close(blocks, bullets, List.of(), start);
                start = numbers.isEmpty() ? Integer.parseInt(number.group(1)) : start;
                numbers.add(item(number.group(2)));
            } else if (!line.isEmpty()) {
                close(blocks, bullets, numbers, start);
                blocks.add(Block.paragraph(line));
            }
        }
        close(blocks, bullets, numbers, start);
        return List.copyOf(blocks);
    }

    static Block list(List<String> lines) {
        return new Block.BulletList(lines.stream().map(Motive::item).toList());
    }

    private static Block.Item item(String line) {
        return new Block.Item(List.of(Block.paragraph(line)));
    }

    /** Writes down the lists that have come to their end. */
    private static void close(List<Block> blocks, List<Block.Item> bullets, List<Block.Item> numbers, int start) {
        if (!bullets.isEmpty()) {
            blocks.add(new Block.BulletList(bullets));
            bullets.clear();
        }
        if (!numbers.isEmpty()) {
            blocks.add(new Block.NumberedList(start, numbers));
            numbers.clear();
        }
    }
}
