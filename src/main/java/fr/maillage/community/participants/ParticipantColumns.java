package fr.maillage.community.participants;

import fr.maillage.documents.ColumnMapping.Field;
import java.util.List;
import java.util.Set;

/** What a list of actors may say, by the heads of our own export and those that people give. */
final class ParticipantColumns {

    static final List<Field> ALL = List.of(
            new Field("type", "Type", false, Set.of("personne ou structure")),
            new Field("nom", "Nom", true, Set.of("nom de famille", "nom ou structure", "acteur", "raison sociale")),
            new Field("prenom", "Prénom", false, Set.of()),
            new Field(
                    "categorie", "Profession ou type", true, Set.of("profession", "metier", "specialite", "categorie")),
            new Field("precision", "Précision", false, Set.of()),
            new Field("secteur", "Secteur", false, Set.of("secteur d activite")),
            new Field("commune", "Commune", false, Set.of("lieu", "ville", "lieu d exercice", "commune d exercice")),
            new Field("structure", "Structure ou contact", false, Set.of("structure", "contact", "lieu de travail")),
            new Field("gouvernance", "Gouvernance", false, Set.of("participe a la gouvernance")),
            new Field("fonction", "Rôle dans la CPTS", false, Set.of("role", "fonction")),
            new Field("certain", "Certain", false, Set.of("participation certaine", "participation")),
            new Field("adhesion", "Adhésion", false, Set.of("membre partenaire", "membre ou partenaire", "statut")),
            new Field("convention", "Convention", false, Set.of("date de la convention")),
            new Field("rpps", "RPPS", false, Set.of("numero rpps", "n rpps")),
            new Field("finess", "FINESS", false, Set.of("numero finess", "n finess")),
            new Field("siret", "SIRET", false, Set.of("numero siret", "n siret")));

    private ParticipantColumns() {}
}
