package fr.maillage.documents;

import gg.jte.Content;
import java.util.List;

/** Blocks for a page of the program. */
public final class ScreenHtml {

    private ScreenHtml() {}

    /** Safe to print as it is: every text is escaped. */
    public static Content content(List<Block> blocks) {
        var html = of(blocks);
        return output -> output.writeContent(html);
    }

    static String of(List<Block> blocks) {
        var html = new HtmlBlocks(new Numbering(), text -> Html.escape(Typography.french(text)), true);
        html.write(blocks);
        return html.toString();
    }
}
