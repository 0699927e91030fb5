package fr.maillage.project.context;

import fr.maillage.shared.French;
import fr.maillage.ui.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form and the list of the history. */
@Component
class CooperationPage implements RegisterPage<Cooperation> {

    private final Cooperations register;

    CooperationPage(Cooperations register) {
        this.register = register;
    }

    @Override
    public Register<Cooperation> register() {
        return register;
    }

    @Override
    public Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("date", "Date");
        labels.put("titre", "Ce qui s’est passé");
        labels.put("detail", "Ce que cela a changé");
        return labels;
    }

    @Override
    public Form filled(Cooperation facts) {
        return Form.empty().set("date", facts.on()).set("titre", facts.title()).set("detail", facts.detail());
    }

    @Override
    public @Nullable Cooperation read(Form form, ContextChoices choices) {
        var on = form.day("date");
        if (on == null && form.value("date").isBlank()) {
            form.errors().add("date", "Indiquez la date.");
        }
        var title = form.text("titre", 200, "Dites ce qui s’est passé.");
        if (!title.isEmpty() && title.length() < 3) {
            form.errors().add("titre", "Dites ce qui s’est passé.");
        }
        var detail = form.lines("detail", 2000);
        return on == null || !form.errors().isEmpty() ? null : new Cooperation(on, title, detail);
    }

    @Override
    public List<String> heads() {
        return List.of("Ce qui s’est passé", "Date", "Ce que cela a changé");
    }

    @Override
    public List<String> cells(Cooperation facts) {
        return List.of(facts.title(), French.date(facts.on()), facts.detail());
    }
}
