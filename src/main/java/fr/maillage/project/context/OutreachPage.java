package fr.maillage.project.context;

import fr.maillage.community.ParticipantCategory;
import fr.maillage.shared.French;
import fr.maillage.ui.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form and the list of who was told. */
@Component
class OutreachPage implements RegisterPage<Outreach> {

    private final Outreaches register;

    OutreachPage(Outreaches register) {
        this.register = register;
    }

    @Override
    public Register<Outreach> register() {
        return register;
    }

    @Override
    public Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("public", "Profession ou nature de structure");
        labels.put("precision", "Précision");
        labels.put("date", "Date");
        labels.put("moyen", "Moyen");
        labels.put("nombre", "Combien");
        labels.put("contenu", "Ce qui a été dit");
        labels.put("preuve", "Trace");
        return labels;
    }

    @Override
    public Form filled(Outreach facts) {
        return Form.empty()
                .set(
                        "public",
                        facts.audience() == null ? null : facts.audience().code())
                .set("precision", facts.audienceWords())
                .set("date", facts.on())
                .set("moyen", facts.means().code())
                .set("nombre", facts.informed())
                .set("contenu", facts.content())
                .set("preuve", facts.proof());
    }

    @Override
    public @Nullable Outreach read(Form form, ContextChoices choices) {
        var audience = form.optionalChoice("public", ParticipantCategory::ofCode);
        var words = form.free("precision", 200);
        if (audience == null && words.isEmpty()) {
            form.errors().add("public", "Dites qui a été prévenu : une profession, ou quelques mots.");
        }
        var on = form.day("date");
        if (on == null && form.value("date").isBlank()) {
            form.errors().add("date", "Indiquez la date.");
        }
        var means = form.choice("moyen", ContextLists::means, "Dites par quel moyen.");
        var informed = form.whole("nombre", 0, 100_000, "Écrivez un nombre de personnes, par exemple 45.");
        var content = form.lines("contenu", 1000);
        var proof = form.free("preuve", 300);
        return on == null || means == null || !form.errors().isEmpty()
                ? null
                : new Outreach(
                        audience, words, on, means, informed == null ? null : informed.intValue(), content, proof);
    }

    @Override
    public List<String> heads() {
        return List.of("Public", "Date", "Moyen", "Combien", "Trace");
    }

    @Override
    public List<String> cells(Outreach facts) {
        return List.of(
                facts.whom(),
                French.date(facts.on()),
                facts.means().label(),
                facts.informed() == null ? "inconnu" : French.number(facts.informed()),
                facts.proof());
    }
}
