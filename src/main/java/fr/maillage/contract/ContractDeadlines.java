package fr.maillage.contract;

import fr.maillage.community.CommunityId;
import fr.maillage.contract.Milestones.Milestone;
import fr.maillage.reminders.spi.Deadline;
import fr.maillage.reminders.spi.DeadlineKind;
import fr.maillage.reminders.spi.DeadlineSource;
import fr.maillage.rules.ledger.Ledger;
import fr.maillage.rules.ledger.LedgerMaker;
import fr.maillage.shared.French;
import fr.maillage.shared.Source;
import fr.maillage.shared.Today;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a running contract awaits: the start and the deployment of its missions, the plan of crisis, its payments, its term. */
@Component
class ContractDeadlines implements DeadlineSource {

    /** A renewal is prepared this long before the term. */
    private static final int RENEWAL_MONTHS = 6;

    private static final Source CRISIS_PLAN = new Source(
            "Guide de l’ARS Provence-Alpes-Côte d’Azur sur le plan de gestion de crise des CPTS",
            "https://paca.ars.sante.fr/guide-methodologique-delaboration-du-plan-de-gestion-de-crise-sanitaire-des-cpts");

    private final ContractReader reader;
    private final Ledgers ledgers;
    private final MissionStarts starts;
    private final Milestones milestones;
    private final TermsProposal rules;
    private final Today today;

    ContractDeadlines(
            ContractReader reader,
            Ledgers ledgers,
            MissionStarts starts,
            Milestones milestones,
            TermsProposal rules,
            Today today) {
        this.reader = reader;
        this.ledgers = ledgers;
        this.starts = starts;
        this.milestones = milestones;
        this.rules = rules;
        this.today = today;
    }

    @Override
    public List<Deadline> of(CommunityId community) {
        return ofAll(List.of(community)).getOrDefault(community, List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<CommunityId, List<Deadline>> ofAll(Collection<CommunityId> communities) {
        var running = reader.runningOf(communities);
        var facts = ledgers.facts(running);
        var started = starts.confirmed(running);
        var reached = milestones.of(running);
        var all = new HashMap<CommunityId, List<Deadline>>();
        for (var contract : running) {
            var ledger = LedgerMaker.of(java.util.Objects.requireNonNull(facts.get(contract.id())), today.day());
            all.put(
                    contract.community(),
                    of(
                            contract,
                            ledger,
                            started.getOrDefault(contract.id(), Set.of()),
                            reached.getOrDefault(contract.id(), Map.of()).keySet()));
        }
        return all;
    }

    private List<Deadline> of(Contract contract, Ledger ledger, Set<String> started, Set<Milestone> reached) {
        var deadlines = new ArrayList<Deadline>();
        var page = "/contrats/" + contract.number();
        var grid = rules.grid(contract.first().grid());
        contract.inForceOn(today.day())
                .ifPresent(terms -> terms.missions().forEach(mission -> {
                    var source = grid.mission(mission.mission())
                            .map(each -> each.calendar())
                            .map(calendar -> calendar.source())
                            .orElse(grid.source());
                    var startBy = mission.startBy();
                    if (startBy != null) {
                        deadlines.add(Deadline.ofTeam(
                                        "contrat:" + contract.number() + ":demarrage:" + mission.mission(),
                                        DeadlineKind.MISSION,
                                        "Démarrer la mission «\u00A0" + mission.title() + "\u00A0»",
                                        startBy,
                                        started.contains(mission.mission()),
                                        "Le calendrier de l’accord fixe le démarrage de cette mission, compté depuis la signature.",
                                        source,
                                        "/contrat/missions")
                                .forInstitutions(page));
                    }
                    var deployedBy = mission.deployedBy();
                    if (deployedBy != null) {
                        deadlines.add(Deadline.ofTeam(
                                        "contrat:" + contract.number() + ":deploiement:" + mission.mission(),
                                        DeadlineKind.MISSION,
                                        "Avoir déployé la mission «\u00A0" + mission.title() + "\u00A0»",
                                        deployedBy,
                                        reached.contains(new Milestone.Deployed(mission.mission())),
                                        "Le calendrier de l’accord fixe le déploiement complet de cette mission, compté depuis la signature.",
                                        source,
                                        "/contrat/missions")
                                .forInstitutions(page));
                    }
                }));
        crisisPlan(contract, reached, deadlines, page);
        payments(contract, ledger, deadlines, page);
        deadlines.add(Deadline.ofTeam(
                        "contrat:" + contract.number() + ":renouvellement",
                        DeadlineKind.CONTRACT,
                        "Préparer le renouvellement du contrat",
                        contract.term().minusMonths(RENEWAL_MONTHS),
                        false,
                        "Le contrat prend fin le " + French.date(contract.term().minusDays(1)) + ".",
                        new Source("Contrat " + contract.number(), null),
                        "/contrat/vie")
                .forInstitutions(page));
        return deadlines;
    }

    private void crisisPlan(Contract contract, Set<Milestone> reached, List<Deadline> deadlines, String page) {
        var has = contract.signed().stream()
                .anyMatch(terms -> terms.mission("CRISE").isPresent());
        if (!has) {
            return;
        }
        var year = contract.yearOf(today.day());
        var last = contract.effectOn().plusYears(year).minusDays(1);
        deadlines.add(Deadline.ofTeam(
                        "contrat:" + contract.number() + ":plan-de-crise:" + last.getYear(),
                        DeadlineKind.MISSION,
                        year == 1
                                ? "Remettre le plan de réponse aux crises sanitaires"
                                : "Mettre à jour le plan de réponse aux crises sanitaires",
                        last,
                        reached.contains(new Milestone.CrisisPlan(year)),
                        "Le plan est remis dans la première année du contrat, puis mis à jour chaque année.",
                        CRISIS_PLAN,
                        "/contrat/missions")
                .forInstitutions(page));
    }

    /** One deadline for each latest day: the settlement of a year has many lines and one day. */
    private static void payments(Contract contract, Ledger ledger, List<Deadline> deadlines, String page) {
        var days = new java.util.TreeMap<LocalDate, List<Ledger.Expected>>();
        ledger.expected().stream()
                .filter(payment ->
                        payment.received() == null && !payment.amount().isZero() && !payment.open())
                .filter(payment -> payment.limit().isBefore(ledger.on().plusYears(1)))
                .forEach(payment -> days.computeIfAbsent(payment.limit(), _ -> new ArrayList<>())
                        .add(payment));
        days.forEach((day, payments) -> {
            var sum = payments.stream()
                    .map(Ledger.Expected::amount)
                    .reduce(fr.maillage.shared.Euros.ZERO, fr.maillage.shared.Euros::plus);
            deadlines.add(Deadline.ofTeam(
                            "contrat:" + contract.number() + ":versement:" + day,
                            DeadlineKind.PAYMENT,
                            "Versement attendu de " + French.amount(sum),
                            day,
                            false,
                            payments.getFirst().rule(),
                            new Source("Contrat " + contract.number(), null),
                            "/contrat?annee=" + payments.getFirst().year())
                    .forInstitutions(page));
        });
    }
}
