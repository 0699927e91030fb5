package fr.maillage.community;

import fr.maillage.community.PerimeterChange.Kind;
import fr.maillage.shared.Today;
import fr.maillage.territory.Commune;
import fr.maillage.territory.Communes;
import fr.maillage.territory.Overviewed;
import fr.maillage.territory.Part;
import fr.maillage.territory.Territories;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people change in a territory before saving it, kept on the server for each of them. */
@Service
class PerimeterDrafts {

    private final JdbcClient jdbc;
    private final Today today;
    private final Perimeters perimeters;
    private final PerimeterHolders holders;
    private final Territories territories;
    private final Communes communes;

    PerimeterDrafts(
            JdbcClient jdbc,
            Today today,
            Perimeters perimeters,
            PerimeterHolders holders,
            Territories territories,
            Communes communes) {
        this.jdbc = jdbc;
        this.today = today;
        this.perimeters = perimeters;
        this.holders = holders;
        this.territories = territories;
        this.communes = communes;
    }

    /** What this person is working on: the current version as it is, when nothing was changed. */
    PerimeterWork of(CommunityView view) {
        var current = perimeters.current(view.id());
        var base = base(view);
        if (base.isEmpty()) {
            return new PerimeterWork(current.orElse(null), null, List.of());
        }
        int number = current.map(Perimeter::number).orElse(0);
        if (base.get() == number) {
            return new PerimeterWork(current.orElse(null), null, changes(view));
        }
        return new PerimeterWork(
                perimeters.version(view.id(), base.get()).orElse(null), current.orElse(null), changes(view));
    }

    /** Adds whole communes; those that another CPTS has, or that contradict the list, are told and left out. */
    @Transactional
    PerimeterEdit add(CommunityView view, List<String> codes) {
        return put(view, codes, List.of());
    }

    /** Adds every commune of an EPCI. */
    @Transactional
    PerimeterEdit addEpci(CommunityView view, String epci) {
        return add(view, communes.ofEpci(epci).stream().map(Commune::code).toList());
    }

    /** Adds a part of a commune, or corrects the population of one that the territory has. */
    @Transactional
    PerimeterEdit addPart(CommunityView view, Part part) {
        return put(view, List.of(), List.of(part));
    }

    @Transactional
    PerimeterEdit remove(CommunityView view, String commune, @Nullable String part) {
        var work = of(view);
        if (!work.holds(commune, part)) {
            return new PerimeterEdit(0, List.of());
        }
        write(view, work, List.of(Wanted.gone(commune, part)));
        return new PerimeterEdit(1, List.of());
    }

    /** Makes the territory exactly this list, by additions and removals. */
    @Transactional
    PerimeterEdit replace(CommunityView view, List<String> codes, List<Part> parts) {
        var work = of(view);
        var staying = Set.copyOf(codes);
        var named = parts.stream().map(PerimeterDrafts::key).collect(Collectors.toSet());
        write(
                view,
                work,
                Stream.concat(
                                work.communes().stream()
                                        .filter(code -> !staying.contains(code))
                                        .map(code -> Wanted.gone(code, null)),
                                work.parts().stream()
                                        .filter(part -> !named.contains(key(part)))
                                        .map(part -> Wanted.gone(part.commune(), part.name())))
                        .toList());
        return put(view, codes, parts);
    }

    /** Adds whole communes and parts. */
    @Transactional
    PerimeterEdit addAll(CommunityView view, List<String> codes, List<Part> parts) {
        return put(view, codes, parts);
    }

    @Transactional
    void discard(CommunityView view) {
        jdbc.sql("delete from community.perimeter_draft where community_id = :community and account_id = :account")
                .param("community", view.id().value())
                .param("account", view.actor().account().value())
                .update();
    }

    /** Carries the person's changes over to the current version; those it already has disappear. */
    @Transactional
    void carryOver(CommunityView view) {
        var work = of(view);
        if (!work.isOvertaken()) {
            return;
        }
        discard(view);
        write(
                view,
                of(view),
                work.changes().stream()
                        .map(change -> new Wanted(change.commune(), change.part(), change.adds(), change.population()))
                        .toList());
    }

    /** Saves the work as the new version of the territory. */
    @Transactional
    PerimeterSaving save(CommunityView view) {
        var work = of(view);
        var newer = work.newer();
        if (newer != null) {
            return new PerimeterSaving.Overtaken(newer);
        }
        var outcome = perimeters.save(view.actor(), view.id(), work.number(), work.communes(), work.parts());
        if (outcome instanceof PerimeterSaving.Saved || outcome instanceof PerimeterSaving.Unchanged) {
            discard(view);
        }
        return outcome;
    }

    /** Adds what the territory lacks of this list; what another CPTS has, or what contradicts the list, is left out. */
    private PerimeterEdit put(CommunityView view, List<String> codes, List<Part> parts) {
        var work = of(view);
        var communes = new LinkedHashSet<>(codes);
        communes.removeAll(Set.copyOf(work.communes()));
        var named = new LinkedHashSet<>(parts);
        named.removeAll(Set.copyOf(work.parts()));
        var refusals = new LinkedHashSet<String>();
        for (var place : taken(view, communes, named)) {
            if (place.part().isEmpty()) {
                communes.remove(place.commune());
            } else {
                named.removeIf(part ->
                        part.commune().equals(place.commune()) && part.name().equals(place.part()));
            }
            refusals.add(place.sentence());
        }
        leaveOutFaults(view, work, communes, named, refusals);
        write(
                view,
                work,
                Stream.concat(
                                communes.stream().map(code -> new Wanted(code, null, true, null)),
                                named.stream()
                                        .map(part -> new Wanted(part.commune(), part.name(), true, part.population())))
                        .toList());
        return new PerimeterEdit(communes.size() + named.size(), List.copyOf(refusals));
    }

    /** Looks at the territory as it would be, and takes out of the additions those that are wrong in it. */
    private void leaveOutFaults(
            CommunityView view, PerimeterWork work, Set<String> communes, Set<Part> named, Set<String> refusals) {
        var restated = named.stream().map(PerimeterDrafts::key).collect(Collectors.toSet());
        var kept = work.parts().stream()
                .filter(part -> !restated.contains(key(part)))
                .toList();
        while (!communes.isEmpty() || !named.isEmpty()) {
            var whole = new ArrayList<>(work.communes());
            whole.addAll(communes);
            var pieces = new ArrayList<>(kept);
            pieces.addAll(named);
            if (!(territories.overview(whole, pieces, view.id().value()) instanceof Overviewed.Refused(var faults))) {
                return;
            }
            int before = communes.size() + named.size();
            for (var fault : faults) {
                refusals.add(fault.message());
                boolean part = fault.list().equals("parties");
                if (fault.index() >= (part ? kept : work.communes()).size()) {
                    if (part) {
                        named.remove(pieces.get(fault.index()));
                    } else {
                        communes.remove(whole.get(fault.index()));
                    }
                }
            }
            if (communes.size() + named.size() == before) {
                // The additions contradict what is there: none of them can be told from the others.
                communes.clear();
                named.clear();
            }
        }
    }

    private static String key(Part part) {
        return part.commune() + "/" + part.name();
    }

    private List<PerimeterTaken> taken(CommunityView view, Set<String> communes, Set<Part> named) {
        return holders.taken(
                Stream.concat(communes.stream(), named.stream().map(Part::commune))
                        .toArray(String[]::new),
                Stream.concat(communes.stream().map(_ -> ""), named.stream().map(Part::name))
                        .toArray(String[]::new),
                view.id().value());
    }

    /**
     * How a place is to stand in the territory.
     *
     * @param part its name, null for the whole commune
     * @param population of a part that is to be there
     */
    private record Wanted(
            String commune,
            @Nullable String part,
            boolean there,
            @Nullable Integer population) {

        static Wanted gone(String commune, @Nullable String part) {
            return new Wanted(commune, part, false, null);
        }

        String partOrNone() {
            return part == null ? "" : part;
        }

        /** Whether the version worked upon has it so: then it is no change. */
        boolean isSo(Map<List<String>, Optional<Integer>> base) {
            var held = base.get(List.of(commune, partOrNone()));
            return there
                    ? held != null && (part == null || held.equals(Optional.ofNullable(population)))
                    : held == null;
        }
    }

    /** Writes the changes that make these places so, in place of those written before. */
    private void write(CommunityView view, PerimeterWork work, List<Wanted> places) {
        if (places.isEmpty()) {
            return;
        }
        var base = new HashMap<List<String>, Optional<Integer>>();
        if (work.base() != null) {
            work.base()
                    .places()
                    .forEach(place -> base.put(
                            List.of(place.commune(), place.part() == null ? "" : place.part()),
                            Optional.ofNullable(place.population())));
        }
        var community = view.id().value();
        var account = view.actor().account().value();
        jdbc.sql("""
                insert into community.perimeter_draft (community_id, account_id, base) values (?, ?, ?)
                on conflict do nothing""").params(community, account, work.number()).update();
        jdbc.sql("""
                delete from community.perimeter_change
                where community_id = :community and account_id = :account
                  and (commune_code, part) in (select * from unnest(:codes::text[], :parts::text[]))""")
                .param("community", community)
                .param("account", account)
                .param("codes", places.stream().map(Wanted::commune).toArray(String[]::new))
                .param("parts", places.stream().map(Wanted::partOrNone).toArray(String[]::new))
                .update();
        var changes = places.stream().filter(place -> !place.isSo(base)).toList();
        jdbc.sql("""
                insert into community.perimeter_change
                    (community_id, account_id, commune_code, part, kind, population, changed_at)
                select :community, :account, u.code, u.part, u.kind, u.population, :at
                from unnest(:codes::text[], :parts::text[], :kinds::text[], :populations::integer[])
                    as u (code, part, kind, population)""")
                .param("community", community)
                .param("account", account)
                .param("codes", changes.stream().map(Wanted::commune).toArray(String[]::new))
                .param("parts", changes.stream().map(Wanted::partOrNone).toArray(String[]::new))
                .param(
                        "kinds",
                        changes.stream()
                                .map(change -> (change.there() ? Kind.ADD : Kind.REMOVE).name())
                                .toArray(String[]::new))
                .param("populations", changes.stream().map(Wanted::population).toArray(Integer[]::new))
                .param("at", Timestamp.from(today.instant()))
                .update();
        jdbc.sql("""
                delete from community.perimeter_draft d where d.community_id = ? and d.account_id = ?
                and not exists (select 1 from community.perimeter_change c
                                where c.community_id = d.community_id and c.account_id = d.account_id)""").params(community, account).update();
    }

    private Optional<Integer> base(CommunityView view) {
        return jdbc.sql("select base from community.perimeter_draft where community_id = ? and account_id = ?")
                .params(view.id().value(), view.actor().account().value())
                .query(Integer.class)
                .optional();
    }

    private List<PerimeterChange> changes(CommunityView view) {
        return jdbc.sql("""
                        select ch.kind, ch.commune_code, coalesce(c.name, ch.commune_code) as name, ch.part,
                               ch.population, ch.changed_at
                        from community.perimeter_change ch left join territory.commune c on c.code = ch.commune_code
                        where ch.community_id = ? and ch.account_id = ?
                        order by ch.changed_at, name, ch.part""")
                .params(view.id().value(), view.actor().account().value())
                .query(PerimeterDrafts::change)
                .list();
    }

    private static PerimeterChange change(ResultSet row, int index) throws SQLException {
        var part = row.getString("part");
        return new PerimeterChange(
                Kind.valueOf(row.getString("kind")),
                row.getString("commune_code"),
                row.getString("name"),
                part.isEmpty() ? null : part,
                row.getObject("population", Integer.class),
                row.getTimestamp("changed_at").toInstant());
    }
}
