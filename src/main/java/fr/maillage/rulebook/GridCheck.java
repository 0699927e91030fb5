package fr.maillage.rulebook;

import fr.maillage.rules.aci.Grid;
import fr.maillage.rules.aci.Grids;
import fr.maillage.rules.aci.MissionTerms;
import fr.maillage.rules.aci.Part;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import fr.maillage.shared.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What is wrong with a grid that reads well and comes from outside: bounds, codes, addresses, clashes. */
final class GridCheck {

    private static final Pattern GRID = Pattern.compile("[a-z0-9][a-z0-9-]{2,39}");
    /** As the tables of contracts accept them. */
    private static final Pattern CODE = Pattern.compile("[A-Z_]{1,40}");

    private static final Euros MOST = Euros.of(9_999_999);
    private static final int MOST_YEARS = 10;
    private static final int MOST_MONTHS = 24;
    private static final int LAST_YEAR = 2100;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 2000;

    /** A fault found at many places is told once. */
    private final Set<String> faults = new TreeSet<>();

    private GridCheck() {}

    /** The faults, in French, in a stable order. */
    static List<String> faults(Grid grid, Grids known) {
        var check = new GridCheck();
        check.identity(grid, known);
        check.terms(grid);
        grid.missions().forEach(mission -> check.mission(mission, grid));
        grid.allParts().forEach(check::part);
        grid.assumptions().forEach(each -> {
            check.text("assumptions", each.code(), LONGEST_TITLE);
            check.text("assumptions › " + each.code(), each.text(), LONGEST_TEXT);
        });
        grid.publishedTotals().values().forEach(total -> check.source(total.source()));
        return new ArrayList<>(check.faults);
    }

    private void identity(Grid grid, Grids known) {
        if (!GRID.matcher(grid.code()).matches()) {
            fault("code", "3 à 40 lettres minuscules, chiffres ou tirets sont attendus, comme aci-avenant-5");
        }
        if (known.byCode(grid.code()).isPresent()) {
            fault("code", "un barème connu porte déjà le code «" + French.NBSP + grid.code() + French.NBSP + "»");
        }
        text("title", grid.title(), LONGEST_TITLE);
        source(grid.source());
        var from = grid.inForceFrom();
        if (from.isBefore(known.firstDay()) || from.getYear() > LAST_YEAR) {
            fault(
                    "in-force-from",
                    "une date entre le " + French.date(known.firstDay()) + " et l’année " + LAST_YEAR
                            + " est attendue");
        }
        known.all().stream()
                .filter(other -> other.inForceFrom().equals(from))
                .forEach(other -> fault(
                        "in-force-from",
                        "«" + French.NBSP + other.title() + French.NBSP + "» entre en vigueur le même jour"));
    }

    private void terms(Grid grid) {
        between("terms › contract-years", grid.terms().contractYears(), 1, MOST_YEARS);
        between("terms › settlement-months", grid.terms().settlementMonths(), 1, MOST_MONTHS);
        source(grid.terms().source());
    }

    private void mission(MissionTerms mission, Grid grid) {
        var place = "missions › " + mission.code();
        code(place, mission.code());
        text(place, mission.title(), LONGEST_TITLE);
        var calendar = mission.calendar();
        if (calendar == null) {
            return;
        }
        source(calendar.source());
        if (calendar.startWithinMonths() > calendar.deployedWithinMonths()) {
            fault(place + " › calendar", "la mission serait déployée avant d’avoir démarré");
        }
        if (calendar.deployedWithinMonths() > 12L * grid.terms().contractYears()) {
            fault(place + " › calendar", "la mission serait déployée après la fin du contrat");
        }
    }

    private void part(Part part) {
        code(part.code(), part.code());
        text(part.code(), part.title(), LONGEST_TITLE);
        var condition = part.condition();
        if (condition != null) {
            text(part.code() + " › condition", condition, LONGEST_TEXT);
        }
        part.rates().values().forEach(rate -> {
            source(rate.source());
            var amount = rate.amount();
            if (amount != null && amount.compareTo(MOST) > 0) {
                fault(part.code() + " › amounts", French.amount(amount) + " dépasse " + French.amount(MOST));
            }
        });
    }

    private void code(String place, String code) {
        if (!CODE.matcher(code).matches()) {
            fault(place, "un code de 1 à 40 lettres majuscules sans accent ou soulignés est attendu");
        }
    }

    private void text(String place, String text, int longest) {
        if (text.length() > longest) {
            fault(place, "ce texte dépasse " + French.number(longest) + " caractères");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            fault(place, "un caractère invisible est à retirer");
        }
    }

    private void source(Source source) {
        text("sources", source.title(), LONGEST_TITLE);
        var href = source.href();
        if (href != null && !href.matches("https?://[^\\s\"'<>]{3,500}")) {
            fault("sources › " + source.title(), "l’adresse doit commencer par https://");
        }
    }

    private void between(String place, long value, int least, int most) {
        if (value < least || value > most) {
            fault(place, "un nombre de " + least + " à " + most + " est attendu");
        }
    }

    private void fault(String place, String sentence) {
        faults.add(place + French.NBSP + ": " + sentence);
    }
}
