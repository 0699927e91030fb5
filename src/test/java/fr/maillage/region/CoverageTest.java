package fr.maillage.region;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.InstitutionView;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.contract.TestContracts;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Covered, in project, shared or without CPTS: every commune of a département once. */
@MaillageTest
class CoverageTest {

    private static final Scope AVEYRON = new Scope(false, "", List.of("12"));

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers dossiers;

    @Autowired
    TestContracts made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCommunities communities;

    @Autowired
    Dossiers all;

    @Autowired
    Coverage coverage;

    @Autowired
    DecisionTimes times;

    @Autowired
    JdbcClient db;

    private InstitutionView ars;

    @BeforeEach
    void oneUnderContractOneInProject() {
        var view = dossiers.communityReadyToDeposit("CPTS sous Contrat", List.of("12145", "12002"));
        made.validateProject(view);
        var day = LocalDate.of(2026, 3, 1);
        made.signed(view, day, Map.of("ACCES", day));
        dossiers.communityReadyToDeposit("CPTS en Projet", List.of("12084"));
        ars = dossiers.arsOfAveyron();
    }

    @Test
    void everyCommuneIsCountedOnce() {
        var sums = coverage.sums(AVEYRON);
        var communes = db.sql(
                        "select count(*) from territory.commune where departement_code = '12' and parent_code is null")
                .query(Integer.class)
                .single();

        assertThat(sums.stream().mapToInt(Coverage.Sum::communes).sum()).isEqualTo(communes);
        assertThat(sums.stream().mapToLong(Coverage.Sum::population).sum())
                .isEqualTo(db.sql("select sum(population) from territory.commune where departement_code = '12'")
                        .query(Long.class)
                        .single());
        assertThat(of(sums, Coverage.State.CONTRACT).communes()).isEqualTo(2);
        assertThat(of(sums, Coverage.State.PROJECT).communes()).isEqualTo(1);
        assertThat(of(sums, Coverage.State.NONE).communes()).isEqualTo(communes - 3);
    }

    @Test
    void theListFiltersSearchesAndExports() {
        var client = client(ars);
        var page = "/institutions/ars-aveyron/couverture";
        assertThat(client.get(page + "?etat=projet").body())
                .contains("CPTS en Projet", "<small>12084</small>")
                .doesNotContain("<small>12145</small>");
        assertThat(client.get(page + "?recherche=12145").body()).contains("Millau", "CPTS sous Contrat");
        assertThat(client.get(page + "?etat=sans-cpts&tri=population&sens=desc").body())
                .contains("Rodez")
                .doesNotContain("<small>12145</small>");
        assertThat(new String(client.download(page + ".csv?etat=contrat"), StandardCharsets.UTF_8))
                .contains("Millau", "CPTS sous Contrat")
                .doesNotContain("Rodez");
        assertThat(client.get(page).body()).contains("Temps jusqu’à la décision");
        assertThat(client(dossiers.cpamElsewhere()).get(page).statusCode()).isEqualTo(404);
    }

    @Test
    void decisionsAreTimedFromTheFirstDeposit() {
        waited("CPTS sous Contrat", 60, 12);
        waited("CPTS en Projet", 40, 30);
        deposited("CPTS en Attente", 5);
        silent("CPTS sans Réponse", 61);

        assertThat(times.of(AVEYRON))
                .filteredOn(time -> time.kind() == DossierKind.HEALTH_PROJECT)
                .containsExactly(new DecisionTimes.Time(DossierKind.HEALTH_PROJECT, 3, 1, 10, 48, 61, 1));
        assertThat(times.of(new Scope(false, "", List.of("48")))).isEmpty();
    }

    /** Refused after 30 days, begun again, deposited anew 20 days ago: it waits, and is not counted as decided. */
    @Test
    void aDossierBegunAgainCountsFromItsNewDeposit() {
        var dossier = deposited("CPTS Reprise", 100);
        move(dossier, "REFUSE", "REFUSED", 70);
        move(dossier, "START_AGAIN", "DRAFT", 60);
        db.sql("""
                        insert into dossier.deposit (id, dossier_id, ordinal, deposited_at, deposited_by, depositor_name,
                            sections, deemed_on)
                        select gen_random_uuid(), ?, 2, timestamptz '2026-06-30 10:00+02' - make_interval(days => 20), id,
                            'Essai', '[]', date '2026-08-10'
                        from access.account limit 1
                        """).param(dossier).update();
        assertThat(times.of(AVEYRON))
                .filteredOn(time -> time.kind() == DossierKind.HEALTH_PROJECT)
                .singleElement()
                .satisfies(time -> {
                    assertThat(time.decided()).isZero();
                    assertThat(time.waiting()).isEqualTo(1);
                });

        move(dossier, "VALIDATE", "VALIDATED", 5);
        assertThat(times.of(AVEYRON))
                .filteredOn(time -> time.kind() == DossierKind.HEALTH_PROJECT)
                .singleElement()
                .satisfies(time -> assertThat(time.longest()).isEqualTo(15));
    }

    private void move(UUID dossier, String move, String to, int ago) {
        db.sql("""
                        insert into dossier.move (dossier_id, move, from_step, to_step, at, account_id, actor_name)
                        select ?, ?, 'IN_REVIEW', ?, timestamptz '2026-06-30 10:00+02' - make_interval(days => ?), id, 'ARS'
                        from access.account limit 1
                        """).params(dossier, move, to, ago).update();
    }

    /** Deposited some days ago, then decided. */
    private void waited(String name, int depositedAgo, int decidedAgo) {
        var dossier = deposited(name, depositedAgo);
        db.sql("""
                        insert into dossier.move (dossier_id, move, from_step, to_step, at, account_id, actor_name)
                        select ?, 'VALIDATE', 'IN_REVIEW', 'VALIDATED', timestamptz '2026-06-30 10:00+02' - make_interval(days => ?), id, 'ARS'
                        from access.account limit 1
                        """).params(dossier, decidedAgo).update();
    }

    /** Decided by silence on its legal day, which the program noticed a hundred days later. */
    private void silent(String name, int days) {
        var dossier = deposited(name, 200, days);
        db.sql("""
                        insert into dossier.move (dossier_id, move, from_step, to_step, at, actor_name, deposit_id)
                        select dossier_id, 'DEEM_VALIDATED', 'SUBMITTED', 'VALIDATED',
                            deposited_at + make_interval(days => ?), 'Maillage', id
                        from dossier.deposit where dossier_id = ?
                        """).params(days + 100, dossier).update();
    }

    private UUID deposited(String name, int ago) {
        return deposited(name, ago, 62);
    }

    private UUID deposited(String name, int ago, int deemedAfter) {
        var view = made(name);
        var dossier = dossierOf(view);
        db.sql("""
                        insert into dossier.deposit (id, dossier_id, ordinal, deposited_at, deposited_by, depositor_name,
                            sections, deemed_on)
                        select gen_random_uuid(), ?, 1, timestamptz '2026-06-30 10:00+02' - make_interval(days => ?), id,
                            'Essai', '[]', date '2026-06-30' - ? + ?
                        from access.account limit 1
                        """).params(dossier, ago, ago, deemedAfter).update();
        return dossier;
    }

    private CommunityView made(String name) {
        return communities.create(name + " bis");
    }

    private UUID dossierOf(CommunityView view) {
        return all.begin(view.id(), DossierKind.HEALTH_PROJECT, view.actor())
                .id()
                .value();
    }

    @Test
    void thePageIsForEverybody() {
        for (int width : new int[] {390, 1440}) {
            try (var browser = Browser.on(port).width(width).signIn(ars.actor().email(), TestAccounts.PASSWORD)) {
                browser.open("/institutions/ars-aveyron/couverture")
                        .accessible()
                        .noSidewaysScroll();
            }
        }
    }

    private WebClient client(InstitutionView institution) {
        return WebClient.signedIn(port, accounts.session(institution.actor().account()));
    }

    private static Coverage.Sum of(List<Coverage.Sum> sums, Coverage.State state) {
        return sums.stream().filter(sum -> sum.state() == state).findFirst().orElseThrow();
    }
}
