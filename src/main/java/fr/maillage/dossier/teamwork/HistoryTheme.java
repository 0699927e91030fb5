package fr.maillage.dossier.teamwork;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a line of the history is about, told by the first word of the journal’s action. */
enum HistoryTheme {
    TEXTS("textes", "Textes"),
    DOSSIER("dossier", "Dossier et instruction", "dossier"),
    PROJECT(
            "objectifs-et-actions",
            "Objectifs et actions",
            "project",
            "problem",
            "objective",
            "action",
            "indicator",
            "task",
            "ranking",
            "milestone",
            "evidence",
            "result",
            "context"),
    BUDGET("budget", "Budget", "budget"),
    COMMUNITY(
            "territoire-et-equipe",
            "Territoire et équipe",
            "community",
            "perimeter",
            "participant",
            "governance",
            "body",
            "seat",
            "mandate",
            "invitation"),
    DIAGNOSIS("diagnostic", "Diagnostic", "diagnosis", "scenario"),
    DOCUMENTS("documents", "Documents et statuts", "document", "statutes"),
    CONTRACT("contrat", "Contrat et bilans", "contract", "review", "spending", "proof", "funding");

    private final String code;
    private final String label;
    private final List<String> actions;

    HistoryTheme(String code, String label, String... actions) {
        this.code = code;
        this.label = label;
        this.actions = List.of(actions);
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    /** First words of the actions of the journal; none for the texts, which have their own history. */
    List<String> actions() {
        return actions;
    }

    static Optional<HistoryTheme> ofCode(String code) {
        return Arrays.stream(values()).filter(theme -> theme.code.equals(code)).findFirst();
    }

    /** The theme of an action such as {@code budget.line-added}; an unknown one is of the project. */
    static HistoryTheme ofAction(String action) {
        var word = action.replaceFirst("\\..*", "");
        return Arrays.stream(values())
                .filter(theme -> theme.actions.contains(word))
                .findFirst()
                .orElse(PROJECT);
    }
}
