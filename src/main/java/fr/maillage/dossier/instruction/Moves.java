package fr.maillage.dossier.instruction;

import fr.maillage.community.CommunityId;
import fr.maillage.dossier.DossierId;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Step;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The only way the step of a dossier changes: a lock, the table of moves, and a line that stays. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Moves {

    private final JdbcClient jdbc;
    private final Today today;

    Moves(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /**
     * Takes the dossier until the end of the transaction, as it stands then: it is read by a second statement, since
     * the one that waits for the lock would not see the deposit it waited for. Rows that only name the dossier (a foreign
     * key) do not wait.
     *
     * @throws NotFound when there is no such dossier
     */
    LockedDossier lock(DossierId id) {
        jdbc.sql("select id from dossier.dossier where id = ? for no key update")
                .param(id.value())
                .query(_ -> {});
        return find(id);
    }

    /** @throws NotFound when there is no such dossier */
    LockedDossier find(DossierId id) {
        return jdbc.sql("""
                        select d.id, d.community_id, c.name, c.slug, d.kind, d.number, d.step,
                            d.step <> dossier.step_on(d, :today) as silent, dossier.step_seen(d, :today) as seen,
                            (select p.id from dossier.deposit p where p.dossier_id = d.id
                             order by p.ordinal desc limit 1) as last_deposit,
                            (select count(*) from dossier.deposit p where p.dossier_id = d.id) as deposits
                        from dossier.dossier d join community.community c on c.id = d.community_id
                        where d.id = :id
                        """)
                .param("id", id.value())
                .param("today", today.day())
                .query(Moves::read)
                .optional()
                .orElseThrow(() -> new NotFound("dossier " + id.value()));
    }

    /**
     * Takes a move that the table allows; the caller has checked it with {@link Move#allowed}.
     *
     * @return the number of the line written in the journal of moves
     */
    long take(LockedDossier dossier, Move move, By by, Details details) {
        jdbc.sql("update dossier.dossier set step = :to, version = version + 1 where id = :id")
                .param("to", move.to().name())
                .param("id", dossier.id().value())
                .update();
        return jdbc.sql("""
                        insert into dossier.move (dossier_id, move, from_step, to_step, at, account_id, actor_name,
                            party, institution_id, deposit_id, reason, grounds, answer_by, signatory_quality)
                        values (:dossier, :move, :from, :to, :at, :account, :name, :party, :institution, :deposit,
                            :reason, :grounds, :answerBy, :quality)
                        returning id
                        """)
                .param("dossier", dossier.id().value())
                .param("move", move.name())
                .param("from", dossier.step().name())
                .param("to", move.to().name())
                .param("at", Timestamp.from(today.instant()))
                .param("account", by.account() == null ? null : by.account().value())
                .param("name", by.name())
                .param("party", by.party() == null ? null : by.party().name())
                .param(
                        "institution",
                        by.institution() == null ? null : by.institution().value())
                .param("deposit", details.deposit())
                .param("reason", details.reason())
                .param("grounds", details.grounds().toArray(String[]::new))
                .param("answerBy", details.answerBy(), Types.DATE)
                .param("quality", details.quality())
                .query(Long.class)
                .single();
    }

    /**
     * What goes with a move.
     *
     * @param deposit the frozen version the move is about
     * @param reason in the words of the person who moved
     * @param grounds codes of the legal grounds, for an opposition
     * @param answerBy the day by which an answer is awaited
     * @param quality in what quality the letter is signed
     */
    record Details(
            @Nullable UUID deposit,
            @Nullable String reason,
            List<String> grounds,
            @Nullable LocalDate answerBy,
            @Nullable String quality) {

        static Details about(@Nullable UUID deposit) {
            return new Details(deposit, null, List.of(), null, null);
        }

        static Details of(Decision decision, @Nullable UUID deposit) {
            return new Details(
                    deposit,
                    decision.reason().isEmpty() ? null : decision.reason(),
                    decision.grounds(),
                    decision.answerBy(),
                    decision.quality().isEmpty() ? null : decision.quality());
        }
    }

    private static LockedDossier read(ResultSet row, int index) throws SQLException {
        return new LockedDossier(
                new DossierId(row.getObject("id", UUID.class)),
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getString("name"),
                row.getString("slug"),
                DossierKind.valueOf(row.getString("kind")),
                row.getString("number"),
                Step.valueOf(row.getString("step")),
                Step.valueOf(row.getString("seen")),
                row.getBoolean("silent"),
                row.getObject("last_deposit", UUID.class),
                row.getInt("deposits"));
    }
}
