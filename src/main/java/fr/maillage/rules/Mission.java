package fr.maillage.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The missions of a CPTS under its ACI contract, in the order of the agreement. */
public enum Mission {
    ACCESS_TO_CARE("ACCES", "Accès aux soins"),
    CARE_PATHWAYS("PARCOURS", "Parcours pluriprofessionnels autour du patient"),
    PREVENTION("PREVENTION", "Prévention"),
    CRISIS_RESPONSE("CRISE", "Réponse aux crises sanitaires graves"),
    QUALITY("QUALITE", "Qualité et pertinence des soins"),
    PROFESSIONAL_SUPPORT("ACCOMPAGNEMENT", "Accompagnement des professionnels de santé");

    private final String code;
    private final String title;

    Mission(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** The French code of the REST interface, the data files and the database. */
    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public static Optional<Mission> ofCode(String code) {
        return Arrays.stream(values()).filter(m -> m.code.equals(code)).findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Mission::code).toList();
    }
}
