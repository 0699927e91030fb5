package fr.maillage.ui;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;

/**
 * What a page says, written once: the layout prints it, and under it the acronyms that it uses.
 *
 * @param html as its template escaped it
 */
public record PageBody(String html, List<Acronym> acronyms) {

    public static PageBody of(Content content) {
        var output = new StringOutput();
        content.writeTo(new OwaspHtmlTemplateOutput(output));
        var html = output.toString();
        return new PageBody(html, Acronyms.within(html));
    }
}
