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
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        var work = of(view);
        Set<String> wanted = new LinkedHashSet<>(codes);
        work.communes().forEach(wanted::remove);
        List<String> refusals = new ArrayList<>();
        Set<String> taken = new LinkedHashSet<>();
        for (var place : taken(view, wanted)) {
            taken.add(place.commune());
            refusals.add(place.sentence());
        }
        wanted.removeAll(taken);
        if (!wanted.isEmpty()) {
            var all = new ArrayList<>(work.communes());
            all.addAll(wanted);
            if (territories.overview(all, work.parts(), view.id().value()) instanceof Overviewed.Refused(var faults)) {
                faults.forEach(fault -> refusals.add(fault.message()));
                wanted.clear();
            }
        }
        wanted.forEach(code -> change(view, work, Kind.ADD, code, null, null));
        return new PerimeterEdit(wanted.size(), List.copyOf(new LinkedHashSet<>(refusals)));
    }

    /** Adds every commune of an EPCI. */
    @Transactional
    PerimeterEdit addEpci(CommunityView view, String epci) {
        return add(view, communes.ofEpci(epci).stream().map(Commune::code).toList());
    }

    @Transactional
    PerimeterEdit addPart(CommunityView view, Part part) {
        var work = of(view);
        var taken = holders.taken(
                new String[] {part.commune()},
                new String[] {part.name()},
                view.id().value());
        if (!taken.isEmpty()) {
            return new PerimeterEdit(
                    0, taken.stream().map(PerimeterTaken::sentence).toList());
        }
        var all = new ArrayList<>(work.parts());
        all.add(part);
        if (territories.overview(work.communes(), all, view.id().value()) instanceof Overviewed.Refused(var faults)) {
            return new PerimeterEdit(
                    0, faults.stream().map(Overviewed.Fault::message).toList());
        }
        change(view, work, Kind.ADD, part.commune(), part.name(), part.population());
        return new PerimeterEdit(1, List.of());
    }

    @Transactional
    PerimeterEdit remove(CommunityView view, String commune, @Nullable String part) {
        var work = of(view);
        if (!work.holds(commune, part)) {
            return new PerimeterEdit(0, List.of());
        }
        change(view, work, Kind.REMOVE, commune, part, null);
        return new PerimeterEdit(1, List.of());
    }

    /** Makes the territory exactly this list, by additions and removals. */
    @Transactional
    PerimeterEdit replace(CommunityView view, List<String> codes, List<Part> parts) {
        var work = of(view);
        for (var code : work.communes()) {
            if (!codes.contains(code)) {
                remove(view, code, null);
            }
        }
        for (var held : work.parts()) {
            if (!parts.contains(held)) {
                remove(view, held.commune(), held.name());
            }
        }
        return addAll(view, codes, parts);
    }

    /** Adds whole communes and parts. */
    @Transactional
    PerimeterEdit addAll(CommunityView view, List<String> codes, List<Part> parts) {
        var whole = add(view, codes);
        int done = whole.done();
        List<String> refusals = new ArrayList<>(whole.refusals());
        for (var part : parts) {
            if (!of(view).holds(part.commune(), part.name())) {
                var one = addPart(view, part);
                done += one.done();
                refusals.addAll(one.refusals());
            }
        }
        return new PerimeterEdit(done, refusals);
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
        var current = of(view);
        for (var change : work.changes()) {
            if (change.adds() != current.holds(change.commune(), change.part())) {
                change(view, current, change.kind(), change.commune(), change.part(), change.population());
            }
        }
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

    private List<PerimeterTaken> taken(CommunityView view, Set<String> codes) {
        var array = codes.toArray(String[]::new);
        var whole = Stream.generate(() -> "").limit(array.length).toArray(String[]::new);
        return holders.taken(array, whole, view.id().value());
    }

    private void change(
            CommunityView view,
            PerimeterWork work,
            Kind kind,
            String commune,
            @Nullable String part,
            @Nullable Integer population) {
        var community = view.id().value();
        var account = view.actor().account().value();
        jdbc.sql("""
                insert into community.perimeter_draft (community_id, account_id, base) values (?, ?, ?)
                on conflict do nothing""").params(community, account, work.number()).update();
        // The opposite change, if any, is simply taken back.
        int undone = jdbc.sql("""
                delete from community.perimeter_change
                where community_id = ? and account_id = ? and commune_code = ? and part = ? and kind <> ?""")
                .params(community, account, commune, part == null ? "" : part, kind.name())
                .update();
        if (undone == 0) {
            jdbc.sql("""
                    insert into community.perimeter_change
                        (community_id, account_id, commune_code, part, kind, population, changed_at)
                    values (:community, :account, :commune, :part, :kind, :population, :at) on conflict do nothing""")
                    .param("community", community)
                    .param("account", account)
                    .param("commune", commune)
                    .param("part", part == null ? "" : part)
                    .param("kind", kind.name())
                    .param("population", population, Types.INTEGER)
                    .param("at", Timestamp.from(today.instant()))
                    .update();
        }
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
