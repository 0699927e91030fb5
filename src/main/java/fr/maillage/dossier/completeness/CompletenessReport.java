package fr.maillage.dossier.completeness;

import fr.maillage.dossier.trame.TrameSection;
import fr.maillage.ui.CheckItem;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which rules a dossier meets.
 *
 * @param checks in the order of the trame
 * @param held by page of the CPTS, what is there in a few words: « 44 communes, taille 2 »; no entry where nothing is
 * @param findings what the program notices for those who instruct
 */
public record CompletenessReport(List<Check> checks, Map<String, String> held, List<Finding> findings) {

    /** Begins the code of a rule that asks for a text. */
    static final String WRITTEN = "texte:";

    /** Begins the code of a text whose figures the project contradicts. */
    static final String COHERENT = "coherence:";

    /** The section that a rule asks to write. */
    public record Text(String number, String title) {}

    /**
     * A rule and what it says of the dossier.
     *
     * @param code of the rule, or {@code texte:} and the key of a narrative
     * @param sentence the rule in French, as it is when it is met
     * @param source the text it comes from
     * @param section key of the first section that asks for it
     * @param href the page where one mends it
     * @param detail what to do; empty when the rule is met
     * @param text the section to write, when the rule asks for a text
     */
    public record Check(
            String code,
            String sentence,
            String source,
            String section,
            String href,
            Severity severity,
            boolean satisfied,
            String detail,
            @Nullable Text text) {

        /** Not met, and no deposit without it. */
        public boolean blocks() {
            return !satisfied && severity == Severity.BLOCKING;
        }

        /** As a line of a list; a rule that is not met leads to its place. */
        public CheckItem item() {
            if (satisfied) {
                return new CheckItem(CheckItem.Status.DONE, sentence, null, null, null, source);
            }
            var status = severity == Severity.BLOCKING ? CheckItem.Status.MISSING : CheckItem.Status.LATER;
            return new CheckItem(status, sentence, href, detail, null, source);
        }
    }

    public CompletenessReport {
        checks = List.copyOf(checks);
        held = Map.copyOf(held);
        findings = List.copyOf(findings);
    }

    public int total() {
        return checks.size();
    }

    /** How many rules are met. */
    public int satisfied() {
        return (int) checks.stream().filter(Check::satisfied).count();
    }

    /** Nothing keeps the dossier from being deposited. */
    public boolean depositable() {
        return blocking().isEmpty();
    }

    /** The rules that are not met and forbid the deposit. */
    public List<CheckItem> blocking() {
        return items(Check::blocks);
    }

    /** The rules that are not met and forbid nothing. */
    public List<CheckItem> advised() {
        return items(check -> !check.satisfied() && check.severity() == Severity.ADVISED);
    }

    public List<CheckItem> met() {
        return items(Check::satisfied);
    }

    /** The rules that a section names and the text it asks for, as they stand; a rule may count in several sections. */
    public List<Check> of(TrameSection section) {
        var text =
                section.narrative().map(narrative -> WRITTEN + narrative.key()).orElse("");
        return checks.stream()
                .filter(check -> check.code().equals(text)
                        || check.section().equals(section.key()) && check.code().startsWith(COHERENT)
                        || section.rules().contains(check.code()))
                .toList();
    }

    private List<CheckItem> items(Predicate<Check> wanted) {
        return checks.stream().filter(wanted).map(Check::item).toList();
    }
}
