package fr.maillage.project.context;

import fr.maillage.shared.French;
import fr.maillage.ui.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form and the list of evaluations. */
@Component
class EvaluationPage implements RegisterPage<Evaluation> {

    private final Evaluations register;

    EvaluationPage(Evaluations register) {
        this.register = register;
    }

    @Override
    public Register<Evaluation> register() {
        return register;
    }

    @Override
    public Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("date", "Date");
        labels.put("titre", "Rendez-vous");
        labels.put("methode", "Méthode");
        return labels;
    }

    @Override
    public Form filled(Evaluation facts) {
        return Form.empty().set("date", facts.on()).set("titre", facts.title()).set("methode", facts.method());
    }

    @Override
    public @Nullable Evaluation read(Form form, ContextChoices choices) {
        var on = form.day("date");
        if (on == null && form.value("date").isBlank()) {
            form.errors().add("date", "Indiquez la date.");
        }
        var title = form.text("titre", 200, "Nommez ce rendez-vous.");
        if (!title.isEmpty() && title.length() < 3) {
            form.errors().add("titre", "Nommez ce rendez-vous.");
        }
        var method = form.lines("methode", 1000);
        return on == null || !form.errors().isEmpty() ? null : new Evaluation(on, title, method);
    }

    @Override
    public List<String> heads() {
        return List.of("Rendez-vous", "Date", "Méthode");
    }

    @Override
    public List<String> cells(Evaluation facts) {
        return List.of(facts.title(), French.date(facts.on()), facts.method());
    }
}
