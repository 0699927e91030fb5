package fr.maillage.reminders;

import fr.maillage.access.AccountId;
import fr.maillage.access.Institution;
import fr.maillage.access.InstitutionId;
import fr.maillage.access.Institutions;
import fr.maillage.access.Mandate;
import fr.maillage.access.Mandates;
import fr.maillage.community.Communities;
import fr.maillage.community.Community;
import fr.maillage.community.CommunityId;
import fr.maillage.community.CommunityView;
import fr.maillage.reminders.spi.Deadline;
import fr.maillage.reminders.spi.DeadlineSource;
import fr.maillage.reminders.spi.DeadlineState;
import fr.maillage.shared.Today;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every deadline that a reader may see, gathered from the modules that know them. */
@Service
@Transactional(readOnly = true)
public class Deadlines {

    private final List<DeadlineSource> sources;
    private final Communities communities;
    private final Institutions institutions;
    private final Mandates mandates;
    private final JdbcClient db;
    private final Today today;

    Deadlines(
            List<DeadlineSource> sources,
            Communities communities,
            Institutions institutions,
            Mandates mandates,
            JdbcClient db,
            Today today) {
        this.sources = sources;
        this.communities = communities;
        this.institutions = institutions;
        this.mandates = mandates;
        this.db = db;
        this.today = today;
    }

    /** The deadlines of a CPTS for its team, the first first. */
    public List<Dated> of(CommunityView view) {
        return ofTeam(List.of(communities.find(view.id()))).sorted(Dated.BY_DAY).toList();
    }

    /** What a CPTS awaits from today on, the first first. */
    public List<Dated> coming(CommunityView view, int most) {
        return of(view).stream()
                .filter(line -> line.state() == DeadlineState.COMING)
                .limit(most)
                .toList();
    }

    /** The deadlines of all the CPTS in the scope of an institution, as far as institutions see them. */
    public List<Dated> of(Institution institution) {
        return ofInstitution(institution).sorted(Dated.BY_DAY).toList();
    }

    /** What institutions see of the deadlines of some CPTS, the first first; the caller found these in the scope of its reader. */
    public Map<CommunityId, List<Deadline>> seenByInstitutions(Collection<CommunityId> all) {
        var seen = new LinkedHashMap<CommunityId, List<Deadline>>();
        found(all, sources.stream().filter(DeadlineSource::isForInstitutions).toList())
                .forEach((community, deadlines) -> seen.put(
                        community,
                        deadlines.stream()
                                .filter(deadline -> deadline.institutionPage() != null)
                                .sorted(Comparator.comparing(Deadline::day).thenComparing(Deadline::code))
                                .toList()));
        return seen;
    }

    /**
     * All that a person may see at this moment, by the mandates held today. A deadline seen from a CPTS and from an
     * institution is there once, as the CPTS sees it.
     */
    public List<Dated> of(AccountId account) {
        var held = mandates.of(account).stream()
                .filter(holder -> !holder.person().disabled())
                .map(holder -> holder.mandate())
                .toList();
        var lines = new LinkedHashMap<String, Dated>();
        Stream.concat(
                        ofTeam(communities.find(readBy(account, held))),
                        institutions.find(offices(held)).stream().flatMap(this::ofInstitution))
                .forEach(line -> lines.putIfAbsent(line.code(), line));
        return lines.values().stream().sorted(Dated.BY_DAY).toList();
    }

    private static List<InstitutionId> offices(List<Mandate> held) {
        return held.stream()
                .map(Mandate::institution)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The scope query decides, as for the pages of a CPTS. */
    private List<CommunityId> readBy(AccountId account, List<Mandate> held) {
        return held.isEmpty()
                ? List.of()
                : db
                        .sql("""
                        select distinct community_id from community.scope
                        where account_id = :account and "right" = 'READ'
                          and from_day <= :day and (until_day is null or :day < until_day)
                        """)
                        .param("account", account.value())
                        .param("day", today.day())
                        .query(UUID.class)
                        .list()
                        .stream()
                        .map(CommunityId::new)
                        .toList();
    }

    /** An institution instructs the CPTS seated in its départements; a head office, those of its région. */
    private List<Community> scope(Institution institution) {
        var ids = db.sql("""
                        select c.id from community.community c join access.institution i
                            on (i.role = 'ARS_HEAD_OFFICE' and i.region_code = c.region_code)
                            or (i.role <> 'ARS_HEAD_OFFICE' and c.seat_departement = any (i.departement_codes))
                        where i.id = :institution
                        """).param("institution", institution.id().value()).query(UUID.class).list().stream()
                .map(CommunityId::new)
                .toList();
        return communities.find(ids);
    }

    private Stream<Dated> ofTeam(List<Community> all) {
        return lines(all, sources, (community, deadline) -> "/cpts/" + community.slug() + deadline.page());
    }

    private Stream<Dated> ofInstitution(Institution institution) {
        var told = sources.stream().filter(DeadlineSource::isForInstitutions).toList();
        return lines(scope(institution), told, (_, deadline) -> {
                    var page = deadline.institutionPage();
                    return page == null || page.isEmpty() ? null : "/institutions/" + institution.slug() + page;
                })
                .filter(line -> line.deadline().institutionPage() != null);
    }

    private interface Address {
        @Nullable
        String of(Community community, Deadline deadline);
    }

    private Stream<Dated> lines(List<Community> all, List<DeadlineSource> told, Address address) {
        var found = found(all.stream().map(Community::id).toList(), told);
        return all.stream()
                .flatMap(community -> found.getOrDefault(community.id(), List.of()).stream()
                        .map(deadline -> new Dated(
                                deadline,
                                community.name(),
                                community.id().value() + ":" + deadline.code(),
                                address.of(community, deadline),
                                today.day())));
    }

    private static Map<CommunityId, List<Deadline>> found(Collection<CommunityId> all, List<DeadlineSource> told) {
        var found = new LinkedHashMap<CommunityId, List<Deadline>>();
        if (!all.isEmpty()) {
            for (var source : told) {
                source.ofAll(all)
                        .forEach((community, deadlines) -> found.computeIfAbsent(community, _ -> new ArrayList<>())
                                .addAll(deadlines));
            }
        }
        return found;
    }
}
