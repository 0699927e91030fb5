package fr.maillage.dossier.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.maillage.access.InstitutionView;
import fr.maillage.dossier.DossierKind;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import fr.maillage.ui.ListQuery;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of an institution and its counts. */
@MaillageTest
class InboxTest {

    @Autowired
    TestDossiers world;

    @Autowired
    Deposits deposits;

    @Autowired
    Inbox inbox;

    @Autowired
    Instruction instruction;

    @Autowired
    ReviewPages pages;

    @Autowired
    MutableClock clock;

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 0"})
    void aPageBeyondTheLastStillSaysHowManyThereAre(int page, int rows) {
        var ars = world.arsOfAveyron();
        deposits.deposit(world.communityReadyToDeposit("CPTS Vallée Fictive"), DossierKind.HEALTH_PROJECT);

        var listing = inbox.of(ars, query(page, Map.of()));

        assertThat(listing.rows()).hasSize(rows);
        assertThat(listing.total()).isEqualTo(1);
    }

    @Test
    void whatWaitsIsCountedAsTheFilterShowsIt() {
        var ars = world.arsOfAveyron();
        deposits.deposit(world.communityReadyToDeposit("CPTS Vallée Fictive"), DossierKind.HEALTH_PROJECT);

        var institution = ars.institution().id();
        assertThat(inbox.states(ars).toDo())
                .isEqualTo(inbox.toDo(institution))
                .isEqualTo((int)
                        inbox.of(ars, query(1, Map.of("etat", "a-traiter"))).total())
                .isEqualTo(1);
    }

    @Test
    void theArsKeepsWhatItHasNotDecidedTheOthersWhatTheyHaveNotGivenAnOpinionOn() {
        var ars = world.arsOfAveyron();
        var cpam = world.cpamOfAveyron();
        var cpts = world.communityReadyToDeposit("CPTS Vallée Fictive");
        clock.set(LocalDate.of(2026, 12, 1));
        deposits.deposit(cpts, DossierKind.HEALTH_PROJECT);
        var number = line(ars).number();
        instruction.take(ars, number);

        instruction.giveOpinion(ars, number, UUID.randomUUID(), Verdict.FAVORABLE, "");
        instruction.giveOpinion(cpam, number, UUID.randomUUID(), Verdict.FAVORABLE, "");
        assertThat(toDo(ars)).isEqualTo(1);
        assertThat(toDo(cpam)).isZero();

        ask(ars, number);
        assertThat(toDo(ars)).isZero();
        clock.set(LocalDate.of(2027, 1, 20));
        assertThat(toDo(ars)).isEqualTo(1);

        deposits.deposit(cpts, DossierKind.HEALTH_PROJECT);
        assertThat(toDo(ars)).isEqualTo(1);
        assertThat(toDo(cpam)).isEqualTo(1);
        assertThat(line(ars))
                .extracting(Inbox.Line::opinions, Inbox.Line::version)
                .containsExactly(0, 2);
    }

    @Test
    void theOpinionOfTheHeadOfficeHasItsRowAndCounts() {
        var ars = world.arsOfAveyron();
        var office = world.arsOfOccitanie();
        world.cpamOfAveyron();
        var cpts = world.communityReadyToDeposit("CPTS Vallée Fictive");
        deposits.deposit(cpts, DossierKind.HEALTH_PROJECT);
        var number = line(ars).number();
        instruction.take(office, number);
        assertThat(line(ars).expected()).isEqualTo(2);

        instruction.giveOpinion(office, number, UUID.randomUUID(), Verdict.WITH_RESERVES, "À préciser.");
        ask(ars, number);
        deposits.deposit(cpts, DossierKind.HEALTH_PROJECT);
        instruction.giveOpinion(office, number, UUID.randomUUID(), Verdict.FAVORABLE, "");

        var page = pages.forInstitution(ars, number);
        assertThat(page.opinions()).hasSize(3);
        assertThat(page.opinionsGiven()).isEqualTo(1);
        assertThat(line(ars))
                .extracting(Inbox.Line::opinions, Inbox.Line::expected)
                .containsExactly(1, 3);
        var row = page.opinions().stream()
                .filter(opinion -> opinion.opinion() != null)
                .findFirst()
                .orElseThrow();
        assertThat(row.institutionName()).isEqualTo(office.institution().name());
        assertThat(row.earlier())
                .extracting(Reviews.Opinion::ordinal, Reviews.Opinion::reason)
                .containsExactly(tuple(1, "À préciser."));
    }

    @Test
    void aDossierIsFoundByACommuneOfItsTerritory() {
        var ars = world.arsOfAveyron();
        deposits.deposit(world.communityReadyToDeposit("CPTS Vallée Fictive"), DossierKind.HEALTH_PROJECT);

        assertThat(inbox.of(ars, search("millau")).rows()).hasSize(1);
        assertThat(inbox.of(ars, search("toulouse")).rows()).isEmpty();
    }

    private void ask(InstitutionView ars, String number) {
        instruction.decide(ars, number, TestDecisions.askMore("Précisez les communes éloignées."));
    }

    private Inbox.Line line(InstitutionView reader) {
        return inbox.of(reader, query(1, Map.of())).rows().getFirst();
    }

    private int toDo(InstitutionView reader) {
        return inbox.toDo(reader.institution().id());
    }

    private static ListQuery search(String text) {
        return new ListQuery("/institutions/ars", text, "recu", false, 1, 10, Map.of(), "deposited_at");
    }

    private static ListQuery query(int page, Map<String, String> filters) {
        return new ListQuery("/institutions/ars", "", "recu", false, page, 10, filters, "deposited_at");
    }
}
