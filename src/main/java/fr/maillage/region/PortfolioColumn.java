package fr.maillage.region;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one may see of each CPTS in a portfolio, after its name. */
public enum PortfolioColumn {
    STAGE("etape", "Étape", "De l’initiative au contrat.", "etape", false),
    POPULATION("habitants", "Habitants", "Communes du territoire en vigueur.", "population", true),
    COMMUNES("communes", "Communes", "Du territoire en vigueur.", null, true),
    SIZE("taille", "Taille", "Figée à la signature du contrat ou de son dernier avenant.", "taille", true),
    PARTICIPANTS("acteurs", "Acteurs", "Professionnels et structures que la CPTS a notés.", null, true),
    CONTRACT("contrat", "Contrat", "Son numéro, ses dates et son année en cours.", "contrat", false),
    DUE("du", "Dû cette année", "Année du contrat ; résultats non convenus exclus.", null, true),
    PAID("verse", "Versé cette année", "Année du contrat.", null, true),
    TO_COME(
            "a-venir",
            "À venir cette année",
            "Ce qui reste à verser, sans ce que les résultats peuvent apporter.",
            null,
            true),
    TO_RETURN("a-restituer", "À restituer", "Toutes les années du contrat.", null, true),
    RECEIVED("recu", "Reçu en tout", "Versements du contrat que la CPTS a notés.", "recu", true),
    UNSPENT(
            "non-depense",
            "Non dépensé",
            "Reçu du contrat et non dépensé à ce jour, d’après les dépenses notées.",
            null,
            true),
    NEXT_DEADLINE("prochaine-echeance", "Prochaine échéance", "La première à venir.", null, false),
    PASSED_DEADLINES("echeances-passees", "Échéances dépassées", "Celles qui ne sont pas tenues.", null, true),
    WATCH("a-regarder", "À regarder", "Missions et dossiers en retard, dialogue de gestion.", "retard", false);

    /** What everybody begins with: it fits a screen and costs one query. */
    static final List<PortfolioColumn> USUAL = List.of(STAGE, POPULATION, SIZE, CONTRACT, DUE, RECEIVED, WATCH);

    private static final Set<PortfolioColumn> OF_ACCOUNTS = EnumSet.of(DUE, PAID, TO_COME, TO_RETURN, UNSPENT);
    private static final Set<PortfolioColumn> OF_DEADLINES = EnumSet.of(NEXT_DEADLINE, PASSED_DEADLINES);

    private final String code;
    private final String label;
    private final String help;
    private final @Nullable String sort;
    private final boolean numeric;

    PortfolioColumn(String code, String label, String help, @Nullable String sort, boolean numeric) {
        this.code = code;
        this.label = label;
        this.help = help.replace(" ;", "\u202F;");
        this.sort = sort;
        this.numeric = numeric;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** What it holds, in a sentence. */
    public String help() {
        return help;
    }

    /** The key of {@link Portfolio#SPEC} that the list is sorted by, or null. */
    public @Nullable String sort() {
        return sort;
    }

    public boolean numeric() {
        return numeric;
    }

    /** Those of these codes, in the order of the list; unknown codes are passed over. */
    static List<PortfolioColumn> ofCodes(Collection<String> codes) {
        return Arrays.stream(values())
                .filter(column -> codes.contains(column.code))
                .toList();
    }

    static boolean needAccounts(Collection<PortfolioColumn> columns) {
        return columns.stream().anyMatch(OF_ACCOUNTS::contains);
    }

    static boolean needDeadlines(Collection<PortfolioColumn> columns) {
        return columns.stream().anyMatch(OF_DEADLINES::contains);
    }
}
