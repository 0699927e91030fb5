package fr.maillage.library.pages;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.documents.Cell;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.library.DocumentType;
import fr.maillage.library.Library;
import fr.maillage.library.LibraryDocument;
import fr.maillage.library.Use;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import fr.maillage.ui.Option;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The documents of a CPTS, found by their words, best first; else the most recent first. */
@Component
class DocumentList {

    static final ListSpec SPEC = ListSpec.sortedBy("pertinence", "place")
            .column("titre", "public.unaccent(lower(title))")
            .column("type", "type_label")
            .column("date", "dated")
            .column("ajout", "added_at")
            .filters("type", "annee", "usage", "etat");

    /** The value of the filter « usage » that keeps what serves for nothing. */
    static final String UNUSED = "aucun";

    private static final int EXPORTED = 10_000;

    /** Texts that are looked through for a phrase: beyond, they take longer than one waits for a page. */
    static final int LOOKED_THROUGH = 500;

    private static final String WHERE = """
            where (d.archived_at is not null)::text = :archived
              and (:type = '' or d.type = :type)
              and (:year = '' or extract(year from d.dated)::int::text = :year)
              and (:usage = '' or (:usage = 'aucun') <> exists (select 1 from library.use u
                    where u.document_id = d.id and (:usage = 'aucun' or u.kind = :usage)))
              and (:writes or not d.type = any(:reserved))
            """;

    private static final String OF_COMMUNITY = " and d.community_id = :community";

    /** The most recent first: as a number that grows, since lists are sorted upwards by default. */
    private static final String ALL =
            "select d.*, date '2200-01-01' - d.dated as place from library.document d " + WHERE + OF_COMMUNITY;

    /**
     * Every match is ranked by its title, kind and origin, which are small; the first fifty then by all their words,
     * which are large. Ranking the text of thousands of documents would take a second.
     */
    private static final String FOUND = """
            select b.*, case when b.by_head <= 50 then -ts_rank(b.search, b.q) else b.by_head end as place from (
                select d.*, asked.q, row_number() over (order by ts_rank(d.head, asked.q) desc, d.dated desc, d.id) as by_head
                from (select %s as q) asked cross join library.document d
            """;

    /**
     * The CPTS as text, as the index of words has it: no other index may be taken, which would look through each text. For
     * the same reason what is archived is compared as text above: {@code document_once} bears that condition.
     */
    private static final String MATCHING = " and d.community_id::text = :community::text and d.search @@ asked.q";

    /** What the texts that have every word of a phrase, the most recent first, say of the phrase itself. */
    private static final String NEAR = """
            with few as materialized (
                select d.id, d.search from (select websearch_to_tsquery('library.french', :loose) as q) asked
                cross join library.document d
            """;

    private static final String NEAR_END = """
                order by d.dated desc, d.id limit :most)
            select id, search @@ websearch_to_tsquery('library.french', :words) as hit from few
            """;

    /** An excerpt from around the first place where the word stands: going through a whole text takes too long. */
    private static final String HEADLINE = """
            select d.id, ts_headline('library.french',
                substr(d.body, greatest(1, strpos(public.unaccent(lower(left(d.body, 100000))), :needle) - 200), 3000), %s,
                'MaxFragments=2, MaxWords=20, MinWords=8, StartSel=\uE000, StopSel=\uE001, FragmentDelimiter=" … "')
            from library.document d where d.id = any(:ids)
            """;

    private final JdbcClient jdbc;
    private final Library library;
    private final Today today;

    DocumentList(JdbcClient jdbc, Library library, Today today) {
        this.jdbc = jdbc;
        this.library = library;
        this.today = today;
    }

    /**
     * A page of the list.
     *
     * @param cut whether a phrase was looked for in the most recent texts alone
     */
    record Page(Listing<DocumentRow> listing, boolean cut) {}

    /** The documents that have a phrase, among the most recent ones that have its words. */
    private record Near(UUID[] ids, boolean cut) {}

    @Transactional(readOnly = true)
    public Page page(CommunityView view, ListQuery query) {
        useTheIndex();
        var near = near(view, query);
        var documents = documents(view, query, near, query.offset(), query.size());
        var ids = documents.stream().map(document -> document.id().value()).toArray(UUID[]::new);
        var excerpts = query.search().isEmpty() ? Map.<UUID, Excerpt>of() : excerpts(query, ids);
        var uses = uses(ids);
        var rows = documents.stream()
                .map(document -> new DocumentRow(
                        document,
                        excerpts.getOrDefault(document.id().value(), Excerpt.NONE),
                        uses.getOrDefault(document.id().value(), Set.of())))
                .toList();
        return new Page(
                query.listing(rows, near == null ? total(view, query) : near.ids().length), near != null && near.cut());
    }

    @Transactional(readOnly = true)
    public Spreadsheet sheet(CommunityView view, ListQuery query) {
        useTheIndex();
        var near = near(view, query);
        var documents = documents(view, query, near, 0, EXPORTED);
        var heading = new ArrayList<String>();
        heading.add(view.name() + ", documents au " + French.date(today.day()));
        heading.add("Saisi par la CPTS dans Maillage. L’empreinte SHA-256 permet de vérifier qu’un fichier est bien"
                + " celui-ci.");
        if (near != null && near.cut()) {
            heading.add("Incomplet : l’expression a été cherchée dans les " + LOOKED_THROUGH
                    + " documents les plus récents qui ont ses mots.");
        }
        if (documents.size() == EXPORTED) {
            heading.add("Incomplet : seuls les " + French.number(EXPORTED) + " premiers documents sont ici.");
        }
        var uses =
                uses(documents.stream().map(document -> document.id().value()).toArray(UUID[]::new));
        return new Spreadsheet(
                "Documents",
                heading,
                List.of(
                        "Titre",
                        "Type",
                        "Date",
                        "Origine",
                        "Sert à",
                        "Fichier",
                        "Format",
                        "Taille (octets)",
                        "SHA-256",
                        "Version",
                        "Ajouté par",
                        "Conservation"),
                documents.stream()
                        .map(document ->
                                cells(document, uses.getOrDefault(document.id().value(), Set.of())))
                        .toList());
    }

    private static List<Cell> cells(LibraryDocument document, Set<Use.Kind> uses) {
        var facts = document.facts();
        var file = document.file();
        return List.of(
                Cell.text(facts.title()),
                Cell.text(facts.type().label()),
                new Cell.Day(facts.dated()),
                Cell.text(facts.origin()),
                Cell.text(uses.stream().map(Use.Kind::label).collect(Collectors.joining(" | "))),
                Cell.text(file.fileName()),
                Cell.text(file.format().label()),
                Cell.whole(file.size()),
                Cell.text(file.sha256()),
                Cell.whole(file.ordinal()),
                Cell.text(file.addedBy()),
                Cell.text(facts.type().retention()));
    }

    /** The kinds that this CPTS has, with their counts. */
    List<Option> types(CommunityView view) {
        return jdbc
                .sql("""
                        select type, count(*) from library.document
                        where community_id = :community and archived_at is null
                        and (:writes or not type = any(:reserved)) group by type
                        """)
                .param("community", view.id().value())
                .param("writes", view.may(Right.WRITE))
                .param("reserved", reserved())
                .query((rs, _) -> Map.entry(rs.getString(1), rs.getLong(2)))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparingInt(entry -> DocumentType.all()
                        .indexOf(DocumentType.ofCode(entry.getKey()).orElseThrow())))
                .map(entry -> new Option(
                        entry.getKey(),
                        DocumentType.ofCode(entry.getKey()).orElseThrow().label() + " " + entry.getValue()))
                .toList();
    }

    /** The years of the documents, the last six. */
    List<Option> years(CommunityView view) {
        return jdbc.sql("""
                        select distinct extract(year from dated)::int::text as year from library.document
                        where community_id = ? and archived_at is null order by year desc limit 6
                        """).param(view.id().value()).query(String.class).list().stream()
                .map(year -> new Option(year, year))
                .toList();
    }

    private @Nullable Near near(CommunityView view, ListQuery query) {
        if (query.search().isEmpty() || !SearchWords.of(query.search()).hasPhrase()) {
            return null;
        }
        var words = SearchWords.of(query.search());
        record Looked(UUID id, boolean hit) {}
        var looked = filters(jdbc.sql(NEAR + WHERE + MATCHING + NEAR_END), view, query)
                .param("loose", words.loose())
                .param("words", words.words())
                .param("most", LOOKED_THROUGH)
                .query((rs, _) -> new Looked(rs.getObject("id", UUID.class), rs.getBoolean("hit")))
                .list();
        return new Near(
                looked.stream().filter(Looked::hit).map(Looked::id).toArray(UUID[]::new),
                looked.size() == LOOKED_THROUGH);
    }

    private List<LibraryDocument> documents(
            CommunityView view, ListQuery query, @Nullable Near near, long offset, int limit) {
        var sql = """
                select p.*, v.ordinal, v.file_name, v.added_at as file_at, v.added_by as file_by,
                    c.format, c.size, c.text_state
                from (select m.id, row_number() over (order by %1$s, m.id) as line from (
                          select * from (%2$s) b order by %1$s, id offset :offset limit :limit) m) l
                join library.document p on p.id = l.id
                join library.version v on v.document_id = p.id and v.ordinal = p.current
                join library.content c on c.sha256 = v.sha256
                order by l.line
                """.formatted(query.orderBy(), matches(query, near != null));
        var statement = bind(sql, view, query);
        return (near == null ? statement : statement.param("near", near.ids()))
                .param("offset", offset)
                .param("limit", limit)
                .query((rs, _) -> Library.read(rs))
                .list();
    }

    private long total(CommunityView view, ListQuery query) {
        var sql = query.search().isEmpty()
                ? "select count(*) from library.document d " + WHERE + OF_COMMUNITY
                : "select count(*) from (select "
                        + SearchWords.of(query.search()).sql() + " as q) asked cross join library.document d " + WHERE
                        + MATCHING;
        return bind(sql, view, query).query(Long.class).single();
    }

    private static String matches(ListQuery query, boolean near) {
        return query.search().isEmpty()
                ? ALL
                : FOUND.formatted(SearchWords.of(query.search()).sql())
                        + WHERE
                        + (near ? " and d.community_id = :community and d.id = any(:near)" : MATCHING)
                        + ") b";
    }

    private Map<UUID, Excerpt> excerpts(ListQuery query, UUID[] ids) {
        var words = SearchWords.of(query.search());
        var found = new HashMap<UUID, Excerpt>();
        bindWords(jdbc.sql(HEADLINE.formatted(words.sql())), words)
                .param("needle", words.needle())
                .param("ids", ids)
                .query((rs, _) -> found.put(rs.getObject(1, UUID.class), Excerpt.of(rs.getString(2))))
                .list();
        return found;
    }

    /**
     * The planner takes a long text for as quick to look through as a short one: it must take the index. A plan made for any
     * words would read the words anew for every row: it must be made for these.
     */
    private void useTheIndex() {
        jdbc.sql("set local enable_seqscan = off").update();
        jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
    }

    private Map<UUID, Set<Use.Kind>> uses(UUID[] ids) {
        return jdbc
                .sql("select distinct document_id, kind from library.use where document_id = any(?)")
                .param(ids)
                .query((rs, _) -> Map.entry(rs.getObject(1, UUID.class), Use.Kind.valueOf(rs.getString(2))))
                .list()
                .stream()
                .collect(groupingBy(
                        Map.Entry::getKey, mapping(Map.Entry::getValue, Collectors.collectingAndThen(toSet(), kinds ->
                                (Set<Use.Kind>) EnumSet.copyOf(kinds)))));
    }

    private JdbcClient.StatementSpec bind(String sql, CommunityView view, ListQuery query) {
        var statement = filters(jdbc.sql(sql), view, query);
        return query.search().isEmpty() ? statement : bindWords(statement, SearchWords.of(query.search()));
    }

    private static JdbcClient.StatementSpec filters(
            JdbcClient.StatementSpec statement, CommunityView view, ListQuery query) {
        return statement
                .param("community", view.id().value())
                .param("archived", String.valueOf("archive".equals(query.filter("etat"))))
                .param("type", chosen(query, "type"))
                .param("year", chosen(query, "annee"))
                .param("usage", chosen(query, "usage"))
                .param("writes", view.may(Right.WRITE))
                .param("reserved", reserved());
    }

    private static JdbcClient.StatementSpec bindWords(JdbcClient.StatementSpec statement, SearchWords words) {
        var all = statement.param("words", words.words());
        return words.prefix().isEmpty()
                ? all
                : all.param("before", words.before()).param("prefix", words.prefix());
    }

    private static String chosen(ListQuery query, String filter) {
        var value = query.filter(filter);
        return value == null ? "" : value;
    }

    private static String[] reserved() {
        return DocumentType.reservedCodes().toArray(String[]::new);
    }
}
