package fr.maillage.region;

import fr.maillage.access.Institution;
import fr.maillage.community.Communities;
import fr.maillage.community.Community;
import fr.maillage.community.CommunityId;
import fr.maillage.contract.FollowedContracts;
import fr.maillage.review.SpendingWords;
import fr.maillage.rules.ledger.Ledger;
import fr.maillage.shared.Euros;
import fr.maillage.shared.Today;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each mission of each contract that runs has due, paid, to return and not spent, in its year of today. */
@Service
public class MissionMoney {

    /**
     * A mission of a contract.
     *
     * @param mission its code, empty for the operating money
     * @param year number of the contract year of today
     * @param ceiling what the year may bring at most
     * @param toReturn over all years
     * @param unspent received since the contract began and not spent
     * @param origins the years that money comes from, empty for none
     */
    public record Line(
            String community,
            String contract,
            String mission,
            int year,
            Euros ceiling,
            Euros due,
            Euros paid,
            Euros toCome,
            Euros toReturn,
            Euros unspent,
            String origins) {

        public String title() {
            return SpendingWords.part(mission);
        }
    }

    /** A mission over all the contracts that have it. */
    public record Sum(
            String mission, int contracts, Euros ceiling, Euros due, Euros paid, Euros toReturn, Euros unspent) {

        public String title() {
            return SpendingWords.part(mission);
        }
    }

    private final FollowedContracts followed;
    private final ContractAccounts accounts;
    private final Communities communities;
    private final Today today;

    MissionMoney(FollowedContracts followed, ContractAccounts accounts, Communities communities, Today today) {
        this.followed = followed;
        this.accounts = accounts;
        this.communities = communities;
        this.today = today;
    }

    @Transactional(readOnly = true)
    public List<Line> of(Institution institution) {
        var all = accounts.of(followed.running(institution.id(), today.day()));
        var names = communities
                .find(all.stream()
                        .map(account -> account.contract().community())
                        .toList())
                .stream()
                .collect(Collectors.toMap(Community::id, Community::name));
        return all.stream().flatMap(account -> lines(account, names).stream()).toList();
    }

    private static List<Line> lines(ContractAccounts.Account account, Map<CommunityId, String> names) {
        var missions = new LinkedHashSet<String>();
        missions.add("");
        account.ledger().lines().forEach(line -> missions.add(mission(line)));
        var lines = new ArrayList<Line>();
        for (var mission : missions) {
            var year = account.year().lines().stream()
                    .filter(line -> mission(line).equals(mission))
                    .toList();
            var toReturn = sum(
                    account.ledger()
                            .lines()
                            .filter(line -> mission(line).equals(mission))
                            .toList(),
                    Ledger.Line::toReturn);
            var left = account.unspent().get(mission);
            lines.add(new Line(
                    names.getOrDefault(account.contract().community(), ""),
                    account.contract().number(),
                    mission,
                    account.year().number(),
                    sum(year, Ledger.Line::ceiling),
                    sum(year, Ledger.Line::due),
                    sum(year, Ledger.Line::paid),
                    sum(year, Ledger.Line::toCome),
                    toReturn,
                    left == null ? Euros.ZERO : left.left(),
                    left == null ? "" : left.origins(account.year().number())));
        }
        return lines;
    }

    /** By mission, in the order they are met; the operating money first. */
    static List<Sum> sums(List<Line> lines) {
        var byMission = new LinkedHashMap<String, List<Line>>();
        lines.forEach(line -> byMission
                .computeIfAbsent(line.mission(), _ -> new ArrayList<>())
                .add(line));
        return byMission.entrySet().stream()
                .map(each -> new Sum(
                        each.getKey(),
                        each.getValue().size(),
                        sum(each.getValue(), Line::ceiling),
                        sum(each.getValue(), Line::due),
                        sum(each.getValue(), Line::paid),
                        sum(each.getValue(), Line::toReturn),
                        sum(each.getValue(), Line::unspent)))
                .toList();
    }

    static <T> Euros sum(List<T> lines, Function<T, Euros> column) {
        return lines.stream().map(column).reduce(Euros.ZERO, Euros::plus);
    }

    private static String mission(Ledger.Line line) {
        return Objects.requireNonNullElse(line.agreed().key().mission(), "");
    }
}
