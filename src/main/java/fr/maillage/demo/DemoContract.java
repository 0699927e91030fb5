package fr.maillage.demo;

import fr.maillage.access.InstitutionView;
import fr.maillage.community.CommunityView;
import fr.maillage.contract.Contract;
import fr.maillage.contract.ContractLine;
import fr.maillage.contract.Contracts;
import fr.maillage.contract.Ledgers;
import fr.maillage.contract.MissionStarts;
import fr.maillage.contract.Receipts;
import fr.maillage.contract.ResultLines;
import fr.maillage.contract.Signing;
import fr.maillage.contract.Terms;
import fr.maillage.contract.TermsTyped;
import fr.maillage.project.Action;
import fr.maillage.project.ActionIndicators;
import fr.maillage.project.ActionPart;
import fr.maillage.project.Actions;
import fr.maillage.project.FollowedIndicator;
import fr.maillage.project.Indicator;
import fr.maillage.project.Projects;
import fr.maillage.review.Spendings;
import fr.maillage.review.YearlyReview.Voice;
import fr.maillage.review.YearlyReviews;
import fr.maillage.rules.aci.Grids;
import fr.maillage.rules.aci.ResultLine;
import fr.maillage.rules.aci.ResultLine.Direction;
import fr.maillage.rules.aci.ResultLine.Tier;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import fr.maillage.shared.Saving;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * A contract that has run for a year and a month: signed, paid, its missions started, its first yearly review open with one
 * disagreement. Amounts are those of the grid; what was measured and spent is invented.
 */
@Component
@ConditionalOnProperty(name = "maillage.demo", havingValue = "true")
class DemoContract {

    /** Days since the contract took effect. */
    private static final int AGE = 400;

    private static final String GRID = "aci-avenant-2";
    private static final int SIZE = 3;

    /** By line of results: the title of its proof, then what it says. The list of volunteers is still awaited. */
    private static final Map<String, List<String>> PROOFS = Map.of(
            "ALD_SANS_MT",
            List.of(
                    "Registre des demandes de médecin traitant",
                    "219 personnes en affection de longue durée étaient sans médecin traitant au début de l’année.",
                    "127 ont un médecin depuis. 92 attendent encore, dont 31 en Ségala."),
            "SNP",
            List.of(
                    "Relevé des créneaux de soins non programmés",
                    "640 créneaux réservés par les cabinets ont été honorés dans l’année.",
                    "Le relevé vient de l’agenda partagé, mois par mois."),
            "RETOURS",
            List.of(
                    "Cahier des retours à domicile",
                    "214 retours d’hospitalisation ont été suivis, dont 60 annoncés au moins deux jours avant.",
                    "60 sur 214 font 28 %."),
            "JOURNEES",
            List.of(
                    "Comptes rendus des journées de prévention",
                    "Cinq journées ont eu lieu, dans cinq communes du Vallon et du Ségala.",
                    "312 personnes ont été reçues."));

    private final Contracts contracts;
    private final ResultLines lines;
    private final Signing signing;
    private final Receipts receipts;
    private final MissionStarts starts;
    private final Ledgers ledgers;
    private final YearlyReviews reviews;
    private final Spendings spendings;
    private final Projects projects;
    private final Actions actions;
    private final ActionIndicators indicators;
    private final DemoProofs proofs;
    private final DemoClock clock;

    DemoContract(
            Contracts contracts,
            ResultLines lines,
            Signing signing,
            Receipts receipts,
            MissionStarts starts,
            Ledgers ledgers,
            YearlyReviews reviews,
            Spendings spendings,
            Projects projects,
            Actions actions,
            ActionIndicators indicators,
            DemoProofs proofs,
            DemoClock clock) {
        this.contracts = contracts;
        this.lines = lines;
        this.signing = signing;
        this.receipts = receipts;
        this.starts = starts;
        this.ledgers = ledgers;
        this.reviews = reviews;
        this.spendings = spendings;
        this.projects = projects;
        this.actions = actions;
        this.indicators = indicators;
        this.proofs = proofs;
        this.clock = clock;
    }

    /** @param view a CPTS whose project was deposited long before the contract */
    void tell(CommunityView view, InstitutionView cpam) {
        var contract = clock.on(AGE, LocalTime.of(10, 0), () -> signed(view));
        start(view, contract, "ACCES", 0);
        start(view, contract, "CRISE", 30);
        start(view, contract, "PARCOURS", 120);
        start(view, contract, "PREVENTION", 200);
        for (var daysAgo : List.of(AGE - 12, AGE - 60, AGE - 140, AGE - 230, 15)) {
            clock.on(daysAgo, LocalTime.of(9, 30), () -> receive(view, contract));
        }
        clock.on(45, LocalTime.of(11, 0), () -> measure(view));
        clock.on(30, LocalTime.of(14, 0), () -> spend(view, contract));
        clock.on(20, LocalTime.of(9, 0), () -> review(view, cpam, contract));
    }

    private Contract signed(CommunityView view) {
        var day = clock.today();
        var contract = contracts.open(view, UUID.randomUUID(), null).orElseThrow();
        var grid = Grids.shipped().byCode(GRID).orElseThrow();
        var amounts = new HashMap<String, Euros>();
        amounts.put(grid.operating().code(), known(grid.operating().rate(SIZE).amount()));
        var days = Map.of(
                "ACCES",
                day,
                "CRISE",
                day.plusDays(30),
                "PARCOURS",
                day.plusDays(120),
                "PREVENTION",
                day.plusDays(200));
        grid.missions().stream()
                .filter(mission -> days.containsKey(mission.code()))
                .forEach(mission -> mission.parts()
                        .forEach(part -> amounts.put(
                                mission.code() + "-" + part.code(),
                                known(part.rate(SIZE).amount()))));
        var draft = contract.first();
        var saved = contracts.save(
                view,
                contract,
                draft.change().version(),
                new TermsTyped(
                        day, GRID, SIZE, draft.population(), draft.populationFrom(), days, amounts, Map.of(), ""));
        if (!(saved instanceof Saving.Done)) {
            throw new IllegalStateException("the demonstration's contract is refused: " + saved);
        }
        results(view, contract);
        sign(view, contract, Terms.Signatory.CPTS, "Isaure Valberte", "présidente");
        sign(view, contract, Terms.Signatory.ARS, "Fabrice Delmas", "délégué départemental, par délégation");
        sign(view, contract, Terms.Signatory.CPAM, "Nadège Roumégous", "directrice adjointe");
        return contracts.find(view, contract.number());
    }

    private static Euros known(@Nullable Euros amount) {
        if (amount == null) {
            throw new IllegalStateException("the demonstration needs every amount of " + GRID);
        }
        return amount;
    }

    private void results(CommunityView view, Contract contract) {
        line(
                view,
                contract,
                "ACCES",
                "ALD_SANS_MT",
                "Patients en affection de longue durée sans médecin traitant",
                "N2A",
                "patients",
                Direction.FALL,
                "219",
                tier("219", 3000),
                tier("100", 6000),
                tier("50", 9000));
        line(
                view,
                contract,
                "ACCES",
                "SNP",
                "Créneaux de soins non programmés honorés",
                "N5",
                "créneaux",
                Direction.RISE,
                "0",
                tier("300", 8000),
                tier("600", 16000));
        line(
                view,
                contract,
                "ACCES",
                "SAS",
                "Médecins volontaires du service d’accès aux soins",
                null,
                "médecins",
                Direction.RISE,
                "4",
                tier("8", 10000));
        line(
                view,
                contract,
                "PARCOURS",
                "RETOURS",
                "Retours à domicile annoncés deux jours avant",
                null,
                "%",
                Direction.RISE,
                "5",
                tier("20", 20000),
                tier("40", 45000));
        line(
                view,
                contract,
                "PREVENTION",
                "SEIN",
                "Dépistage du cancer du sein",
                null,
                "%",
                Direction.RISE,
                "66.26",
                tier("69.70", 1000),
                tier("72.40", 2500),
                tier("75", 3500));
        line(
                view,
                contract,
                "PREVENTION",
                "JOURNEES",
                "Journées de prévention tenues",
                null,
                "journées",
                Direction.RISE,
                "0",
                tier("4", 7000),
                tier("8", 14000));
    }

    private static Tier tier(String threshold, long amount) {
        return new Tier(new BigDecimal(threshold), Euros.of(amount));
    }

    private void line(
            CommunityView view,
            Contract contract,
            String mission,
            String code,
            String label,
            @Nullable String indicator,
            String unit,
            Direction direction,
            String baseline,
            Tier... tiers) {
        var best = tiers[tiers.length - 1].amount();
        lines.add(
                view,
                contract.id(),
                new ContractLine(
                        UUID.randomUUID(),
                        new ResultLine(mission, code, best, List.of(tiers), direction),
                        label,
                        indicator,
                        unit,
                        new BigDecimal(baseline),
                        clock.today().minusDays(20),
                        indicator == null ? "Coordination" : "CPAM (requêtes locales)",
                        "Relevé daté"));
    }

    private void sign(CommunityView view, Contract contract, Terms.Signatory party, String name, String quality) {
        var version = contracts
                .find(view, contract.number())
                .draft()
                .orElseThrow()
                .change()
                .version();
        var outcome = signing.sign(
                contract.id(), version, new Signing.Typed(party, name, quality, clock.today()), view.author());
        if (!(outcome instanceof Signing.Outcome.Recorded)) {
            throw new IllegalStateException("the demonstration's signature is refused: " + outcome);
        }
    }

    private void start(CommunityView view, Contract contract, String mission, int days) {
        clock.on(AGE - days, LocalTime.of(12, 0), () -> {
            starts.record(view, contract.id(), mission, contract.effectOn().plusDays(days));
            return true;
        });
    }

    /** What was due by that day and had not come, in one transfer. */
    private boolean receive(CommunityView view, Contract contract) {
        var due = ledgers.of(contract).expected().stream()
                .filter(payment -> payment.received() == null
                        && !payment.open()
                        && !payment.amount().isZero())
                .filter(payment -> !payment.planned().isAfter(clock.today()))
                .toList();
        if (due.isEmpty()) {
            return false;
        }
        var sum = due.stream().map(payment -> payment.amount()).reduce(Euros.ZERO, Euros::plus);
        receipts.record(
                view,
                contract,
                new Receipts.Receipt(
                        UUID.randomUUID(),
                        clock.today(),
                        sum,
                        "VIR CPAM AVEYRON ACI " + clock.today(),
                        "",
                        due.stream()
                                .map(payment -> new Receipts.Line(
                                        payment.year(), payment.agreed().key(), payment.nature(), payment.amount()))
                                .toList(),
                        "",
                        null));
        return true;
    }

    private boolean measure(CommunityView view) {
        for (var action : projects.of(view.id()).actions()) {
            var dates = action.facts().dates();
            actions.change(
                    view,
                    action.number(),
                    action.change(ActionPart.Kind.DATES).version(),
                    new ActionPart.Dates(
                            dates.startsOn(), dates.endsOn(), dates.milestones(), state(dates, clock.today())));
            for (var followed : action.followed()) {
                var target = followed.facts().target();
                if (target != null) {
                    indicators.record(
                            view,
                            followed.id(),
                            UUID.randomUUID(),
                            new FollowedIndicator.ResultFacts(
                                    clock.today().minusDays(5),
                                    Indicator.Amount.of(target.multiply(new BigDecimal("0.7"))
                                            .setScale(0, java.math.RoundingMode.HALF_UP)),
                                    "Coordination",
                                    "Relevé gardé par la coordination"));
                }
            }
        }
        return true;
    }

    private static Action.State state(ActionPart.Dates dates, LocalDate today) {
        var end = dates.endsOn();
        return end != null && end.isBefore(today) ? Action.State.DONE : Action.State.ONGOING;
    }

    private boolean spend(CommunityView view, Contract contract) {
        spent(view, contract, null, Spendings.Nature.SALARIES, "Coordination à temps plein", "58400.00");
        spent(view, contract, null, Spendings.Nature.PREMISES, "Local et assurance", "6900.00");
        spent(view, contract, "ACCES", Spendings.Nature.INDEMNITIES, "Régulation des créneaux", "61250.00");
        spent(view, contract, "PARCOURS", Spendings.Nature.SERVICES, "Annonce des retours à domicile", "14800.00");
        spent(view, contract, "PREVENTION", Spendings.Nature.TRAVEL, "Journées de prévention", "5120.00");
        spent(view, contract, "CRISE", Spendings.Nature.SERVICES, "Écriture du plan et exercice", "9700.00");
        return true;
    }

    private void spent(
            CommunityView view,
            Contract contract,
            @Nullable String mission,
            Spendings.Nature nature,
            String label,
            String amount) {
        var proof = nature == Spendings.Nature.TRAVEL
                ? null
                : proofs.file(
                                view,
                                "Justificatifs : " + label,
                                "FACTURE",
                                List.of("Total de l’année : " + French.amount(Euros.of(amount)) + "."))
                        .value();
        spendings.add(
                view,
                contract,
                1,
                List.of(new Spendings.Spending(
                        UUID.randomUUID(), mission, nature, label, Euros.of(amount), proof, null)));
    }

    private boolean review(CommunityView view, InstitutionView cpam, Contract contract) {
        reviews.open(
                cpam,
                contract,
                1,
                clock.today().plusDays(30),
                clock.today().plusDays(50),
                "Merci de joindre le relevé des créneaux et le plan de réponse aux crises.");
        var review = reviews.find(contract, 1);
        var said = Map.of("ALD_SANS_MT", "92", "SNP", "640", "SAS", "9", "RETOURS", "28", "JOURNEES", "5");
        for (var line : review.lines()) {
            var code = line.rule().rule().code();
            var value = said.get(code);
            if (value != null) {
                reviews.say(
                        review, line.id(), Voice.CPTS, value(value, "Relevé de la coordination", false), view.actor());
            }
            var proof = PROOFS.get(code);
            if (proof != null) {
                proofs.prove(view, proofs.file(view, proof.getFirst(), "RAPPORT", proof.subList(1, 3)), line.id());
            }
            if (code.equals("ALD_SANS_MT")) {
                reviews.say(review, line.id(), Voice.CPAM, value("108", "Requête locale", true), cpam.actor());
            }
            if (code.equals("SEIN")) {
                reviews.say(review, line.id(), Voice.CPAM, value("70.1", "Requête locale", true), cpam.actor());
            }
        }
        reviews.ask(cpam, review, UUID.randomUUID(), "Combien de créneaux viennent du Ségala ?");
        return true;
    }

    private YearlyReviews.Said value(String value, String comment, boolean proof) {
        LocalDate on = clock.today().minusDays(4);
        return new YearlyReviews.Said(new BigDecimal(value), null, null, on, comment, proof, -1);
    }
}
