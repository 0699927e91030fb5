package fr.maillage.review;

import fr.maillage.project.Action;
import fr.maillage.review.YearlyReview.Voice;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import fr.maillage.ui.CheckItem;
import fr.maillage.ui.CheckItem.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A year in a few sentences, and what is left to do before its review closes: what its three readers look for first. */
public final class YearSummary {

    private static final String LINE = "#ligne-";

    private YearSummary() {}

    /** « 5 actions étaient prévues : 2 sont terminées, 3 sont en cours. » */
    static String actions(YearFile file) {
        if (file.actions().isEmpty()) {
            return "Aucune action du projet de santé n’était prévue.";
        }
        var parts = new ArrayList<String>();
        for (var state : List.of(Action.State.DONE, Action.State.ONGOING, Action.State.PLANNED, Action.State.DROPPED)) {
            add(
                    parts,
                    file.actions().stream()
                            .filter(action -> action.facts().dates().state() == state)
                            .count(),
                    switch (state) {
                        case DONE -> "est terminée";
                        case ONGOING -> "est en cours";
                        case PLANNED -> "n’a pas commencé";
                        case DROPPED -> "est abandonnée";
                    },
                    switch (state) {
                        case DONE -> "sont terminées";
                        case ONGOING -> "sont en cours";
                        case PLANNED -> "n’ont pas commencé";
                        case DROPPED -> "sont abandonnées";
                    });
        }
        return French.count(file.actions().size(), "action était prévue", "actions étaient prévues") + "\u00A0: "
                + String.join(", ", parts) + ".";
    }

    /** « La part variable tient à 6 lignes de résultats : 1 rapporte un montant, 4 n’ont pas de preuve. » */
    static String results(YearlyReview review) {
        long disputed = review.disputed().size();
        long silent = review.lines().stream()
                .filter(line -> !line.disputed() && line.value() == null)
                .count();
        long unproven = review.lines().stream()
                .filter(line -> line.value() != null && !line.proven())
                .count();
        long earning = review.lines().stream()
                .filter(line -> !line.disputed() && !earned(line).isZero())
                .count();
        long under = review.lines().size() - disputed - silent - unproven - earning;
        var parts = new ArrayList<String>();
        add(parts, earning, "rapporte un montant", "rapportent un montant");
        add(parts, under, "n’atteint pas son premier seuil", "n’atteignent pas leur premier seuil");
        add(parts, unproven, "n’a pas de preuve", "n’ont pas de preuve");
        add(parts, silent, "n’a pas de valeur", "n’ont pas de valeur");
        add(parts, disputed, "reste à convenir", "restent à convenir");
        return "La part variable tient à "
                + French.count(review.lines().size(), "ligne de résultats", "lignes de résultats") + "\u00A0: "
                + String.join(", ", parts) + ".";
    }

    private static void add(List<String> parts, long n, String one, String many) {
        if (n > 0) {
            parts.add(French.count(n, one, many));
        }
    }

    private static Euros earned(YearlyReview.Line line) {
        return line.rule().rule().earned(line.value(), line.proven()).amount();
    }

    /** « 452,05 €, et 2 volets à convenir ». */
    static String variable(Outturn outturn) {
        long open =
                outturn.parts().stream().filter(part -> part.earned() == null).count();
        return French.amount(outturn.sum())
                + (open == 0 ? "" : ", et " + French.count(open, "volet à convenir", "volets à convenir"));
    }

    /** What the CPTS still has to give, each thing with its place on the page of the year. */
    public static List<CheckItem> leftForCommunity(YearFile file) {
        var review = file.review();
        if (review == null || review.closed()) {
            return List.of();
        }
        var left = new ArrayList<CheckItem>();
        for (var line : review.lines()) {
            if (line.of(Voice.CPTS).isEmpty()) {
                left.add(item(Status.MISSING, line, "Dites votre valeur."));
            } else if (line.value() != null && !line.proven()) {
                left.add(item(Status.MISSING, line, "Joignez une preuve : sans elle, la ligne ne rapporte rien."));
            } else if (line.disputed()) {
                left.add(item(Status.WAITING, line, "Les parties ne disent pas la même valeur : à convenir."));
            }
        }
        long asked = unanswered(review);
        if (asked > 0) {
            left.add(CheckItem.of(
                    Status.MISSING,
                    French.count(asked, "question attend votre réponse", "questions attendent votre réponse"),
                    null,
                    "#questions"));
        }
        return left;
    }

    /** What is still open before the closing, each thing with its place on the page of the dialogue. */
    public static List<CheckItem> leftBeforeClosing(YearFile file) {
        var review = file.review();
        if (review == null || review.closed()) {
            return List.of();
        }
        var left = new ArrayList<CheckItem>();
        for (var line : review.lines()) {
            if (line.disputed()) {
                left.add(item(Status.MISSING, line, "Les parties ne disent pas la même valeur : à convenir."));
            } else if (line.value() == null) {
                left.add(item(Status.WAITING, line, "Personne n’a dit de valeur : la ligne ne rapporterait rien."));
            } else if (!line.proven()) {
                left.add(item(Status.WAITING, line, "Sans preuve pour l’instant : la ligne ne rapporterait rien."));
            }
        }
        file.outturn().parts().stream()
                .filter(part -> part.earned() == null && !part.byLines())
                .forEach(part -> left.add(CheckItem.of(
                        Status.MISSING,
                        part.line().agreed().label(),
                        "Sans ligne de résultats : le montant est à convenir.",
                        "#bilan")));
        long asked = unanswered(review);
        if (asked > 0) {
            left.add(CheckItem.of(
                    Status.WAITING,
                    French.count(asked, "question attend une réponse", "questions attendent une réponse"),
                    null,
                    "#questions"));
        }
        return left;
    }

    private static CheckItem item(Status status, YearlyReview.Line line, String what) {
        return CheckItem.of(status, line.rule().label(), what, LINE + line.id());
    }

    private static long unanswered(YearlyReview review) {
        return review.questions().stream()
                .map(YearlyReview.Question::answer)
                .filter(Objects::isNull)
                .count();
    }
}
