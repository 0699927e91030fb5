package fr.maillage.project;

/** A link of the chain from the need to the result, and what its absence is called. */
public enum ChainLink {
    NEED_HAS_OBJECTIVE("Objectif général", "Besoin sans objectif", "Relier à un objectif"),
    OBJECTIVE_HAS_NEED("Besoin", "Objectif sans besoin", "Relier à un besoin"),
    OBJECTIVE_IS_DECLINED("Objectif opérationnel", "Objectif non décliné", "Écrire un objectif opérationnel"),
    OPERATIONAL_HAS_ACTION("Action", "Objectif sans action", "Créer une action"),
    MISSION_HAS_ACTION("Action", "Mission sans action", "Créer une action"),
    ACTION_HAS_OBJECTIVE("Objectif", "Action sans objectif", "Choisir l’objectif"),
    ACTION_HAS_INDICATOR("Indicateur", "Action sans indicateur", "Ajouter un indicateur"),
    INDICATOR_HAS_BASELINE("Départ", "Indicateur sans valeur de départ", "Donner la valeur de départ"),
    INDICATOR_HAS_TARGET("Cible", "Indicateur sans cible", "Fixer la cible"),
    INDICATOR_HAS_DATE("Échéance", "Indicateur sans date", "Dater la cible"),
    INDICATOR_HAS_SOURCE("Source", "Indicateur sans source", "Dire la source");

    private final String wanted;
    private final String hole;
    private final String how;

    ChainLink(String wanted, String hole, String how) {
        this.wanted = wanted;
        this.hole = hole;
        this.how = how;
    }

    /** What is looked for, as the head of a column. */
    public String wanted() {
        return wanted;
    }

    /** What its absence is called. */
    public String hole() {
        return hole;
    }

    /** What to do about it. */
    public String how() {
        return how;
    }
}
