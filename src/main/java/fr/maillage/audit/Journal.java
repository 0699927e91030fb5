package fr.maillage.audit;

import fr.maillage.shared.Today;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The journal of the whole program: lines are added in the transaction of the act that they tell, and stay. The
 * database refuses their change and their removal.
 */
@Service
public class Journal {

    private static final String LINE = """
            select id, at, account_id, author_name, party, subject_kind, subject_id, community_id, action, sentence,
                   audience, personal_read, detail
              from audit.line
            """;

    private final JdbcClient jdbc;
    private final Today today;
    private final JsonMapper json;

    Journal(JdbcClient jdbc, Today today, JsonMapper json) {
        this.jdbc = jdbc;
        this.today = today;
        this.json = json;
    }

    /** @throws org.springframework.transaction.IllegalTransactionStateException outside the transaction of an act */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Entry entry) {
        jdbc.sql("""
                insert into audit.line (at, account_id, author_name, party, subject_kind, subject_id, community_id,
                                        action, sentence, audience, personal_read, detail)
                values (:at, :account, :author, :party, :kind, :id, :community,
                        :action, :sentence, :audience, :personalRead, :detail::jsonb)
                """)
                .param("at", today.instant().atOffset(ZoneOffset.UTC))
                .param("account", entry.author().account(), Types.OTHER)
                .param("author", entry.author().name())
                .param("party", entry.author().party(), Types.VARCHAR)
                .param("kind", entry.subject().kind())
                .param("id", entry.subject().id())
                .param("community", entry.community(), Types.OTHER)
                .param("action", entry.action())
                .param("sentence", entry.sentence())
                .param("audience", entry.audience().name())
                .param("personalRead", entry.personalRead())
                .param("detail", json.writeValueAsString(entry.detail()))
                .update();
    }

    /** Notes that personal data were read out of the program, which is an act of its own. */
    @Transactional
    public void recordRead(Entry entry) {
        record(entry.asPersonalRead());
    }

    /** Newest first, starting after {@code offset} lines. */
    public List<JournalLine> of(Subject subject, Set<Audience> reader, int offset, int limit) {
        return jdbc.sql(LINE + """
                 where subject_kind = :kind and subject_id = :id and audience in (:reader)
                 order by id desc offset :offset limit :limit
                """)
                .param("kind", subject.kind())
                .param("id", subject.id())
                .param("reader", names(reader))
                .param("offset", offset)
                .param("limit", limit)
                .query(this::line)
                .list();
    }

    /** Newest first, starting after {@code offset} lines. */
    public List<JournalLine> ofCommunity(UUID community, Set<Audience> reader, int offset, int limit) {
        return jdbc.sql(LINE + """
                 where community_id = :community and audience in (:reader)
                 order by id desc offset :offset limit :limit
                """)
                .param("community", community)
                .param("reader", names(reader))
                .param("offset", offset)
                .param("limit", limit)
                .query(this::line)
                .list();
    }

    /**
     * The lines of a CPTS that one looks for, newest first unless {@code oldestFirst}.
     *
     * @param text in the sentence or the author; empty for all
     * @param actions first words of the actions, {@code budget}; empty for all
     */
    public List<JournalLine> ofCommunity(
            UUID community, Set<Audience> reader, String text, List<String> actions, boolean oldestFirst, int limit) {
        return looked(LINE + LOOKED + " order by id " + (oldestFirst ? "asc" : "desc") + " limit :limit", actions)
                .param("community", community)
                .param("reader", names(reader))
                .param("text", text)
                .param("limit", limit)
                .query(this::line)
                .list();
    }

    /** How many lines {@link #ofCommunity(UUID, Set, String, List, boolean, int)} would find without its limit. */
    public long countOfCommunity(UUID community, Set<Audience> reader, String text, List<String> actions) {
        return looked("select count(*) from audit.line" + LOOKED, actions)
                .param("community", community)
                .param("reader", names(reader))
                .param("text", text)
                .query(Long.class)
                .single();
    }

    private static final String LOOKED = """
             where community_id = :community and audience in (:reader) and not personal_read
               and (:anyAction or split_part(action, '.', 1) in (:actions))
               and (:text = '' or strpos(lower(public.unaccent(author_name || ' ' || sentence)),
                                         lower(public.unaccent(:text))) > 0)
            """;

    private JdbcClient.StatementSpec looked(String sql, List<String> actions) {
        return jdbc.sql(sql)
                .param("anyAction", actions.isEmpty())
                .param("actions", actions.isEmpty() ? List.of("") : actions);
    }

    /** What a person did and what was done to the person's account, for the export of one's data; newest first. */
    public List<JournalLine> ofAccount(UUID account, int limit) {
        return jdbc.sql(LINE + """
                 where account_id = :account or (subject_kind = 'account' and subject_id = :account::text)
                 order by id desc limit :limit
                """)
                .param("account", account)
                .param("limit", limit)
                .query(this::line)
                .list();
    }

    /**
     * Every line whose sentence, author or action contains the text, for administrators; newest first unless
     * {@code oldestFirst}.
     *
     * @param text empty for all
     * @param personalReadsOnly only the readings of personal data
     */
    public List<JournalLine> search(
            String text, boolean personalReadsOnly, boolean oldestFirst, int offset, int limit) {
        return jdbc.sql(LINE + MATCHING + " order by id " + (oldestFirst ? "asc" : "desc")
                        + " offset :offset limit :limit")
                .param("text", text)
                .param("personal", personalReadsOnly)
                .param("offset", offset)
                .param("limit", limit)
                .query(this::line)
                .list();
    }

    /** How many lines {@link #search} would find. */
    public long count(String text, boolean personalReadsOnly) {
        return jdbc.sql("select count(*) from audit.line " + MATCHING)
                .param("text", text)
                .param("personal", personalReadsOnly)
                .query(Long.class)
                .single();
    }

    private static final String MATCHING = """
             where (personal_read or not :personal)
               and (:text = '' or strpos(lower(public.unaccent(author_name || ' ' || sentence || ' ' || action)),
                                         lower(public.unaccent(:text))) > 0)
            """;

    private static List<String> names(Set<Audience> reader) {
        return reader.stream().map(Audience::name).toList();
    }

    private JournalLine line(ResultSet row, int index) throws SQLException {
        var author = new Author(uuid(row, "account_id"), row.getString("author_name"), row.getString("party"));
        var entry = new Entry(
                author,
                new Subject(row.getString("subject_kind"), row.getString("subject_id")),
                uuid(row, "community_id"),
                row.getString("action"),
                row.getString("sentence"),
                Audience.valueOf(row.getString("audience")),
                row.getBoolean("personal_read"),
                json.readValue(row.getString("detail"), new TypeReference<>() {}));
        return new JournalLine(row.getLong("id"), row.getTimestamp("at").toInstant(), entry);
    }

    private static @Nullable UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
