package fr.maillage.project.context;

import fr.maillage.shared.French;
import fr.maillage.ui.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form and the list of the plan of communication. */
@Component
class CommunicationPage implements RegisterPage<Communication> {

    private final Communications register;

    CommunicationPage(Communications register) {
        this.register = register;
    }

    @Override
    public Register<Communication> register() {
        return register;
    }

    @Override
    public Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("cible", "Cible");
        labels.put("message", "Message");
        labels.put("moyens", "Moyens");
        labels.put("date", "Date");
        return labels;
    }

    @Override
    public Form filled(Communication facts) {
        return Form.empty()
                .set("cible", facts.audience())
                .set("message", facts.message())
                .set("moyens", facts.means())
                .set("date", facts.on());
    }

    @Override
    public @Nullable Communication read(Form form, ContextChoices choices) {
        var audience = form.text("cible", 200, "Dites à qui vous parlerez.");
        if (audience.length() == 1) {
            form.errors().add("cible", "Dites à qui vous parlerez.");
        }
        var message = form.lines("message", 1000);
        var means = form.free("moyens", 500);
        var on = form.day("date");
        return form.errors().isEmpty() ? new Communication(audience, message, means, on) : null;
    }

    @Override
    public List<String> heads() {
        return List.of("Cible", "Message", "Moyens", "Date");
    }

    @Override
    public List<String> cells(Communication facts) {
        return List.of(
                facts.audience(), facts.message(), facts.means(), facts.on() == null ? "" : French.date(facts.on()));
    }
}
