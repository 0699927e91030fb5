package fr.maillage.community;

/**
 * An EPCI of the territory, as the legend and the filters show it.
 *
 * @param code empty for communes of no EPCI
 * @param zone number of its colour, 1 to 4 for the most populous, 0 for the rest
 * @param communes how many of its communes are in the territory
 */
public record PerimeterZone(String code, String name, int zone, int communes) {

    /** « Millau Grands Causses » for « CC de Millau Grands Causses »: the page says elsewhere that these are EPCI. */
    public String shortName() {
        return name.replaceFirst("^(CC|CA|CU) (de la |de l'|des |du |de |d')?", "");
    }
}
