package fr.maillage.diagnosis;

import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.community.CommunityId;
import fr.maillage.community.CommunityView;
import fr.maillage.shared.Change;
import fr.maillage.shared.Saving;
import fr.maillage.shared.Today;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which source a team keeps where two disagree, and why; every choice stays in the history. */
@Service
class Choices {

    static final int LONGEST_REASON = 500;

    private static final String SELECT =
            "select indicator, feed, reason, chosen_by, chosen_at, version from diagnosis.choice ";

    private final JdbcClient jdbc;
    private final Today today;
    private final Journal journal;

    Choices(JdbcClient jdbc, Today today, Journal journal) {
        this.jdbc = jdbc;
        this.today = today;
        this.journal = journal;
    }

    /** Those that hold, by indicator. */
    Map<String, Choice> of(CommunityId community) {
        return jdbc
                .sql("select distinct on (indicator) indicator, feed, reason, chosen_by, chosen_at, version"
                        + " from diagnosis.choice where community_id = ? order by indicator, version desc")
                .param(community.value())
                .query(Choices::choice)
                .list()
                .stream()
                .collect(Collectors.toMap(Choice::indicator, Function.identity()));
    }

    /** All that were made for an indicator, newest first. */
    List<Choice> history(CommunityId community, String indicator) {
        return jdbc.sql(SELECT + "where community_id = ? and indicator = ? order by version desc")
                .params(community.value(), indicator)
                .query(Choices::choice)
                .list();
    }

    /** @param base the version that the person saw, 0 for none */
    @Transactional
    Saving choose(CommunityView view, Indicator indicator, Feed feed, String reason, int base) {
        int written = jdbc.sql("""
                insert into diagnosis.choice (community_id, indicator, version, feed, reason, chosen_by, chosen_at)
                select :community, :indicator, :version, :feed, :reason, :by, :at
                where not exists (select from diagnosis.choice
                                  where community_id = :community and indicator = :indicator and version >= :version)
                on conflict do nothing""")
                .param("community", view.id().value())
                .param("indicator", indicator.code())
                .param("version", base + 1)
                .param("feed", feed.key())
                .param("reason", reason)
                .param("by", view.actor().name())
                .param("at", Timestamp.from(today.instant()))
                .update();
        if (written == 0) {
            var other = history(view.id(), indicator.code()).getFirst();
            return new Saving.Overtaken(new Change(other.version(), other.chosenAt(), other.chosenBy()));
        }
        journal.record(Entry.of(
                        view.author(),
                        Subject.of("diagnosis", view.id().value()),
                        "diagnosis.source-chosen",
                        "Source retenue pour « " + indicator.title() + " » : " + feed.label() + ". Raison : " + reason)
                .in(view.id().value())
                .with("indicator", indicator.code())
                .with("feed", feed.key()));
        return Saving.DONE;
    }

    private static Choice choice(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Choice(
                row.getString("indicator"),
                row.getString("feed"),
                row.getString("reason"),
                row.getString("chosen_by"),
                row.getTimestamp("chosen_at").toInstant(),
                row.getInt("version"));
    }
}
