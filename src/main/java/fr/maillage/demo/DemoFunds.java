package fr.maillage.demo;

import fr.maillage.community.CommunityView;
import fr.maillage.contract.Contracts;
import fr.maillage.funds.FunderKind;
import fr.maillage.funds.Funding;
import fr.maillage.funds.Fundings;
import fr.maillage.review.Spendings;
import fr.maillage.rules.Mission;
import fr.maillage.shared.Euros;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What pays the demonstration's CPTS beside its contract. Every amount is invented. */
@Component
@ConditionalOnProperty(name = "maillage.demo", havingValue = "true")
class DemoFunds {

    private final Fundings fundings;
    private final Contracts contracts;
    private final Spendings spendings;
    private final DemoClock clock;

    DemoFunds(Fundings fundings, Contracts contracts, Spendings spendings, DemoClock clock) {
        this.fundings = fundings;
        this.contracts = contracts;
        this.spendings = spendings;
        this.clock = clock;
    }

    /** Before the contract: the regional fund paid the writing of the project. During it: an intercommunality, the members. */
    void give(CommunityView view) {
        var start = clock.today().minusDays(560);
        var project = granted(view, "FIR", "ARS Occitanie", "Écriture du projet de santé", start, 365, 15_000, null);
        received(view, project, 540, 9_000, "VIR ARS FIR ACOMPTE");
        received(view, project, 380, 6_000, "VIR ARS FIR SOLDE");
        var bus = granted(
                view,
                "LOCAL",
                "Intercommunalité (démonstration)",
                "Bus du dépistage dans les villages",
                clock.today().minusDays(300),
                730,
                8_000,
                Mission.PREVENTION);
        fundings.expect(
                view,
                bus,
                new Funding.Instalment(UUID.randomUUID(), clock.today().minusDays(280), Euros.of(5_000), ""));
        fundings.expect(
                view,
                bus,
                new Funding.Instalment(
                        UUID.randomUUID(), clock.today().plusDays(40), Euros.of(3_000), "après le rapport d’étape"));
        received(view, bus, 270, 5_000, "VIR INTERCO SUBVENTION");
        var members = granted(
                view,
                "MEMBERS",
                "Membres",
                "Cotisations de l’année",
                clock.today().withDayOfYear(1),
                364,
                1_240,
                null);
        received(view, members, 200, 1_240, "REMISE DE CHÈQUES");
    }

    /** What the intercommunality's money paid in the first year of the contract. */
    void spend(CommunityView view) {
        var bus = fundings.find(view, 2);
        clock.on(
                29,
                LocalTime.of(14, 0),
                () -> spendings.add(
                        view,
                        contracts.current(view.id()).orElseThrow(),
                        1,
                        List.of(new Spendings.Spending(
                                UUID.randomUUID(),
                                "PREVENTION",
                                Spendings.Nature.TRAVEL,
                                "Location du bus et du matériel",
                                Euros.of(3_650),
                                null,
                                bus.id()))));
    }

    private Funding granted(
            CommunityView view,
            String kind,
            String funder,
            String title,
            LocalDate from,
            int days,
            long amount,
            @Nullable Mission mission) {
        var kinds = FunderKind.all().stream()
                .filter(each -> each.code().equals(kind))
                .findFirst()
                .orElseThrow();
        return fundings.find(
                view,
                fundings.add(
                        view,
                        UUID.randomUUID(),
                        new Funding.Facts(
                                kinds,
                                funder,
                                title,
                                "",
                                from,
                                from,
                                from.plusDays(days),
                                Euros.of(amount),
                                mission,
                                mission != null,
                                "",
                                Euros.ZERO,
                                "")));
    }

    private void received(CommunityView view, Funding funding, int daysAgo, long amount, String label) {
        fundings.receive(view, funding, UUID.randomUUID(), clock.today().minusDays(daysAgo), Euros.of(amount), label);
    }
}
