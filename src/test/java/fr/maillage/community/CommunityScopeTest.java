package fr.maillage.community;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Actor;
import fr.maillage.access.Mandates;
import fr.maillage.access.Place;
import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.testing.MaillageTest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees which CPTS, and with which rights; how CPTS are created. */
@MaillageTest
class CommunityScopeTest {

    @Autowired
    Communities communities;

    @Autowired
    TestCommunities made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Mandates mandates;

    @ParameterizedTest
    @CsvSource({
        "COORDINATION, READ WRITE MANAGE DEPOSIT",
        "PRESIDENCY,   READ WRITE MANAGE DEPOSIT",
        "PROJECT_TEAM, READ WRITE",
        "SECRETARIAT,  READ WRITE",
        "TREASURY,     READ WRITE",
        "MEMBER,       READ",
    })
    void aRoleGivesItsRights(Role role, String rights) {
        var view = made.create("CPTS Grands Causses et Raspes");
        var expected = EnumSet.noneOf(Right.class);
        List.of(rights.split(" ")).forEach(right -> expected.add(Right.valueOf(right)));

        assertThat(made.join(view, "Yannick Ferrand", role).rights()).isEqualTo(expected);
    }

    @Test
    void othersSeeNothing() {
        var view = made.create("CPTS Grands Causses et Raspes");
        var elsewhere = made.create("CPTS Lévézou et Ségala");

        assertThat(communities.seenBy(elsewhere.actor(), view.slug())).isEmpty();
        assertThat(communities.seenBy(accounts.administrator(), view.slug())).isEmpty();
        assertThat(communities.seenBy(view.actor(), "cpts-imaginaire")).isEmpty();
    }

    @Test
    void anEndedMandateGivesNothing() {
        var view = made.create("CPTS Grands Causses et Raspes");
        var place = Place.community(view.id().value(), view.name());
        var member = accounts.create("Inès Capelle", "ines.capelle@maillage.example", Role.TREASURY, place);

        mandates.revoke(view.actor(), member.mandates().getFirst().id());

        assertThat(communities.seenBy(member, view.slug())).isEmpty();
    }

    @Test
    void severalRolesAddUp() {
        var view = made.create("CPTS Grands Causses et Raspes");
        var place = Place.community(view.id().value(), view.name());
        var member = accounts.create("Odile Carrière", "odile.carriere@maillage.example", Role.MEMBER, place);
        mandates.grant(view.actor(), member.account(), Role.PRESIDENCY, place);

        var seen = communities.seenBy(member, view.slug()).orElseThrow();

        assertThat(seen.rights()).isEqualTo(EnumSet.allOf(Right.class));
    }

    @Test
    void aFormSentTwiceCreatesOneCommunity() {
        var creator = person("coordination");
        var wanted = wanted("CPTS Grands Causses et Raspes");

        var first = communities.create(creator, wanted);
        var second = communities.create(creator, wanted);

        assertThat(first).isEqualTo(second);
        assertThat(first).isEqualTo(new CreationOutcome.Created(wanted.id(), "cpts-grands-causses-et-raspes"));
    }

    @Test
    void aNameIsTakenOnceWhateverItsCase() {
        communities.create(person("une"), wanted("CPTS Grands Causses et Raspes"));

        assertThat(communities.create(person("autre"), wanted("cpts grands causses et raspes")))
                .isEqualTo(new CreationOutcome.NameTaken("cpts grands causses et raspes"));
    }

    @Test
    void namesThatLookAlikeInAddressesGetTheirOwn() {
        var first = communities.create(person("une"), wanted("CPTS du Lévézou"));
        var second = communities.create(person("autre"), wanted("CPTS du Levezou"));

        assertThat(List.of(first, second))
                .extracting(outcome -> ((CreationOutcome.Created) outcome).slug())
                .containsExactly("cpts-du-levezou", "cpts-du-levezou-2");
    }

    @Test
    void twoPeopleCreatingTheSameNameAtOnceMakeOne() throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<CreationOutcome> creation = () -> {
                var creator = person(UUID.randomUUID().toString());
                start.await();
                return communities.create(creator, wanted("CPTS Grands Causses et Raspes"));
            };
            var one = threads.submit(creation);
            var two = threads.submit(creation);
            start.countDown();

            assertThat(Set.of(one.get().getClass(), two.get().getClass()))
                    .containsExactlyInAnyOrder(CreationOutcome.Created.class, CreationOutcome.NameTaken.class);
        }
    }

    private Actor person(String name) {
        var email = name + "@maillage.example";
        return new Actor(accounts.create("Maëlle Quintard", email), "Maëlle Quintard", email, false, List.of());
    }

    private static NewCommunity wanted(String name) {
        return new NewCommunity(new CommunityId(UUID.randomUUID()), name, "76", "12", Role.COORDINATION);
    }
}
