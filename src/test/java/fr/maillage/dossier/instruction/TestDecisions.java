package fr.maillage.dossier.instruction;

import java.util.List;

/** Decisions of the ARS, for tests. */
final class TestDecisions {

    private static final String QUALITY =
            "Pour le directeur général et par délégation, la directrice de la délégation de l’Aveyron";

    private TestDecisions() {}

    static Decision askMore(String reason) {
        return new Decision(Move.ASK_MORE, reason, List.of(), null, "", null);
    }

    static Decision validate(String reason) {
        return new Decision(Move.VALIDATE, reason, List.of(), null, QUALITY, null);
    }

    static Decision oppose(String reason, String... grounds) {
        return new Decision(Move.OPPOSE, reason, List.of(grounds), null, QUALITY, null);
    }

    static Decision decline(String reason) {
        return new Decision(Move.DECLINE, reason, List.of(), null, QUALITY, null);
    }
}
