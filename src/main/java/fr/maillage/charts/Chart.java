package fr.maillage.charts;

/**
 * What a drawing shows, before any drawing: {@link Charts#svg} paints it for the screen, for a phone and for paper. Each
 * says the same in words and as a table, for who does not see it.
 */
public sealed interface Chart permits ComparisonBars, RankedBars, ClassBars, AgeBars, EvolutionLines {

    /** What is shown, in French, with its period: « Distance moyenne d’un habitant, 2025 ». */
    String title();

    /** The same facts in one or a few sentences. */
    String alternative();

    /** The same facts as a table, each missing value with its reason. */
    ChartTable table();
}
