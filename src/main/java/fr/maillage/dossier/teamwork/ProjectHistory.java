package fr.maillage.dossier.teamwork;

import fr.maillage.audit.Audience;
import fr.maillage.audit.Journal;
import fr.maillage.audit.JournalLine;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.trame.Filling;
import fr.maillage.dossier.trame.TrameSection;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.shared.French;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who changed what in the project of a CPTS: its texts, sitting by sitting, and every act of the journal. */
@Service
class ProjectHistory {

    static final ListSpec SPEC = ListSpec.sortedBy("date", "date").descending().filters("rubrique");

    /** Lines of an export; a page goes no further back either. */
    static final int MOST = 5_000;

    private final JdbcClient db;
    private final Dossiers dossiers;
    private final Trames trames;
    private final Journal journal;

    ProjectHistory(JdbcClient db, Dossiers dossiers, Trames trames, Journal journal) {
        this.db = db;
        this.dossiers = dossiers;
        this.trames = trames;
        this.journal = journal;
    }

    /** Where a text is, as a line names it. */
    private record Place(Dossier dossier, String heading, String href) {}

    @Transactional(readOnly = true)
    public Listing<HistoryLine> page(CommunityView view, ListQuery query) {
        int needed = (int) Math.min(MOST, query.offset() + query.size());
        var lines = lines(view, query, needed);
        return query.listing(
                lines.stream().skip(query.offset()).limit(query.size()).toList(), Math.min(MOST, count(view, query)));
    }

    /** The lines for the export, at most {@link #MOST}. */
    @Transactional(readOnly = true)
    public List<HistoryLine> all(CommunityView view, ListQuery query) {
        return lines(view, query, MOST);
    }

    /** The first lines of both histories, merged by their time. */
    private List<HistoryLine> lines(CommunityView view, ListQuery query, int limit) {
        var theme = theme(query);
        var found = new ArrayList<HistoryLine>();
        if (theme == null || theme == HistoryTheme.TEXTS) {
            found.addAll(texts(view, query, limit));
        }
        if (theme != HistoryTheme.TEXTS) {
            journal
                    .ofCommunity(
                            view.id().value(),
                            Set.of(Audience.EVERYONE),
                            query.search(),
                            actions(theme),
                            !query.descending(),
                            limit)
                    .stream()
                    .map(ProjectHistory::line)
                    .forEach(found::add);
        }
        var order = Comparator.comparing(HistoryLine::at);
        return found.stream()
                .sorted(query.descending() ? order.reversed() : order)
                .limit(limit)
                .toList();
    }

    private long count(CommunityView view, ListQuery query) {
        var theme = theme(query);
        long texts = theme == null || theme == HistoryTheme.TEXTS
                ? revisions(view, query, "select count(*)", places(view))
                        .query(Long.class)
                        .single()
                : 0;
        long acts = theme == HistoryTheme.TEXTS
                ? 0
                : journal.countOfCommunity(
                        view.id().value(), Set.of(Audience.EVERYONE), query.search(), actions(theme));
        return texts + acts;
    }

    private static @Nullable HistoryTheme theme(ListQuery query) {
        var code = query.filter("rubrique");
        return code == null ? null : HistoryTheme.ofCode(code).orElse(null);
    }

    private static List<String> actions(@Nullable HistoryTheme theme) {
        return theme == null ? List.of() : theme.actions();
    }

    private static HistoryLine line(JournalLine line) {
        return new HistoryLine(
                line.at(),
                line.authorName(),
                HistoryTheme.ofAction(line.action()).label(),
                line.sentence(),
                "");
    }

    private List<HistoryLine> texts(CommunityView view, ListQuery query, int limit) {
        var places = places(view);
        return revisions(
                        view,
                        query,
                        "select r.dossier_id, r.key, r.kind, r.saved_at, r.author_name",
                        places,
                        """
                         order by r.saved_at %s, r.id limit :limit
                        """.formatted(query.descending() ? "desc" : "asc"))
                .param("limit", limit)
                .query((row, _) -> {
                    var place = places.get(row.getObject("dossier_id", UUID.class) + "/" + row.getString("key"));
                    var what = switch (row.getString("kind")) {
                        case "RESTORED" -> "Texte repris de l’historique";
                        case "SET_ASIDE" -> "Texte mis de côté";
                        default -> "Texte écrit";
                    };
                    return new HistoryLine(
                            row.getTimestamp("saved_at").toInstant(),
                            row.getString("author_name"),
                            HistoryTheme.TEXTS.label(),
                            place == null
                                    ? what + "."
                                    : what + French.NBSP + ": "
                                            + place.dossier().kind().label() + ", " + place.heading() + ".",
                            place == null ? "" : place.href() + "/historique");
                })
                .list();
    }

    private JdbcClient.StatementSpec revisions(
            CommunityView view, ListQuery query, String select, Map<String, Place> places) {
        return revisions(view, query, select, places, "");
    }

    /** The texts whose author or section is looked for. */
    private JdbcClient.StatementSpec revisions(
            CommunityView view, ListQuery query, String select, Map<String, Place> places, String order) {
        var wanted = plain(query.search());
        var keys = places.entrySet().stream()
                .filter(place -> plain(place.getValue().heading()).contains(wanted))
                .map(Map.Entry::getKey)
                .toList();
        return db.sql(select + """
                         from dossier.revision r join dossier.dossier d on d.id = r.dossier_id
                         where d.community_id = :community
                           and (public.unaccent(r.author_name) ilike public.unaccent(:like)
                                or r.dossier_id || '/' || r.key in (:keys))
                        """ + order)
                .param("community", view.id().value())
                .param("like", query.like())
                .param("keys", keys.isEmpty() ? List.of("") : keys);
    }

    /** Every text of the CPTS, by the id of its dossier and its key. */
    private Map<String, Place> places(CommunityView view) {
        var places = new HashMap<String, Place>();
        for (var dossier : dossiers.of(view.id())) {
            for (TrameSection section : trames.of(dossier).written()) {
                section.narrative()
                        .map(Filling.Narrative::key)
                        .ifPresent(key -> places.put(
                                dossier.id().value() + "/" + key,
                                new Place(
                                        dossier,
                                        section.heading(),
                                        view.at("/" + dossier.kind().path() + "/sections/" + section.key()))));
            }
        }
        return places;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH);
    }

    /** The themes, for the filter of the list. */
    static List<HistoryTheme> themes() {
        return Stream.of(HistoryTheme.values()).toList();
    }
}
