package fr.maillage.workspace;

import fr.maillage.access.Invitations;
import fr.maillage.access.Mandates;
import fr.maillage.audit.Audience;
import fr.maillage.audit.Journal;
import fr.maillage.community.Communities;
import fr.maillage.community.Community;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Perimeter;
import fr.maillage.community.PerimeterPlace;
import fr.maillage.community.Perimeters;
import fr.maillage.community.Right;
import fr.maillage.contract.Contract;
import fr.maillage.contract.Contracts;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.completeness.Completeness;
import fr.maillage.dossier.completeness.CompletenessReport;
import fr.maillage.dossier.instruction.Badges;
import fr.maillage.dossier.instruction.Progress;
import fr.maillage.dossier.instruction.Progresses;
import fr.maillage.reminders.Deadlines;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.territory.Maps;
import fr.maillage.ui.AgendaDate;
import fr.maillage.ui.Badge;
import fr.maillage.ui.Step;
import fr.maillage.ui.TimelineEntry;
import fr.maillage.workspace.Parcours.Task;
import fr.maillage.workspace.Parcours.Waiting;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the home of a CPTS together from what each module knows. */
@Component
@Transactional(readOnly = true)
class ParcoursPages {

    private static final int HAPPENED = 6;
    private static final int DATES = 3;

    private final Perimeters perimeters;
    private final Dossiers dossiers;
    private final Completeness completeness;
    private final Progresses progresses;
    private final Communities communities;
    private final Maps maps;
    private final Journal journal;
    private final Mandates mandates;
    private final Invitations invitations;
    private final Contracts contracts;
    private final Deadlines deadlines;
    private final Today today;

    ParcoursPages(
            Perimeters perimeters,
            Dossiers dossiers,
            Completeness completeness,
            Progresses progresses,
            Communities communities,
            Maps maps,
            Journal journal,
            Mandates mandates,
            Invitations invitations,
            Contracts contracts,
            Deadlines deadlines,
            Today today) {
        this.perimeters = perimeters;
        this.dossiers = dossiers;
        this.completeness = completeness;
        this.progresses = progresses;
        this.communities = communities;
        this.maps = maps;
        this.journal = journal;
        this.mandates = mandates;
        this.invitations = invitations;
        this.contracts = contracts;
        this.deadlines = deadlines;
        this.today = today;
    }

    Parcours of(CommunityView view) {
        var perimeter = perimeters.current(view.id()).orElse(null);
        var letter = dossiers.of(view.id(), DossierKind.LETTER_OF_INTENT).orElse(null);
        var project = dossiers.of(view.id(), DossierKind.HEALTH_PROJECT).orElse(null);
        var report = completeness.of(view.id(), DossierKind.HEALTH_PROJECT);
        var progress = project == null ? null : progresses.of(project.id()).orElse(null);
        var contract = contracts.current(view.id()).orElse(null);
        var home = "/cpts/" + view.slug();
        return new Parcours(
                view,
                perimeter == null ? null : facts(perimeter, communities.find(view.id())),
                perimeter == null ? null : mesh(perimeter),
                steps(home, perimeter, letter, project, progress, contract),
                task(view, home, perimeter, project, report, progress, isAlone(view), contract),
                new Parcours.Progress(
                        project == null ? Badge.draft() : Badges.of(project.step()),
                        report.satisfied(),
                        report.total(),
                        report.blocking().size(),
                        report.advised().size(),
                        home + "/projet-de-sante"),
                ParcoursParts.of(home, report),
                waiting(project, progress),
                dates(view),
                journal.ofCommunity(view.id().value(), Set.of(Audience.EVERYONE), 0, HAPPENED).stream()
                        .map(line -> new TimelineEntry(
                                when(line.at()),
                                line.entry().author().name() + " : "
                                        + line.entry().sentence()))
                        .toList());
    }

    private static String facts(Perimeter perimeter, Community community) {
        var declared = community.association().declaredOn();
        return "%s, %s (population %s), taille %d. %s"
                .formatted(
                        French.count(perimeter.communes(), "commune", "communes"),
                        French.count(perimeter.population(), "habitant", "habitants"),
                        perimeter.vintage(),
                        perimeter.size().number(),
                        declared == null
                                ? "Association à déclarer."
                                : "Association déclarée le " + French.date(declared) + ".");
    }

    /** The contours behind the head of the page; null while none is loaded. */
    private @Nullable String mesh(Perimeter perimeter) {
        return maps.mesh(perimeter.places().stream()
                        .map(PerimeterPlace::commune)
                        .distinct()
                        .toList())
                .orElse(null);
    }

    /** The simulator on the population of this CPTS: what the contract would bring. */
    private static String estimate(String home, @Nullable Perimeter perimeter) {
        return perimeter == null
                ? "/simulateur"
                : "/simulateur?base=population&population=" + perimeter.population() + "&retour=" + home;
    }

    private List<Step> steps(
            String home,
            @Nullable Perimeter perimeter,
            @Nullable Dossier letter,
            @Nullable Dossier project,
            @Nullable Progress progress,
            @Nullable Contract contract) {
        var letterSettled = letter != null && letter.step() == fr.maillage.dossier.Step.VALIDATED;
        var projectBegun = project != null;
        var validated = project != null && project.step() == fr.maillage.dossier.Step.VALIDATED;
        // The letter is asked first; to begin the project without it is to pass it over.
        var letterStatus = letterSettled
                ? Step.Status.DONE
                : projectBegun ? Step.Status.SKIPPED : perimeter == null ? Step.Status.TO_COME : Step.Status.HERE;
        var letterBegun = letter != null && letter.step() != fr.maillage.dossier.Step.DRAFT;
        var letterState = letter != null && (letterBegun || !projectBegun)
                ? letter.step().label(DossierKind.LETTER_OF_INTENT)
                : projectBegun ? "Passée" : "À écrire";
        var writing = projectBegun || letterSettled;
        return List.of(
                perimeter == null
                        ? new Step("Initiative", Step.Status.HERE, "Territoire à choisir", null, home + "/territoire")
                        : new Step(
                                "Initiative",
                                Step.Status.DONE,
                                "Territoire choisi",
                                French.date(perimeter.since()),
                                home + "/territoire"),
                new Step("Lettre d’intention", letterStatus, letterState, null, home + "/lettre-intention"),
                new Step("Pré-projet", Step.Status.SKIPPED, "Non demandé", "selon la région", null),
                new Step(
                        "Projet de santé",
                        validated
                                ? Step.Status.DONE
                                : perimeter == null || !writing ? Step.Status.TO_COME : Step.Status.HERE,
                        project == null ? "À écrire" : state(project),
                        progress == null ? null : "déposé le " + French.date(progress.deposited()),
                        home + "/projet-de-sante"),
                ContractSteps.contract(home, contract, validated, estimate(home, perimeter)),
                ContractSteps.active(home, contract, today.day()));
    }

    /** Whether only one person works in this CPTS, and nobody else is invited. */
    private boolean isAlone(CommunityView view) {
        return mandates.ofCommunity(view.id().value()).size() < 2
                && invitations.ofCommunity(view.id().value()).isEmpty();
    }

    private static String state(Dossier project) {
        return project.step() == fr.maillage.dossier.Step.DRAFT
                ? "En cours d’écriture"
                : project.step().label();
    }

    private static @Nullable Task task(
            CommunityView view,
            String home,
            @Nullable Perimeter perimeter,
            @Nullable Dossier project,
            CompletenessReport report,
            @Nullable Progress progress,
            boolean alone,
            @Nullable Contract contract) {
        if (!view.may(Right.WRITE)) {
            return null;
        }
        if (perimeter == null) {
            return new Task(
                    "Choisir le territoire",
                    "Les communes donnent la population et la taille du contrat.",
                    "Choisir les communes",
                    home + "/territoire");
        }
        var step = project == null ? fr.maillage.dossier.Step.DRAFT : project.step();
        return switch (step) {
            case TO_COMPLETE -> complete(home, progress);
            case DRAFT ->
                alone && report.held().get("acteurs") == null && view.may(Right.MANAGE)
                        ? new Task(
                                "Réunir l’équipe",
                                "Invitez les personnes qui préparent le projet avec vous, puis notez les premiers acteurs.",
                                "Inviter l’équipe",
                                home + "/equipe")
                        : write(view, home, report, progress);
            case REFUSED, LAPSED ->
                new Task(
                        "Lire la décision et reprendre le projet",
                        "Vos textes sont gardés. Vous pourrez déposer une nouvelle version.",
                        "Lire la décision",
                        home + "/instruction/projet-de-sante");
            case VALIDATED -> ContractSteps.task(home, contract);
            case SUBMITTED, IN_REVIEW -> answer(home, progress);
        };
    }

    private static Task complete(String home, @Nullable Progress progress) {
        var by = progress == null ? null : progress.answerBy();
        return new Task(
                "Répondre à la demande de complément",
                "L’ARS attend votre réponse" + (by == null ? "" : " avant le " + French.date(by))
                        + ". Lisez ce qu’elle demande, complétez le dossier, puis déposez une nouvelle version.",
                "Lire la demande",
                home + "/instruction/projet-de-sante");
    }

    private static @Nullable Task answer(String home, @Nullable Progress progress) {
        if (progress == null || progress.remarksWaiting() == 0) {
            return null;
        }
        var due = progress.remarksDue();
        return new Task(
                progress.remarksWaiting() == 1 ? "Répondre à une remarque" : "Répondre aux remarques",
                French.count(progress.remarksWaiting(), "remarque attend", "remarques attendent") + " votre réponse"
                        + (due == null ? "." : ", la première avant le " + French.date(due) + "."),
                "Lire et répondre",
                home + "/projet-de-sante/remarques");
    }

    private static Task write(CommunityView view, String home, CompletenessReport report, @Nullable Progress progress) {
        if (!report.blocking().isEmpty()) {
            var first = ParcoursParts.first(home, report);
            return new Task(
                    ParcoursParts.toDo(first),
                    "Il reste %s avant le dépôt. D’où vient cette règle : %s."
                            .formatted(French.count(report.blocking().size(), "élément", "éléments"), first.source()),
                    "Y aller",
                    first.href());
        }
        if (!view.may(Right.DEPOSIT)) {
            return new Task(
                    "Relire le projet",
                    "Rien ne manque. La coordination ou la présidence peut le déposer.",
                    "Relire",
                    home + "/projet-de-sante");
        }
        return new Task(
                progress == null ? "Déposer le projet de santé" : "Déposer la nouvelle version",
                "Rien ne manque. L’ARS et l’Assurance Maladie le recevront aussitôt.",
                "Préparer le dépôt",
                home + "/projet-de-sante/depot");
    }

    private List<Waiting> waiting(@Nullable Dossier project, @Nullable Progress progress) {
        var waiting = new ArrayList<Waiting>();
        if (project == null || progress == null) {
            return List.of(new Waiting(
                    "ARS", "L’ARS et l’Assurance Maladie", "n’attendent rien de vous", "Rien n’est déposé."));
        }
        switch (project.step()) {
            case SUBMITTED, IN_REVIEW ->
                waiting.add(new Waiting(
                        "ARS",
                        "Vous",
                        "attendez la décision de l’ARS",
                        progress.delay() == null
                                ? "sans délai légal"
                                : progress.delay().left() + " pour s’opposer"));
            case TO_COMPLETE ->
                waiting.add(new Waiting("ARS", "L’ARS", "attend votre réponse à sa demande de complément", ""));
            case DRAFT, VALIDATED, REFUSED, LAPSED ->
                waiting.add(new Waiting("ARS", "L’ARS et l’Assurance Maladie", "n’attendent rien de vous", ""));
        }
        if (progress.remarksWaiting() > 0) {
            waiting.add(new Waiting(
                    "?",
                    "Les institutions",
                    "attendent "
                            + French.count(
                                    progress.remarksWaiting(), "réponse à une remarque", "réponses à leurs remarques"),
                    ""));
        }
        return waiting;
    }

    /** The next dates: the end of the legal delay and the calendar of the project, the nearest first. */
    private List<AgendaDate> dates(CommunityView view) {
        return deadlines.coming(view, DATES).stream()
                .map(line ->
                        new AgendaDate(line.deadline().day(), line.deadline().label(), line.distance(), line.href()))
                .toList();
    }

    private String when(java.time.Instant at) {
        var days = ChronoUnit.DAYS.between(Today.dayOf(at), today.day());
        return days == 0 ? "Aujourd’hui, " + French.time(at) : days == 1 ? "Hier" : French.date(at);
    }
}
