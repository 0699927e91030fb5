package fr.maillage.community.participants;

import fr.maillage.documents.SheetReading.Row;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where a list of actors says what, by the names people give to columns. */
final class ParticipantColumns {

    /** Heads by field, without accents nor capitals. */
    private static final Map<String, Set<String>> HEADS = Map.ofEntries(
            Map.entry("type", Set.of("type", "personne ou structure")),
            Map.entry("nom", Set.of("nom", "nom de famille", "nom ou structure", "acteur", "raison sociale")),
            Map.entry("prenom", Set.of("prenom")),
            Map.entry("categorie", Set.of("profession ou type", "profession", "metier", "specialite", "categorie")),
            Map.entry("precision", Set.of("precision")),
            Map.entry("secteur", Set.of("secteur", "secteur d activite")),
            Map.entry("commune", Set.of("commune", "lieu", "ville", "lieu d exercice", "commune d exercice")),
            Map.entry("structure", Set.of("structure ou contact", "structure", "contact", "lieu de travail")),
            Map.entry("gouvernance", Set.of("gouvernance", "participe a la gouvernance")),
            Map.entry("fonction", Set.of("role dans la cpts", "role", "fonction")),
            Map.entry("certain", Set.of("certain", "participation certaine", "participation")),
            Map.entry("adhesion", Set.of("adhesion", "membre partenaire", "membre ou partenaire", "statut")),
            Map.entry("convention", Set.of("convention", "date de la convention")),
            Map.entry("rpps", Set.of("rpps", "numero rpps", "n rpps")),
            Map.entry("finess", Set.of("finess", "numero finess", "n finess")),
            Map.entry("siret", Set.of("siret", "numero siret", "n siret")));

    private final Map<String, Integer> places = new HashMap<>();

    ParticipantColumns(List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            var head = plain(header.get(i));
            for (var field : HEADS.entrySet()) {
                if (field.getValue().contains(head)) {
                    places.putIfAbsent(field.getKey(), i);
                }
            }
        }
    }

    /** A list without these two says nothing of its actors. */
    boolean usable() {
        return places.containsKey("nom") && places.containsKey("categorie");
    }

    /** What a line says of a field; empty when it says nothing. */
    String text(Row row, String field) {
        var place = places.get(field);
        return place == null ? "" : row.cell(place);
    }

    /** Without accents, capitals, nor signs, so that « Prénom (s) » is « prenom s ». */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
