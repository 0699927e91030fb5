package fr.maillage.contract;

import fr.maillage.rulebook.spi.Affected;
import fr.maillage.rules.aci.Grid;
import fr.maillage.rules.aci.Grids;
import fr.maillage.rules.aci.Part;
import fr.maillage.shared.Euros;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a new grid would change in the contracts, should an amendment bring them under it. */
@Component
class GridEffects implements Affected {

    private final JdbcClient db;

    GridEffects(JdbcClient db) {
        this.db = db;
    }

    /** @param total what its terms pay in a whole year at most; null when an amount is unknown */
    private record Running(
            String community,
            String number,
            LocalDate from,
            int years,
            int size,
            Set<String> missions,
            @Nullable Euros total) {}

    @Override
    public List<Effect> effects(Grids current, Grid candidate) {
        return running().stream()
                .flatMap(contract -> IntStream.rangeClosed(1, contract.years)
                        .filter(year -> !contract.from.plusYears(year - 1L).isBefore(candidate.inForceFrom()))
                        .mapToObj(year -> new Effect(
                                contract.community, contract.number, year, contract.total, total(contract, candidate))))
                .toList();
    }

    @Override
    public boolean uses(String gridCode) {
        return db.sql("select exists (select from contract.terms where grid = ? and state <> 'DROPPED')")
                .param(gridCode)
                .query(Boolean.class)
                .single();
    }

    /** Null when the grid leaves an amount unknown. */
    private static @Nullable Euros total(Running contract, Grid grid) {
        var parts = Stream.concat(
                        Stream.of(grid.operating()),
                        grid.missions().stream()
                                .filter(mission -> contract.missions.contains(mission.code()))
                                .flatMap(mission -> mission.parts().stream()))
                .toList();
        var total = Euros.ZERO;
        for (Part part : parts) {
            var amount = part.rate(contract.size).amount();
            if (amount == null) {
                return null;
            }
            total = total.plus(amount);
        }
        return total;
    }

    /** Each contract not ended, by its latest signed terms; by its draft while nothing is signed. */
    private List<Running> running() {
        return db.sql("""
                        select c.name, k.number, k.years, k.size, first.effect_on,
                               array(select m.mission from contract.mission m where m.terms_id = k.terms_id) as missions,
                               (select case when bool_and(a.amount is not null) then sum(a.amount) end
                                  from contract.amount a where a.terms_id = k.terms_id) as total
                          from (select distinct on (k.id) k.id, k.community_id, k.number, k.years, t.id as terms_id, t.size
                                  from contract.contract k
                                  join contract.terms t on t.contract_id = k.id and t.state <> 'DROPPED'
                                 where k.state <> 'ENDED'
                                 order by k.id, (t.state = 'SIGNED') desc, t.effect_on desc, t.number desc) k
                          join contract.terms first
                            on first.contract_id = k.id and first.number = 0 and first.state <> 'DROPPED'
                          join community.community c on c.id = k.community_id
                         order by c.name, k.number
                        """).query((row, _) -> running(row)).list();
    }

    private static Running running(ResultSet row) throws SQLException {
        BigDecimal total = row.getBigDecimal("total");
        return new Running(
                row.getString("name"),
                row.getString("number"),
                row.getObject("effect_on", LocalDate.class),
                row.getInt("years"),
                row.getInt("size"),
                Set.of((String[]) row.getArray("missions").getArray()),
                total == null ? null : new Euros(total));
    }
}
