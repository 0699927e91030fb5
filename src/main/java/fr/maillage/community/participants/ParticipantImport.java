package fr.maillage.community.participants;

import static fr.maillage.documents.ColumnMapping.plain;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Participant;
import fr.maillage.community.Participant.Kind;
import fr.maillage.community.Participant.Membership;
import fr.maillage.community.ParticipantCategory;
import fr.maillage.community.ParticipantFacts;
import fr.maillage.community.ParticipantId;
import fr.maillage.community.Participants;
import fr.maillage.community.PerimeterUpload.Line;
import fr.maillage.community.Sector;
import fr.maillage.documents.ColumnMapping;
import fr.maillage.documents.SheetReader;
import fr.maillage.documents.SheetReading;
import fr.maillage.documents.SheetReading.Row;
import fr.maillage.documents.SheetReading.Rows;
import fr.maillage.shared.French;
import fr.maillage.shared.Saving;
import fr.maillage.ui.Form;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Understands a list of actors, each line by the rules of the form; tells every line that it leaves aside. Somebody who
 * is on the list already, or twice in the file, is not entered again.
 */
@Service
class ParticipantImport {

    /** Lines of one file; a CPTS has some hundreds of actors. */
    static final int MOST = 2_000;

    /** Signs of a list that a form carries from the page that shows it to its confirmation. */
    private static final int LONGEST = 300_000;

    private static final Set<String> YES = Set.of("oui", "o", "vrai", "true", "x", "1", "certain", "certaine");
    private static final Set<String> NO = Set.of("", "non", "n", "faux", "false", "0", "a confirmer", "incertain");

    private final ParticipantForm forms;
    private final Participants participants;

    ParticipantImport(ParticipantForm forms, Participants participants) {
        this.forms = forms;
        this.participants = participants;
    }

    /** @param said what somebody chose for each column */
    @Transactional(readOnly = true)
    ParticipantUpload read(CommunityView view, byte[] file, Map<String, String> said) {
        return switch (SheetReader.read(file)) {
            case SheetReading.Refused(var sentence) -> new ParticipantUpload.Refused(sentence);
            case Rows rows -> understand(view, rows, said);
        };
    }

    /**
     * Enters the actors of a list that was looked at. The same list sent twice enters them once.
     *
     * @param key of the page that showed the list
     * @return how many were entered
     */
    @Transactional
    int enter(CommunityView view, UUID key, String list, Map<String, String> said) {
        if (!(read(view, list.getBytes(StandardCharsets.UTF_8), said)
                instanceof ParticipantUpload.Understood understood)) {
            return 0;
        }
        int entered = 0;
        for (var entry : understood.actors()) {
            var name = "%s/%s/%d".formatted(view.id().value(), key, entry.line());
            var id = new ParticipantId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
            if (participants.add(view, id, entry.facts()) instanceof Saving.Done) {
                entered++;
            }
        }
        return entered;
    }

    private ParticipantUpload understand(CommunityView view, Rows rows, Map<String, String> said) {
        int lines = rows.rows().size();
        if (lines == 0) {
            return new ParticipantUpload.Refused("Ce fichier n’a que des titres de colonnes : aucun acteur n’y est.");
        }
        var carried = lines > MOST ? null : ColumnMapping.carried(rows, LONGEST).orElse(null);
        if (carried == null) {
            return new ParticipantUpload.Refused("Ce fichier compte " + French.number(lines)
                    + " lignes, ou trop de signes. Envoyez au plus " + French.number(MOST) + " acteurs et "
                    + French.number(LONGEST) + " signes à la fois, sans ligne isolée loin dessous.");
        }
        var columns = ColumnMapping.of(ParticipantColumns.ALL, rows, said);
        return columns.missing().isEmpty()
                ? new Reading(columns, participants.of(view.id())).understood(rows.rows(), carried)
                : new ParticipantUpload.Understood(columns, lines, carried, List.of(), List.of());
    }

    /** One file being read. */
    private final class Reading {

        private final ColumnMapping columns;
        private final Map<String, String> known = new HashMap<>();
        /** The faults of the communes already looked for, empty when there is none. */
        private final Map<String, Optional<String>> places = new HashMap<>();

        private final Map<String, ParticipantFacts.Place> found = new HashMap<>();
        private final List<ParticipantUpload.Entry> actors = new ArrayList<>();
        private final List<Line> faults = new ArrayList<>();

        Reading(ColumnMapping columns, List<Participant> listed) {
            this.columns = columns;
            listed.forEach(actor -> keys(actor.facts()).forEach(key -> known.put(key, "déjà dans la liste")));
        }

        ParticipantUpload understood(List<Row> rows, String carried) {
            for (var row : rows) {
                var facts = facts(row);
                if (facts != null) {
                    keep(row, facts);
                }
            }
            return new ParticipantUpload.Understood(columns, rows.size(), carried, actors, faults);
        }

        private void keep(Row row, ParticipantFacts facts) {
            var earlier =
                    keys(facts).map(known::get).filter(where -> where != null).findFirst();
            if (earlier.isPresent()) {
                fault(row, facts.fullName() + " est " + earlier.get() + ".");
                return;
            }
            keys(facts).forEach(key -> known.put(key, "déjà à la ligne " + row.line()));
            actors.add(new ParticipantUpload.Entry(row.line(), facts));
        }

        private @Nullable ParticipantFacts facts(Row row) {
            var words = columns.text(row, "categorie");
            var kind = kind(row, words);
            var category = category(kind, words);
            if (category.isEmpty()) {
                return fault(
                        row,
                        words.isEmpty()
                                ? "Indiquez la profession, ou le type de structure."
                                : "« " + shortened(words) + " » n’est pas dans la liste des "
                                        + (kind == Kind.PERSON ? "professions" : "types de structure")
                                        + ". Écrivez « "
                                        + ParticipantCategory.of(kind)
                                                .getFirst()
                                                .label()
                                        + " », par exemple, ou « "
                                        + ParticipantCategory.of(kind).getLast().label()
                                        + " » avec une précision.");
            }
            var form = Form.empty().set("categorie", category.get().code());
            for (var field : List.of(
                    "nom", "prenom", "precision", "structure", "fonction", "convention", "rpps", "finess", "siret")) {
                form.set(field, columns.text(row, field));
            }
            var sector = columns.text(row, "secteur");
            form.set("secteur", sector.isEmpty() ? category.get().sector().code() : code(sector));
            var membership = columns.text(row, "adhesion");
            form.set("adhesion", membership.isEmpty() ? Membership.MEMBER.name() : membership(membership));
            var place = columns.text(row, "commune");
            form.set("commune", canonical(place));
            var governance = yes(row, "gouvernance", false);
            var certain = yes(row, "certain", true);
            if (governance == null || certain == null) {
                return fault(row, "Écrivez « oui » ou « non » dans les colonnes Gouvernance et Certain.");
            }
            form.set("gouvernance", governance ? "true" : null).set("incertain", certain ? null : "true");
            var refused = places.getOrDefault(place, Optional.empty());
            if (refused.isPresent()) {
                return fault(row, refused.get());
            }
            var facts = forms.read(kind, form);
            remember(place, form, facts);
            return facts == null ? fault(row, form.errors().all().getFirst().message()) : facts;
        }

        /** « Millau » is looked for once, then known by its code. */
        private @Nullable String canonical(String typed) {
            var place = found.get(typed);
            return place == null ? typed : place.name() + " (" + place.code() + ")";
        }

        private void remember(String typed, Form form, @Nullable ParticipantFacts facts) {
            var wrong = form.errors().message("commune");
            if (wrong != null) {
                places.put(typed, Optional.of(wrong));
            } else if (facts != null && facts.place() != null) {
                found.put(typed, facts.place());
            }
        }

        /** A first name makes a person; else the type that is said, or the list where the category is. */
        private Kind kind(Row row, String category) {
            var said = plain(columns.text(row, "type"));
            if (said.startsWith("structure")) {
                return Kind.STRUCTURE;
            }
            return said.startsWith("personne")
                            || !columns.text(row, "prenom").isEmpty()
                            || category(Kind.STRUCTURE, category).isEmpty()
                    ? Kind.PERSON
                    : Kind.STRUCTURE;
        }

        private @Nullable Boolean yes(Row row, String field, boolean unsaid) {
            var said = plain(columns.text(row, field));
            if (said.isEmpty()) {
                return unsaid;
            }
            return YES.contains(said) ? Boolean.TRUE : NO.contains(said) ? Boolean.FALSE : null;
        }

        private @Nullable ParticipantFacts fault(Row row, String reason) {
            faults.add(new Line(row.line(), shortened(String.join(" ; ", row.cells())), reason));
            return null;
        }
    }

    /** What makes two actors the same: a number, or a name and a profession. */
    private static Stream<String> keys(ParticipantFacts facts) {
        var name = plain(facts.fullName());
        return Stream.of(
                        facts.rpps() == null ? null : "rpps " + facts.rpps(),
                        facts.finess() == null ? null : "finess " + facts.finess(),
                        facts.kind() + " " + name + " " + facts.category().code())
                .filter(key -> key != null);
    }

    private static Optional<ParticipantCategory> category(Kind kind, String words) {
        var wanted = plain(words.replaceAll("\\(.*", ""));
        var whole = plain(words);
        return ParticipantCategory.of(kind).stream()
                .filter(known -> plain(known.label()).equals(whole)
                        || plain(known.code()).equals(whole)
                        || known.alsoCalled().contains(whole)
                        || known.alsoCalled().contains(wanted))
                .findFirst();
    }

    /** The code of a sector written in words; the words themselves when they mean none, for the form to refuse. */
    private static String code(String words) {
        var wanted = plain(words);
        return Arrays.stream(Sector.values())
                .filter(sector -> plain(sector.label()).equals(wanted)
                        || plain(sector.code()).equals(wanted))
                .findFirst()
                .map(Sector::code)
                .orElse(words);
    }

    private static String membership(String words) {
        var wanted = plain(words);
        return Arrays.stream(Membership.values())
                .filter(membership -> wanted.startsWith(plain(membership.label())))
                .findFirst()
                .map(Membership::name)
                .orElse(words);
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
