package fr.maillage.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the inhabitants live: the share of each class of a map, with its colour.
 *
 * @param classes in the order of the legend; whoever lives where nothing is known is the last one
 */
public record ClassBars(String title, Palette palette, List<Share> classes) implements Chart {

    private static final Unit INHABITANTS = new Unit("habitant", "habitants", 0);
    private static final Unit COMMUNES = new Unit("commune", "communes", 0);

    /**
     * @param label « moins de 8 km », or the reason of an absence
     * @param known false for those without a value: hatched
     * @param percent of the inhabitants
     */
    public record Share(String label, boolean known, int communes, long inhabitants, BigDecimal percent) {}

    public ClassBars {
        classes = List.copyOf(classes);
    }

    /**
     * A class with its colour, for a legend.
     *
     * @param swatch the style class of its swatch
     * @param colour {@code #RRGGBB}, for documents; white for what is not known
     */
    public record Entry(Share share, String swatch, String colour) {}

    /** The classes with their colours. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        int index = 0;
        for (var share : classes) {
            entries.add(
                    share.known()
                            ? new Entry(
                                    share,
                                    "swatch-" + palette.code() + palette.step(index, coloured()),
                                    palette.colour(index++, coloured()))
                            : new Entry(share, "swatch-none", "#FFFFFF"));
        }
        return List.copyOf(entries);
    }

    /** How many classes have a colour. */
    int coloured() {
        return (int) classes.stream().filter(Share::known).count();
    }

    @Override
    public String alternative() {
        return Sentences.list(
                title,
                classes.stream()
                        .map(share -> Sentences.pair(
                                share.label(),
                                Unit.PERCENT.text(share.percent()) + " des habitants dans "
                                        + COMMUNES.text(BigDecimal.valueOf(share.communes())))),
                "");
    }

    @Override
    public ChartTable table() {
        return new ChartTable(
                List.of("Classe", "Communes", "Habitants", "Part des habitants"),
                classes.stream()
                        .map(share -> List.of(
                                share.label(),
                                COMMUNES.text(BigDecimal.valueOf(share.communes())),
                                INHABITANTS.text(BigDecimal.valueOf(share.inhabitants())),
                                Unit.PERCENT.text(share.percent())))
                        .collect(Collectors.toList()),
                -1);
    }
}
