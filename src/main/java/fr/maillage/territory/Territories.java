package fr.maillage.territory;

import fr.maillage.rules.SizeClasses;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.territory.Overview.Conflict;
import fr.maillage.territory.Overview.Warning;
import fr.maillage.territory.Overviewed.Done;
import fr.maillage.territory.Overviewed.Fault;
import fr.maillage.territory.Overviewed.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What can be said of any list of communes: population, size, warnings, conflicts. */
@Service
public class Territories {

    /** More places than any territory has: the largest région counts about 4 400 communes. */
    static final int MOST = 5_000;

    /** INSEE codes: 01001, 2A004. Anything else is not looked for. */
    private static final Pattern CODE = Pattern.compile("\\d[\\dAB]\\d{3}");

    private final Communes communes;
    private final JdbcClient jdbc;
    private final Today today;
    private final ObjectProvider<PerimeterConflicts> conflicts;

    Territories(Communes communes, JdbcClient jdbc, Today today, ObjectProvider<PerimeterConflicts> conflicts) {
        this.communes = communes;
        this.jdbc = jdbc;
        this.today = today;
        this.conflicts = conflicts;
    }

    /**
     * Looks at a list of communes and parts of communes.
     *
     * @param except the CPTS that asks, which does not conflict with itself; null for nobody
     */
    public Overviewed overview(List<String> codes, List<Part> parts, @Nullable UUID except) {
        if (codes.size() + parts.size() > MOST) {
            return new Refused(List.of(new Fault(
                    "communes", -1, "", "La liste dépasse " + French.number(MOST) + " communes. Réduisez-la.")));
        }
        var list = read(codes, parts);
        if (list.places.isEmpty() && list.faults.isEmpty()) {
            return new Refused(List.of(new Fault("communes", -1, "", "Choisissez au moins une commune.")));
        }
        if (!list.faults.isEmpty()) {
            return new Refused(list.faults);
        }
        return new Done(describe(List.copyOf(list.places.values()), list.warnings, except));
    }

    private PlaceList read(List<String> codes, List<Part> parts) {
        Set<String> asked = new LinkedHashSet<>(codes);
        parts.forEach(part -> asked.add(part.commune()));
        asked.removeIf(code -> !CODE.matcher(code).matches());
        var found = new ArrayList<>(communes.withCodes(asked));
        found.forEach(commune -> asked.remove(commune.code()));
        List<Successor> replaced = asked.isEmpty() ? List.of() : communes.successors(asked);
        if (!replaced.isEmpty()) {
            Set<String> heirs = new HashSet<>();
            replaced.forEach(successor -> heirs.add(successor.currentCode()));
            found.forEach(commune -> heirs.remove(commune.code()));
            found.addAll(communes.withCodes(heirs));
        }
        var list = new PlaceList(
                found,
                replaced,
                communes.spellings(parts.stream().map(Part::name).toList()));
        list.add(codes, parts);
        return list;
    }

    private Overview describe(List<Place> places, List<Warning> noted, @Nullable UUID except) {
        long population = places.stream()
                .map(Place::population)
                .filter(Objects::nonNull)
                .mapToLong(Integer::longValue)
                .sum();
        var sizes = SizeClasses.on(today.day());
        var size = sizes.of(population);
        int pieces = pieces(places);
        var warnings = new ArrayList<>(noted);
        sizes.warningFor(population).ifPresent(w -> warnings.add(new Warning(w.code(), w.message())));
        size.notes().forEach(note -> warnings.add(new Warning("SEUIL_EXACT", note)));
        if (pieces > 1) {
            warnings.add(new Warning(
                    "TERRITOIRE_MORCELE",
                    "Le territoire forme " + pieces + " morceaux qui ne se touchent pas. Ce n’est pas interdit."));
        }
        warnings.addAll(populationWarnings(places));
        return new Overview(
                places,
                population,
                size,
                pieces == 0 ? null : pieces == 1,
                pieces,
                warnings,
                conflicts(places, except));
    }

    private List<Conflict> conflicts(List<Place> places, @Nullable UUID except) {
        return conflicts.stream()
                .flatMap(keeper -> keeper.among(places, except).stream())
                .toList();
    }

    /** How many pieces the places form; 0 when a contour is missing, since nobody can tell then. */
    private int pieces(List<Place> places) {
        Set<String> codes = new HashSet<>();
        places.forEach(place -> codes.add(place.commune().code()));
        // The pairs come as one text of codes of five signs: thousands of rows would cost more than the query.
        record Borders(long drawn, String pairs) {}
        var borders = jdbc.sql("""
                with asked as (select unnest(:codes::text[]) as code)
                select (select count(*) from asked join territory.contour using (code)) as drawn,
                       (select coalesce(string_agg(a.code || a.neighbour, ''), '')
                        from asked join territory.adjacency a using (code)
                        join asked other on other.code = a.neighbour
                        where a.code < a.neighbour) as pairs""")
                .param("codes", codes.toArray(String[]::new))
                .query(Borders.class)
                .single();
        if (borders.drawn() < codes.size()) {
            return 0;
        }
        var pieces = new Pieces(codes);
        for (int i = 0; i < borders.pairs().length(); i += 10) {
            pieces.join(borders.pairs().substring(i, i + 5), borders.pairs().substring(i + 5, i + 10));
        }
        return pieces.count();
    }

    private static List<Warning> populationWarnings(List<Place> places) {
        var warnings = new ArrayList<Warning>();
        var years = places.stream()
                .map(Place::vintage)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .toList();
        if (years.size() > 1) {
            warnings.add(new Warning(
                    "MILLESIMES_DIFFERENTS",
                    "Les populations additionnées ne sont pas toutes de la même année : " + String.join(" et ", years)
                            + "."));
        }
        var unknown = places.stream()
                .filter(place -> place.population() == null)
                .map(place -> place.commune().name())
                .toList();
        if (!unknown.isEmpty()) {
            warnings.add(new Warning(
                    "POPULATION_INCONNUE",
                    "Aucune population n’est publiée pour : " + String.join(", ", unknown) + "."));
        }
        var stated = places.stream()
                .filter(place -> place.part() != null)
                .map(Place::label)
                .toList();
        if (!stated.isEmpty()) {
            warnings.add(new Warning(
                    "POPULATION_DECLAREE",
                    "Population déclarée par la CPTS, sans source publique : " + String.join(", ", stated) + "."));
        }
        return warnings;
    }
}
