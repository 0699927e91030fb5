package fr.maillage.project.actions;

import fr.maillage.ui.Form;
import java.util.List;

/** Repeated lines of two fields in a form: steps, risks. */
public final class ActionLines {

    /** Lines that one form may hold. */
    static final int MOST = 20;

    private ActionLines() {}

    /** Lines that hold something in one field or the other. */
    static int typed(Form form, String one, String other) {
        return Math.min(
                MOST, Math.max(form.values(one).size(), form.values(other).size()));
    }

    /** Two empty lines more than those typed. */
    public static int shown(Form form, String one, String other) {
        return Math.min(MOST, typed(form, one, other) + 2);
    }

    /** @param line from 1 */
    public static String at(Form form, String field, int line) {
        List<String> values = form.values(field);
        return line <= values.size() ? values.get(line - 1) : "";
    }
}
