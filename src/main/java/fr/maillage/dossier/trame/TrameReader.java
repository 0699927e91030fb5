package fr.maillage.dossier.trame;

import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.trame.Filling.Expectation;
import fr.maillage.dossier.trame.Filling.FixedText;
import fr.maillage.dossier.trame.Filling.Narrative;
import fr.maillage.dossier.trame.Filling.View;
import fr.maillage.dossier.trame.TrameSection.Guidance;
import fr.maillage.shared.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a trame file whole, or tells its author every fault at once. The format is described in docs/trames.md. */
public final class TrameReader {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final String CODE_TOLD =
            "Utilisez des minuscules sans accent, des chiffres et des tirets : « contexte-local ».";
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d?(\\.[1-9]\\d?){0,3}");
    private static final int DEEPEST = 4;
    private static final int MOST_SECTIONS = 300;

    private final String file;
    private final Set<String> knownRules;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, String> narratives = new HashMap<>();
    private boolean numbered = true;

    private TrameReader(String file, Set<String> knownRules) {
        this.file = file;
        this.knownRules = knownRules;
    }

    /**
     * @param file the name told in the faults
     * @param knownRules codes of the completeness rules a section may name
     */
    public static Reading read(String file, String yaml, Set<String> knownRules) {
        return new TrameReader(file, knownRules).read(yaml);
    }

    private Reading read(String yaml) {
        Optional<Node> root;
        try {
            root = new Compose(LoadSettings.builder()
                            .setLabel(file)
                            .setCodePointLimit(1_000_000)
                            .build())
                    .composeString(yaml);
        } catch (MarkedYamlEngineException e) {
            return notYaml(e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1));
        } catch (YamlEngineException e) {
            return notYaml(1);
        }
        if (root.isEmpty()) {
            return new Reading.Broken(List.of(new Fault(
                    file, 1, "le fichier est vide.", "Partez d’une trame existante : docs/trames.md en donne une.")));
        }
        var trame = trame(new Place(file, root.get(), faults));
        if (faults.isEmpty()) {
            return new Reading.Read(trame);
        }
        return new Reading.Broken(
                faults.stream().sorted(Comparator.comparingInt(Fault::line)).toList());
    }

    private Reading notYaml(int line) {
        return new Reading.Broken(List.of(new Fault(
                file,
                line,
                "le texte n’est pas du YAML lisible.",
                "Vérifiez le décalage des lignes (des espaces, jamais de tabulation) et mettez entre guillemets droits"
                        + " un texte qui contient « : » ou « # ».")));
    }

    private Trame trame(Place root) {
        if (!root.isGroup()) {
            root.fault("une trame commence par ses clés.", "Écrivez d’abord « identifiant: … », puis « type: … ».");
        }
        root.onlyKeys(
                "identifiant", "type", "titre", "emetteur", "version", "source", "habituelle", "numerote", "sections");
        numbered = yes(root, "numerote", true);
        var trame = new Trame(
                root.text("identifiant", CODE, CODE_TOLD),
                kind(root),
                root.text("titre"),
                root.text("emetteur"),
                root.text("version"),
                source(root),
                yes(root, "habituelle", false),
                sections(root, "", 1));
        if (trame.sections().isEmpty() && faults.isEmpty()) {
            root.fault("la trame n’a aucune section.", "Ajoutez « sections: » et une première section « - cle: … ».");
        }
        return trame;
    }

    /** The kind of dossier; none for a document that goes with another one. */
    private @Nullable DossierKind kind(Place root) {
        if (Trame.PIECE.equals(root.text("type"))) {
            return null;
        }
        var known = Stream.concat(DossierKind.paths().stream(), Stream.of(Trame.PIECE))
                .toList();
        return among(root, "type", DossierKind::ofPath, known).orElse(DossierKind.HEALTH_PROJECT);
    }

    /** « oui » or « non ». */
    private static boolean yes(Place place, String key, boolean otherwise) {
        if (!place.has(key)) {
            return otherwise;
        }
        var text = place.text(key);
        if (!text.equals("oui") && !text.equals("non")) {
            place.at(key).fault("« " + key + " » se dit par oui ou par non.", "Écrivez « " + key + ": oui ».");
        }
        return text.equals("oui");
    }

    private Source source(Place root) {
        if (!root.has("source")) {
            root.text("source");
            return new Source("", null);
        }
        var source = root.at("source");
        source.onlyKeys("titre", "adresse");
        return new Source(source.text("titre"), source.optionalText("adresse"));
    }

    private List<TrameSection> sections(Place parent, String parentNumber, int depth) {
        List<TrameSection> sections = new ArrayList<>();
        int last = -1;
        for (Place place : parent.list("sections")) {
            if (keys.size() >= MOST_SECTIONS || depth > DEEPEST) {
                place.fault(
                        "la trame a trop de sections ou de niveaux.",
                        "Restez sous " + MOST_SECTIONS + " sections et " + DEEPEST + " niveaux.");
                return sections;
            }
            var section = section(place, parentNumber, last, depth);
            last = lastPart(section.number());
            sections.add(section);
        }
        return sections;
    }

    private TrameSection section(Place place, String parentNumber, int previous, int depth) {
        place.onlyKeys("cle", "numero", "numerote", "titre", "guide", "contenu", "regles", "accueille", "sections");
        var key = place.text("cle", CODE, CODE_TOLD);
        var number =
                place.text("numero", NUMBER, "Écrivez le numéro entre guillemets droits, sans point final : \"2.1\".");
        checkNumber(place, number, parentNumber, previous);
        unique(place, "cle", key, number, keys, "la clé de section");
        return new TrameSection(
                key,
                number,
                !number.equals("0") && yes(place, "numerote", numbered),
                place.text("titre"),
                guidance(place),
                fillings(place, number),
                rules(place),
                diagnosis(place, number),
                sections(place, number, depth + 1));
    }

    private void checkNumber(Place place, String number, String parentNumber, int previous) {
        if (!NUMBER.matcher(number).matches()) {
            return;
        }
        var prefix = parentNumber.isEmpty() ? "" : parentNumber + ".";
        if (!number.startsWith(prefix) || number.substring(prefix.length()).contains(".")) {
            place.at("numero")
                    .fault(
                            "le numéro " + number + " n’est pas à sa place"
                                    + (parentNumber.isEmpty() ? "." : " dans la section " + parentNumber + "."),
                            "Le numéro attendu ici est " + prefix + (Math.max(previous, 0) + 1) + ".");
        } else if (lastPart(number) <= previous) {
            place.at("numero")
                    .fault(
                            "le numéro " + number + " vient après " + prefix + previous + ".",
                            "Les numéros montent : le suivant est " + prefix + (previous + 1) + ".");
        }
    }

    private void unique(Place place, String at, String value, String number, Map<String, String> seen, String what) {
        var first = value.isEmpty() ? null : seen.putIfAbsent(value, number);
        if (first != null) {
            place.at(at)
                    .fault(
                            what + " « " + value + " » sert déjà à la section " + first + ".",
                            "Donnez un autre nom à l’une des deux.");
        }
    }

    private @Nullable Guidance guidance(Place section) {
        if (!section.has("guide")) {
            return null;
        }
        var guide = section.at("guide");
        guide.onlyKeys("cherche", "pistes", "exemple", "souvent-renvoye");
        return new Guidance(
                guide.text("cherche"),
                guide.texts("pistes"),
                guide.optionalText("exemple"),
                guide.oneOrMoreTexts("souvent-renvoye"));
    }

    private List<Filling> fillings(Place section, String number) {
        List<Filling> fillings = new ArrayList<>();
        for (Place place : section.list("contenu")) {
            filling(place, number).ifPresent(fillings::add);
        }
        if (fillings.stream().filter(Narrative.class::isInstance).count() > 1) {
            section.at("contenu")
                    .fault(
                            "la section " + number + " a plusieurs récits.",
                            "Gardez-en un, et faites une sous-section pour chaque autre.");
        }
        return fillings;
    }

    private Optional<Filling> filling(Place place, String number) {
        if (place.has("recit")) {
            place.onlyKeys("recit", "attendu");
            var key = place.text("recit", CODE, CODE_TOLD);
            unique(place, "recit", key, number, narratives, "le récit");
            return Optional.of(new Narrative(
                    key,
                    among(place, "attendu", Expectation::ofCode, Expectation.codes())
                            .orElse(Expectation.FREE)));
        }
        if (place.has("vue")) {
            place.onlyKeys("vue");
            return among(place, "vue", ViewKind::ofCode, ViewKind.codes()).map(View::new);
        }
        if (place.has("texte")) {
            place.onlyKeys("texte");
            return Optional.of(new FixedText(place.text("texte")));
        }
        place.fault(
                "on ne sait pas ce qui remplit la section " + number + ".",
                "Écrivez « - recit: … » (texte de l’équipe), « - vue: … » (tableau tiré des données) ou"
                        + " « - texte: … » (texte fixe).");
        return Optional.empty();
    }

    private List<String> rules(Place section) {
        var rules = section.texts("regles");
        for (String rule : rules) {
            if (!knownRules.contains(rule)) {
                section.at("regles")
                        .fault(
                                "la règle « " + rule + " » n’existe pas.",
                                "Règles possibles : "
                                        + String.join(
                                                ", ",
                                                knownRules.stream().sorted().toList()) + ".");
            }
        }
        return rules;
    }

    private static boolean diagnosis(Place section, String number) {
        if (!section.has("accueille")) {
            return false;
        }
        if (!section.text("accueille").equals("diagnostic")) {
            section.at("accueille")
                    .fault(
                            "la section " + number + " accueille une chose inconnue.",
                            "La seule valeur possible est « diagnostic ».");
        }
        return true;
    }

    private <E> Optional<E> among(Place place, String key, Function<String, Optional<E>> byCode, List<String> codes) {
        var text = place.text(key);
        var value = byCode.apply(text);
        if (value.isEmpty() && !text.isEmpty()) {
            place.at(key)
                    .fault(
                            "« " + text + " » n’existe pas pour « " + key + " ».",
                            "Valeurs possibles : " + String.join(", ", codes) + ".");
        }
        return value;
    }

    private static int lastPart(String number) {
        return NUMBER.matcher(number).matches() ? Integer.parseInt(number.substring(number.lastIndexOf('.') + 1)) : 0;
    }
}
