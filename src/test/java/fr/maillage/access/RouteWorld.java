package fr.maillage.access;

import fr.maillage.access.RouteMatrix.Person;
import fr.maillage.access.secret.Token;
import fr.maillage.access.signin.TestLinks;
import fr.maillage.community.Communities;
import fr.maillage.community.CommunityId;
import fr.maillage.community.CommunityView;
import fr.maillage.community.NewCommunity;
import fr.maillage.contract.TestContracts;
import fr.maillage.datasets.Descriptors;
import fr.maillage.datasets.Imports;
import fr.maillage.datasets.TestDatasets;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.demo.ProjectMaker;
import fr.maillage.diagnosis.ScenarioChange;
import fr.maillage.diagnosis.Scenarios;
import fr.maillage.diagnosis.versions.Versions;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.library.TestFiles;
import fr.maillage.library.TestLibrary;
import fr.maillage.project.ActionIndicators;
import fr.maillage.project.ActionModels;
import fr.maillage.project.ActionTasks;
import fr.maillage.project.Actions;
import fr.maillage.project.Evidence;
import fr.maillage.project.FollowedIndicator;
import fr.maillage.project.Indicator;
import fr.maillage.project.Problem;
import fr.maillage.project.ProblemId;
import fr.maillage.project.ProblemScales;
import fr.maillage.project.Problems;
import fr.maillage.project.Task;
import fr.maillage.project.context.ContextLists;
import fr.maillage.project.context.Partnership;
import fr.maillage.project.context.Partnerships;
import fr.maillage.reminders.TestFeeds;
import fr.maillage.rulebook.TestGrids;
import fr.maillage.territory.contours.TestContours;
import fr.maillage.testing.WebClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A small France for the matrix: two CPTS of the Aveyron and of the Puy-de-Dôme, the institutions around them, one person
 * per column of the matrix, and at least one object behind each variable of a route.
 */
@Component
class RouteWorld {

    static final String OWN = "CPTS des Essais";
    private static final String SECTION = "contexte-local";
    private static final String OTHER = "CPTS des Témoins";

    private final TestAccounts accounts;
    private final Communities communities;
    private final Institutions institutions;
    private final Invitations invitations;
    private final Mandates mandates;
    private final TestLinks links;
    private final JdbcClient jdbc;
    private final ProjectMaker maker;
    private final Actions actions;
    private final ActionTasks tasks;
    private final ActionIndicators indicators;
    private final Problems problems;
    private final Partnerships partnerships;
    private final Versions versions;
    private final TestDatasets datasets;
    private final Dossiers dossiers;
    private final TestContours contours;
    private final Imports imports;
    private final Descriptors descriptors;
    private final Scenarios scenarios;
    private final TestLibrary library;
    private final TestContracts contracts;
    private final TestFeeds feeds;

    private final Map<Person, Token> sessions = new EnumMap<>(Person.class);
    private final Map<String, String> values = new LinkedHashMap<>();

    RouteWorld(
            TestAccounts accounts,
            Communities communities,
            Institutions institutions,
            Invitations invitations,
            Mandates mandates,
            TestLinks links,
            JdbcClient jdbc,
            ProjectMaker maker,
            Actions actions,
            ActionTasks tasks,
            ActionIndicators indicators,
            Problems problems,
            Partnerships partnerships,
            Versions versions,
            TestDatasets datasets,
            Dossiers dossiers,
            TestContours contours,
            Imports imports,
            Descriptors descriptors,
            Scenarios scenarios,
            TestLibrary library,
            TestContracts contracts,
            TestFeeds feeds) {
        this.accounts = accounts;
        this.communities = communities;
        this.institutions = institutions;
        this.invitations = invitations;
        this.mandates = mandates;
        this.links = links;
        this.jdbc = jdbc;
        this.maker = maker;
        this.actions = actions;
        this.tasks = tasks;
        this.indicators = indicators;
        this.problems = problems;
        this.partnerships = partnerships;
        this.versions = versions;
        this.datasets = datasets;
        this.dossiers = dossiers;
        this.contours = contours;
        this.imports = imports;
        this.descriptors = descriptors;
        this.scenarios = scenarios;
        this.library = library;
        this.contracts = contracts;
        this.feeds = feeds;
    }

    void build(int port) {
        sessions.clear();
        values.clear();
        contours.squares();
        var administrator = accounts.administrator();
        enter(Person.ADMINISTRATION, administrator);
        institution(Person.ARS, "ars-12", "ARS Occitanie, délégation de l’Aveyron", Role.ARS_DELEGATION, "76", "12");
        institution(Person.ARS_SIEGE, "ars-occitanie", "ARS Occitanie, siège", Role.ARS_HEAD_OFFICE, "76");
        institution(
                Person.ARS_AILLEURS,
                "ars-63",
                "ARS Auvergne, délégation du Puy-de-Dôme",
                Role.ARS_DELEGATION,
                "84",
                "63");
        institution(Person.CPAM, "cpam-12", "CPAM de l’Aveyron", Role.CPAM, "76", "12");
        institution(Person.CPAM_AILLEURS, "cpam-46", "CPAM du Lot", Role.CPAM, "76", "46");

        var coordinator = person("Jeanne Vialaret", "coordination@essais.example");
        var own = community(coordinator, OWN, "76", "12");
        enter(Person.COORDINATION, coordinator);
        enter(Person.MEMBRE, accounts.create("Paul Cazals", "membre@essais.example", Role.MEMBER, own));
        var other = person("Anne Delmas", "coordination@temoins.example");
        community(other, OTHER, "84", "63");
        enter(Person.AUTRE_CPTS, other);

        values.put("cpts", "cpts-des-essais");
        values.put("autre-cpts", "cpts-des-temoins");
        values.put("agenda", feeds.make(coordinator));
        values.put("regles", waitingGrid());
        values.put("adresse-inconnue", "A".repeat(43));
        values.put("institutions", "ars-12");
        values.put("format", "csv");
        values.put("document", "pdf");
        var member = accounts.create("Luc Fabre", "luc@essais.example", Role.MEMBER, own);
        values.put("equipe", member.mandates().getFirst().id().toString());
        values.put("comptes", coordinator.account().value().toString());
        values.put("roles", mandateOf(coordinator));
        invitations.invite("invite@essais.example", "Zoé Roux", Role.MEMBER, own, coordinator);
        values.put(
                "invitations",
                invitations
                        .ofCommunity(seenByCoordination(coordinator).id().value())
                        .getFirst()
                        .id()
                        .toString());
        invitations.invite(
                "invite@ars.example", "Max Roux", Role.ADMINISTRATION, new Place.Everywhere(), administrator);
        values.put(
                "invitations-administration",
                invitations.ofInstitutions().getFirst().id().toString());
        values.put(
                "courriels",
                jdbc.sql("select id::text from mail.message limit 1")
                        .query(String.class)
                        .single());
        values.put("invitation", links.lastInvitation());
        values.put("premier-compte", links.firstAccount());
        values.put("mot-de-passe", links.passwordReset(member.account()));

        values.put("jeux", "patients-sans-medecin-traitant");
        values.put("travaux", readFile());

        var seen = seenByCoordination(coordinator);
        maker.fill(seen, TestDossiers.MILLAU, ProjectMaker.Progress.READY);
        retainProblem(seen);
        datasets.load(
                "communes_essai_contexte.csv",
                "code,distance_urgence_km,superficie_km2,grille_densite\n12145,5.2,1,1\n");
        versions.date(seen, UUID.randomUUID(), "Premier diagnostic");
        fillCommunity(seen);
        fillScenarios(seen);
        adoptStatutes(seen);
        var statutes = library.add(seen, "Statuts", "STATUTS", TestFiles.pdf("Article 1"), "statuts.pdf");
        values.put("documents", statutes.toString());
        values.put(
                "reprise-word",
                library.kept(seen, TestFiles.docx("Contexte local"), "projet.docx")
                        .id()
                        .toString());
        values.put("premiere-version", "1");
        instruct(seen, port);
        values.put(
                "versements",
                contracts.forRoutes(seen, LocalDate.of(2026, 11, 1)).toString());
        review(seen, port);
        values.put("contrat", "0");
        values.put("region", "76");
        values.put("missions", "ACCES");
        values.put("plan-de-crise", "1");
    }

    /** The first year of the contract is under review, with a question. */
    private void review(CommunityView view, int port) {
        var contract = first(
                "select number from contract.contract where community_id = ?",
                view.id().value());
        values.put("contrats", contract);
        values.put("indicateur-local", localIndicator());
        values.put("financements", funding());
        values.put("signature", signedPaper(contract));
        values.put("bilan", "1");
        values.put("dialogue", "1");
        var ars = client(Person.ARS, port);
        var page = "/institutions/ars-12/contrats/" + contract + "/dialogue/1";
        ars.post(page + "/ouverture", Map.of("dossier", "2027-11-15", "contradictoire", "2027-12-15"));
        ars.post(page + "/questions", Map.of("id", UUID.randomUUID().toString(), "question", "Combien de réunions ?"));
        values.put(
                "valeurs",
                jdbc.sql("select id::text from review.line limit 1")
                        .query(String.class)
                        .single());
        client(Person.COORDINATION, port)
                .post(
                        "/cpts/" + view.slug() + "/bilan/1/preuves/" + value("valeurs"),
                        Map.of("document", value("documents")));
        ars.post(page + "/preuves/tirage", Map.of("id", UUID.randomUUID().toString(), "tirage", "ALL"));
        values.put(
                "constats",
                jdbc.sql("select id::text from review.proof_check limit 1")
                        .query(String.class)
                        .single());
        values.put(
                "questions",
                jdbc.sql("select id::text from review.question limit 1")
                        .query(String.class)
                        .single());
    }

    /** The reading of a file of open data, with a refused line. */
    private String readFile() {
        try {
            var file = Files.createTempFile("maillage-essai", ".csv");
            Files.writeString(file, """
                    code;commune;patients_16_plus;sans_mt;sans_mt_ald;sans_mt_70_plus;date
                    12145;Millau;18000;1700;120;40;2026
                    99999;Nulle part;1;1;1;1;2026
                    """);
            var descriptor = descriptors.of(value("jeux")).orElseThrow();
            var job = imports.run(descriptor, SourceFile.of(file), "essai", _ -> {});
            Files.delete(file);
            return job.id().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adopted statutes; their articles may change no more. */
    private void adoptStatutes(CommunityView view) {
        jdbc.sql("""
                insert into statutes.adoption (id, community_id, kind, number, adopted_on, body, place, articles, answers,
                    pdf, docx, sha256, docx_sha256, recorded_at, recorded_by)
                values (gen_random_uuid(), ?, 'STATUTES', 1, date '2026-10-01', 'L’assemblée', 'Millau', '[]', '{}',
                    '', '', repeat('0', 64), repeat('0', 64), now(), 'Jeanne Vialaret')
                """).param(view.id().value()).update();
        values.put("adoptes", "1");
        values.put("articles", "siege");
    }

    private CommunityView seenByCoordination(Actor coordinator) {
        return communities.seenBy(coordinator, value("cpts")).orElseThrow();
    }

    private void retainProblem(CommunityView view) {
        var problem = new ProblemId(UUID.randomUUID());
        var theme = ProblemScales.themes().getFirst();
        var facts = new Problem.Facts("Des habitants sans médecin traitant", theme, "", null, null, "", Set.of());
        problems.add(view, problem, facts);
        var evidence = new Evidence.Facts(
                Evidence.Kind.TESTIMONY, "Infirmière libérale", "Je cherche un médecin.", "", "", "", null);
        problems.addEvidence(view, problem, UUID.randomUUID(), evidence);
    }

    private void fillScenarios(CommunityView view) {
        var scenario = UUID.randomUUID();
        var change = UUID.randomUUID();
        scenarios.create(view, scenario, "Une commune de moins");
        scenarios.add(
                view,
                scenario,
                0,
                new ScenarioChange(
                        change,
                        ScenarioChange.Kind.COMMUNE_REMOVED,
                        null,
                        TestDossiers.MILLAU.getFirst(),
                        "Millau",
                        0,
                        BigDecimal.ONE,
                        0));
        values.put("scenarios", scenario.toString());
        values.put("changements", change.toString());
    }

    private void fillCommunity(CommunityView view) {
        var community = view.id().value();
        values.put("acteurs", first("select id::text from community.participant where community_id = ?", community));
        values.put(
                "objectifs",
                first("select general_id::text from project.operational_objective where community_id = ?", community));
        values.put(
                "operationnels",
                first(
                        "select id::text from project.operational_objective where general_id = ?::uuid",
                        value("objectifs")));
        values.put("aujourdhui", "aujourdhui");
        values.put("distance-urgences", "distance-urgences");
        values.put("versions", first("select id::text from diagnosis.version where community_id = ?", community));
        values.put("problemes", first("select id::text from project.problem where community_id = ?", community));
        values.put("besoins", value("problemes"));
        values.put("preuves", first("select id::text from project.problem_evidence where community_id = ?", community));
        values.put("actions", first("select number::text from project.action where community_id = ?", community));
        followAnAction(view, Integer.parseInt(value("actions")));
        var partnership = UUID.randomUUID();
        partnerships.add(
                view,
                partnership,
                new Partnership(
                        null,
                        "Commune de Millau",
                        new ContextLists.PartnerKind("COMMUNE", "Commune", ContextLists.Group.AUTHORITY),
                        "",
                        "",
                        "",
                        Partnership.State.PLANNED,
                        null,
                        null));
        values.put("partenariats", partnership.toString());
        values.put("budget", first("select year::text from project.budget_line where community_id = ?", community));
        values.put("lignes", first("select id::text from project.budget_line where community_id = ?", community));
        var upload = UUID.randomUUID();
        jdbc.sql("""
                insert into project.budget_upload (id, community_id, file, sent_at, sent_by)
                values (?, ?, '', now(), 'Camille Exemple')
                """).params(upload, community).update();
        values.put("import", upload.toString());
        values.put("sections", SECTION);
        values.put("instances", first("select body_id::text from community.seat where community_id = ?", community));
        values.put("mandats", first("select id::text from community.seat where community_id = ?", community));
    }

    /** A task of the action, and a value of its indicator. */
    private void followAnAction(CommunityView view, int number) {
        var task = UUID.randomUUID();
        var due = new Task.Facts("Préparer la réunion", null, "Coordination", null, Task.State.TO_DO);
        tasks.add(view, number, task, due);
        values.put("taches", task.toString());
        var indicator = actions.find(view, number).followed().getFirst().id();
        var result = UUID.randomUUID();
        var measured = new FollowedIndicator.ResultFacts(
                LocalDate.of(2026, 1, 1), Indicator.Amount.of(BigDecimal.TEN), "Coordination", "");
        indicators.record(view, indicator, result, measured);
        values.put("indicateurs", indicator.value().toString());
        values.put("resultats", result.toString());
        values.put("modeles", ActionModels.all().getFirst().code());
    }

    /** The project is deposited, under review, with a remark; the letter of intent stays a draft nobody else sees. */
    private void instruct(CommunityView view, int port) {
        var draft = dossiers.begin(view.id(), DossierKind.LETTER_OF_INTENT, view.actor());
        values.put("brouillon", draft.number());
        values.put("trame", "projet-de-sante-occitanie");
        values.put("kind", DossierKind.HEALTH_PROJECT.path());
        values.put("lettre", DossierKind.LETTER_OF_INTENT.path());
        values.put("instruction", DossierKind.HEALTH_PROJECT.path());
        var coordination = client(Person.COORDINATION, port);
        var sentence = Map.of("indicateur", "distance-urgences", "section", SECTION);
        coordination.post("/cpts/" + view.slug() + "/projet-de-sante/inserer", sentence);
        values.put("insertions", first("select id::text from dossier.insertion where key = ?", SECTION));
        var deposit = "/cpts/" + view.slug() + "/projet-de-sante/depot";
        var comment = Map.of("id", UUID.randomUUID().toString(), "remarque", "À relire.");
        coordination.post("/cpts/" + view.slug() + "/projet-de-sante/sections/" + SECTION + "/remarques", comment);
        coordination.post("/cpts/" + view.slug() + "/annexes", Map.of("document", value("documents")));
        values.put("annexes", value("documents"));
        coordination.post(
                "/cpts/" + view.slug() + "/projet-de-sante/sections/" + SECTION + "/propositions",
                Map.of("id", UUID.randomUUID().toString(), "base", "Un texte", "texte", "Un autre texte"));
        coordination.post(deposit, Map.of());
        var project = dossiers.of(view.id(), DossierKind.HEALTH_PROJECT).orElseThrow();
        values.put("dossiers", project.number());
        var ars = client(Person.ARS, port);
        var page = "/institutions/ars-12/dossiers/" + project.number();
        ars.post(page + "/prise-en-charge", Map.of());
        var remark = Map.of("cle", UUID.randomUUID().toString(), "section", SECTION, "remarque", "Précisez l’année.");
        ars.post(page + "/remarques", remark);
        ars.post(page + "/decision/completer", Map.of("etape", "notifier", "motif", "Le calendrier est à préciser."));
        coordination.post(deposit, Map.of("identique", "true"));
        ars.post(page + "/prise-en-charge", Map.of());
        values.put(
                "remarques",
                first(
                        "select id::text from dossier.remark where party = 'ARS' and dossier_id = ?",
                        project.id().value()));
        values.put(
                "remarques-cpts",
                first(
                        "select id::text from dossier.remark where party = 'CPTS' and dossier_id = ?",
                        project.id().value()));
        values.put(
                "propositions",
                first(
                        "select id::text from dossier.suggestion where dossier_id = ?",
                        project.id().value()));
        values.put(
                "historique",
                first(
                        "select id::text from dossier.revision where key = '" + SECTION + "' and dossier_id = ?",
                        project.id().value()));
        values.put(
                "fichiers",
                first(
                        "select id::text from dossier.file where dossier_id = ?",
                        project.id().value()));
        values.put(
                "annexes-deposees",
                first(
                        "select id::text from dossier.annex where dossier_id = ?",
                        project.id().value()));
        values.put("decision", "valider");
    }

    private String first(String sql, Object of) {
        return jdbc.sql(sql + " limit 1")
                .param(of)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private Actor person(String name, String email) {
        return new Actor(accounts.create(name, email), name, email, false, List.of());
    }

    private Place community(Actor coordinator, String name, String region, String departement) {
        var id = new CommunityId(UUID.randomUUID());
        communities.create(coordinator, new NewCommunity(id, name, region, departement, Role.COORDINATION));
        return Place.community(id.value(), name);
    }

    private void institution(
            Person person, String slug, String name, Role role, String region, String... departements) {
        values.put(slug, slug);
        var institution = institutions.create(slug, name, role, region, List.of(departements));
        enter(
                person,
                accounts.create(
                        "Instruction " + slug, slug + "@institution.example", role, Place.institution(institution)));
    }

    private String mandateOf(Actor actor) {
        return mandates.of(actor.account()).getFirst().mandate().id().toString();
    }

    private void enter(Person person, Actor actor) {
        sessions.put(person, accounts.session(actor.account()));
    }

    WebClient client(Person person, int port) {
        return person == Person.VISITEUR ? WebClient.visitor(port) : WebClient.signedIn(port, sessions.get(person));
    }

    /** A grid that an administrator sent and nobody has taken. */
    private String waitingGrid() {
        var id = UUID.randomUUID();
        var yaml = TestGrids.franceSante();
        jdbc.sql("""
                        insert into rulebook.added_grid
                            (id, code, title, in_force_from, yaml, sha256, added_at, added_by)
                        values (?, ?, 'Accord d’essai', '2026-07-01', ?, ?, now(), 'Essai')
                        """).params(id, TestGrids.CODE, yaml, "0".repeat(64)).update();
        return id.toString();
    }

    private String signedPaper(String contract) {
        jdbc.sql("""
                        insert into library.use (community_id, document_id, kind, thing, rank, attached_at, attached_by)
                        select k.community_id, ?::uuid, 'SIGNED_TEXT', t.id, 1, now(), 'Essai'
                        from contract.terms t join contract.contract k on k.id = t.contract_id
                        where k.number = ? and t.number = 0
                        """).params(value("documents"), contract).update();
        return value("documents");
    }

    private String funding() {
        jdbc.sql("""
                        insert into funds.funding (id, community_id, number, kind, funder, title, first_day, last_day, granted,
                            tied, changed_at, changed_by)
                        select gen_random_uuid(), id, 1, 'FIR', 'ARS', 'Essai', date '2026-01-01', date '2026-12-31', 1000,
                            false, now(), 'Essai'
                        from community.community where name = ?
                        """).param(OWN).update();
        return "1";
    }

    private String localIndicator() {
        jdbc.sql("""
                        insert into indicators.local_indicator (id, community_id, number, title, direction, persons,
                            changed_at, changed_by)
                        select gen_random_uuid(), id, 1, 'Réunions tenues', 'RISE', false, now(), 'Essai'
                        from community.community where name = ?
                        """).param(OWN).update();
        return "L1";
    }

    /** The value of a variable, by the word before it in the route: {@code /acteurs/{id}} takes that of « acteurs ». */
    String value(String name) {
        var value = values.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException("RouteWorld.build makes nothing called « " + name
                    + " »: make one there, so that the route can be called");
        }
        return value;
    }
}
