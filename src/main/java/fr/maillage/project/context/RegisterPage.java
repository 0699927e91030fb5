package fr.maillage.project.context;

import fr.maillage.ui.Form;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form and the list of a register. */
interface RegisterPage<F> {

    Register<F> register();

    /** Every field of the form with its label, in the order of the page. */
    Map<String, String> labels();

    Form filled(F facts);

    /** What the form says, or null when something is wrong: the form then holds the faults. */
    @Nullable
    F read(Form form, ContextChoices choices);

    /** The titles of the columns; the first names the line. */
    List<String> heads();

    /** As many as {@link #heads}. */
    List<String> cells(F facts);

    default ContextPart part() {
        return register().part();
    }

    default List<ContextRow> rows(List<Line<F>> lines) {
        return lines.stream()
                .map(line -> new ContextRow(line.id(), cells(line.facts())))
                .toList();
    }
}
