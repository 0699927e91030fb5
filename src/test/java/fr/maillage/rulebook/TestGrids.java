package fr.maillage.rulebook;

/** Made-up agreements: no real amount, a real shape. */
public final class TestGrids {

    public static final String CODE = "france-sante-essai";

    private TestGrids() {}

    /** An agreement in force from 1 July 2026, complete, with a mission that no program knows. */
    public static String franceSante() {
        return """
                code: france-sante-essai
                title: Accord d’essai France Santé
                in-force-from: 2026-07-01
                source: accord
                sources:
                  accord: {title: Accord d’essai, href: "https://exemple.example/accord"}
                terms: {contract-years: 5, advance-rate: 0.5, settlement-months: 3, source: accord}
                operating:
                  code: FONCTIONNEMENT
                  title: Fonctionnement
                  paid: avance-et-solde
                  status: verifie
                  source: accord
                  amounts: {T1: 50001, T2: 60001, T3: 75001, T4: 90001}
                missions:
                  - code: ACCES
                    title: Accès aux soins
                    base: true
                    calendar: {start-within-months: 6, deployed-within-months: 18, source: accord}
                    parts:
                      - code: FIXE
                        title: Volet fixe
                        paid: avance-et-solde
                        status: verifie
                        source: accord
                        amounts: {T1: 10000, T2: 20000, T3: 30000, T4: 40000}
                  - code: MAISON_FRANCE_SANTE
                    title: Maisons France Santé
                    base: false
                    parts:
                      - code: FIXE
                        title: Volet fixe
                        paid: avance-et-solde
                        status: secondaire
                        source: accord
                        amounts: {T1: 1000, T2: 2000, T3: 3000, T4: 4000}
                published-totals: {T2: 82001, source: accord}
                assumptions:
                  - {code: MAXIMUM, text: Les montants sont des maxima annuels.}
                """;
    }
}
