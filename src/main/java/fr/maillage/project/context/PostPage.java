package fr.maillage.project.context;

import fr.maillage.shared.French;
import fr.maillage.ui.Form;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form and the list of posts. */
@Component
class PostPage implements RegisterPage<Post> {

    private static final BigDecimal MOST = BigDecimal.valueOf(20);

    private final Posts register;

    PostPage(Posts register) {
        this.register = register;
    }

    @Override
    public Register<Post> register() {
        return register;
    }

    @Override
    public Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("fonction", "Fonction");
        labels.put("precision", "Précision");
        labels.put("etp", "Temps de travail (ETP)");
        labels.put("employeur", "Employeur");
        labels.put("missions", "Fiche de poste");
        return labels;
    }

    @Override
    public Form filled(Post facts) {
        return Form.empty()
                .set("fonction", facts.function().code())
                .set("precision", facts.precision())
                .set("etp", facts.fte() == null ? null : French.decimal(facts.fte(), 2))
                .set("employeur", facts.employer())
                .set("missions", facts.duties());
    }

    @Override
    public @Nullable Post read(Form form, ContextChoices choices) {
        var function = form.choice("fonction", ContextLists::function, "Choisissez une fonction.");
        var precision = form.free("precision", 160);
        if (function != null && function.code().equals(ContextLists.OTHER) && precision.isEmpty()) {
            form.errors().add("precision", "Nommez cette fonction.");
        }
        var fte = form.decimal("etp", 2);
        if (fte != null && (fte.signum() <= 0 || fte.compareTo(MOST) > 0)) {
            form.errors()
                    .add(
                            "etp",
                            "Écrivez un temps de travail entre 0,01 et 20 équivalents temps plein, par exemple 0,5.");
        }
        var employer = form.free("employeur", 200);
        var duties = form.lines("missions", 8000);
        return function == null || !form.errors().isEmpty()
                ? null
                : new Post(function, precision, fte, employer, duties);
    }

    @Override
    public List<String> heads() {
        return List.of("Fonction", "Temps de travail", "Employeur", "Fiche de poste");
    }

    @Override
    public List<String> cells(Post facts) {
        return List.of(
                facts.label(),
                facts.fte() == null ? "" : French.decimal(facts.fte(), 2) + "\u00A0ETP",
                facts.employer(),
                facts.duties().isEmpty() ? "à écrire" : "écrite");
    }
}
