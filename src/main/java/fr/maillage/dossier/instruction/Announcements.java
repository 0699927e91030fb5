package fr.maillage.dossier.instruction;

import fr.maillage.access.InstitutionId;
import fr.maillage.access.Mandates;
import fr.maillage.access.Role;
import fr.maillage.audit.Audience;
import fr.maillage.audit.Author;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.dossier.DossierId;
import fr.maillage.dossier.DossierKind;
import fr.maillage.mail.Mail;
import fr.maillage.mail.Outbox;
import fr.maillage.shared.French;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells everybody concerned: the journal line and the e-mails of each step, in the transaction of the step. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Announcements {

    /** Who in a CPTS is written to: those who write or sign the project. */
    private static final Set<Role> CPTS_READERS = Set.of(Role.COORDINATION, Role.PRESIDENCY, Role.PROJECT_TEAM);

    private final Journal journal;
    private final Outbox outbox;
    private final Mandates mandates;
    private final JdbcClient jdbc;

    Announcements(Journal journal, Outbox outbox, Mandates mandates, JdbcClient jdbc) {
        this.journal = journal;
        this.outbox = outbox;
        this.mandates = mandates;
        this.jdbc = jdbc;
    }

    void deposited(LockedDossier dossier, By by, int version, @Nullable DossierDelay delay) {
        var what = dossier.kind().label();
        tell(
                dossier,
                by,
                "dossier.deposited",
                "%s déposé%s, version %d.".formatted(what, feminine(dossier), version),
                Audience.EVERYONE);
        var clock = delay == null
                ? ""
                : "\n\nSans opposition de l’ARS au plus tard le %s, le projet est réputé validé le %s."
                        .formatted(
                                French.date(delay.delay().limit()),
                                French.date(delay.delay().deemedValidatedOn()));
        toInstitutions(
                dossier,
                null,
                "%s : %s, version %d".formatted(dossier.communityName(), lower(what), version),
                "%s a déposé la version %d de son dossier « %s » (n° %s).%s"
                        .formatted(dossier.communityName(), version, lower(what), dossier.number(), clock));
        toCommunity(
                dossier,
                "Votre dossier est reçu : %s, version %d".formatted(lower(what), version),
                "La version %d de votre dossier « %s » (n° %s) est déposée. L’accusé de réception est joint au dossier.%s"
                        .formatted(version, lower(what), dossier.number(), clock));
    }

    void moved(LockedDossier dossier, Move move, By by, @Nullable String reason, @Nullable FrozenFile letter) {
        var sentence = sentence(dossier, move, by);
        tell(dossier, by, "dossier." + action(move), sentence, Audience.EVERYONE);
        var text = sentence
                + (reason == null ? "" : "\n\n" + reason)
                + (letter == null ? "" : "\n\nLe courrier est joint au dossier, sur la plateforme.");
        var subject = "%s : %s".formatted(dossier.communityName(), subject(move));
        toCommunity(dossier, subject, text);
        toInstitutions(dossier, by.institution(), subject, text);
    }

    /** The CPTS learns that an opinion was given, not what it says: the decision is one letter. */
    void opinionGiven(LockedDossier dossier, By by, Verdict verdict) {
        tell(
                dossier,
                by,
                "dossier.opinion-given",
                "Avis rendu par %s : %s.".formatted(by.institutionName(), lower(verdict.label())),
                Audience.INSTITUTIONS);
        toInstitutions(
                dossier,
                by.institution(),
                "%s : un avis est rendu".formatted(dossier.communityName()),
                "%s a rendu un avis sur le dossier n° %s : %s."
                        .formatted(by.institutionName(), dossier.number(), lower(verdict.label())));
    }

    void noteAdded(LockedDossier dossier, By by) {
        tell(dossier, by, "dossier.note-added", "Note ajoutée entre institutions.", Audience.INSTITUTIONS);
    }

    void remarkWritten(LockedDossier dossier, By by, String text) {
        tell(
                dossier,
                by,
                "dossier.remark-written",
                "Remarque à la CPTS, par %s.".formatted(by.institutionName()),
                Audience.EVERYONE);
        toCommunity(
                dossier,
                "Une remarque de " + by.institutionName(),
                "%s a écrit une remarque sur votre dossier n° %s :\n\n%s"
                        .formatted(by.institutionName(), dossier.number(), text));
    }

    void remarkAnswered(LockedDossier dossier, By by, String text) {
        tell(dossier, by, "dossier.remark-answered", "Réponse de la CPTS à une remarque.", Audience.EVERYONE);
        toInstitutions(
                dossier,
                null,
                "%s : une réponse à une remarque".formatted(dossier.communityName()),
                "%s a répondu à une remarque sur le dossier n° %s :\n\n%s"
                        .formatted(dossier.communityName(), dossier.number(), text));
    }

    static String sentence(LockedDossier dossier, Move move, By by) {
        var what = dossier.kind().label();
        var fem = feminine(dossier);
        return switch (move) {
            case DEPOSIT, COMPLETE -> "%s déposé%s.".formatted(what, fem);
            case START_AGAIN -> "%s repris%s en brouillon.".formatted(what, fem);
            case TAKE -> "Instruction ouverte par %s.".formatted(by.institutionName());
            case ASK_MORE -> "Complément demandé par %s.".formatted(by.institutionName());
            case VALIDATE -> "%s validé%s par %s.".formatted(what, fem, by.institutionName());
            case OPPOSE -> "%s s’est opposée au projet.".formatted(by.institutionName());
            case LAPSE -> "%s caduc, dit par %s.".formatted(what, by.institutionName());
            case DEEM_VALIDATED ->
                "%s réputé%s validé%s : l’ARS ne s’est pas opposée dans le délai.".formatted(what, fem, fem);
        };
    }

    /** What happened, as the journal names it. */
    private static String action(Move move) {
        return switch (move) {
            case DEPOSIT, COMPLETE -> "deposited";
            case START_AGAIN -> "reopened";
            case TAKE -> "taken";
            case ASK_MORE -> "complement-asked";
            case VALIDATE -> "validated";
            case OPPOSE -> "opposed";
            case LAPSE -> "lapsed";
            case DEEM_VALIDATED -> "deemed-validated";
        };
    }

    private static String subject(Move move) {
        return switch (move) {
            case DEPOSIT, COMPLETE -> "dossier déposé";
            case START_AGAIN -> "dossier repris";
            case TAKE -> "instruction ouverte";
            case ASK_MORE -> "complément demandé";
            case VALIDATE -> "dossier validé";
            case OPPOSE -> "opposition de l’ARS";
            case LAPSE -> "dossier caduc";
            case DEEM_VALIDATED -> "projet réputé validé";
        };
    }

    private void tell(LockedDossier dossier, By by, String action, String sentence, Audience audience) {
        journal.record(Entry.of(author(by), Subject.of("dossier", dossier.id().value()), action, sentence)
                .in(dossier.community().value())
                .readableBy(audience)
                .with("number", dossier.number()));
    }

    static Author author(By by) {
        var account = by.account();
        var party = by.party();
        return account == null
                ? Author.MAILLAGE
                : new Author(account.value(), by.name(), party == null ? null : party.name());
    }

    private void toCommunity(LockedDossier dossier, String subject, String text) {
        mandates.ofCommunity(dossier.community().value()).stream()
                .filter(holder -> !holder.person().disabled())
                .filter(holder -> CPTS_READERS.contains(holder.mandate().role()))
                .map(holder -> holder.person().email())
                .distinct()
                .forEach(email ->
                        send(dossier, email, subject, text, "/cpts/" + dossier.communitySlug() + "/instruction"));
    }

    /** To the people of the institutions that instruct the dossier, but the one who has just acted. */
    private void toInstitutions(LockedDossier dossier, @Nullable InstitutionId but, String subject, String text) {
        for (var institution : instructing(dossier.id())) {
            if (institution.id().equals(but == null ? null : but.value())) {
                continue;
            }
            mandates.ofInstitution(new InstitutionId(institution.id())).stream()
                    .filter(holder -> !holder.person().disabled())
                    .map(holder -> holder.person().email())
                    .distinct()
                    .forEach(email -> send(
                            dossier,
                            email,
                            subject,
                            text,
                            "/institutions/" + institution.slug() + "/dossiers/" + dossier.number()));
        }
    }

    private void send(LockedDossier dossier, String email, String subject, String text, String path) {
        outbox.send(new Mail(
                email,
                subject,
                text + "\n\nVoir le dossier :\n" + outbox.link(path),
                Mail.Context.of("dossier", dossier.id().value())));
    }

    private record Instructing(UUID id, String slug) {}

    private List<Instructing> instructing(DossierId dossier) {
        return jdbc.sql("""
                        select i.id, i.slug from dossier.instructed_by s
                        join access.institution i on i.id = s.institution_id
                        where s.dossier_id = :dossier order by i.slug
                        """)
                .param("dossier", dossier.value())
                .query(Instructing.class)
                .list();
    }

    private static String feminine(LockedDossier dossier) {
        return dossier.kind() == DossierKind.LETTER_OF_INTENT ? "e" : "";
    }

    private static String lower(String label) {
        return label.substring(0, 1).toLowerCase(Locale.FRENCH) + label.substring(1);
    }
}
