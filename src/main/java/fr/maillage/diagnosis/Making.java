package fr.maillage.diagnosis;

/** How the value of a territory is made from what a source publishes. */
public enum Making {
    /** Sum of the communes. */
    SUM("Somme des valeurs des communes."),
    /** Sum of the numerators of the communes over the sum of their denominators. */
    RATIO("Somme des communes au numérateur, divisée par la somme au dénominateur."),
    /** Mean of the communes, each by its weight. */
    MEAN("Moyenne des communes, chacune comptant selon ses habitants."),
    /** People of the directory, counted once over the territory. */
    SUPPLY("Personnes de l’annuaire en exercice dans le territoire, comptées une seule fois."),
    /** Establishments and places of the directory of establishments. */
    EQUIPMENT("Établissements et places situés dans le territoire."),
    /** Not published by commune: the zones that the territory touches are shown, never as its own value. */
    ZONES("Non publié par commune : la valeur montrée est celle d’une zone que le territoire touche."),
    /** Accessibility computed by the program. */
    APL("Accessibilité calculée par Maillage pour chaque commune, puis moyenne selon les habitants.");

    private final String sentence;

    Making(String sentence) {
        this.sentence = sentence;
    }

    /** Told to the reader under « Méthode ». */
    public String sentence() {
        return sentence;
    }
}
