package fr.maillage.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.InstitutionView;
import fr.maillage.access.Mandates;
import fr.maillage.access.Place;
import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.audit.Author;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.instruction.Deposits;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.shared.French;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import fr.maillage.testing.WebClient;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is due, who sees it, and how it reaches people. */
@MaillageTest
class RemindersTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities communities;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestDossiers dossiers;

    @Autowired
    Deposits deposits;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Digests digests;

    @Autowired
    Mandates mandates;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient db;

    @Test
    void conventionsMandatesActionsAndStepsAreDue() {
        var view = communities.create("CPTS des Essais");
        convention(view, "SIGNED", "2026-11-30");
        convention(view, "ENDED", "2026-10-31");
        convention(view, "PLANNED", "2026-12-31");
        action(view, 1, "PLANNED", "2026-11-20", "2026-11-22");
        action(view, 2, "DROPPED", "2026-11-20", "2026-11-22");
        step(view, "2026-11-21", "Réunion passée");
        step(view, "2026-11-22", "Réunion du jour");

        assertThat(lines(view))
                .containsExactly(
                        "2026-10-31 DONE Fin de la convention avec Mairie de Millau",
                        "2026-11-20 PASSED Début de l’action 1 : Ouvrir des places",
                        "2026-11-22 COMING Étape clé : Réunion du jour",
                        "2026-11-22 COMING Fin de l’action 1 : Ouvrir des places",
                        "2026-11-30 COMING Fin de la convention avec Mairie de Millau");

        clock.set(LocalDateTime.of(2026, 11, 22, 23, 59, 59));
        assertThat(lines(view)).contains("2026-11-22 COMING Fin de l’action 1 : Ouvrir des places");
        clock.set(LocalDateTime.of(2026, 11, 23, 0, 0));
        assertThat(lines(view))
                .contains("2026-11-22 PASSED Fin de l’action 1 : Ouvrir des places")
                .noneMatch(line -> line.contains("Réunion du jour"));
    }

    @Test
    void theEndOfAMandateIsItsLastDayUntilItIsRenewed() {
        var view = dossiers.communityReadyToDeposit("CPTS des Essais");
        db.sql("update community.seat set until_day = null").update();
        var seat = db.sql("select id from community.seat where function = 'PRESIDENT'")
                .query(UUID.class)
                .list()
                .getFirst();
        db.sql("update community.seat set from_day = null, until_day = '2026-12-16' where id = ?")
                .param(seat)
                .update();

        assertThat(lines(view))
                .anySatisfy(line -> assertThat(line).startsWith("2026-12-15 COMING Fin de mandat, présidence ("));

        db.sql("""
                insert into community.seat (id, community_id, body_id, participant_id, function, from_day)
                select gen_random_uuid(), s.community_id, s.body_id, p.id, s.function, s.until_day
                from community.seat s join community.participant p on p.community_id = s.community_id
                    and p.id <> s.participant_id
                where s.id = ? limit 1
                """).param(seat).update();
        assertThat(lines(view)).anySatisfy(line -> assertThat(line).startsWith("2026-12-15 DONE Fin de mandat"));
    }

    @Test
    void bothSidesSeeTheLegalDelayAndOnlyTheTeamItsOwnDays() {
        var view = dossiers.communityReadyToDeposit("CPTS des Essais");
        var ars = dossiers.arsOfAveyron();
        var elsewhere = dossiers.arsElsewhere();
        convention(view, "SIGNED", "2026-11-30");
        assertThat(deadlines.of(ars.institution())).isEmpty();

        deposits.deposit(view, DossierKind.HEALTH_PROJECT);

        assertThat(deadlines.of(ars.institution()))
                .extracting(line -> line.deadline().day() + " " + line.state() + " " + line.href())
                .containsExactly("2027-01-22 COMING /institutions/ars-aveyron/dossiers/" + number(view));
        assertThat(deadlines.of(elsewhere.institution())).isEmpty();
        assertThat(lines(view))
                .contains("2027-01-22 COMING Dernier jour pour une opposition de l’ARS au projet de santé");

        clock.set(LocalDate.of(2027, 1, 22));
        assertThat(states(ars)).containsExactly("COMING");
        clock.set(LocalDate.of(2027, 1, 23));
        assertThat(states(ars)).as("silence has validated").containsExactly("DONE");
    }

    @Test
    void aFeedFollowsTheMandatesOfItsPersonAndItsAddressIsSecret() {
        var view = communities.create("CPTS des Essais");
        convention(view, "SIGNED", "2026-11-30");
        var member = communities.join(view, "Luc Fabre", Role.MEMBER).actor();
        var client = WebClient.signedIn(port, accounts.session(member.account()));
        var visitor = WebClient.visitor(port);

        var address = address(client.post("/compte/echeances/adresse", Map.of()).body());
        assertThat(client.get("/compte/echeances").body()).doesNotContain("/agenda/");
        assertThat(db.sql("select count(*) from reminders.feed where encode(token_hash, 'escape') = ?")
                        .param(address)
                        .query(Integer.class)
                        .single())
                .isZero();
        var feed = visitor.get(address);
        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(feed.body())
                .contains("DTSTART;VALUE=DATE:20261130")
                .contains("Fin de la convention avec Mairie de Millau");

        var mandate = mandates.of(member.account()).getFirst().mandate().id();
        mandates.revoke(view.actor(), mandate);
        assertThat(visitor.get(address).body()).contains("VCALENDAR").doesNotContain("VEVENT");

        mandates.grant(
                Author.MAILLAGE,
                member.account(),
                Role.MEMBER,
                Place.community(view.id().value(), view.name()));
        db.sql("update access.account set disabled_at = now() where id = ?")
                .param(member.account().value())
                .update();
        assertThat(visitor.get(address).body()).doesNotContain("VEVENT");
    }

    @Test
    void aRevokedReplacedOrUnknownAddressAnswersNothing() {
        var view = communities.create("CPTS des Essais");
        var client = WebClient.signedIn(port, accounts.session(view.actor().account()));
        var visitor = WebClient.visitor(port);

        var first = address(client.post("/compte/echeances/adresse", Map.of()).body());
        var second = address(client.post("/compte/echeances/adresse", Map.of()).body());
        assertThat(visitor.get(first).statusCode()).isEqualTo(404);
        assertThat(visitor.get(second).statusCode()).isEqualTo(200);

        client.post("/compte/echeances/adresse/retrait", Map.of());
        assertThat(visitor.get(second).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/agenda/" + "A".repeat(43) + ".ics").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aDigestIsSentOncePerWeekAndTellsOnlyWhatIsNewOrCloser() {
        var view = communities.create("CPTS des Essais");
        convention(view, "SIGNED", "2026-12-10");
        clock.set(MONDAY.atTime(7, 10));

        digests.run();
        digests.run();
        clock.set(MONDAY.plusDays(1).atTime(7, 10));
        digests.run();
        assertThat(mails()).hasSize(1);
        assertThat(mails().getFirst())
                .contains("Dans les trente jours")
                .contains(French.date(LocalDate.of(2026, 12, 10)))
                .contains("/cpts/cpts-des-essais/contexte/partenariats")
                .contains("/compte/echeances");

        clock.set(MONDAY.plusWeeks(1).atTime(7, 10));
        digests.run();
        assertThat(mails()).as("nothing new").hasSize(1);

        clock.set(MONDAY.plusWeeks(2).atTime(7, 10));
        digests.run();
        assertThat(mails()).as("closer").hasSize(2);
        assertThat(mails().getLast()).contains("Dans les sept jours");

        clock.set(MONDAY.plusWeeks(3).atTime(7, 10));
        digests.run();
        assertThat(mails()).as("passed").hasSize(3);
        assertThat(mails().getLast()).contains("Dépassées");
        clock.set(MONDAY.plusWeeks(4).atTime(7, 10));
        digests.run();
        assertThat(mails()).as("said once").hasSize(3);
    }

    @Test
    void nobodyIsWrittenToAgainstTheirWillOrAfterTheirMandate() {
        var view = communities.create("CPTS des Essais");
        var member = communities.join(view, "Luc Fabre", Role.MEMBER).actor();
        convention(view, "SIGNED", "2026-11-30");
        var client = WebClient.signedIn(port, accounts.session(view.actor().account()));
        client.post("/compte/echeances/courriel", Map.of("recevoir", "non"));
        mandates.revoke(
                view.actor(), mandates.of(member.account()).getFirst().mandate().id());

        clock.set(MONDAY.atTime(7, 10));
        digests.run();
        assertThat(mails()).isEmpty();

        WebClient.signedIn(port, accounts.session(view.actor().account()))
                .post("/compte/echeances/courriel", Map.of("recevoir", "oui"));
        digests.run();
        assertThat(mails()).hasSize(1);
    }

    private List<String> lines(CommunityView view) {
        return deadlines.of(view).stream()
                .map(line -> line.deadline().day() + " " + line.state() + " "
                        + line.deadline().label().replace('\u00A0', ' '))
                .toList();
    }

    private List<String> states(InstitutionView view) {
        return deadlines.of(view.institution()).stream()
                .map(line -> line.state().name())
                .toList();
    }

    private String number(CommunityView view) {
        return db.sql("select number from dossier.dossier where community_id = ? and kind = 'HEALTH_PROJECT'")
                .param(view.id().value())
                .query(String.class)
                .single();
    }

    /** The address that a page shows, without its host. */
    private static String address(String page) {
        var found = Pattern.compile("/agenda/[A-Za-z0-9_-]{43}\\.ics").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private List<String> mails() {
        return db.sql("select body from mail.message where context_kind = 'digest' order by created_at")
                .query(String.class)
                .list();
    }

    private void convention(CommunityView view, String state, String ends) {
        db.sql("""
                insert into project.partnership (id, community_id, name, kind, state, ends_on, changed_at, changed_by)
                values (gen_random_uuid(), ?, 'Mairie de Millau', 'COMMUNE', ?, ?::date, now(), 'Camille Exemple')
                """).params(view.id().value(), state, ends).update();
    }

    private void action(CommunityView view, int number, String state, String starts, String ends) {
        db.sql("""
                insert into project.action (id, community_id, number, title, starts_on, ends_on, state, changed_at, changed_by)
                values (gen_random_uuid(), ?, ?, ?, ?::date, ?::date, ?, now(), 'Camille Exemple')
                """)
                .params(view.id().value(), number, "Ouvrir des places", starts, ends, state)
                .update();
    }

    private void step(CommunityView view, String day, String title) {
        db.sql("insert into project.milestone (community_id, on_day, title) values (?, ?::date, ?)")
                .params(view.id().value(), day, title)
                .update();
    }
}
