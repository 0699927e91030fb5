package fr.maillage.project.intake;

import static fr.maillage.documents.ColumnMapping.plain;

import fr.maillage.community.Participant;
import fr.maillage.community.ParticipantId;
import fr.maillage.documents.ColumnMapping;
import fr.maillage.documents.SheetReading.Row;
import fr.maillage.project.Action;
import fr.maillage.project.ActionFacts;
import fr.maillage.project.ActionPart;
import fr.maillage.project.Coverage;
import fr.maillage.project.Indicator;
import fr.maillage.project.ObjectiveId;
import fr.maillage.project.StructuredProject;
import fr.maillage.ui.Form;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One line of a list of actions being read: what it says is linked to what the project knows, the rest is kept in words. */
final class ActionLine {

    private final ColumnMapping columns;
    private final Row row;
    private final StructuredProject project;
    private final List<Participant> people;
    private final Form form = Form.empty();
    private final List<String> notes = new ArrayList<>();

    ActionLine(ColumnMapping columns, Row row, StructuredProject project, List<Participant> people) {
        this.columns = columns;
        this.row = row;
        this.project = project;
        this.people = people;
        ActionColumns.ALL.forEach(field -> form.set(field.code(), text(field.code())));
    }

    /** The fiche, or null when something of the line cannot be kept: {@link #fault} says what. */
    ActionUpload.@Nullable Entry entry() {
        var title = form.text("titre", 200, "Cette ligne n’a pas de titre d’action.");
        if (!title.isEmpty() && title.length() < 3) {
            form.errors().add("titre", "Donnez à l’action un titre de trois lettres au moins.");
        }
        var purpose = new ActionPart.Purpose(title, coverage(), objective(), form.lines("diagnostic", 4000));
        var content = new ActionPart.Content(
                form.lines("description", 8000),
                form.lines("public", 1000),
                form.whole("effectif", 0, 10_000_000, "Écrivez un nombre de bénéficiaires, par exemple 350."),
                Set.of(),
                form.lines("liens", 2000));
        var pilot = participant(text("pilote"));
        var people = people(pilot);
        var dates = dates();
        var means = new ActionPart.Means(form.lines("moyens", 4000), List.of());
        var facts = new ActionFacts(purpose, content, people, dates, means, indicators());
        return form.errors().isEmpty()
                ? new ActionUpload.Entry(row.line(), facts, pilot == null ? "" : pilot.fullName(), List.copyOf(notes))
                : null;
    }

    String fault() {
        return form.errors().all().getFirst().message();
    }

    private String text(String field) {
        return columns.text(row, field);
    }

    private Set<String> coverage() {
        var said = text("mission");
        if (said.isEmpty()) {
            return Set.of();
        }
        var whole = items(said);
        if (whole.size() == 1) {
            return Set.of(whole.getFirst().code());
        }
        var covered = new HashSet<String>();
        for (var part : said.split("\\s*[,;/]\\s*")) {
            var found = items(part);
            if (found.size() == 1) {
                covered.add(found.getFirst().code());
            } else {
                notes.add(
                        found.isEmpty()
                                ? "Mission « " + part + " » non reconnue : à cocher dans la fiche."
                                : "Mission « " + part + " » : " + found.size() + " réponses possibles ("
                                        + found.stream()
                                                .map(Coverage.Item::title)
                                                .collect(Collectors.joining(" ; "))
                                        + "), à cocher dans la fiche.");
            }
        }
        return covered;
    }

    /** What is to cover and that these words mean: those of a mission, or words of its item. */
    private List<Coverage.Item> items(String words) {
        var wanted = plain(words).replaceFirst("^(?:mission )?\\d+ ", "");
        var items = project.coverage().items();
        var named = items.stream()
                .filter(item -> plain(item.title()).equals(wanted)
                        || plain(item.mission().title()).equals(wanted)
                        || plain(item.code()).equals(wanted))
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        var parts = Arrays.stream(wanted.split(" "))
                .filter(word -> word.length() > 3 && !word.equals("mission"))
                .map(ActionLine::stem)
                .toList();
        return parts.isEmpty()
                ? List.of()
                : items.stream()
                        .filter(item ->
                                parts.stream().allMatch(part -> stems(item).contains(part)))
                        .toList();
    }

    private static Set<String> stems(Coverage.Item item) {
        return Arrays.stream(plain(item.title() + " " + item.mission().title()).split(" "))
                .map(ActionLine::stem)
                .collect(Collectors.toSet());
    }

    /** « crises » and « crise » are one word. */
    private static String stem(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private @Nullable ObjectiveId objective() {
        var said = text("objectif");
        if (said.isEmpty()) {
            return null;
        }
        var wanted = plain(said);
        for (var general : project.objectives()) {
            for (var operational : general.operational()) {
                var number = general.rank() + " " + operational.rank();
                var title = plain(operational.title());
                if (wanted.equals(title) || wanted.equals(number) || wanted.equals(number + " " + title)) {
                    return operational.id();
                }
            }
        }
        notes.add("Objectif « " + said + " » inconnu du projet : à relier dans la fiche.");
        return null;
    }

    private ActionPart.People people(@Nullable Participant pilot) {
        var others = new ArrayList<String>();
        var said = text("pilote");
        if (pilot == null && !said.isEmpty()) {
            others.add("Pilotage : " + said);
            notes.add("« " + said + " » n’est pas dans la liste des acteurs : gardé dans « Autres acteurs ».");
        }
        var partners = new HashSet<ParticipantId>();
        for (var name : text("acteurs").split("\\s*[,;]\\s*")) {
            var found = participant(name);
            if (found != null) {
                partners.add(found.id());
            } else if (!name.isBlank()) {
                others.add(name);
            }
        }
        form.set("autres", String.join("\n", others));
        return new ActionPart.People(pilot == null ? null : pilot.id(), partners, form.lines("autres", 2000));
    }

    /** Somebody of the list of actors, whichever of the two names comes first; null when nobody or several. */
    private @Nullable Participant participant(String name) {
        var wanted = sorted(name.replaceFirst("^(?:Dr|Pr|Mme|M\\.|Docteur) ", ""));
        if (wanted.isEmpty()) {
            return null;
        }
        var found = people.stream()
                .filter(person -> sorted(person.fullName()).equals(wanted))
                .toList();
        return found.size() == 1 ? found.getFirst() : null;
    }

    private static String sorted(String name) {
        return Arrays.stream(plain(name).split(" ")).sorted().collect(Collectors.joining(" "));
    }

    private ActionPart.Dates dates() {
        var starts = day("debut", "Début", false);
        var ends = day("fin", "Fin", true);
        if (starts != null && ends != null && ends.isBefore(starts)) {
            form.errors().add("fin", "La fin prévue est avant le début. Vérifiez l’année.");
        }
        var state = state();
        return new ActionPart.Dates(starts, ends, List.of(), state);
    }

    private @Nullable LocalDate day(String field, String label, boolean last) {
        var said = text(field);
        var day = said.isEmpty() ? null : WrittenDay.of(said, last).orElse(null);
        if (day == null && !said.isEmpty()) {
            notes.add(label + " « " + said + " » : date non comprise, à fixer dans la fiche.");
        }
        return day;
    }

    private Action.State state() {
        var said = plain(text("etat"));
        var state = Arrays.stream(Action.State.values())
                .filter(known -> plain(known.label()).equals(said))
                .findFirst();
        if (state.isEmpty() && !said.isEmpty()) {
            notes.add("État « " + text("etat") + " » non reconnu : l’action est « Prévue ».");
        }
        return state.orElse(Action.State.PLANNED);
    }

    /** What is measured alone: its start and its target are typed in the fiche. */
    private List<Indicator> indicators() {
        var indicators = new ArrayList<Indicator>();
        for (var label : text("indicateurs").split("\\s*[;•]\\s*")) {
            if (label.isBlank()) {
                continue;
            }
            if (label.length() > 200) {
                form.errors().add("indicateurs", "Un indicateur compte plus de 200 signes : « ; » les sépare.");
            }
            indicators.add(new Indicator(
                    label.strip(),
                    null,
                    Indicator.Nature.QUANTITATIVE,
                    "",
                    Indicator.Amount.UNKNOWN,
                    null,
                    Indicator.Amount.UNKNOWN,
                    null,
                    List.of(),
                    "",
                    ""));
        }
        return indicators;
    }
}
