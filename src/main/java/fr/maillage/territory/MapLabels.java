package fr.maillage.territory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/** Chooses which names a map shows: the most populous first, none over another. */
final class MapLabels {

    /**
     * @param size in units of the drawing
     * @param main among the few that stay on a narrow screen
     */
    record Label(String text, int x, int y, int size, boolean bold, boolean main) {}

    private static final int MAIN = 4;

    private MapLabels() {}

    /**
     * @param places the communes that may be named
     * @param most how many at most
     * @param size of the letters, in units
     * @param taken the rectangles already covered; grows
     */
    static List<Label> place(
            MapFrame frame, List<Outline> places, int most, int size, boolean bold, List<Envelope> taken) {
        List<Label> labels = new ArrayList<>();
        var order = places.stream()
                .sorted(Comparator.comparing((Outline place) -> place.population() == null ? 0 : place.population())
                        .reversed()
                        .thenComparing(Outline::code))
                .toList();
        for (var place : order) {
            if (labels.size() >= most) {
                break;
            }
            int x = frame.x(place.labelX());
            int y = frame.y(place.labelY());
            if (take(frame, place.name(), x, y, size, taken)) {
                labels.add(new Label(place.name(), x, y, size, bold && labels.size() < MAIN, labels.size() < MAIN));
            }
        }
        return labels;
    }

    /** Takes the room of a name around a point, when it is free and inside the drawing. */
    static boolean take(MapFrame frame, String text, int x, int y, int size, List<Envelope> taken) {
        double half = text.length() * size * 0.27;
        var box = new Envelope(x - half - size * 0.4, x + half + size * 0.4, y - size * 0.9, y + size * 0.5);
        var inside =
                box.getMinX() > 0 && box.getMaxX() < frame.width && box.getMinY() > 0 && box.getMaxY() < frame.height;
        if (!inside || taken.stream().anyMatch(box::intersects)) {
            return false;
        }
        taken.add(box);
        return true;
    }
}
