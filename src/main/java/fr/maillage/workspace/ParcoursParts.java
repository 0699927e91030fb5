package fr.maillage.workspace;

import fr.maillage.dossier.completeness.CompletenessReport;
import fr.maillage.dossier.completeness.CompletenessReport.Check;
import fr.maillage.shared.French;
import fr.maillage.ui.CheckItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parts of a projet de santé in the order of the work: what each holds, or what it lacks. */
final class ParcoursParts {

    private static final int MOST_SECTIONS = 4;

    /** The parts by the page where each is entered, as the rules name it. */
    private static final Map<String, String> PARTS = parts();

    private ParcoursParts() {}

    /** @param home address of the CPTS, without a final slash */
    static List<CheckItem> of(String home, CompletenessReport report) {
        var items = new ArrayList<CheckItem>();
        for (var part : PARTS.entrySet()) {
            var address = home + "/" + part.getKey();
            var checks = report.checks().stream()
                    .filter(check ->
                            check.href().equals(address) || check.href().startsWith(address + "/"))
                    .toList();
            if (!checks.isEmpty()) {
                items.add(item(part.getValue(), address, checks, report.held().get(part.getKey())));
            }
        }
        return items;
    }

    /** The first thing to do before the deposit, in the order of the work. */
    static Check first(String home, CompletenessReport report) {
        var order = List.copyOf(PARTS.keySet());
        return report.checks().stream()
                .filter(Check::blocks)
                .min(Comparator.comparingInt(check -> {
                    var page = check.href().substring(home.length() + 1).split("/", 2)[0];
                    var rank = order.indexOf(page);
                    return rank < 0 ? order.size() : rank;
                }))
                .orElseThrow();
    }

    private static CheckItem item(String title, String address, List<Check> checks, @Nullable String held) {
        var blocking = checks.stream().filter(Check::blocks).toList();
        var advised = checks.stream()
                .filter(check -> !check.satisfied() && !check.blocks())
                .toList();
        if (blocking.isEmpty() && advised.isEmpty()) {
            return new CheckItem(CheckItem.Status.DONE, title, address, held, "Fait", null);
        }
        var words = new ArrayList<String>();
        if (!blocking.isEmpty()) {
            words.add(French.count(blocking.size(), "manque", "manques"));
        }
        if (!advised.isEmpty()) {
            words.add(French.count(advised.size(), "conseil", "conseils"));
        }
        return new CheckItem(
                blocking.isEmpty() ? CheckItem.Status.LATER : CheckItem.Status.MISSING,
                title,
                address,
                lacking(blocking.isEmpty() ? advised : blocking),
                String.join(", ", words),
                null);
    }

    /** The first thing to do and how many follow; the sections to write are named together. */
    private static String lacking(List<Check> missing) {
        var sections = missing.stream()
                .map(Check::text)
                .filter(Objects::nonNull)
                .map(CompletenessReport.Text::number)
                .toList();
        var rules = missing.stream().filter(check -> check.text() == null).toList();
        if (rules.isEmpty()) {
            return (sections.size() == 1 ? "À écrire : section " : "À écrire : sections ")
                    + String.join(", ", sections.stream().limit(MOST_SECTIONS).toList())
                    + (sections.size() > MOST_SECTIONS
                            ? " et " + French.count(sections.size() - MOST_SECTIONS, "autre", "autres")
                            : "")
                    + ".";
        }
        int others = missing.size() - 1;
        return rules.getFirst().detail() + (others == 0 ? "" : " Et " + French.count(others, "autre", "autres") + ".");
    }

    /** « Écrire la section 3.4 « Gouvernance » » for a text; what the rule says to do for the rest. */
    static String toDo(Check check) {
        var text = check.text();
        return text == null
                ? check.detail()
                : "Écrire la section " + text.number() + " «" + French.NBSP + text.title() + French.NBSP + "»";
    }

    private static Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("territoire", "Territoire");
        parts.put("acteurs", "Acteurs");
        parts.put("gouvernance", "Gouvernance");
        parts.put("objectifs", "Objectifs");
        parts.put("actions", "Actions et indicateurs");
        parts.put("budget", "Budget");
        parts.put("projet-de-sante", "Textes du projet");
        return parts;
    }
}
