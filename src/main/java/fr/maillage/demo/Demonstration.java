package fr.maillage.demo;

import fr.maillage.access.AccountId;
import fr.maillage.access.Accounts;
import fr.maillage.access.Actor;
import fr.maillage.access.Holder;
import fr.maillage.access.Institution;
import fr.maillage.access.InstitutionView;
import fr.maillage.access.Institutions;
import fr.maillage.access.Mandates;
import fr.maillage.access.Place;
import fr.maillage.access.Role;
import fr.maillage.audit.Author;
import fr.maillage.community.Communities;
import fr.maillage.community.CommunityId;
import fr.maillage.community.CommunityView;
import fr.maillage.community.CreationOutcome;
import fr.maillage.community.NewCommunity;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.instruction.DepositOutcome;
import fr.maillage.dossier.instruction.Deposits;
import fr.maillage.territory.Commune;
import fr.maillage.territory.Communes;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the demonstration before the first page is served: one CPTS half written, one whose project is
 * under instruction, a neighbour that begins, and a person for each role. Communes are real, everything else is invented.
 * Done once; a second start finds it there.
 */
@Component
@ConditionalOnProperty(name = "maillage.demo", havingValue = "true")
class Demonstration implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    private static final String HALF_WRITTEN_SLUG = "cpts-grands-causses-et-raspes";
    private static final String REGION = "76";
    private static final String DEPARTEMENT = "12";

    /** Millau Grands Causses, Larzac et Vallées, Muse et Raspes du Tarn. */
    private static final List<String> GRANDS_CAUSSES = List.of("241200567", "241200906", "241200914");

    /** Pays de Salars, Lévézou Pareloup. */
    private static final List<String> LEVEZOU = List.of("241200658", "241200765");

    /** Saint Affricain, Monts, Rance et Rougier. */
    private static final List<String> RANCE = List.of("200067155", "200067163");

    /** Rodez Agglomération, Conques-Marcillac, Pays Ségali. */
    private static final List<String> RUTHENOIS = List.of("241200187", "241200641", "200068831");

    private final Accounts accounts;
    private final Mandates mandates;
    private final Institutions institutions;
    private final Communities communities;
    private final Communes communes;
    private final ProjectMaker maker;
    private final DemoDiagnosis diagnosis;
    private final DemoChain chain;
    private final DemoContext context;
    private final Deposits deposits;
    private final DemoInstruction story;
    private final DemoContract contract;
    private final DemoIndicators indicators;
    private final DemoFunds funds;
    private final DemoClock clock;
    private final TransactionTemplate transaction;

    private volatile boolean running;

    Demonstration(
            Accounts accounts,
            Mandates mandates,
            Institutions institutions,
            Communities communities,
            Communes communes,
            ProjectMaker maker,
            DemoDiagnosis diagnosis,
            DemoChain chain,
            DemoContext context,
            Deposits deposits,
            DemoInstruction story,
            DemoContract contract,
            DemoIndicators indicators,
            DemoFunds funds,
            DemoClock clock,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.mandates = mandates;
        this.institutions = institutions;
        this.communities = communities;
        this.communes = communes;
        this.maker = maker;
        this.diagnosis = diagnosis;
        this.chain = chain;
        this.context = context;
        this.deposits = deposits;
        this.story = story;
        this.contract = contract;
        this.indicators = indicators;
        this.funds = funds;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Before the web server listens, after the communes are loaded. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        running = true;
        if (accounts.findByEmail(DemoPeople.ALL.getFirst().email()).isEmpty()) {
            transaction.executeWithoutResult(_ -> make());
            LOG.info("Démonstration prête : /demo liste ses CPTS, /connexion ses comptes.");
        }
        coordinator().ifPresent(diagnosis::measure);
    }

    /** The half-written CPTS as its coordination sees it; empty once somebody renamed or left it. */
    private Optional<CommunityView> coordinator() {
        var person = DemoPeople.ALL.stream()
                .filter(somebody -> somebody.role() == Role.COORDINATION)
                .findFirst()
                .orElseThrow();
        return accounts.findByEmail(person.email())
                .map(account -> new Actor(
                        account.id(),
                        person.name(),
                        person.email(),
                        false,
                        mandates.of(account.id()).stream().map(Holder::mandate).toList()))
                .flatMap(actor -> communities.seenBy(actor, HALF_WRITTEN_SLUG));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void make() {
        var offices = clock.on(600, LocalTime.of(9, 0), this::institutions);
        var people = clock.on(600, LocalTime.of(10, 0), () -> people(offices));
        underContract(offices, people);
        clock.on(45, LocalTime.of(14, 30), () -> halfWritten(people));
        var deposited = clock.on(25, LocalTime.of(17, 20), this::ready);
        clock.on(20, LocalTime.of(16, 12), () -> deposit(deposited, DossierKind.HEALTH_PROJECT));
        var neighbour = clock.on(8, LocalTime.of(18, 5), this::beginning);
        clock.on(4, LocalTime.of(11, 40), () -> deposit(neighbour, DossierKind.LETTER_OF_INTENT));
        story.tell(
                deposited,
                new InstitutionView(named(offices, "ars-aveyron"), named(people, Role.ARS_DELEGATION)),
                new InstitutionView(named(offices, "cpam-aveyron"), named(people, Role.CPAM)));
    }

    private Map<Role, Actor> people(Map<String, Institution> offices) {
        var people = new HashMap<Role, Actor>();
        for (var somebody : DemoPeople.ALL) {
            var actor = account(somebody.name(), somebody.email());
            people.put(somebody.role(), actor);
            if (somebody.institution() != null) {
                grant(actor.account(), somebody.role(), Place.institution(named(offices, somebody.institution())));
            }
            if (somebody.role() == Role.ADMINISTRATION) {
                grant(actor.account(), somebody.role(), new Place.Everywhere());
            }
        }
        return people;
    }

    private Actor account(String name, String email) {
        return new Actor(accounts.create(name, email, DemoPeople.PASSWORD), name, email, false, List.of());
    }

    private CommunityView halfWritten(Map<Role, Actor> people) {
        var view = community("CPTS Grands Causses et Raspes", named(people, Role.COORDINATION), people);
        maker.fill(view, codes(GRANDS_CAUSSES), ProjectMaker.Progress.HALF_WRITTEN);
        diagnosis.retain(view);
        chain.showEvidence(view);
        context.describe(view);
        chain.vote(
                view,
                Stream.of(Role.PRESIDENCY, Role.PROJECT_TEAM)
                        .flatMap(role -> communities.seenBy(named(people, role), view.slug()).stream())
                        .toList());
        return view;
    }

    private CommunityView ready() {
        var view = community(
                "CPTS Lévézou et Ségala", account("Clarisse Puech", "coordination-levezou@demo.example"), Map.of());
        maker.fill(view, codes(LEVEZOU), ProjectMaker.Progress.READY, FictionalProject.read("levezou"));
        return view;
    }

    /** Deposited long ago; the silence of the ARS validated it, a contract followed. */
    private void underContract(Map<String, Institution> offices, Map<Role, Actor> people) {
        var view = clock.on(560, LocalTime.of(15, 0), () -> {
            var made = community(
                    "CPTS Ruthénois et Vallons",
                    account("Blanche Roquelaine", "coordination-ruthenois@demo.example"),
                    Map.of());
            maker.fill(made, codes(RUTHENOIS), ProjectMaker.Progress.READY, FictionalProject.read("ruthenois"));
            return made;
        });
        clock.on(500, LocalTime.of(10, 30), () -> deposit(view, DossierKind.HEALTH_PROJECT));
        indicators.give(view);
        funds.give(view);
        contract.tell(view, new InstitutionView(named(offices, "cpam-aveyron"), named(people, Role.CPAM)));
        funds.spend(view);
    }

    private CommunityView beginning() {
        var view = community(
                "CPTS Rance et Sorgues", account("Rosalie Escandolle", "coordination-rance@demo.example"), Map.of());
        maker.fill(view, codes(RANCE), ProjectMaker.Progress.LETTER, FictionalProject.read("rance"));
        return view;
    }

    private DepositOutcome deposit(CommunityView view, DossierKind kind) {
        var outcome = deposits.deposit(view, kind);
        if (!(outcome instanceof DepositOutcome.Deposited)) {
            throw new IllegalStateException("the demonstration's " + kind + " is not accepted: " + outcome);
        }
        return outcome;
    }

    private Map<String, Institution> institutions() {
        var made = new HashMap<String, Institution>();
        Stream.of(
                        institutions.create(
                                "ars-aveyron",
                                "ARS Occitanie, délégation de l’Aveyron",
                                Role.ARS_DELEGATION,
                                REGION,
                                List.of(DEPARTEMENT)),
                        institutions.create(
                                "ars-occitanie", "ARS Occitanie, siège", Role.ARS_HEAD_OFFICE, REGION, List.of()),
                        institutions.create(
                                "cpam-aveyron", "CPAM de l’Aveyron", Role.CPAM, REGION, List.of(DEPARTEMENT)),
                        institutions.create(
                                "msa-midi-pyrenees-nord",
                                "MSA Midi-Pyrénées Nord",
                                Role.MSA,
                                REGION,
                                List.of(DEPARTEMENT, "46", "81", "82")))
                .forEach(institution -> made.put(institution.slug(), institution));
        return made;
    }

    /** A CPTS coordinated by somebody, with the other people in their roles. */
    private CommunityView community(String name, Actor coordination, Map<Role, Actor> people) {
        var outcome = communities.create(
                coordination,
                new NewCommunity(new CommunityId(UUID.randomUUID()), name, REGION, DEPARTEMENT, Role.COORDINATION));
        if (!(outcome instanceof CreationOutcome.Created(CommunityId id, String slug))) {
            throw new IllegalStateException("the demonstration's CPTS is refused: " + outcome);
        }
        DemoPeople.ALL.stream()
                .filter(somebody -> somebody.institution() == null
                        && somebody.role() != Role.ADMINISTRATION
                        && somebody.role() != Role.COORDINATION
                        && people.containsKey(somebody.role()))
                .forEach(somebody -> grant(
                        named(people, somebody.role()).account(), somebody.role(), Place.community(id.value(), name)));
        return communities.seenBy(coordination, slug).orElseThrow();
    }

    private List<String> codes(List<String> groupings) {
        return groupings.stream()
                .flatMap(epci -> communes.ofEpci(epci).stream())
                .map(Commune::code)
                .toList();
    }

    private void grant(AccountId account, Role role, Place place) {
        mandates.grant(Author.MAILLAGE, account, role, place);
    }

    private static <K, T> T named(Map<K, T> known, K name) {
        var found = known.get(name);
        if (found == null) {
            throw new IllegalStateException("the demonstration does not make " + name);
        }
        return found;
    }
}
