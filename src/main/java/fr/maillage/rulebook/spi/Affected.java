package fr.maillage.rulebook.spi;

import fr.maillage.rules.aci.Grid;
import fr.maillage.rules.aci.Grids;
import fr.maillage.shared.Euros;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Implemented by a module whose amounts come from grids. */
public interface Affected {

    /**
     * What a grid would change if it were taken: one line for each contract and year that an amendment could bring under
     * it. Nothing is written.
     */
    List<Effect> effects(Grids current, Grid candidate);

    /** Whether something counts, or is about to count, with this grid: it then stays. */
    boolean uses(String gridCode);

    /**
     * The most that one year of a contract pays.
     *
     * @param year of the contract, from 1
     * @param before null when the contract leaves an amount unknown
     * @param after null when the grid does not give every amount
     */
    record Effect(
            String community,
            String contract,
            int year,
            @Nullable Euros before,
            @Nullable Euros after) {}
}
