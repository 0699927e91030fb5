package fr.maillage.dossier.instruction;

import fr.maillage.dossier.DossierId;
import fr.maillage.shared.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Compares two deposits of a dossier. */
@Component
@Transactional(readOnly = true)
public class Comparisons {

    /** Which versions are compared, out of which. */
    public record Page(int before, int after, List<Integer> versions, Comparison comparison) {}

    /**
     * What a new deposit would change.
     *
     * @param version the last one deposited
     */
    public record Since(int version, Comparison comparison) {

        public boolean unchanged() {
            return comparison.changed().isEmpty();
        }

        /** « 1.1 Contexte local, 4.2 Objectifs ». */
        public String sections() {
            return comparison.changed().stream()
                    .map(section -> section.number() + " " + section.title())
                    .collect(Collectors.joining(", "));
        }
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Comparisons(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * The last deposit with the one before, unless others are asked for.
     *
     * @throws NotFound when there are not two deposits, or not these
     */
    Page between(DossierId dossier, @Nullable Integer before, @Nullable Integer after) {
        var versions = jdbc.sql("select ordinal from dossier.deposit where dossier_id = :dossier order by ordinal")
                .param("dossier", dossier.value())
                .query(Integer.class)
                .list();
        if (versions.size() < 2) {
            throw new NotFound("two deposits of " + dossier.value());
        }
        int to = after == null ? versions.getLast() : after;
        int from = before == null ? to - 1 : before;
        var frozen = sections(dossier, from, to);
        var was = frozen.get(from);
        var now = frozen.get(to);
        if (was == null || now == null) {
            throw new NotFound("deposits %d and %d of %s".formatted(from, to, dossier.value()));
        }
        return new Page(from, to, versions, Comparison.of(was, now));
    }

    /** The last deposit with a version in the making; empty before the first deposit. */
    Optional<Since> sinceLast(DossierId dossier, List<FrozenSection> now) {
        return jdbc.sql("""
                        select ordinal, sections from dossier.deposit where dossier_id = :dossier
                        order by ordinal desc limit 1
                        """)
                .param("dossier", dossier.value())
                .query((row, _) ->
                        new Since(row.getInt("ordinal"), Comparison.of(read(row.getString("sections")), now)))
                .optional();
    }

    private List<FrozenSection> read(String sections) {
        return json.readValue(sections, new TypeReference<List<FrozenSection>>() {});
    }

    private Map<Integer, List<FrozenSection>> sections(DossierId dossier, int from, int to) {
        var found = new TreeMap<Integer, List<FrozenSection>>();
        jdbc.sql("""
                        select ordinal, sections from dossier.deposit
                        where dossier_id = :dossier and ordinal in (:from, :to)
                        """)
                .param("dossier", dossier.value())
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    found.put(row.getInt("ordinal"), read(row.getString("sections")));
                });
        return found;
    }
}
