package fr.maillage.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Accounts;
import fr.maillage.access.Actor;
import fr.maillage.community.Communities;
import fr.maillage.community.CommunityView;
import fr.maillage.contract.Contracts;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.Step;
import fr.maillage.dossier.completeness.Completeness;
import fr.maillage.dossier.completeness.CompletenessReport;
import fr.maillage.project.Problems;
import fr.maillage.review.YearFiles;
import fr.maillage.rules.ledger.Ledger;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.territory.Communes;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demonstration is coherent: people in their own communes, figures of their own territory, dates that agree. */
@MaillageTest
class DemonstrationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Autowired
    ApplicationContext context;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    Communities communities;

    @Autowired
    Communes communes;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Completeness completeness;

    @Autowired
    Problems problems;

    @Autowired
    Contracts contracts;

    @Autowired
    YearFiles files;

    @Test
    void theTwentiethDayOfAnInstructionUnderWay() {
        start();

        var view = seenBy("coordination-levezou@demo.example", "cpts-levezou-et-segala");
        var project = dossiers.of(view.id(), DossierKind.HEALTH_PROJECT).orElseThrow();
        assertThat(project.step()).isEqualTo(Step.IN_REVIEW);
        assertThat(days(
                        "select deposited_at from dossier.deposit where dossier_id = ?",
                        project.id().value()))
                .containsExactly(TODAY.minusDays(20));
        assertThat(days(
                        "select at from dossier.move where dossier_id = ? order by id",
                        project.id().value()))
                .containsExactly(TODAY.minusDays(20), TODAY.minusDays(19));
        assertThat(strings(
                        "select verdict from dossier.opinion where dossier_id = ?",
                        project.id().value()))
                .containsExactly("FAVORABLE");
        assertThat(strings(
                        "select author_name from dossier.note where dossier_id = ?",
                        project.id().value()))
                .containsExactly("Nadège Roumégous");
        assertThat(strings(
                        "select account_name from dossier.entrusted where dossier_id = ?",
                        project.id().value()))
                .containsExactly("Fabrice Delmas");
        assertThat(clock.instant())
                .isEqualTo(TODAY.atTime(10, 0).atZone(Today.PARIS).toInstant());
    }

    @Test
    void theInboxHoldsTwoKindsOfDossiers() {
        start();

        assertThat(jdbc.sql("select kind || ' ' || step from dossier.dossier where step <> 'DRAFT' order by kind")
                        .query(String.class)
                        .list())
                .as("the silence of the ARS has validated the one that was deposited long ago")
                .containsExactlyInAnyOrder(
                        "HEALTH_PROJECT IN_REVIEW", "HEALTH_PROJECT SUBMITTED", "LETTER_OF_INTENT SUBMITTED");
    }

    /** Below the mark of 15 000 inhabitants, which is an advice and a fact of this territory. */
    @Test
    void theDepositedProjectLacksNothing() {
        start();

        var view = seenBy("coordination-levezou@demo.example", "cpts-levezou-et-segala");
        var report = completeness.of(view.id(), DossierKind.HEALTH_PROJECT);
        assertThat(report.checks())
                .filteredOn(check -> !check.satisfied())
                .extracting(CompletenessReport.Check::code)
                .containsExactly("population-coherente");
    }

    @Test
    void bothDocumentsOfEachDepositAreKept() {
        start();

        assertThat(
                        strings(
                                "select kind from dossier.file where kind <> 'DATA' and octet_length(content) > 5000 order by kind"))
                .as("the lettre d’intention has no budget")
                .containsExactly(
                        "BUDGET",
                        "BUDGET",
                        "COMMUNES",
                        "COMMUNES",
                        "COMMUNES",
                        "DOCX",
                        "DOCX",
                        "DOCX",
                        "PDF",
                        "PDF",
                        "PDF",
                        "RECEIPT",
                        "RECEIPT",
                        "RECEIPT");
    }

    @Test
    void theTeamRetainedThreeProblemsEachWithSomebodysWordsAndAnObjective() {
        start();

        var view = seenBy("coordination@demo.example", "cpts-grands-causses-et-raspes");
        assertThat(problems.of(view.id())).hasSize(3).allSatisfy(problem -> {
            assertThat(problem.facts().objectives()).hasSize(1);
            assertThat(problem.evidence()).hasSize(1);
        });
    }

    @Test
    void nobodyIsInTwoProjectsAndEverybodyIsAtHome() {
        start();

        assertThat(jdbc.sql("""
                        select p.name from community.participant p where not exists (
                            select 1 from community.perimeter k
                            join community.perimeter_place l on l.perimeter_id = k.id
                            where k.community_id = p.community_id and l.commune_code = p.commune_code)
                        """).query(String.class).list()).isEmpty();
        var seen = new HashSet<String>();
        for (var file : List.of("grands-causses", "levezou", "rance")) {
            assertThat(FictionalProject.read(file).participants())
                    .extracting(FictionalProject.Person::name)
                    .allMatch(seen::add);
        }
    }

    /** The texts give figures of the communes: they hold as long as the reference of communes does. */
    @Test
    void theFiguresOfTheTextsAreThoseOfTheTerritory() {
        var people = new ArrayList<Integer>();
        for (var epci : List.of("241200658", "241200765")) {
            communes.ofEpci(epci).forEach(commune -> people.add(Objects.requireNonNull(commune.population())));
        }
        people.sort(Comparator.reverseOrder());
        assertThat(people).hasSize(19);
        assertThat(people).filteredOn(count -> count < 1000).hasSize(15);
        assertThat(people).filteredOn(count -> count < 500).hasSize(8);
        assertThat(FictionalProject.read("levezou").texts().get("contexte-demographique"))
                .contains(French.number(
                        people.stream().mapToInt(Integer::intValue).sum()))
                .contains(people.stream().limit(4).map(French::number).toList());
    }

    /** Nothing of it was typed for the report: contract, receipts, actions, values and spending were. */
    @Test
    void aContractOfAYearHasItsReportReady() {
        start();

        var view = seenBy("coordination-ruthenois@demo.example", "cpts-ruthenois-et-vallons");
        var file = files.of(contracts.current(view.id()).orElseThrow(), 1);
        assertThat(file.actions())
                .hasSize(5)
                .allSatisfy(action -> assertThat(action.followed())
                        .allSatisfy(indicator ->
                                assertThat(file.measured(indicator)).isPresent()));
        assertThat(Objects.requireNonNull(file.review()).disputed()).hasSize(1);
        assertThat(file.account().sum(Ledger.Line::toCome)).isEqualTo(Euros.ZERO);
        assertThat(file.account().sum(Ledger.Line::paid))
                .isEqualTo(file.account().sum(Ledger.Line::due));
        assertThat(file.uses()).allSatisfy(use -> assertThat(use.spent()).isGreaterThan(Euros.ZERO));
        assertThat(file.grants()).extracting(grant -> grant.spent()).contains(Euros.of(3_650));
    }

    private void start() {
        var factory = new DefaultListableBeanFactory(context);
        factory.registerSingleton("demoClock", new TestPast(clock));
        factory.registerSingleton("demoInstruction", made(factory, DemoInstruction.class));
        factory.registerSingleton("demoProofs", made(factory, DemoProofs.class));
        factory.registerSingleton("demoIndicators", made(factory, DemoIndicators.class));
        factory.registerSingleton("demoFunds", made(factory, DemoFunds.class));
        factory.registerSingleton("demoContract", made(factory, DemoContract.class));
        factory.registerSingleton("demoDiagnosis", made(factory, DemoDiagnosis.class));
        made(factory, Demonstration.class).start();
    }

    private static <T> T made(DefaultListableBeanFactory factory, Class<T> type) {
        return type.cast(factory.autowire(type, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false));
    }

    private CommunityView seenBy(String email, String slug) {
        var account = accounts.findByEmail(email).orElseThrow();
        return communities
                .seenBy(new Actor(account.id(), account.name(), email, false, List.of()), slug)
                .orElseThrow();
    }

    private List<LocalDate> days(String sql, Object... parameters) {
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, _) -> Today.dayOf(row.getTimestamp(1).toInstant()))
                .list();
    }

    private List<String> strings(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(String.class).list();
    }

    /** Sets the clock of the tests back, since it is the one that the program has here. */
    private static final class TestPast extends DemoClock {

        private final MutableClock clock;

        private TestPast(MutableClock clock) {
            super(clock);
            this.clock = clock;
        }

        @Override
        <T> T on(int daysAgo, LocalTime time, Supplier<T> task) {
            var now = clock.instant();
            clock.set(Today.dayOf(now).minusDays(daysAgo).atTime(time));
            try {
                return task.get();
            } finally {
                clock.set(Today.timeOf(now));
            }
        }
    }
}
