package fr.maillage.demo;

import fr.maillage.access.AccountId;
import fr.maillage.access.Accounts;
import fr.maillage.access.Actor;
import fr.maillage.access.Institution;
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
import fr.maillage.community.Perimeters;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.instruction.DepositOutcome;
import fr.maillage.dossier.instruction.Deposits;
import fr.maillage.territory.Commune;
import fr.maillage.territory.Communes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the demonstration before the first page is served: one CPTS half written, one deposited, a neighbour, and a
 * person for each role. Communes are real, everything else is invented. Done once; a second start finds it there.
 */
@Component
@ConditionalOnProperty(name = "maillage.demo", havingValue = "true")
class Demonstration implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    private static final String REGION = "76";
    private static final String DEPARTEMENT = "12";

    /** Millau Grands Causses, Larzac et Vallées, Muse et Raspes du Tarn. */
    private static final List<String> GRANDS_CAUSSES = List.of("241200567", "241200906", "241200914");

    /** Pays de Salars, Lévézou Pareloup. */
    private static final List<String> LEVEZOU = List.of("241200658", "241200765");

    /** Saint Affricain, Monts, Rance et Rougier. */
    private static final List<String> RANCE = List.of("200067155", "200067163");

    private final Accounts accounts;
    private final Mandates mandates;
    private final Institutions institutions;
    private final Communities communities;
    private final Communes communes;
    private final Perimeters perimeters;
    private final ProjectMaker maker;
    private final Deposits deposits;
    private final TransactionTemplate transaction;

    private volatile boolean running;

    Demonstration(
            Accounts accounts,
            Mandates mandates,
            Institutions institutions,
            Communities communities,
            Communes communes,
            Perimeters perimeters,
            ProjectMaker maker,
            Deposits deposits,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.mandates = mandates;
        this.institutions = institutions;
        this.communities = communities;
        this.communes = communes;
        this.perimeters = perimeters;
        this.maker = maker;
        this.deposits = deposits;
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
        var offices = institutions();
        var people = new HashMap<Role, Actor>();
        for (var somebody : DemoPeople.ALL) {
            var id = accounts.create(somebody.name(), somebody.email(), DemoPeople.PASSWORD);
            people.put(somebody.role(), new Actor(id, somebody.name(), somebody.email(), false, List.of()));
            if (somebody.institution() != null) {
                grant(id, somebody.role(), Place.institution(named(offices, somebody.institution())));
            }
            if (somebody.role() == Role.ADMINISTRATION) {
                grant(id, somebody.role(), new Place.Everywhere());
            }
        }
        var coordination = named(people, Role.COORDINATION);
        var writing = community("CPTS Grands Causses et Raspes", coordination, people);
        maker.fill(writing, codes(GRANDS_CAUSSES), ProjectMaker.Progress.HALF_WRITTEN);

        var other = new Actor(
                accounts.create("Clarisse Puech", "coordination-levezou@demo.example", DemoPeople.PASSWORD),
                "Clarisse Puech",
                "coordination-levezou@demo.example",
                false,
                List.of());
        var deposited = community("CPTS Lévézou et Ségala", other, Map.of());
        maker.fill(deposited, codes(LEVEZOU), ProjectMaker.Progress.READY);
        if (!(deposits.deposit(deposited, DossierKind.HEALTH_PROJECT) instanceof DepositOutcome.Deposited)) {
            throw new IllegalStateException("the demonstration's project is not accepted");
        }
        var neighbour = community("CPTS Rance et Sorgues", other, Map.of());
        perimeters.save(other, neighbour.id(), 0, codes(RANCE), List.of());
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
