package fr.maillage.dossier.trame;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A place in a trame file. A read that fails notes a fault with its line and answers a harmless value, so that one
 * reading finds every fault of the file.
 */
final class Place {

    private final String file;
    private final Node node;
    private final List<Fault> faults;

    Place(String file, Node node, List<Fault> faults) {
        this.file = file;
        this.node = node;
        this.faults = faults;
    }

    void fault(String what, String mend) {
        var line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        faults.add(new Fault(file, line, what, mend));
    }

    /** Refuses a misspelt or repeated key: what it holds would be lost without a word. */
    void onlyKeys(String... known) {
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : tuples()) {
            var key = new Place(file, tuple.getKeyNode(), faults);
            var name = key.scalar();
            if (name == null || !List.of(known).contains(name)) {
                key.fault(
                        "la clé « " + name + " » est inconnue ici.",
                        "Clés possibles : " + String.join(", ", known) + ".");
            } else if (!seen.add(name)) {
                key.fault("la clé « " + name + " » est écrite deux fois.", "Gardez-en une.");
            }
        }
    }

    boolean has(String key) {
        return child(key) != null;
    }

    /** The place under a key; this place itself, with a fault, when the key is missing. */
    Place at(String key) {
        var child = child(key);
        if (child == null) {
            missing(key);
            return new Place(file, node, new ArrayList<>());
        }
        return new Place(file, child, faults);
    }

    /** A required text; empty beside a noted fault. */
    String text(String key) {
        if (!has(key)) {
            missing(key);
            return "";
        }
        var text = at(key).scalar();
        if (text == null || text.isBlank()) {
            at(key).fault("« " + key + " » n’a pas de texte.", "Écrivez un texte après « " + key + ": ».");
            return "";
        }
        return text.strip();
    }

    @Nullable
    String optionalText(String key) {
        return has(key) ? text(key) : null;
    }

    /** A required text of a given shape. */
    String text(String key, Pattern shape, String told) {
        var text = text(key);
        if (!text.isEmpty() && !shape.matcher(text).matches()) {
            at(key).fault("« " + text + " » ne convient pas comme « " + key + " ».", told);
        }
        return text;
    }

    /** The items of an optional list. */
    List<Place> list(String key) {
        var child = child(key);
        if (child == null) {
            return List.of();
        }
        if (!(child instanceof SequenceNode sequence)) {
            at(key).fault(
                            "« " + key + " » doit être une liste.",
                            "Commencez chaque élément par un tiret : « - … », décalé sous « " + key + ": ».");
            return List.of();
        }
        return sequence.getValue().stream()
                .map(item -> new Place(file, item, faults))
                .toList();
    }

    /** The texts of an optional list. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Place item : list(key)) {
            var text = item.scalar();
            if (text == null || text.isBlank()) {
                item.fault(
                        "un élément de « " + key + " » n’est pas un texte.",
                        "Écrivez un texte après le tiret ; s’il contient « : », mettez-le entre guillemets droits.");
            } else {
                texts.add(text.strip());
            }
        }
        return texts;
    }

    /** The texts of an optional list, or the only one, written without a dash. */
    List<String> oneOrMoreTexts(String key) {
        return child(key) instanceof ScalarNode ? List.of(text(key)) : texts(key);
    }

    boolean isGroup() {
        return node instanceof MappingNode;
    }

    @Nullable
    String scalar() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    private void missing(String key) {
        fault("il manque « " + key + " ».", "Ajoutez une ligne « " + key + ": … » au même niveau.");
    }

    private @Nullable Node child(String key) {
        for (NodeTuple tuple : tuples()) {
            if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
                return tuple.getValueNode();
            }
        }
        return null;
    }

    private List<NodeTuple> tuples() {
        return node instanceof MappingNode mapping ? mapping.getValue() : List.of();
    }
}
