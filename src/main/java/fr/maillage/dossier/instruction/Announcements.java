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
import fr.maillage.shared.ProperName;
import fr.maillage.shared.Today;
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
    private final Today today;

    Announcements(Journal journal, Outbox outbox, Mandates mandates, JdbcClient jdbc, Today today) {
        this.journal = journal;
        this.outbox = outbox;
        this.mandates = mandates;
        this.jdbc = jdbc;
        this.today = today;
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
                "%s a déposé la version %d de son dossier « %s » (n° %s).%s%s"
                        .formatted(
                                theCpts(dossier),
                                version,
                                lower(what),
                                dossier.number(),
                                version == 1
                                        ? ""
                                        : " Un avis est demandé sur cette version ; les avis précédents restent lisibles.",
                                clock));
        toCommunity(
                dossier,
                "Votre dossier est reçu : %s, version %d".formatted(lower(what), version),
                "La version %d de votre dossier « %s » (n° %s) est déposée. L’accusé de réception est joint au dossier.%s"
                        .formatted(version, lower(what), dossier.number(), clock));
    }

    /** @param decision what was decided, null for a move that nobody explains */
    void moved(LockedDossier dossier, Move move, By by, @Nullable Decision decision, @Nullable FrozenFile letter) {
        var sentence = sentence(dossier, move, by);
        tell(dossier, by, "dossier." + action(move), sentence, Audience.EVERYONE);
        var text = sentence
                + (decision == null ? "" : words(decision))
                + (letter == null ? "" : "\n\nLe courrier est joint au dossier, sur la plateforme.");
        var subject = "%s : %s".formatted(dossier.communityName(), subject(move, dossier.kind()));
        toCommunity(dossier, subject, text);
        toInstitutions(dossier, by.institution(), subject, text);
    }

    /** The grounds in words, the motive with its lines, the day by which an answer is awaited. */
    private String words(Decision decision) {
        var words = new StringBuilder();
        for (var ground : Grounds.titles(decision.grounds(), today.day())) {
            words.append(words.isEmpty() ? "\n\n" : "\n").append("– ").append(ground);
        }
        if (!decision.reason().isEmpty()) {
            words.append("\n\n").append(decision.reason());
        }
        if (decision.answerBy() != null) {
            words.append("\n\nRéponse attendue avant le ")
                    .append(French.date(decision.answerBy()))
                    .append('.');
        }
        return words.toString();
    }

    /** The CPTS learns that an opinion was given, not what it says: the decision is one letter. */
    void opinionGiven(LockedDossier dossier, By by, Verdict verdict) {
        tell(
                dossier,
                by,
                "dossier.opinion-given",
                "Avis rendu par %s : %s.".formatted(by(by), lower(verdict.label())),
                Audience.INSTITUTIONS);
        toInstitutions(
                dossier,
                by.institution(),
                "%s : un avis est rendu".formatted(dossier.communityName()),
                "%s a rendu un avis sur le dossier n° %s : %s."
                        .formatted(the(by), dossier.number(), lower(verdict.label())));
    }

    void noteAdded(LockedDossier dossier, By by) {
        tell(dossier, by, "dossier.note-added", "Note ajoutée entre institutions.", Audience.INSTITUTIONS);
    }

    void remarkWritten(LockedDossier dossier, By by, String text) {
        tell(dossier, by, "dossier.remark-written", "Remarque à la CPTS, par %s.".formatted(by(by)), Audience.EVERYONE);
        toCommunity(
                dossier,
                "Une remarque " + ProperName.of(String.valueOf(by.institutionName())),
                "%s a écrit une remarque sur votre dossier n° %s :\n\n%s".formatted(the(by), dossier.number(), text));
    }

    void remarkAnswered(LockedDossier dossier, By by, String text) {
        tell(dossier, by, "dossier.remark-answered", "Réponse de la CPTS à une remarque.", Audience.EVERYONE);
        toInstitutions(
                dossier,
                null,
                "%s : une réponse à une remarque".formatted(dossier.communityName()),
                "%s a répondu à une remarque sur le dossier n° %s :\n\n%s"
                        .formatted(theCpts(dossier), dossier.number(), text));
    }

    static String sentence(LockedDossier dossier, Move move, By by) {
        var what = dossier.kind().label();
        var fem = feminine(dossier);
        return switch (move) {
            case DEPOSIT, COMPLETE -> "%s déposé%s.".formatted(what, fem);
            case START_AGAIN -> "%s repris%s en brouillon.".formatted(what, fem);
            case TAKE -> "Instruction ouverte par %s.".formatted(by(by));
            case ASK_MORE -> "Complément demandé par %s.".formatted(by(by));
            case VALIDATE -> "%s validé%s par %s.".formatted(what, fem, by(by));
            case OPPOSE -> "%s s’oppose au projet de santé.".formatted(the(by));
            case DECLINE ->
                "%s ne donne pas suite %s.".formatted(the(by), dossier.kind().toThe());
            case LAPSE -> "%s %s, dit par %s.".formatted(what, fem.isEmpty() ? "caduc" : "caduque", by(by));
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
            case DECLINE -> "declined";
            case LAPSE -> "lapsed";
            case DEEM_VALIDATED -> "deemed-validated";
        };
    }

    private static String subject(Move move, DossierKind kind) {
        return switch (move) {
            case DEPOSIT, COMPLETE -> "dossier déposé";
            case DECLINE -> "suite donnée " + kind.toThe();
            case START_AGAIN -> "dossier repris";
            case TAKE -> "instruction ouverte";
            case ASK_MORE -> "complément demandé";
            case VALIDATE -> lower(kind.label()) + " validé" + kind.e();
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

    private static String by(By by) {
        return ProperName.the(String.valueOf(by.institutionName()));
    }

    private static String theCpts(LockedDossier dossier) {
        return Correspondents.capital(ProperName.theCommunity(dossier.communityName()));
    }

    private static String the(By by) {
        return Correspondents.capital(by(by));
    }

    private static String feminine(LockedDossier dossier) {
        return dossier.kind().e();
    }

    private static String lower(String label) {
        return label.substring(0, 1).toLowerCase(Locale.FRENCH) + label.substring(1);
    }
}
