package fr.maillage.project.intake;

import fr.maillage.documents.ColumnMapping.Field;
import java.util.List;
import java.util.Set;

/** What a list of actions may say, by the heads that teams give and those of our own export. */
final class ActionColumns {

    static final List<Field> ALL = List.of(
            new Field(
                    "titre",
                    "Titre",
                    true,
                    Set.of("action", "actions", "intitule", "libelle", "nom de l action", "titre de l action")),
            new Field(
                    "mission",
                    "Missions",
                    false,
                    Set.of("mission", "mission aci", "missions aci", "mission couverte", "missions couvertes")),
            new Field(
                    "objectif",
                    "Objectif opérationnel",
                    false,
                    Set.of("objectif", "objectifs", "objectifs operationnels")),
            new Field(
                    "diagnostic",
                    "Éléments du diagnostic",
                    false,
                    Set.of("diagnostic", "constat", "constats", "besoin", "probleme", "contexte")),
            new Field(
                    "description",
                    "Description",
                    false,
                    Set.of("descriptif", "contenu", "modalites", "description de l action", "detail")),
            new Field(
                    "public",
                    "Public bénéficiaire",
                    false,
                    Set.of("public", "public cible", "beneficiaires", "population cible", "cible")),
            new Field(
                    "effectif",
                    "Nombre de bénéficiaires",
                    false,
                    Set.of("effectif", "nombre de personnes", "nombre de patients", "effectif concerne")),
            new Field(
                    "pilote",
                    "Pilotage",
                    false,
                    Set.of("pilote", "referent", "referente", "responsable", "porteur", "pilote de l action")),
            new Field(
                    "acteurs",
                    "Acteurs associés",
                    false,
                    Set.of("acteurs", "partenaires", "acteurs mobilises", "acteurs concernes", "participants")),
            new Field(
                    "debut", "Début", false, Set.of("date de debut", "demarrage", "date de demarrage", "debut prevu")),
            new Field("fin", "Fin prévue", false, Set.of("fin", "date de fin", "echeance")),
            new Field("etat", "État", false, Set.of("avancement", "statut", "etat d avancement")),
            new Field("moyens", "Moyens", false, Set.of("moyens necessaires", "ressources", "moyens humains")),
            new Field(
                    "indicateurs",
                    "Indicateurs",
                    false,
                    Set.of("indicateur", "indicateurs de suivi", "indicateurs d evaluation", "evaluation")),
            new Field(
                    "liens",
                    "Liens avec d’autres actions",
                    false,
                    Set.of("liens", "adherence avec d autres actions", "points d adherence", "articulation")));

    private ActionColumns() {}
}
