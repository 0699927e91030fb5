package fr.maillage.funding;

import fr.maillage.funding.Draft.DraftAmount;
import fr.maillage.funding.Draft.DraftLine;
import fr.maillage.funding.Draft.DraftMission;
import fr.maillage.funding.Draft.DraftTier;
import fr.maillage.shared.French;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the JSON of a request into a draft. Values of the wrong kind and unknown names are faults, told in French. */
final class SimulationReader {

    /** More than any grid has, and enough to tell somebody what is wrong with each. */
    private static final int MOST_MISSIONS = 20;

    private static final int MOST_AMOUNTS = 100;

    private static final int MOST_LINES = 200;

    private static final int MOST_TIERS = 20;

    private final Faults faults;

    SimulationReader(Faults faults) {
        this.faults = faults;
    }

    Draft read(JsonNode body) {
        if (!body.isObject()) {
            faults.add("", "La demande est un objet JSON, comme {\"taille\": 2, \"dateSignature\": \"2024-03-15\"}.");
        }
        onlyNames("", body, SimulationBody.class);
        return new Draft(
                number(body, "taille"),
                number(body, "population"),
                communes(body),
                text("", body, "dateSignature"),
                text("", body, "bareme"),
                items(body, "missions", MOST_MISSIONS, this::mission),
                amounts(body),
                items(body, "lignes", MOST_LINES, this::line));
    }

    /** As a list, or as an object by mission then by part. */
    private List<DraftAmount> amounts(JsonNode body) {
        if (!has(body, "montants") || !body.get("montants").isObject()) {
            return items(body, "montants", MOST_AMOUNTS, this::amount);
        }
        var amounts = new ArrayList<DraftAmount>();
        for (var mission : body.get("montants").properties()) {
            var place = "montants." + Faults.shown(mission.getKey());
            var parts = mission.getValue();
            var operating = mission.getKey().equals("FONCTIONNEMENT");
            if (operating && !parts.isObject()) {
                amounts.add(new DraftAmount(
                        null, "FONCTIONNEMENT", decimal("montants.", body.get("montants"), "FONCTIONNEMENT")));
            } else if (!parts.isObject()) {
                faults.add(place, "Un objet est attendu, un montant par volet, comme {\"FIXE\": \"90000.00\"}.");
            } else {
                for (var part : parts.properties()) {
                    amounts.add(new DraftAmount(
                            operating ? null : mission.getKey(),
                            part.getKey(),
                            decimal(place + ".", parts, part.getKey())));
                }
            }
            if (amounts.size() > MOST_AMOUNTS) {
                faults.add("montants", "Cette liste compte au plus " + MOST_AMOUNTS + " éléments.");
                return List.of();
            }
        }
        return amounts;
    }

    private DraftLine line(String place, JsonNode node) {
        onlyNames(place, node, SimulationBody.LineBody.class);
        var proof = has(node, "preuve") ? node.get("preuve") : null;
        if (proof != null && !proof.isBoolean()) {
            faults.add(place + "preuve", "true ou false est attendu.");
        }
        return new DraftLine(
                text(place, node, "mission"),
                text(place, node, "code"),
                decimal(place, node, "maximum"),
                tiers(place, node),
                text(place, node, "sens"),
                decimal(place, node, "valeur"),
                proof != null && proof.isBoolean() && proof.asBoolean());
    }

    private List<DraftTier> tiers(String place, JsonNode line) {
        if (!has(line, "paliers") || !line.get("paliers").isArray()) {
            faults.add(place + "paliers", "Une liste de paliers est attendue, entre crochets.");
            return List.of();
        }
        var tiers = new ArrayList<DraftTier>();
        if (line.get("paliers").size() > MOST_TIERS) {
            faults.add(place + "paliers", "Cette liste compte au plus " + MOST_TIERS + " éléments.");
            return tiers;
        }
        for (var node : line.get("paliers").valueStream().toList()) {
            var at = place + "paliers[" + tiers.size() + "].";
            if (!node.isObject()) {
                faults.add(at, "Un objet JSON est attendu.");
            }
            onlyNames(at, node, SimulationBody.TierBody.class);
            tiers.add(new DraftTier(decimal(at, node, "seuil"), decimal(at, node, "montant")));
        }
        return tiers;
    }

    private DraftMission mission(String place, JsonNode node) {
        onlyNames(place, node, SimulationBody.MissionBody.class);
        return new DraftMission(
                text(place, node, "code"), text(place, node, "dateDemarrage"), decimal(place, node, "tauxVariable"));
    }

    private DraftAmount amount(String place, JsonNode node) {
        onlyNames(place, node, SimulationBody.AmountBody.class);
        return new DraftAmount(
                text(place, node, "mission"), text(place, node, "volet"), decimal(place, node, "montant"));
    }

    /** A missing or blank code keeps its place in the list, so that the faults of the others name the right one. */
    private @Nullable List<String> communes(JsonNode body) {
        if (!has(body, "communes")) {
            return null;
        }
        var codes = new ArrayList<String>();
        for (var code : list(body, "communes")) {
            var place = "communes[" + codes.size() + "]";
            var written = code.isString() && !code.asString().isBlank();
            if (!written) {
                faults.add(place, "Un code Insee est attendu, entre guillemets.");
            }
            codes.add(written ? code.asString().strip() : "?" + codes.size());
        }
        return codes;
    }

    private <T> List<T> items(JsonNode body, String name, int most, BiFunction<String, JsonNode, T> reader) {
        var items = new ArrayList<T>();
        var given = list(body, name);
        if (given.size() > most) {
            faults.add(name, "Cette liste compte au plus " + most + " éléments.");
            return items;
        }
        for (var item : given) {
            var place = name + "[" + items.size() + "]";
            if (!item.isObject()) {
                faults.add(place, "Un objet JSON est attendu.");
            }
            items.add(reader.apply(place + ".", item));
        }
        return items;
    }

    private List<JsonNode> list(JsonNode body, String name) {
        if (!has(body, name)) {
            return List.of();
        }
        var list = body.get(name);
        if (!list.isArray()) {
            faults.add(name, "Une liste est attendue, entre crochets.");
            return List.of();
        }
        return list.valueStream().toList();
    }

    private @Nullable String number(JsonNode body, String name) {
        if (!has(body, name)) {
            return null;
        }
        var value = body.get(name);
        if (!value.isIntegralNumber()) {
            faults.add(name, "Un nombre entier est attendu, sans guillemets.");
        }
        return value.isValueNode() ? value.asString() : "";
    }

    private @Nullable String text(String place, JsonNode node, String name) {
        if (!has(node, name)) {
            return null;
        }
        var value = node.get(name);
        if (!value.isString()) {
            faults.add(place + name, "Un texte est attendu, entre guillemets.");
        }
        return value.isValueNode() ? value.asString() : "";
    }

    /** A decimal is a string, so that no program rounds it on the way; a JSON number is understood too. */
    private @Nullable String decimal(String place, JsonNode node, String name) {
        if (!has(node, name)) {
            return null;
        }
        var value = node.get(name);
        if (value.isNumber()) {
            if (!Double.isFinite(value.doubleValue())) {
                faults.add(place + name, "Ce nombre est trop grand. Vérifiez-le.");
                return "";
            }
            return value.decimalValue().toPlainString();
        }
        return text(place, node, name);
    }

    private static boolean has(JsonNode node, String name) {
        return node.has(name) && !node.get(name).isNull();
    }

    private void onlyNames(String place, JsonNode node, Class<? extends Record> part) {
        var known = SimulationBody.names(part);
        if (!node.isObject()) {
            return;
        }
        node.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add(
                        place + name,
                        "Ce nom n’est pas connu. Noms possibles" + French.NBSP + ": " + String.join(", ", known)
                                + "."));
    }
}
