package fr.maillage.community.participants;

import fr.maillage.community.Identifiers;
import fr.maillage.community.Participant;
import fr.maillage.community.Participant.Kind;
import fr.maillage.community.Participant.Membership;
import fr.maillage.community.ParticipantCategory;
import fr.maillage.community.ParticipantFacts;
import fr.maillage.community.Sector;
import fr.maillage.shared.Today;
import fr.maillage.territory.Commune;
import fr.maillage.territory.Communes;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the form of an actor, and fills it. */
@Component
class ParticipantForm {

    /** Communes proposed when several answer to what was typed. */
    private static final int CANDIDATES = 8;

    /** The fields, with the labels that tell two people what differs. */
    static final Map<String, String> LABELS = labels();

    /** Under this name the page finds the communes that what was typed may mean. */
    private static final String CANDIDATE = "communes-possibles";

    private final Communes communes;
    private final Today today;

    ParticipantForm(Communes communes, Today today) {
        this.communes = communes;
        this.today = today;
    }

    static Form filled(Participant participant) {
        var facts = participant.facts();
        var place = facts.place();
        return Form.empty()
                .set("version", participant.change().version())
                .set("nom", facts.name())
                .set("prenom", facts.givenName())
                .set("categorie", facts.category().code())
                .set("precision", facts.categoryDetail())
                .set("secteur", facts.sector().code())
                .set("commune", place == null ? null : place.name() + " (" + place.code() + ")")
                .set("structure", facts.attachedTo())
                .set("gouvernance", facts.governance() ? "true" : null)
                .set("fonction", facts.function())
                .set("incertain", facts.certain() ? null : "true")
                .set("adhesion", facts.membership().name())
                .set("convention", facts.conventionOn())
                .set("rpps", facts.rpps())
                .set("finess", facts.finess())
                .set("siret", facts.siret());
    }

    /** What the form says, or null when something is wrong: the form then holds the faults. */
    @Nullable
    ParticipantFacts read(Kind kind, Form form) {
        var person = kind == Kind.PERSON;
        var name = form.text("nom", 160, person ? "Indiquez le nom de famille." : "Indiquez le nom de la structure.");
        var givenName = person ? form.text("prenom", 80, "Indiquez le prénom.") : null;
        var category = form.choice(
                "categorie",
                code -> ParticipantCategory.of(kind).stream()
                        .filter(known -> known.code().equals(code))
                        .findFirst(),
                person ? "Choisissez une profession." : "Choisissez un type de structure.");
        var detail = form.optional("precision", 120);
        if (category != null && category.other() && detail == null) {
            form.errors().add("precision", "Précisez en quelques mots, puisque « Autre » est choisi.");
        }
        var sector = form.choice("secteur", Sector::ofCode, "Choisissez un secteur.");
        var place = place(form);
        var attachedTo = form.optional("structure", 160);
        var function = form.optional("fonction", 120);
        var membership =
                form.choice("adhesion", ParticipantForm::membership, "Dites si c’est un membre ou un partenaire.");
        var convention = form.day("convention");
        if (convention != null && convention.isAfter(today.day())) {
            form.errors().add("convention", "Cette date est à venir. Écrivez-la une fois la convention signée.");
        }
        if (membership == Membership.MEMBER && convention != null) {
            form.errors()
                    .add(
                            "convention",
                            "Un membre n’a pas de convention. Effacez la date, ou choisissez « Partenaire ».");
        }
        var rpps = person ? number(form, "rpps", Identifiers::isRpps, RPPS_WRONG) : null;
        var finess = person ? null : number(form, "finess", Identifiers::isFiness, FINESS_WRONG);
        var siret = person ? null : number(form, "siret", Identifiers::isSiret, SIRET_WRONG);
        if (!form.errors().isEmpty() || category == null || sector == null || membership == null) {
            return null;
        }
        return new ParticipantFacts(
                kind,
                name,
                givenName,
                category,
                detail,
                sector,
                place,
                attachedTo,
                form.ticked("gouvernance"),
                function,
                !form.ticked("incertain"),
                membership,
                convention,
                rpps,
                finess,
                siret);
    }

    private static final String RPPS_WRONG =
            "Un numéro RPPS compte 11 chiffres, dont le dernier contrôle les autres. Vérifiez-le.";
    private static final String FINESS_WRONG =
            "Un numéro FINESS compte 9 signes, dont le dernier contrôle les autres. Vérifiez-le.";
    private static final String SIRET_WRONG =
            "Un numéro SIRET compte 14 chiffres, dont le dernier contrôle les autres. Vérifiez-le.";

    private static @Nullable String number(Form form, String field, Predicate<String> right, String wrong) {
        var number = form.compact(field);
        if (number != null && !right.test(number)) {
            form.errors().add(field, wrong);
        }
        return number;
    }

    /** A commune as people write it: « Millau (12145) », a name, a postal code or a code. */
    private ParticipantFacts.@Nullable Place place(Form form) {
        // The choice among several communes, made after a first sending, goes before what was first typed.
        var chosen = form.free("commune-choisie", Communes.LONGEST_SEARCH);
        if (!chosen.isEmpty()) {
            form.set("commune", chosen);
        }
        var typed = form.free("commune", Communes.LONGEST_SEARCH);
        if (typed.isEmpty()) {
            return null;
        }
        var code = Pattern.compile(".*\\((\\d[\\dAB]\\d{3})\\)").matcher(typed);
        var found =
                code.matches() ? communes.withCode(code.group(1)).map(List::of).orElse(List.of()) : exact(typed);
        if (found.size() == 1) {
            return new ParticipantFacts.Place(
                    found.getFirst().code(), found.getFirst().name());
        }
        var candidates = found.isEmpty() ? communes.search(typed, CANDIDATES) : found;
        form.errors()
                .add(
                        "commune",
                        candidates.isEmpty()
                                ? "Aucune commune ne répond à ce nom. Vérifiez l’orthographe, ou tapez le code postal."
                                : "Plusieurs communes répondent : choisissez la vôtre ci-dessous.");
        form.setAll(
                CANDIDATE,
                candidates.stream()
                        .limit(CANDIDATES)
                        .map(ParticipantForm::written)
                        .toList());
        return null;
    }

    /** The one commune that bears exactly this name, or is alone behind this postal code. */
    private List<Commune> exact(String typed) {
        var found = communes.search(typed, CANDIDATES);
        if (found.size() == 1) {
            return found;
        }
        var same = found.stream()
                .filter(commune -> commune.name().equalsIgnoreCase(typed)
                        || commune.code().equals(typed)
                        || commune.postalCodes().contains(typed))
                .toList();
        return same;
    }

    private static String written(Commune commune) {
        return commune.name() + " (" + commune.code() + ")";
    }

    static Optional<Membership> membership(String code) {
        return Arrays.stream(Membership.values())
                .filter(membership -> membership.name().equals(code))
                .findFirst();
    }

    static List<Option> categories(Kind kind) {
        return ParticipantCategory.of(kind).stream()
                .map(category -> new Option(category.code(), category.label()))
                .toList();
    }

    static List<Option> sectors() {
        return Arrays.stream(Sector.values())
                .map(sector -> new Option(sector.code(), sector.label()))
                .toList();
    }

    static List<Option> memberships() {
        return List.of(
                new Option(Membership.MEMBER.name(), "Membre", "Adhère à l’association et au projet de santé"),
                new Option(Membership.PARTNER.name(), "Partenaire", "Contribue aux missions par une convention"));
    }

    /** A stored code as people read it. */
    static String inWords(String value) {
        if (value.equals("true")) {
            return "oui";
        }
        return ParticipantCategory.ofCode(value)
                .map(ParticipantCategory::label)
                .or(() -> Sector.ofCode(value).map(Sector::label))
                .or(() -> membership(value).map(Membership::label))
                .orElse(value);
    }

    private static Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("nom", "Nom");
        labels.put("prenom", "Prénom");
        labels.put("categorie", "Profession ou type");
        labels.put("precision", "Précision");
        labels.put("secteur", "Secteur");
        labels.put("commune", "Commune");
        labels.put("structure", "Structure ou contact");
        labels.put("adhesion", "Membre ou partenaire");
        labels.put("convention", "Date de la convention");
        labels.put("gouvernance", "Participe à la gouvernance");
        labels.put("fonction", "Rôle dans la CPTS");
        labels.put("incertain", "Participation à confirmer");
        labels.put("rpps", "RPPS");
        labels.put("finess", "FINESS");
        labels.put("siret", "SIRET");
        return labels;
    }
}
