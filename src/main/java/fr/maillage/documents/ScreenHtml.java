package fr.maillage.documents;

import java.util.List;

/** Blocks for a page of the program. */
final class ScreenHtml {

    private ScreenHtml() {}

    static String of(List<Block> blocks) {
        var html = new HtmlBlocks(new Numbering(), text -> Html.escape(Typography.french(text)));
        html.write(blocks);
        return html.toString();
    }
}
