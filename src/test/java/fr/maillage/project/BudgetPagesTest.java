package fr.maillage.project;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.project.Budget.LineFacts;
import fr.maillage.project.Budget.Nature;
import fr.maillage.project.BudgetAccounts.Side;
import fr.maillage.project.BudgetEntries.Entry;
import fr.maillage.project.BudgetEntries.Outcome;
import fr.maillage.shared.Saving;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The budgets through their pages and on the database: what is written, what is refused, what two people do at once. */
@MaillageTest
class BudgetPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Projects projects;

    @Autowired
    Budgets budgets;

    @Autowired
    BudgetEntries entries;

    @Autowired
    Actions actions;

    CommunityView view;
    WebClient client;

    @BeforeEach
    void someone() {
        view = made.create("CPTS Grands Causses et Raspes");
        client = WebClient.signedIn(port, accounts.session(view.actor().account()));
    }

    @Test
    void aLineKeepsItsActionItsNatureItsFundingAndItsComment() {
        client.post(view.at("/actions/nouvelle"), Map.of("id", id(), "titre", "Orienter les patients"));
        var action = projects.of(view.id()).actions().getFirst();
        var fields = new HashMap<>(line("C64_REMUNERATION", "30000"));
        fields.put("action", action.id().value().toString());
        fields.put("nature", "RECURRING");
        fields.put("financeur", "P74_ARS");
        fields.put("commentaire-ligne", "Mi-temps");
        client.post(view.at("/budget/2027/lignes"), fields);
        client.post(view.at("/budget/2027/lignes"), line("P74_ARS", "30000"));

        assertThat(budget().of(action.id()))
                .singleElement()
                .extracting(Budget.Line::facts)
                .isEqualTo(new LineFacts(
                        "C64_REMUNERATION", "", "FONC", action.id(), Nature.RECURRING, "P74_ARS", "Mi-temps", 30_000));
        assertThat(client.get(view.at("/actions/1")).body()).contains("Budget de l’action", "Charges 2027");
        assertThat(client.get(view.at("/budget?annee=2027")).body())
                .contains(
                        "Action 1",
                        "est un financement ponctuel",
                        "Charges par action",
                        "Un financement qui ne dure pas");
    }

    @Test
    void aLineTakenAwayComesBackAsItWas() {
        client.post(view.at("/budget/2027/lignes"), line("P74_ARS", "30000"));
        var line = budget().lines().getFirst();
        var address = view.at("/budget/2027/lignes/" + line.id());

        client.post(address + "/retrait", Map.of());
        assertThat(budget().lines()).isEmpty();
        client.post(address + "/retour", Map.of());
        client.post(address + "/retour", Map.of());

        assertThat(budget().lines())
                .singleElement()
                .extracting(Budget.Line::facts)
                .isEqualTo(line.facts());
    }

    /** The entry table of somebody else writes a line again under its own id. */
    @Test
    void aLineWrittenAgainThenTakenAwayComesBackAsItWasLast() {
        client.post(view.at("/budget/2027/lignes"), line("P74_ARS", "30000"));
        var line = budget().lines().getFirst();
        var address = view.at("/budget/2027/lignes/" + line.id());
        client.post(address + "/retrait", Map.of());
        budgets.add(view, 2027, line.id(), line.facts().withAmount(31_000));
        client.post(address + "/retrait", Map.of());

        client.post(address + "/retour", Map.of());

        assertThat(budget().lines()).extracting(Budget.Line::amount).containsExactly(31_000L);
    }

    @Test
    void anIncomeHasNoFunding() {
        var fields = new HashMap<>(line("P74_ARS", "30000"));
        fields.put("financeur", "P74_ARS");

        assertThat(client.post(view.at("/budget/2027/lignes"), fields).body()).contains("Seule une charge");
        assertThat(projects.of(view.id()).budgets()).isEmpty();
    }

    @Test
    void aTableTypedTwiceWritesOnce() {
        var page = client.get(view.at("/budget/2027/saisie")).body();
        var typed = Map.of(field(page, "Assurance"), "1 200", field(page, "Agence régionale de santé"), "1200");
        client.post(view.at("/budget/2027/saisie"), typed);
        client.post(view.at("/budget/2027/saisie"), typed);

        assertThat(budget().lines()).hasSize(2);
        assertThat(budget().balanced()).isTrue();
        assertThat(client.get(view.at("/budget/2028/saisie")).body()).contains("2027");
    }

    @Test
    void aWrongAmountOfTheTableLosesNothing() {
        var page = client.get(view.at("/budget/2027/saisie")).body();
        var answer = client.post(
                view.at("/budget/2027/saisie"),
                Map.of(field(page, "Assurance"), "12,50", field(page, "Locations"), "9600"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("sans centimes", "value=\"12,50\"", "value=\"9600\"");
        assertThat(projects.of(view.id()).budgets()).isEmpty();
    }

    @Test
    void twoPeopleAtTheSameTableLoseNothing() {
        budgets.add(view, 2027, UUID.randomUUID(), new LineFacts("C65", "", "FONC", 100));
        budgets.add(view, 2027, UUID.randomUUID(), new LineFacts("C66", "", "FONC", 200));
        var page = client.get(view.at("/budget/2027/saisie")).body();
        var c65 = field(page, "Autres charges de gestion courante");
        var c66 = field(page, "Charges financières");
        var line = budget().of("C65").getFirst();
        budgets.change(view, 2027, line.id(), 0, line.facts().withAmount(150));

        // the other line alone: both changes stay
        client.post(view.at("/budget/2027/saisie"), typed(page, Map.of(c66, "250")));
        assertThat(budget().total("C65")).isEqualTo(150);
        assertThat(budget().total("C66")).isEqualTo(250);

        // the same line, from the page of before: nothing is written, both values are shown
        var answer = client.post(view.at("/budget/2027/saisie"), typed(page, Map.of(c65, "175", c66, "300")));
        assertThat(answer.body()).contains("Rien n’est perdu", "value=\"175\"", "150");
        assertThat(budget().total("C65")).isEqualTo(150);

        client.post(view.at("/budget/2027/saisie"), typed(answer.body(), Map.of(c65, "175", c66, "300")));
        assertThat(budget().total(Side.CHARGES)).isEqualTo(475);
    }

    @Test
    void anEmptiedAmountTakesItsLineAway() {
        budgets.add(view, 2027, UUID.randomUUID(), new LineFacts("C65", "", "FONC", 100));
        var page = client.get(view.at("/budget/2027/saisie")).body();

        client.post(
                view.at("/budget/2027/saisie"),
                typed(page, Map.of(field(page, "Autres charges de gestion courante"), "")));

        assertThat(budget().lines()).isEmpty();
    }

    @Test
    void aYearIsCopiedIntoAnEmptyOneOnly() {
        budgets.add(view, 2027, UUID.randomUUID(), new LineFacts("C65", "Frais", "ACCES", 100));
        client.post(view.at("/budget/2028/reprise"), Map.of("depuis", "2027"));
        client.post(view.at("/budget/2028/reprise"), Map.of("depuis", "2027"));

        assertThat(projects.of(view.id()).budget(2028).orElseThrow().lines())
                .extracting(Budget.Line::facts)
                .containsExactly(new LineFacts("C65", "Frais", "ACCES", 100));
        assertThat(client.get(view.at("/budget/comparaison")).body()).contains("2027", "2028", "Charges par année");
    }

    @Test
    void aWorkbookReplacesOnlyTheBudgetsItWasComparedWith() {
        var line = UUID.randomUUID();
        budgets.add(view, 2027, line, new LineFacts("C65", "", "FONC", 100));
        budgets.add(view, 2028, UUID.randomUUID(), new LineFacts("C65", "", "FONC", 100));
        var seen = Budget.state(projects.of(view.id()).budgets());
        var wanted =
                Map.of(2027, List.of(new LineFacts("C65", "", "FONC", 120), new LineFacts("P70", "", "FONC", 120)));
        budgets.change(view, 2027, line, 0, new LineFacts("C65", "", "FONC", 110));

        assertThat(entries.replace(view, seen, wanted)).isInstanceOf(Saving.Overtaken.class);
        assertThat(budget().total("C65")).isEqualTo(110);

        assertThat(entries.replace(view, Budget.state(projects.of(view.id()).budgets()), wanted))
                .isEqualTo(Saving.DONE);
        assertThat(budget().balanced()).isTrue();
        assertThat(budget().of("C65").getFirst().id())
                .as("the line stays itself")
                .isEqualTo(line);
        assertThat(projects.of(view.id()).budget(2028).orElseThrow().lines()).hasSize(1);
    }

    @Test
    void aTableWrittenOnAnOlderVersionIsNotSaved() {
        var line = UUID.randomUUID();
        var facts = new LineFacts("C65", "", "FONC", 100);
        budgets.add(view, 2027, line, facts);
        budgets.change(view, 2027, line, 0, facts.withAmount(110));

        assertThat(entries.save(view, 2027, List.of(new Entry(line, 0, facts.withAmount(90)))))
                .isInstanceOf(Outcome.Overtaken.class);
        assertThat(budget().total("C65")).isEqualTo(110);
    }

    @Test
    void theSmallBudgetOfThePreProjectIsKept() {
        client.post(
                view.at("/budget/pre-projet"),
                Map.of(
                        "version", "-1",
                        "communication", "1 500",
                        "reunions", "2500",
                        "redaction", "11000",
                        "redacteur", "TEAM",
                        "subvention", "15000"));

        var stored = projects.of(view.id()).preProject();
        assertThat(stored).isNotNull();
        assertThat(stored.charges()).isEqualTo(15_000);
        assertThat(stored.gap()).isZero();
        assertThat(client.get(view.at("/budget/pre-projet")).body()).contains("Charges et subvention sont égales");

        var late = client.post(view.at("/budget/pre-projet"), Map.of("version", "-1", "communication", "9"));
        assertThat(late.body()).contains("Rien n’est perdu");
        assertThat(projects.of(view.id()).preProject()).isEqualTo(stored);
    }

    @Test
    void theWorkbookIsThereBeforeAnythingIsWritten() {
        assertThat(client.get(view.at("/budget.xlsx")).statusCode()).isEqualTo(200);
    }

    private Budget budget() {
        return projects.of(view.id()).budget(2027).orElseThrow();
    }

    /** The name of the amount's field that has this label. */
    private static String field(String page, String label) {
        var found = Pattern.compile("<label for=\"(montant-[0-9a-f-]{36})\">" + Pattern.quote(label))
                .matcher(page);
        assertThat(found.find()).as(label).isTrue();
        return found.group(1);
    }

    /** What the browser would send: every hidden field of the page, its amounts, and those that were changed. */
    private static Map<String, String> typed(String page, Map<String, String> changed) {
        var all = new HashMap<String, String>();
        var inputs = Pattern.compile("name=\"((?:vu|montant)-[0-9a-f-]{36})\" value=\"([^\"]*)\"")
                .matcher(page);
        while (inputs.find()) {
            all.put(inputs.group(1), inputs.group(2));
        }
        all.putAll(changed);
        return all;
    }

    private static Map<String, String> line(String account, String amount) {
        return Map.of("id", id(), "compte", account, "libelle", "", "affectation", "FONC", "montant", amount);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
