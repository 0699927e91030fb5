package fr.maillage.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import fr.maillage.testing.WebClient;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An invitation is worth what its sender may do, and a CPTS keeps somebody who may send some. */
@MaillageTest
class InvitationRightsTest {

    private static final String EMAIL = "paul@cpts.example";
    private static final Map<String, String> JOINING =
            Map.of("nom", "Paul Cazals", "motdepasse", "quatre mots sans rapport");

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCommunities made;

    @Autowired
    Invitations invitations;

    @Autowired
    Mandates mandates;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    CommunityView view;
    WebClient admin;

    @BeforeEach
    void open() {
        view = made.create("CPTS Vallée Fictive");
        admin = WebClient.signedIn(
                port, accounts.session(accounts.administrator().account()));
    }

    @Test
    void whoLosesTheRoleInvitesNobody() {
        var second = made.join(view, "Yannick Ferrand", Role.PRESIDENCY);
        assertThat(invite(EMAIL, second.actor())).isEqualTo(Invitations.Sending.SENT);
        var link = lastLink();
        var visitor = WebClient.visitor(port);
        assertThat(visitor.get(link).statusCode()).isEqualTo(200);

        admin.post(rolesOf(second.actor()) + mandateOf(second.actor()) + "/retrait", Map.of());

        assertThat(visitor.post(link, JOINING).statusCode()).isEqualTo(404);
        assertThat(count("access.account where email = '" + EMAIL + "'")).isZero();
        assertThat(count("access.invitation where withdrawn_at is not null")).isEqualTo(1);
    }

    @Test
    void aClosedAccountInvitesNobody() {
        var second = made.join(view, "Yannick Ferrand", Role.COORDINATION);
        invite(EMAIL, second.actor());
        var link = lastLink();

        assertThat(admin.post(account(second.actor()) + "/fermeture", Map.of()).statusCode())
                .isEqualTo(302);
        admin.post(account(second.actor()) + "/ouverture", Map.of());

        assertThat(WebClient.visitor(port).post(link, JOINING).statusCode()).isEqualTo(404);
    }

    /** Whatever was not withdrawn, the right is looked at again when the link is used. */
    @Test
    void theRightIsThatOfTheDayOfJoining() {
        invite(EMAIL, view.actor());
        var link = lastLink();
        jdbc.sql("update access.mandate set until_day = from_day where account_id = ?")
                .param(view.actor().account().value())
                .update();

        assertThat(WebClient.visitor(port).post(link, JOINING).statusCode()).isEqualTo(404);
    }

    @Test
    void whoStillManagesKeepsTheInvitationsSent() {
        var second = made.join(view, "Yannick Ferrand", Role.COORDINATION);
        invite(EMAIL, second.actor());
        var link = lastLink();

        var changed = WebClient.signedIn(port, accounts.session(view.actor().account()))
                .post(view.at("/equipe/" + mandateOf(second.actor()) + "/role"), Map.of("role", "PRESIDENCY"));

        assertThat(changed.statusCode()).isEqualTo(302);
        assertThat(WebClient.visitor(port).get(link).statusCode()).isEqualTo(200);
    }

    @Test
    void anAdministratorLeavesNoCommunityAlone() {
        var coordinator = view.actor();
        var revoked = admin.post(rolesOf(coordinator) + mandateOf(coordinator) + "/retrait", Map.of());
        assertThat(revoked.statusCode()).isEqualTo(422);
        assertThat(revoked.body()).contains("CPTS Vallée Fictive").contains("Invitez d’abord");
        assertThat(admin.post(account(coordinator) + "/fermeture", Map.of()).statusCode())
                .isEqualTo(422);

        var invited = admin.post(
                "/administration/comptes/invitation",
                Map.of("nom", "Paul Cazals", "courriel", EMAIL, "lieu", "cpts/" + view.slug()));
        assertThat(invited.statusCode()).isEqualTo(302);
        assertThat(WebClient.visitor(port).post(lastLink(), JOINING).statusCode())
                .isEqualTo(302);

        assertThat(admin.post(account(coordinator) + "/fermeture", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(mandates.ofCommunity(view.id().value()))
                .filteredOn(holder -> !holder.person().disabled())
                .extracting(holder -> holder.mandate().role())
                .containsExactly(Role.COORDINATION);
    }

    @Test
    void aDoubleClickSendsOneMail() {
        invite(EMAIL, view.actor());
        var link = lastLink();
        invite(EMAIL, view.actor());

        assertThat(count("mail.message")).isEqualTo(1);
        assertThat(WebClient.visitor(port).get(link).statusCode()).isEqualTo(200);
    }

    @Test
    void invitationsAreCounted() {
        for (int i = 0; i < Invitations.MOST_SENT; i++) {
            assertThat(invite("p" + i + "@cpts.example", view.actor())).isEqualTo(Invitations.Sending.SENT);
        }
        var refused = WebClient.signedIn(port, accounts.session(view.actor().account()))
                .post(view.at("/equipe/invitations"), Map.of("nom", "Paul", "courriel", EMAIL, "role", "MEMBER"));
        assertThat(refused.body()).contains("Trop d’invitations");
        assertThat(count("mail.message")).isEqualTo(Invitations.MOST_SENT);
        clock.advance(Duration.ofHours(2));
        for (int i = 0; i < Invitations.MOST_RECEIVED; i++) {
            assertThat(invite(EMAIL, view.actor())).isEqualTo(Invitations.Sending.SENT);
            clock.advance(Duration.ofMinutes(2));
        }
        assertThat(invite(EMAIL, view.actor())).isEqualTo(Invitations.Sending.TOO_MANY);
    }

    private Invitations.Sending invite(String email, Actor by) {
        return invitations.invite(
                email, "Paul Cazals", Role.MEMBER, Place.community(view.id().value(), view.name()), by);
    }

    private String lastLink() {
        var body = jdbc.sql("select body from mail.message order by created_at desc limit 1")
                .query(String.class)
                .single();
        var link = Pattern.compile("/invitation/[\\w-]+").matcher(body);
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private UUID mandateOf(Actor actor) {
        return mandates.of(actor.account()).getFirst().mandate().id();
    }

    private static String account(Actor actor) {
        return "/administration/comptes/" + actor.account().value();
    }

    private static String rolesOf(Actor actor) {
        return account(actor) + "/roles/";
    }

    private int count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Integer.class).single();
    }
}
