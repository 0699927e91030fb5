package fr.maillage.dossier.instruction;

import fr.maillage.dossier.DossierId;
import fr.maillage.shared.French;
import fr.maillage.shared.ProperName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened to a dossier beside its moves: opinions, remarks, answers, notes, letters opened, e-mails. */
@Component
@Transactional(readOnly = true)
class Chronicle {

    /**
     * @param confidential read by the institutions only
     */
    record Event(Instant at, String sentence, boolean confidential) {}

    private final JdbcClient jdbc;

    Chronicle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What both sides may read: the remarks with their answers and who settled them, the letters opened. */
    List<Event> shared(DossierId dossier, List<ReviewRemarks.Line> remarks) {
        var events = new ArrayList<Event>();
        for (var line : remarks) {
            var remark = line.remark();
            var section = ", section " + line.section();
            events.add(new Event(remark.writtenAt(), "Remarque de " + remark.author() + section, false));
            remark.answers()
                    .forEach(answer -> events.add(
                            new Event(answer.writtenAt(), "Réponse de " + answer.author() + section, false)));
            var settled = remark.resolvedAt();
            if (settled != null) {
                events.add(new Event(settled, "Remarque réglée par " + remark.resolvedBy() + section, false));
            }
        }
        events.addAll(jdbc.sql("""
                        select o.opened_at, o.opened_by from dossier.letter_opened o
                        join dossier.file f on f.id = o.file_id where f.dossier_id = :dossier
                        """)
                .param("dossier", dossier.value())
                .query((row, _) -> new Event(
                        row.getTimestamp("opened_at").toInstant(),
                        "Courrier lu sur la plateforme par " + row.getString("opened_by"),
                        false))
                .list());
        return events;
    }

    /** What stays between institutions. */
    List<Event> confidential(DossierId dossier, List<Reviews.Opinion> opinions, List<Reviews.NoteLine> notes) {
        var events = new ArrayList<Event>();
        opinions.forEach(opinion -> events.add(new Event(
                opinion.givenAt(),
                "Avis de %s (%s)\u00A0: %s, version %d"
                        .formatted(
                                ProperName.the(opinion.institutionName()),
                                opinion.author(),
                                opinion.verdict().label().toLowerCase(Locale.FRENCH),
                                opinion.ordinal()),
                true)));
        notes.forEach(note -> events.add(
                new Event(note.writtenAt(), "Note de %s, %s".formatted(note.author(), note.institutionName()), true)));
        events.addAll(jdbc.sql("""
                        select min(m.created_at) as created_at, m.subject, count(*) as people, count(m.sent_at) as sent
                        from mail.message m where m.context_kind = 'dossier' and m.context_id = :dossier
                        group by date_trunc('minute', m.created_at), m.subject
                        """)
                .param("dossier", dossier.value().toString())
                .query((row, _) -> new Event(
                        row.getTimestamp("created_at").toInstant(),
                        "Courriel à %s\u00A0: %s%s"
                                .formatted(
                                        French.count(row.getInt("people"), "personne", "personnes"),
                                        row.getString("subject"),
                                        row.getInt("sent") < row.getInt("people") ? ", en attente d’envoi" : ""),
                        true))
                .list());
        events.addAll(jdbc.sql("""
                        select e.entrusted_at, e.account_name, e.entrusted_by from dossier.entrusted e
                        where e.dossier_id = :dossier
                        """)
                .param("dossier", dossier.value())
                .query((row, _) -> new Event(
                        row.getTimestamp("entrusted_at").toInstant(),
                        "Dossier confié à %s par %s"
                                .formatted(row.getString("account_name"), row.getString("entrusted_by")),
                        true))
                .list());
        return events;
    }
}
