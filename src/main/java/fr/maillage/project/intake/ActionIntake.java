package fr.maillage.project.intake;

import static fr.maillage.documents.ColumnMapping.plain;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Participants;
import fr.maillage.community.PerimeterUpload.Line;
import fr.maillage.documents.ColumnMapping;
import fr.maillage.documents.SheetReader;
import fr.maillage.documents.SheetReading;
import fr.maillage.documents.SheetReading.Row;
import fr.maillage.documents.SheetReading.Rows;
import fr.maillage.project.ActionId;
import fr.maillage.project.Actions;
import fr.maillage.project.Projects;
import fr.maillage.shared.French;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Understands a list of actions line by line; an action whose title the project has is not made again. */
@Service
class ActionIntake {

    /** Lines of one file; a project has some dozens of actions. */
    static final int MOST = 200;

    /** Signs of a list that a form carries from the page that shows it to its confirmation. */
    private static final int LONGEST = 300_000;

    private final Projects projects;
    private final Participants participants;
    private final Actions actions;

    ActionIntake(Projects projects, Participants participants, Actions actions) {
        this.projects = projects;
        this.participants = participants;
        this.actions = actions;
    }

    /** @param said what somebody chose for each column */
    @Transactional(readOnly = true)
    ActionUpload read(CommunityView view, byte[] file, Map<String, String> said) {
        return switch (SheetReader.read(file)) {
            case SheetReading.Refused(var sentence) -> new ActionUpload.Refused(sentence);
            case Rows rows
            when rows.rows().isEmpty() ->
                new ActionUpload.Refused("Ce fichier n’a que des titres de colonnes : aucune action n’y est.");
            case Rows rows
            when rows.rows().size() > MOST ->
                new ActionUpload.Refused("Ce fichier compte "
                        + French.number(rows.rows().size()) + " lignes. Envoyez au plus " + MOST
                        + " actions à la fois.");
            case Rows rows -> understood(view, rows, said);
        };
    }

    /**
     * Makes the actions of a list that was looked at. The same list sent twice makes them once.
     *
     * @param key of the page that showed the list
     * @return how many were made
     */
    @Transactional
    int enter(CommunityView view, UUID key, String list, Map<String, String> said) {
        if (!(read(view, list.getBytes(StandardCharsets.UTF_8), said) instanceof ActionUpload.Understood understood)) {
            return 0;
        }
        for (var entry : understood.actions()) {
            var name = "%s/%s/%d".formatted(view.id().value(), key, entry.line());
            actions.add(
                    view, new ActionId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))), entry.facts());
        }
        return understood.actions().size();
    }

    private ActionUpload understood(CommunityView view, Rows rows, Map<String, String> said) {
        var mapping = ColumnMapping.of(ActionColumns.ALL, rows, said);
        var carried = ColumnMapping.carried(rows, LONGEST).orElse(null);
        if (carried == null) {
            return new ActionUpload.Refused(
                    "Cette liste compte plus de " + French.number(LONGEST) + " signes. Envoyez-la en plusieurs fois.");
        }
        var entries = new ArrayList<ActionUpload.Entry>();
        var aside = new ArrayList<Line>();
        if (mapping.missing().isEmpty()) {
            var project = projects.of(view.id());
            var people = participants.of(view.id());
            var known = new HashMap<String, String>();
            project.actions()
                    .forEach(action -> known.put(
                            plain(action.facts().title()),
                            "Le projet a déjà l’action " + action.number() + " de ce titre."));
            for (var row : rows.rows()) {
                var line = new ActionLine(mapping, row, project, people);
                var entry = line.entry();
                var reason = entry == null
                        ? line.fault()
                        : known.get(plain(entry.facts().title()));
                if (entry == null || reason != null) {
                    aside.add(new Line(row.line(), shortened(row), reason == null ? "" : reason));
                } else {
                    known.put(plain(entry.facts().title()), "Même titre qu’à la ligne " + row.line() + ".");
                    entries.add(entry);
                }
            }
        }
        return new ActionUpload.Understood(mapping, rows.rows().size(), carried, entries, aside);
    }

    private static String shortened(Row row) {
        var text = String.join(" ; ", row.cells());
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
