package fr.maillage.bench;

import fr.maillage.access.InstitutionView;
import fr.maillage.access.TestAccounts;
import fr.maillage.access.secret.Token;
import fr.maillage.contract.Contract;
import fr.maillage.contract.Contracts;
import fr.maillage.contract.FollowedContracts;
import fr.maillage.contract.Ledgers;
import fr.maillage.contract.Receipts;
import fr.maillage.contract.TestContracts;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.rules.ledger.Ledger;
import fr.maillage.rules.ledger.LedgerMaker;
import fr.maillage.shared.Euros;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What an institution waits for: the page of the CPTS it follows, with a hundred then a thousand of them, each with five
 * years of contract and forty lines of results said by two parties every year; and the account of all their contracts.
 */
final class PortfolioBench {

    private static final int WARM_UP = 60;
    private static final int ROUNDS = 100;
    private static final int ACCOUNTS = 8;
    private static final int YEARS = 5;
    private static final int LINES_BY_MISSION = 10;

    /** The variable parts of a CPTS of size 3, shared in ten equal lines each. */
    private static final Map<String, Long> VARIABLE =
            Map.of("ACCES", 3_500L, "PARCOURS", 4_500L, "PREVENTION", 1_750L, "CRISE", 6_750L);

    /** What the page says of each CPTS, grouped by a person who writes SQL: every row is read, none is sent but the sums. */
    private static final String SAME_IN_SQL = """
            with place as (
                select p.community_id, sum(z.population) as population
                  from community.perimeter p join community.perimeter_place z on z.perimeter_id = p.id
                 where upper_inf(p.validity) group by p.community_id
            ), money as (
                select contract_id, sum(amount) as received from contract.receipt where cancelled_at is null
                 group by contract_id
            )
            select k.state, count(*), sum(place.population), sum(money.received)
              from community.community c join contract.contract k on k.community_id = c.id
              left join place on place.community_id = c.id left join money on money.contract_id = k.id
             where c.seat_departement = '12' group by k.state
            """;

    /** The most that every year of every contract may bring, by exact days: the sum of the accounts, without their lines. */
    private static final String ACCOUNT_IN_SQL = """
            with year as (
                select k.id, (lower(k.period) + make_interval(years => n - 1))::date as first,
                       (lower(k.period) + make_interval(years => n))::date as next
                  from contract.contract k, generate_series(1, 5) n
            )
            select sum(round(a.amount * greatest(0, y.next - greatest(y.first, coalesce(s.started_on, m.start_on, y.first)))
                       / (y.next - y.first), 2))
              from year y join contract.terms t on t.contract_id = y.id and t.state = 'SIGNED'
              join contract.amount a on a.terms_id = t.id
              left join contract.mission m on m.terms_id = t.id and m.mission = a.mission
              left join contract.mission_start s on s.contract_id = y.id and s.mission = a.mission
            """;

    private PortfolioBench() {}

    static List<String> run(Program program, World world) {
        var institution = program.bean(TestDossiers.class).arsOfAveyron();
        contract(program, world, institution);
        var session =
                program.bean(TestAccounts.class).session(institution.actor().account());
        world.alone().take();
        var measure = new Measure();
        for (int turn = 0; turn < 2; turn++) {
            for (int count : List.of(100, World.THOUSAND)) {
                world.crowd(count);
                measure.take(pages(program, world, session, count), WARM_UP, ROUNDS);
                if (count == World.THOUSAND) {
                    measure.take(accounts(program, world, institution), 2, ACCOUNTS);
                }
                world.empty();
            }
        }
        var lines = new ArrayList<>(measure.rows());
        for (int percent : List.of(50, 95)) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| **followed CPTS, 1 000 ÷ 100**, p%d | | **%.2f** | | | |",
                    percent,
                    measure.percentile("page, 1000 CPTS", percent) / measure.percentile("page, 100 CPTS", percent)));
        }
        return lines;
    }

    private static Map<String, Runnable> pages(Program program, World world, Token session, int count) {
        var works = new LinkedHashMap<String, Runnable>();
        works.put("page, " + count + " CPTS", () -> program.get("/institutions/ars-aveyron/portefeuille", session));
        works.put(
                "page by money received, " + count + " CPTS",
                () -> program.get("/institutions/ars-aveyron/portefeuille?tri=-recu", session));
        works.put("the same sums in SQL, " + count + " CPTS", () -> world.jdbc().queryForList(SAME_IN_SQL));
        works.put("static file, " + count + " CPTS", () -> program.get("/img/maillage.svg"));
        return works;
    }

    private static Map<String, Runnable> accounts(Program program, World world, InstitutionView institution) {
        var followed = program.bean(FollowedContracts.class);
        var ledgers = program.bean(Ledgers.class);
        var numbers = world.jdbc().queryForList("select number from contract.contract", String.class);
        var expected = world.jdbc().queryForObject(ACCOUNT_IN_SQL, BigDecimal.class);
        var works = new LinkedHashMap<String, Runnable>();
        works.put("accounts of 1 000 contracts, read and counted", () -> {
            var facts = ledgers.facts(followed.numbered(numbers));
            var today = LocalDate.now();
            var sum = facts.values().stream()
                    .map(each -> LedgerMaker.of(each, today).sum(Ledger.Line::ceiling))
                    .reduce(Euros.ZERO, Euros::plus);
            if (facts.size() != World.THOUSAND || sum.value().compareTo(expected) != 0) {
                throw new IllegalStateException(facts.size() + " contracts, " + sum + ", in SQL " + expected);
            }
        });
        works.put("their sum alone in SQL", () -> world.jdbc().queryForObject(ACCOUNT_IN_SQL, BigDecimal.class));
        return works;
    }

    /** Five years all but a month: four reviewed, one open. */
    private static void contract(Program program, World world, InstitutionView institution) {
        var view = world.community();
        var made = program.bean(TestContracts.class);
        var day = LocalDate.now().minusYears(YEARS).plusDays(30);
        made.validateProject(view);
        var opened = program.bean(Contracts.class)
                .open(view, UUID.randomUUID(), null)
                .orElseThrow();
        made.prepare(
                view,
                opened,
                "aci-avenant-2",
                3,
                day,
                Map.of(
                        "ACCES",
                        day,
                        "CRISE",
                        day.plusDays(30),
                        "PARCOURS",
                        day.plusDays(120),
                        "PREVENTION",
                        day.plusDays(200)),
                "");
        VARIABLE.forEach((mission, maximum) -> {
            for (int i = 0; i < LINES_BY_MISSION; i++) {
                made.line(view, opened, mission, mission + "_" + i, maximum);
            }
        });
        var contract = made.sign(view, opened, day);
        receive(program, world, contract);
        review(world, contract, institution);
    }

    private static void receive(Program program, World world, Contract contract) {
        var today = LocalDate.now();
        for (int year = 1; year <= YEARS; year++) {
            int number = year;
            var due = program.bean(Ledgers.class).of(contract).expected().stream()
                    .filter(payment -> payment.year() == number && !payment.open())
                    .filter(payment -> !payment.planned().isAfter(today)
                            && !payment.amount().isZero())
                    .toList();
            var sum = due.stream().map(Ledger.Expected::amount).reduce(Euros.ZERO, Euros::plus);
            program.bean(Receipts.class)
                    .record(
                            world.community(),
                            contract,
                            new Receipts.Receipt(
                                    UUID.randomUUID(),
                                    contract.effectOn().plusYears(year - 1L).plusDays(20),
                                    sum,
                                    "VIR " + year,
                                    "",
                                    due.stream()
                                            .map(payment -> new Receipts.Line(
                                                    number, payment.agreed().key(), payment.nature(), payment.amount()))
                                            .toList(),
                                    "",
                                    null));
        }
    }

    private static void review(World world, Contract contract, InstitutionView institution) {
        var jdbc = world.jdbc();
        jdbc.update("""
                insert into review.review (id, contract_id, year, state, opened_at, opened_by, opened_for, file_due,
                    contradictory_until, handed_at, closed_at, closed_by)
                select gen_random_uuid(), ?, n, case when n < 5 then 'CLOSED' else 'OPEN' end, now(), 'Agent', ?, current_date,
                    current_date, case when n < 5 then now() end, case when n < 5 then now() end,
                    case when n < 5 then 'Agent' end from generate_series(1, 5) n
                """, contract.id().value(), institution.institution().id().value());
        jdbc.update("""
                insert into review.line (id, review_id, result_line, ordinal)
                select gen_random_uuid(), r.id, l.id, row_number() over (partition by r.id order by l.code)
                from review.review r, contract.result_line l
                """);
        jdbc.update("""
                insert into review.reading (line_id, party, value, numerator, denominator, extracted_on, proof, given_at, given_by)
                select l.id, p, 12, 120, 1000, current_date, true, now(), 'Agent'
                from review.line l, unnest(array['CPTS', 'CPAM']) p
                """);
        VARIABLE.keySet().forEach(mission -> jdbc.update("""
                insert into contract.earned (contract_id, year, mission, part, amount, recorded_at, recorded_by)
                select ?, n, ?, 'VARIABLE', 1000, now(), 'Agent' from generate_series(1, 4) n
                """, contract.id().value(), mission));
    }
}
