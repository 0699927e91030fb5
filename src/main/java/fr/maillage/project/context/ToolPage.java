package fr.maillage.project.context;

import fr.maillage.ui.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form and the list of information systems. */
@Component
class ToolPage implements RegisterPage<Tool> {

    private final Tools register;

    ToolPage(Tools register) {
        this.register = register;
    }

    @Override
    public Register<Tool> register() {
        return register;
    }

    @Override
    public Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("outil", "Outil");
        labels.put("nom", "Précision");
        labels.put("usage", "Usage");
        labels.put("utilisateurs", "Par qui");
        labels.put("objet", "Pour quoi");
        labels.put("besoin", "Ce qui n’est pas possible aujourd’hui");
        return labels;
    }

    @Override
    public Form filled(Tool facts) {
        return Form.empty()
                .set("outil", facts.kind().code())
                .set("nom", facts.precision())
                .set("usage", facts.stage().code())
                .set("utilisateurs", facts.users())
                .set("objet", facts.purpose())
                .set("besoin", facts.need());
    }

    @Override
    public @Nullable Tool read(Form form, ContextChoices choices) {
        var kind = form.choice("outil", ContextLists::tool, "Choisissez un outil, ou « Autre outil ».");
        var stage = form.choice("usage", Tool.Stage::ofCode, "Dites si l’outil est utilisé ou souhaité.");
        var precision = form.free("nom", 160);
        if (kind != null && kind.code().equals(ContextLists.OTHER) && precision.isEmpty()) {
            form.errors().add("nom", "Nommez cet outil.");
        }
        var users = form.free("utilisateurs", 300);
        var purpose = form.lines("objet", 1000);
        var need = form.lines("besoin", 2000);
        return kind == null || stage == null || !form.errors().isEmpty()
                ? null
                : new Tool(kind, precision, stage, users, purpose, need);
    }

    @Override
    public List<String> heads() {
        return List.of("Outil", "Usage", "Par qui", "Pour quoi", "Besoin");
    }

    @Override
    public List<String> cells(Tool facts) {
        return List.of(facts.label(), facts.stage().label(), facts.users(), facts.purpose(), facts.need());
    }
}
