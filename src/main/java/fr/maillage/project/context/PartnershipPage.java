package fr.maillage.project.context;

import fr.maillage.shared.French;
import fr.maillage.ui.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form and the list of partners. */
@Component
class PartnershipPage implements RegisterPage<Partnership> {

    private final Partnerships register;

    PartnershipPage(Partnerships register) {
        this.register = register;
    }

    @Override
    public Register<Partnership> register() {
        return register;
    }

    @Override
    public Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("acteur", "Déjà dans vos acteurs");
        labels.put("nom", "Nom");
        labels.put("nature", "Nature");
        labels.put("objet", "Objet");
        labels.put("travail", "Travail en commun");
        labels.put("contact", "Personne de référence");
        labels.put("etat", "Convention");
        labels.put("signature", "Signée le");
        labels.put("fin", "Fin");
        return labels;
    }

    @Override
    public Form filled(Partnership facts) {
        return Form.empty()
                .set("acteur", facts.actor() == null ? null : facts.actor().value())
                .set("nom", facts.actor() == null ? facts.name() : null)
                .set("nature", facts.kind().code())
                .set("objet", facts.object())
                .set("travail", facts.work())
                .set("contact", facts.contact())
                .set("etat", facts.state().code())
                .set("signature", facts.signedOn())
                .set("fin", facts.endsOn());
    }

    @Override
    public @Nullable Partnership read(Form form, ContextChoices choices) {
        var actor = form.optionalChoice("acteur", choices::structure);
        var name = actor != null
                ? actor.fullName()
                : form.name("nom", 200, "Choisissez une structure de vos acteurs, ou écrivez son nom.");
        var kind = form.choice("nature", ContextLists::partnerKind, "Dites ce qu’est ce partenaire.");
        var state = form.choice("etat", Partnership.State::ofCode, "Dites où en est la convention.");
        var object = form.lines("objet", 1000);
        var work = form.lines("travail", 2000);
        var contact = form.free("contact", 300);
        var signed = form.day("signature");
        var ends = form.day("fin");
        if (signed != null && ends != null && ends.isBefore(signed)) {
            form.errors().add("fin", "La fin est avant la signature. Vérifiez l’année.");
        }
        return kind == null || state == null || !form.errors().isEmpty()
                ? null
                : new Partnership(
                        actor == null ? null : actor.id(), name, kind, object, work, contact, state, signed, ends);
    }

    @Override
    public List<String> heads() {
        return List.of("Partenaire", "Nature", "Objet", "Convention", "Dates");
    }

    @Override
    public List<String> cells(Partnership facts) {
        return List.of(
                facts.name(),
                facts.kind().label(),
                facts.object(),
                facts.state().label(),
                dates(facts));
    }

    /** « depuis le 3 mars 2026, jusqu’au 2 mars 2029 ». */
    private static String dates(Partnership facts) {
        var signed = facts.signedOn() == null ? "" : "depuis le " + French.date(facts.signedOn());
        return facts.endsOn() == null
                ? signed
                : signed + (signed.isEmpty() ? "" : ", ") + "jusqu’au " + French.date(facts.endsOn());
    }
}
