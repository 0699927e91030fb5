package fr.maillage.community;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.Optional;

/** The field in which an actor of a CPTS works (column « Secteur » of the national and regional trames). */
public enum Sector {
    HEALTH("SANITAIRE", "Sanitaire"),
    MEDICO_SOCIAL("MEDICO_SOCIAL", "Médico-social"),
    SOCIAL("SOCIAL", "Social"),
    USERS_AND_OFFICIALS("USAGERS_ELUS", "Usagers et personnes élues");

    private final String code;
    private final String label;

    Sector(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** As stored, and as written in addresses and files. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public static Optional<Sector> ofCode(String code) {
        return Arrays.stream(values())
                .filter(sector -> sector.code.equals(code))
                .findFirst();
    }

    /** @throws IllegalArgumentException on an unknown code: the data file or the database is wrong */
    @JsonCreator
    static Sector stored(String code) {
        return ofCode(code).orElseThrow(() -> new IllegalArgumentException("no sector " + code));
    }
}
