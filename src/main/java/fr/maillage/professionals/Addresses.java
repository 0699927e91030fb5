package fr.maillage.professionals;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says in which commune of today an address is, without ever guessing between two. */
@Component
class Addresses {

    /** How a commune was found. */
    enum How {
        GIVEN,
        FORMER,
        GUESSED,
        /** By the FINESS number of the site. */
        ESTABLISHMENT,
        UNSURE,
        NONE
    }

    /** @param code today's, null when {@link How#UNSURE} or {@link How#NONE} */
    record Found(@Nullable String code, How how) {}

    private final JdbcClient jdbc;

    Addresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is needed for a whole file, read once: 35 000 communes and their postal codes. */
    Finder finder() {
        Set<String> today = new HashSet<>(jdbc.sql("select code from territory.commune")
                .query(String.class)
                .list());
        Map<String, String> former = new HashMap<>();
        jdbc.sql("select code, min(current_code) as heir from territory.former_code group by code having count(*) = 1")
                .query((row, _) -> former.put(row.getString(1), row.getString(2)))
                .list();
        record Postal(String postal, String code, String name) {}
        Map<String, List<Postal>> postal = new HashMap<>();
        jdbc.sql("""
                        select p.postal_code as postal, c.code, c.name
                        from territory.postal_code p join territory.commune c on c.code = p.commune_code""")
                .query(Postal.class)
                .list()
                .forEach(line -> postal.computeIfAbsent(line.postal(), _ -> new ArrayList<>())
                        .add(line));
        Map<String, Map<String, String>> byLabel = new HashMap<>();
        postal.forEach((code, lines) -> {
            var labels = new HashMap<String, String>();
            lines.forEach(line -> labels.put(plain(line.name()), line.code()));
            byLabel.put(code, labels);
        });
        Set<String> departements = new HashSet<>(jdbc.sql("select code from territory.departement")
                .query(String.class)
                .list());
        Map<String, String> establishments = new HashMap<>();
        jdbc.sql("""
                        select finess, commune from professionals.establishment
                        where commune is not null and slot = (
                            select slot from datasets.vintage where dataset = 'finess' and state = 'CURRENT')""")
                .query((row, _) -> establishments.put(row.getString(1), row.getString(2)))
                .list();
        return new Finder(today, former, byLabel, departements, establishments);
    }

    /** « 12120 SALMIECH CEDEX 2 » and « Salmiech » are written alike. */
    static String plain(String label) {
        return Normalizer.normalize(label, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.FRENCH)
                .replaceAll("^\\d{5} *", "")
                .replaceAll(" CEDEX.*$", "")
                .replaceAll("\\bSTE\\b", "SAINTE")
                .replaceAll("\\bST\\b", "SAINT")
                .replaceAll("[^A-Z0-9]+", " ")
                .strip();
    }

    /** The same answers for the same address. */
    static final class Finder {

        private final Set<String> today;
        private final Map<String, String> former;
        private final Map<String, Map<String, String>> byPostalCode;

        private final Set<String> departements;
        private final Map<String, String> establishments;

        private Finder(
                Set<String> today,
                Map<String, String> former,
                Map<String, Map<String, String>> byPostalCode,
                Set<String> departements,
                Map<String, String> establishments) {
            this.today = today;
            this.former = former;
            this.byPostalCode = byPostalCode;
            this.departements = departements;
            this.establishments = establishments;
        }

        /** @param routing the line of the post office: « 12120 SALMIECH » */
        Found commune(String code, String postalCode, String routing) {
            if (!code.isEmpty()) {
                if (today.contains(code)) {
                    return new Found(code, How.GIVEN);
                }
                var heir = former.get(code);
                if (heir != null) {
                    return new Found(heir, How.FORMER);
                }
            }
            var candidates = byPostalCode.get(postalCode);
            if (candidates == null) {
                return new Found(null, code.isEmpty() && postalCode.isEmpty() ? How.NONE : How.UNSURE);
            }
            var named = candidates.get(plain(routing));
            if (named != null) {
                return new Found(named, How.GUESSED);
            }
            return candidates.size() == 1
                    ? new Found(candidates.values().iterator().next(), How.GUESSED)
                    : new Found(null, How.UNSURE);
        }

        /** The commune of an address, else that of the establishment with this FINESS number, when the FINESS is loaded. */
        Found commune(String code, String postalCode, String routing, String finess) {
            var found = commune(code, postalCode, routing);
            var establishment = found.code() == null ? establishments.get(finess) : null;
            return establishment == null ? found : new Found(establishment, How.ESTABLISHMENT);
        }

        /**
         * The département of an address: of its commune, else as the file says, else by its postal code.
         *
         * @return null abroad, and where no département is known
         */
        @Nullable
        String departement(Found commune, String given, String postalCode) {
            if (commune.code() != null) {
                return ofCode(commune.code());
            }
            if (departements.contains(given)) {
                return given;
            }
            if (!postalCode.matches("\\d{5}")) {
                return null;
            }
            // Postal codes of Corsica begin with 20: 200 and 201 in the south, 202 and 206 in the north.
            var code =
                    postalCode.startsWith("20") ? (postalCode.compareTo("202") < 0 ? "2A" : "2B") : ofCode(postalCode);
            return departements.contains(code) ? code : null;
        }

        private static String ofCode(String code) {
            return code.substring(0, code.startsWith("97") || code.startsWith("98") ? 3 : 2);
        }
    }
}
