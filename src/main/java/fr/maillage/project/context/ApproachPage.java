package fr.maillage.project.context;

import fr.maillage.ui.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form and the list of how users take part and quality is looked after. */
@Component
class ApproachPage implements RegisterPage<Approach> {

    private final Approaches register;

    ApproachPage(Approaches register) {
        this.register = register;
    }

    @Override
    public Register<Approach> register() {
        return register;
    }

    @Override
    public Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("nature", "Nature");
        labels.put("titre", "Démarche");
        labels.put("detail", "En pratique");
        return labels;
    }

    @Override
    public Form filled(Approach facts) {
        return Form.empty()
                .set("nature", facts.kind().code())
                .set("titre", facts.title())
                .set("detail", facts.detail());
    }

    @Override
    public @Nullable Approach read(Form form, ContextChoices choices) {
        var kind = form.choice("nature", Approach.Kind::ofCode, "Dites s’il s’agit des usagers ou de la qualité.");
        var title = form.text("titre", 200, "Nommez cette démarche.");
        if (!title.isEmpty() && title.length() < 3) {
            form.errors().add("titre", "Nommez cette démarche.");
        }
        var detail = form.lines("detail", 2000);
        return kind == null || !form.errors().isEmpty() ? null : new Approach(kind, title, detail);
    }

    @Override
    public List<String> heads() {
        return List.of("Démarche", "Nature", "En pratique");
    }

    @Override
    public List<String> cells(Approach facts) {
        return List.of(facts.title(), facts.kind().label(), facts.detail());
    }
}
