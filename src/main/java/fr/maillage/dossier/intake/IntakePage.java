package fr.maillage.dossier.intake;

import fr.maillage.community.CommunityView;
import fr.maillage.dossier.Dossier;
import fr.maillage.ui.Option;
import gg.jte.Content;
import java.util.List;

/**
 * What was understood of a Word document, passage by passage, before anything is written.
 *
 * @param file its name
 * @param sections where a passage may go, with « ne pas reprendre » first
 * @param left what the document holds and a section cannot
 */
public record IntakePage(
        CommunityView view, Dossier dossier, String file, List<Option> sections, List<Line> lines, List<String> left) {

    /**
     * @param chosen key of the text it goes to, empty to leave it out
     * @param why how it was recognised, or what somebody has to do
     * @param there whether the text has these words already
     * @param written whether that text says something already: the passage then comes after it
     */
    public record Line(Passage passage, String chosen, String why, boolean there, boolean written, Content preview) {

        /** The control of the form that says where it goes. */
        public String field() {
            return "passage-" + passage.number();
        }

        public String title() {
            return passage.heading().isEmpty() ? "Avant le premier titre" : passage.heading();
        }
    }

    public String base() {
        return view.at("/" + dossier.kind().path());
    }

    public long understood() {
        return lines.stream().filter(line -> !line.chosen().isEmpty()).count();
    }

    public int pictures() {
        return lines.stream().mapToInt(line -> line.passage().pictures()).sum();
    }
}
