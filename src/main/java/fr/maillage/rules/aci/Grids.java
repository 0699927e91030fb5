package fr.maillage.rules.aci;

import fr.maillage.rules.NoRuleInForce;
import fr.maillage.rules.data.DataFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every ACI grid known, oldest first. The next agreement is one more file in {@code rules/aci}. */
public record Grids(List<Grid> all) {

    private static final String FOLDER = "rules/aci";

    private static final class Shipped {
        static final Grids DATA = new Grids(DataFile.namesIn(FOLDER).stream()
                .map(name -> DataFile.shipped(FOLDER + "/" + name, new GridReader(name)::read))
                .toList());
    }

    public Grids {
        all = all.stream().sorted(Comparator.comparing(Grid::inForceFrom)).toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no ACI grid");
        }
    }

    /** The grids that come with the program. */
    public static Grids shipped() {
        return Shipped.DATA;
    }

    /**
     * Reads a grid that does not come with the program.
     *
     * @throws fr.maillage.rules.data.BrokenDataFile with every fault and its place
     */
    public static Grid read(String fileName, String yaml) {
        return DataFile.read(fileName, yaml, new GridReader(null)::read);
    }

    /** These grids and more; one whose code is known already is left out. */
    public Grids with(List<Grid> more) {
        var together = new ArrayList<>(all);
        more.stream().filter(grid -> byCode(grid.code()).isEmpty()).forEach(together::add);
        return new Grids(together);
    }

    public Optional<Grid> byCode(String code) {
        return all.stream().filter(g -> g.code().equals(code)).findFirst();
    }

    /** No contract can be signed before this day. */
    public LocalDate firstDay() {
        return all.getFirst().inForceFrom();
    }

    /**
     * The grid of the agreement in force on a day.
     *
     * @throws NoRuleInForce before the first agreement
     */
    public Grid inForceOn(LocalDate day) {
        return all.reversed().stream()
                .filter(grid -> !day.isBefore(grid.inForceFrom()))
                .findFirst()
                .orElseThrow(() -> new NoRuleInForce("barèmes de l’ACI", day, firstDay()));
    }

    /**
     * The grid to compute with when nobody named one: the newest in force by that day whose every amount is known and
     * that has all the missions asked; failing that, the grid in force, whose unknown amounts are then asked for.
     *
     * @throws NoRuleInForce before the first agreement
     */
    public Grid defaultOn(LocalDate day, Collection<String> missions) {
        return all.reversed().stream()
                .filter(grid -> !day.isBefore(grid.inForceFrom()))
                .filter(Grid::isComplete)
                .filter(grid -> missions.stream().allMatch(m -> grid.mission(m).isPresent()))
                .findFirst()
                .orElseGet(() -> inForceOn(day));
    }
}
