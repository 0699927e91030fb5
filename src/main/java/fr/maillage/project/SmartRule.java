package fr.maillage.project;

import static fr.maillage.project.Smart.Name.ATTAINABLE;
import static fr.maillage.project.Smart.Name.MEASURABLE;
import static fr.maillage.project.Smart.Name.RELEVANT;
import static fr.maillage.project.Smart.Name.SPECIFIC;
import static fr.maillage.project.Smart.Name.TIMED;

import fr.maillage.project.Indicator.Kind;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One rule of the SMART reading: its letter, what it says when it holds, how one mends it, and where. */
public enum SmartRule {
    SERVES_AN_OBJECTIVE(
            SPECIFIC,
            "Elle sert un objectif opérationnel précis.",
            "Choisir l’objectif opérationnel",
            "/reponse",
            (_, action) ->
                    unless(action.facts().objective() != null, "Elle ne sert encore aucun objectif opérationnel.")),
    IS_DESCRIBED(
            SPECIFIC,
            "La description dit ce qui est fait.",
            "Dire qui fait quoi",
            "/contenu",
            (_, action) -> unless(
                    action.facts().description().strip().length() >= Constants.SHORTEST_DESCRIPTION,
                    action.facts().description().isBlank()
                            ? "La description manque."
                            : "La description tient en quelques mots : une personne absente ne comprendrait pas.")),
    NAMES_ITS_PUBLIC(
            SPECIFIC,
            "Le public bénéficiaire est nommé.",
            "Nommer le public",
            "/contenu",
            (_, action) -> unless(!action.facts().beneficiaries().isBlank(), "On ne sait pas à qui elle s’adresse.")),

    HAS_AN_INDICATOR(
            MEASURABLE,
            "Au moins un indicateur la suit.",
            "Ajouter un indicateur",
            "/indicateurs/nouveau",
            (_, action) -> unless(!action.facts().indicators().isEmpty(), "Aucun indicateur ne la suit.")),
    MEASURES_A_RESULT(
            MEASURABLE,
            "Un indicateur mesure un résultat.",
            "Dire lequel mesure un résultat, ou en ajouter un",
            "#indicateurs",
            (_, action) -> measured(
                    action,
                    action.facts().indicators().stream().anyMatch(indicator -> indicator.kind() == Kind.RESULT),
                    "Aucun indicateur ne mesure un résultat : on saura ce qui est fait, pas ce que cela change.")),
    KNOWS_ITS_BASELINE(
            MEASURABLE,
            "Chaque indicateur a sa valeur de départ.",
            "Donner la valeur de départ",
            "#indicateurs",
            (_, action) -> each(action, indicator -> indicator.baselineAmount().known(), "Sans valeur de départ : ")),
    KNOWS_ITS_TARGET(
            MEASURABLE,
            "Chaque indicateur a sa cible.",
            "Fixer la cible",
            "#indicateurs",
            (_, action) -> each(action, indicator -> indicator.targetAmount().known(), "Sans cible : ")),
    KNOWS_ITS_SOURCE(
            MEASURABLE,
            "Chaque indicateur dit qui le relève.",
            "Dire d’où viendra le chiffre",
            "#indicateurs",
            (_, action) -> each(action, indicator -> !indicator.source().isBlank(), "Sans source : ")),

    HAS_A_PILOT(
            ATTAINABLE,
            "Quelqu’un en répond.",
            "Désigner le référent",
            "/acteurs",
            (_, action) -> unless(action.facts().pilot() != null, "Personne n’en répond encore.")),
    SHARES_THE_WORK(
            ATTAINABLE,
            "Le travail est réparti : des tâches ont un responsable.",
            "Répartir les tâches",
            "#taches",
            (_, action) -> unless(
                    action.tasks().stream().anyMatch(task -> !task.owner().isEmpty()),
                    action.tasks().isEmpty() ? "Aucune tâche n’est écrite." : "Aucune tâche n’a de responsable.")),
    HAS_ITS_MEANS(
            ATTAINABLE,
            "Les moyens sont dits.",
            "Dire avec quels moyens",
            "/moyens",
            (_, action) -> unless(!action.facts().means().means().isBlank(), "On ne sait pas avec quels moyens.")),
    HAS_SOMETHING_TO_REACH(
            ATTAINABLE,
            "Chaque cible change la situation de départ.",
            "Revoir la cible",
            "#indicateurs",
            (_, action) -> ambition(action)),

    ANSWERS_A_NEED(
            RELEVANT,
            "Elle remonte à un besoin du territoire.",
            "Relier l’objectif à un besoin",
            "/chaine",
            (project, action) ->
                    unless(!project.needsOf(action).isEmpty(), "Aucun besoin du territoire ne mène à cette action.")),
    SHOWS_THE_DIAGNOSIS(
            RELEVANT,
            "Le diagnostic la justifie.",
            "Relier un chiffre ou écrire le constat",
            "/reponse",
            (_, action) -> unless(
                    !action.facts().diagnosis().isBlank()
                            || !action.facts().purpose().evidence().isEmpty(),
                    "Aucun élément du diagnostic ne la justifie.")),
    COVERS_A_MISSION(
            RELEVANT,
            "Elle répond à une mission de l’ACI.",
            "Cocher la mission",
            "/reponse",
            (_, action) -> unless(!action.missions().isEmpty(), "Elle ne répond à aucune mission de l’ACI.")),
    FORESEES_RISKS(
            RELEVANT,
            "Les risques sont prévus, chacun avec sa réponse.",
            "Écrire les risques et leurs réponses",
            "/moyens",
            (_, action) -> risks(action)),

    HAS_ITS_DATES(
            TIMED,
            "Elle a un début et une fin.",
            "Fixer le début et la fin",
            "/dates",
            (_, action) -> unless(
                    action.facts().startsOn() != null && action.facts().endsOn() != null,
                    action.facts().startsOn() == null ? "Le début n’est pas fixé." : "La fin n’est pas fixée.")),
    HAS_STEPS(
            TIMED,
            "Des étapes jalonnent le chemin.",
            "Ajouter une étape clé",
            "/dates",
            (_, action) -> unless(
                    !action.facts().milestones().isEmpty()
                            || action.tasks().stream()
                                    .anyMatch(task -> task.facts().dueOn() != null),
                    "Aucune étape ni tâche n’est datée entre le début et la fin.")),
    DATES_ITS_TARGETS(
            TIMED,
            "Chaque cible a sa date.",
            "Dater la cible",
            "#indicateurs",
            (_, action) -> each(action, indicator -> indicator.targetOn() != null, "Sans échéance : ")),
    KEEPS_THE_ORDER_OF_TIME(TIMED, "Les dates se suivent.", "Revoir les dates", "/dates", (_, action) -> order(action));

    private static final class Constants {
        /** Two short sentences: less does not tell who does what. */
        static final int SHORTEST_DESCRIPTION = 60;
    }

    private final Smart.Name letter;
    private final String holds;
    private final String how;
    private final String page;
    private final BiFunction<StructuredProject, Action, Found> look;

    SmartRule(
            Smart.Name letter,
            String holds,
            String how,
            String page,
            BiFunction<StructuredProject, Action, Found> look) {
        this.letter = letter;
        this.holds = holds;
        this.how = how;
        this.page = page;
        this.look = look;
    }

    public Smart.Name letter() {
        return letter;
    }

    /** Empty when there is nothing to look at. */
    Optional<Smart.Point> read(StructuredProject project, Action action) {
        var mend = page.equals("/chaine") ? page : "/actions/" + action.number() + page;
        return switch (look.apply(project, action)) {
            case Found.Nothing _ -> Optional.empty();
            case Found.Holds _ -> Optional.of(new Smart.Point(this, true, holds, how, mend));
            case Found.Missing(var sentence) -> Optional.of(new Smart.Point(this, false, sentence, how, mend));
        };
    }

    private sealed interface Found {

        record Holds() implements Found {}

        record Missing(String sentence) implements Found {}

        /** The rule has nothing to look at: it would repeat what another one says. */
        record Nothing() implements Found {}
    }

    private static Found unless(boolean holds, String sentence) {
        return holds ? new Found.Holds() : new Found.Missing(sentence);
    }

    /** A rule on indicators says nothing while there is none. */
    private static Found measured(Action action, boolean holds, String sentence) {
        return action.facts().indicators().isEmpty() ? new Found.Nothing() : unless(holds, sentence);
    }

    private static Found each(Action action, Predicate<Indicator> holds, String sentence) {
        var wrong = action.facts().indicators().stream()
                .filter(holds.negate())
                .map(indicator -> "«\u00A0" + indicator.label() + "\u00A0»")
                .collect(Collectors.joining(", "));
        return measured(action, wrong.isEmpty(), sentence + wrong + ".");
    }

    /** Looks at the indicators whose baseline and target are both known numbers. */
    private static Found ambition(Action action) {
        var counted = action.facts().indicators().stream()
                .filter(indicator -> indicator.baseline() != null && indicator.target() != null)
                .toList();
        var still = counted.stream()
                .filter(indicator -> Objects.equals(indicator.baseline(), indicator.target()))
                .map(indicator -> "«\u00A0" + indicator.label() + "\u00A0»")
                .collect(Collectors.joining(", "));
        return counted.isEmpty()
                ? new Found.Nothing()
                : unless(
                        still.isEmpty(),
                        "La cible est égale au départ, il n’y a rien à atteindre\u00A0: " + still + ".");
    }

    private static Found risks(Action action) {
        var risks = action.facts().means().risks();
        if (risks.isEmpty()) {
            return new Found.Missing("Aucun risque n’est prévu : ce qui peut l’empêcher n’est pas dit.");
        }
        var bare = risks.stream().filter(risk -> risk.answer().isEmpty()).count();
        return unless(bare == 0, bare == 1 ? "Un risque n’a pas de réponse." : bare + " risques n’ont pas de réponse.");
    }

    private static Found order(Action action) {
        var facts = action.facts();
        var starts = facts.startsOn();
        var ends = facts.endsOn();
        var days = Stream.concat(
                        facts.milestones().stream().map(Milestone::on),
                        facts.indicators().stream().flatMap(indicator -> Stream.ofNullable(indicator.targetOn())))
                .toList();
        if (starts == null || days.isEmpty()) {
            return new Found.Nothing();
        }
        if (days.stream().anyMatch(day -> day.isBefore(starts))) {
            return new Found.Missing("Une étape ou une cible est datée d’avant le début.");
        }
        LocalDate last = ends == null ? LocalDate.MAX : ends;
        return unless(
                facts.milestones().stream().noneMatch(step -> step.on().isAfter(last)),
                "Une étape est datée d’après la fin.");
    }
}
