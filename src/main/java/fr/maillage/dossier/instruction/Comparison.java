package fr.maillage.dossier.instruction;

import fr.maillage.dossier.writing.Differences;
import fr.maillage.ui.DiffPart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What changed between two versions, section by section, in the order of the newer one; sections that went away come
 * last. An instructor rereads only what moved.
 */
public record Comparison(List<Section> sections) {

    public enum Change {
        SAME("Inchangée"),
        ADDED("Ajoutée"),
        REMOVED("Retirée"),
        CHANGED("Modifiée");

        private final String label;

        Change(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param parts the text with what was added and taken away; empty when nothing changed */
    public record Section(String number, String title, Change change, List<DiffPart> parts) {

        /** What changed with the lines around it, and how much is left out in between. */
        public List<Excerpt> excerpts() {
            return change == Change.CHANGED ? Excerpt.around(parts) : Excerpt.whole(parts);
        }
    }

    public static Comparison of(List<FrozenSection> earlier, List<FrozenSection> after) {
        Map<String, FrozenSection> old = new LinkedHashMap<>();
        earlier.forEach(section -> old.put(section.key(), section));
        var sections = new ArrayList<Section>();
        for (FrozenSection now : after) {
            var was = old.remove(now.key());
            if (was == null) {
                sections.add(section(now, Change.ADDED, "", now.text()));
                continue;
            }
            boolean byRow = was.hasRows() == now.hasRows();
            var before = byRow ? was.text() : was.byCell();
            var text = byRow ? now.text() : now.byCell();
            sections.add(
                    before.equals(text)
                            ? new Section(now.number(), now.title(), Change.SAME, List.of())
                            : section(now, Change.CHANGED, before, text));
        }
        old.values().forEach(gone -> sections.add(section(gone, Change.REMOVED, gone.text(), "")));
        return new Comparison(List.copyOf(sections));
    }

    public List<Section> changed() {
        return sections.stream()
                .filter(section -> section.change() != Change.SAME)
                .toList();
    }

    private static Section section(FrozenSection section, Change change, String before, String after) {
        return new Section(section.number(), section.title(), change, Differences.between(before, after));
    }
}
