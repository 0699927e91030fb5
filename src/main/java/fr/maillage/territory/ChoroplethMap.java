package fr.maillage.territory;

import fr.maillage.charts.Palette;
import fr.maillage.charts.Unit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map of communes coloured by class, with marks on it.
 *
 * @param label what it is, for those who do not see it
 * @param territory the communes inside the edge
 * @param palette of the classes
 * @param classes how many there are, 1 to 5
 * @param shades by commune of the territory and, when they are known, of its surroundings, which are drawn paler. A
 *     commune of the territory without one is plain; without any shade the whole territory is
 * @param marks on top of the communes, those of its surroundings too
 * @param sizes in what the sizes of circles are told; null when no mark has a size
 * @param groupings whether the borders between intercommunalités are dashed
 * @param selected the commune to show as « ici », or null
 */
public record ChoroplethMap(
        String label,
        List<String> territory,
        Palette palette,
        int classes,
        Map<String, Shade> shades,
        List<Mark> marks,
        @Nullable Unit sizes,
        boolean groupings,
        @Nullable String selected) {

    /** Stands for no class: the commune is hatched. */
    public static final int UNKNOWN = -1;

    public ChoroplethMap {
        territory = List.copyOf(territory);
        shades = Map.copyOf(shades);
        marks = List.copyOf(marks);
        for (var shade : shades.values()) {
            if (shade.index() < UNKNOWN || shade.index() >= classes) {
                throw new IllegalArgumentException("class " + shade.index() + " of " + classes);
            }
        }
    }

    /** Classes alone. */
    public static ChoroplethMap of(
            String label, List<String> territory, Palette palette, int classes, Map<String, Shade> shades) {
        return new ChoroplethMap(label, territory, palette, classes, shades, List.of(), null, false, null);
    }

    /** A plain territory with marks. */
    public static ChoroplethMap ofMarks(String label, List<String> territory, List<Mark> marks, @Nullable Unit sizes) {
        return new ChoroplethMap(label, territory, Palette.SEQUENTIAL, 1, Map.of(), marks, sizes, false, null);
    }

    public ChoroplethMap withMarks(List<Mark> others) {
        return new ChoroplethMap(label, territory, palette, classes, shades, others, sizes, groupings, selected);
    }

    /**
     * @param index of the class from 0, or {@link #UNKNOWN}
     * @param text the value or the reason of its absence: « 9,1 km », « secret statistique »
     */
    public record Shade(int index, String text) {}

    /**
     * A place on the map.
     *
     * @param longitude in degrees, WGS 84
     * @param latitude in degrees, WGS 84
     * @param label written under it, where there is room; empty for none
     * @param size of a circle: its area follows it; 0 for other kinds
     * @param title the place in words: « CH de Millau, 120 places »
     */
    public record Mark(MarkKind kind, double longitude, double latitude, String label, double size, String title) {}

    public enum MarkKind {
        /** A cross in a circle. */
        HOSPITAL,
        POINT,
        /** A circle whose area says a number. */
        CIRCLE
    }
}
