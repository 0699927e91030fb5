package fr.maillage.professionals;

import fr.maillage.shared.French;
import fr.maillage.territory.Commune;
import fr.maillage.territory.Communes;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Up to which territory the names of the directory are shown. Whoever signs up may found a CPTS of any communes: without a
 * bound the directory of France could be copied through its pages.
 */
@Component
class NamesBound {

    static final int MOST_COMMUNES = 400;

    /** Twice the population from which a CPTS is of the largest size (175 000 inhabitants), and some. */
    static final long MOST_INHABITANTS = 400_000;

    /** A single commune: Toulouse and Lyon, of about half a million inhabitants; not Paris nor Marseille, whole. */
    static final long MOST_INHABITANTS_OF_ONE = 600_000;

    private final Communes communes;

    NamesBound(Communes communes) {
        this.communes = communes;
    }

    /** @param codes of the communes, whole: the directory shows all of one even when the CPTS holds a part of it */
    boolean allows(List<String> codes) {
        long people = communes.withCodes(codes).stream()
                .map(Commune::population)
                .filter(Objects::nonNull)
                .mapToLong(Integer::longValue)
                .sum();
        return allows(codes.size(), people);
    }

    static boolean allows(int communes, long inhabitants) {
        return communes <= MOST_COMMUNES && inhabitants <= (communes == 1 ? MOST_INHABITANTS_OF_ONE : MOST_INHABITANTS);
    }

    static String sentence() {
        return "Les noms sont montrés pour un territoire de " + MOST_COMMUNES + " communes et "
                + French.number(MOST_INHABITANTS)
                + " habitants au plus. Le vôtre est plus grand" + French.NBSP
                + ": seuls les effectifs le sont, pour que l’annuaire de tout un pays ne puisse pas être copié.";
    }
}
