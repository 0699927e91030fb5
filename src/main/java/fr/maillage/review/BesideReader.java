package fr.maillage.review;

import fr.maillage.contract.Contract;
import fr.maillage.contract.Ledgers;
import fr.maillage.indicators.FactRegistry;
import fr.maillage.indicators.spi.Period;
import fr.maillage.review.YearsBeside.Column;
import fr.maillage.review.YearsBeside.Group;
import fr.maillage.review.YearsBeside.Row;
import fr.maillage.review.YearsBeside.Value;
import fr.maillage.rules.ledger.Ledger;
import fr.maillage.shared.Euros;
import fr.maillage.shared.Today;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts the begun years of contracts side by side, the oldest first. */
@Service
class BesideReader {

    private final JdbcClient db;
    private final Ledgers ledgers;
    private final FactRegistry facts;
    private final Today today;

    BesideReader(JdbcClient db, Ledgers ledgers, FactRegistry facts, Today today) {
        this.db = db;
        this.ledgers = ledgers;
        this.facts = facts;
        this.today = today;
    }

    private record Begun(Contract contract, Ledger.Year year) {

        String key() {
            return contract.id().value() + "/" + year.number();
        }
    }

    /**
     * @param contracts signed ones of one CPTS
     * @param most how many years at most: the latest
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    YearsBeside of(List<Contract> contracts, int most) {
        var all = contracts.stream()
                .flatMap(contract -> ledgers.of(contract).years().stream().map(year -> new Begun(contract, year)))
                .filter(begun -> !begun.year().firstDay().isAfter(today.day()))
                .sorted(Comparator.comparing(begun -> begun.year().firstDay()))
                .toList();
        var years = all.subList(Math.max(0, all.size() - most), all.size());
        var ids = contracts.stream().map(each -> each.id().value()).toArray(UUID[]::new);
        return new YearsBeside(
                columns(years, ids), List.of(results(years, ids), money(years), spending(years, ids), counted(years)));
    }

    private List<Column> columns(List<Begun> years, UUID[] ids) {
        var states = new LinkedHashMap<String, String>();
        db.sql("select contract_id, year, state from review.review where contract_id = any(?)")
                .param(ids)
                .query(rs -> {
                    states.put(
                            rs.getObject("contract_id", UUID.class) + "/" + rs.getInt("year"),
                            YearlyReview.State.valueOf(rs.getString("state")).label());
                });
        return years.stream()
                .map(begun -> new Column(
                        begun.contract().number(),
                        begun.year().number(),
                        begun.year().firstDay(),
                        begun.year().lastDay(),
                        states.getOrDefault(begun.key(), "dialogue pas ouvert")))
                .toList();
    }

    private record Result(String line, String label, String mission, String year, Value value) {}

    /** The value that counts, as {@link YearlyReview.Line#value} says it: agreed, else the only one that was said. */
    private Group results(List<Begun> years, UUID[] ids) {
        var results = db.sql("""
                        select r.contract_id, r.year, n.mission, n.code, n.label, n.unit, l.agreed,
                            l.agreed_at is not null as settled, g.voices, g.said
                        from review.review r join review.line l on l.review_id = r.id
                        join contract.result_line n on n.id = l.result_line
                        left join lateral (select count(distinct value) as voices, min(value) as said
                            from review.reading where line_id = l.id and value is not null) g on true
                        where r.contract_id = any(?) order by r.year desc, l.ordinal
                        """)
                .param(ids)
                .query((rs, _) -> new Result(
                        rs.getString("mission") + "/" + rs.getString("code"),
                        rs.getString("label"),
                        SpendingWords.part(rs.getString("mission")),
                        rs.getObject("contract_id", UUID.class) + "/" + rs.getInt("year"),
                        value(
                                rs.getBoolean("settled"),
                                rs.getBigDecimal("agreed"),
                                rs.getInt("voices"),
                                rs.getBigDecimal("said"),
                                rs.getString("unit"))))
                .list();
        var lines =
                results.stream().collect(Collectors.groupingBy(Result::line, LinkedHashMap::new, Collectors.toList()));
        return new Group(
                "Résultats",
                "resultats",
                "Valeur convenue, ou la seule qui fut dite",
                lines.values().stream()
                        .map(line -> {
                            var byYear = line.stream()
                                    .collect(Collectors.toMap(Result::year, Result::value, (one, _) -> one));
                            var newest = line.getFirst();
                            return row(
                                    newest.label(),
                                    newest.mission(),
                                    years,
                                    begun -> byYear.getOrDefault(begun.key(), Value.NONE));
                        })
                        .toList());
    }

    private static Value value(
            boolean settled, @Nullable BigDecimal agreed, int voices, @Nullable BigDecimal said, String unit) {
        var counts = settled ? agreed : voices == 1 ? said : null;
        return counts != null
                ? Value.of(counts, unit)
                : voices > 1 && !settled ? new Value(null, "en désaccord") : Value.NONE;
    }

    private static Group money(List<Begun> years) {
        return new Group(
                "Argent du contrat",
                "argent",
                "Compte du contrat, arrêté à ce jour",
                List.of(
                        row("Au plus", "si tout est atteint", years, sum(Ledger.Line::ceiling)),
                        row("Dû", "part fixe, et résultats convenus", years, sum(Ledger.Line::due)),
                        row(
                                "dont part variable obtenue",
                                "",
                                years,
                                begun -> Value.of(YearFile.sum(begun.year()
                                        .variable()
                                        .map(Ledger.Line::due)
                                        .toList()))),
                        row("Versé", "", years, sum(Ledger.Line::paid)),
                        row("Retenu", "", years, sum(Ledger.Line::withheld)),
                        row("À restituer", "", years, sum(Ledger.Line::toReturn))));
    }

    private static Function<Begun, Value> sum(Function<Ledger.Line, Euros> column) {
        return begun -> Value.of(begun.year().sum(column));
    }

    private record Spent(String year, String mission, boolean funded, Euros amount) {}

    private Group spending(List<Begun> years, UUID[] ids) {
        var spent = db.sql("""
                        select contract_id, year, mission, funding_id is not null as funded, sum(amount) as amount
                        from review.spending where contract_id = any(?) group by 1, 2, 3, 4 order by mission
                        """)
                .param(ids)
                .query((rs, _) -> new Spent(
                        rs.getObject("contract_id", UUID.class) + "/" + rs.getInt("year"),
                        rs.getString("mission"),
                        rs.getBoolean("funded"),
                        new Euros(rs.getBigDecimal("amount"))))
                .list();
        var rows = new ArrayList<Row>();
        spent.stream()
                .filter(each -> !each.funded())
                .map(Spent::mission)
                .distinct()
                .forEach(mission -> rows.add(row(
                        SpendingWords.part(mission),
                        "",
                        years,
                        spentBy(spent, each -> !each.funded() && each.mission().equals(mission)))));
        if (spent.stream().anyMatch(Spent::funded)) {
            rows.add(row("Payé par d’autres financements", "", years, spentBy(spent, Spent::funded)));
        }
        if (!rows.isEmpty()) {
            rows.add(row("Total", "", years, spentBy(spent, _ -> true)));
        }
        return new Group("Dépenses", "depenses", "Dépenses notées dans les bilans", rows);
    }

    private static Function<Begun, Value> spentBy(List<Spent> spent, java.util.function.Predicate<Spent> which) {
        return begun -> Value.of(YearFile.sum(spent.stream()
                .filter(each -> each.year().equals(begun.key()))
                .filter(which)
                .map(Spent::amount)
                .toList()));
    }

    /** What each year counted, up to today while it runs: some queries for each year shown. */
    private Group counted(List<Begun> years) {
        var rows = new LinkedHashMap<String, Map<String, Value>>();
        var labels = new LinkedHashMap<String, String>();
        for (var begun : years) {
            var last = today.day().isBefore(begun.year().lastDay())
                    ? today.day()
                    : begun.year().lastDay();
            for (var fact : facts.of(
                    begun.contract().community(), new Period(begun.year().firstDay(), last))) {
                labels.put(fact.kind().code(), fact.kind().label());
                rows.computeIfAbsent(fact.kind().code(), _ -> new LinkedHashMap<>())
                        .put(begun.key(), new Value(fact.value(), fact.shown()));
            }
        }
        return new Group(
                "Ce que les années ont compté",
                "faits",
                "Faits enregistrés dans Maillage, jusqu’à ce jour pour l’année en cours",
                rows.entrySet().stream()
                        .map(each -> row(
                                Objects.requireNonNull(labels.get(each.getKey())),
                                "",
                                years,
                                begun -> each.getValue().getOrDefault(begun.key(), Value.NONE)))
                        .toList());
    }

    private static Row row(String label, String detail, List<Begun> years, Function<Begun, Value> value) {
        return new Row(label, detail, years.stream().map(value).toList());
    }
}
