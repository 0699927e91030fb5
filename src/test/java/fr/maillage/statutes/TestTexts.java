package fr.maillage.statutes;

import fr.maillage.community.Association;
import fr.maillage.community.Body;
import fr.maillage.community.Body.BodyFacts;
import fr.maillage.community.Body.BodyId;
import fr.maillage.community.Body.Function;
import fr.maillage.community.Body.Seat;
import fr.maillage.community.Governance;
import fr.maillage.community.ParticipantId;
import fr.maillage.ui.Form;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Texts of a fictional association, made without a database. */
final class TestTexts {

    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static final Association ASSOCIATION =
            new Association("CPTS des Essais", null, null, null, "1 place du Marché", "12100", "Millau", null, null);

    /** Answers that finish both texts without any fault. */
    private static final Map<String, String> WHOLE = whole();

    private TestTexts() {}

    private static Map<String, String> whole() {
        var whole = new LinkedHashMap<String, String>();
        whole.put("college-nom", "Soins|Structures|Social");
        whole.put("college-qui", "Libéraux|Établissements|Médico-social");
        whole.put("college-sieges", "6|3|3");
        whole.put("college-voix", "1|1|1");
        whole.put("college-profession", "plusieurs|plusieurs|plusieurs");
        whole.put("ca-nombre", "12");
        whole.put("ag-quorum", "1/3");
        whole.put("age-quorum", "1/2");
        whole.put("double-accord", "1000");
        return whole;
    }

    /**
     * Both texts, whole and without fault but for these answers.
     *
     * @param changes {@code key=value}; values of one field are parted by a bar, an empty value is none
     */
    static Work with(String... changes) {
        return with(
                facts(seat("Camille Exemple", Function.PRESIDENT), seat("Dominique Modèle", Function.TREASURER)),
                changes);
    }

    static Work with(KnownFacts facts, String... changes) {
        var typed = new LinkedHashMap<>(WHOLE);
        Arrays.stream(changes).map(change -> change.split("=", 2)).forEach(change -> typed.put(change[0], change[1]));
        var work = new Work(
                Map.of(
                        TextKind.STATUTES, new Work.Draft(TextKind.STATUTES, Map.of()),
                        TextKind.INTERNAL_RULES, new Work.Draft(TextKind.INTERNAL_RULES, Map.of())),
                facts);
        for (var kind : TextKind.values()) {
            for (var article : TextModel.of(kind).articles()) {
                var fields = new LinkedHashMap<>(Answers.written(article, Answers.proposed(article)));
                AnswerFields.of(article).forEach(field -> {
                    var value = typed.get(field);
                    if (value != null) {
                        fields.put(field, value.isEmpty() ? List.of() : List.of(value.split("\\|")));
                    }
                });
                var form = Form.sent(fields);
                var values = Answers.read(article, form);
                if (!form.errors().isEmpty()) {
                    throw new IllegalArgumentException(form.errors().all().toString());
                }
                work = work.with(work.draft(kind).with(article.key(), values));
            }
        }
        return work;
    }

    static KnownFacts facts(Seat... seats) {
        return facts(ASSOCIATION, null, seats);
    }

    static KnownFacts facts(
            Association association, @org.jspecify.annotations.Nullable String inBudget, Seat... seats) {
        var bureau = new Body(
                new BodyId(UUID.randomUUID()),
                new BodyFacts(Body.Kind.BOARD, "Conseil", "", ""),
                new ArrayList<>(List.of(seats)),
                Work.NEVER);
        var coordination = new Governance.Coordination(Governance.CoordinationState.UNKNOWN, null, null, null, "");
        return new KnownFacts(
                "CPTS des Essais",
                association,
                new Governance(List.of(bureau), null, coordination, Work.NEVER),
                inBudget,
                null);
    }

    /** The same name is the same person. */
    static Seat seat(String name, Function function) {
        return new Seat(
                UUID.randomUUID(),
                new ParticipantId(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                name,
                function,
                null,
                null);
    }

    /** The words of an article. */
    static String words(Work work, TextKind kind, String article) {
        var text = new StringBuilder();
        work.printed(kind).stream()
                .filter(printed -> printed.key().equals(article))
                .flatMap(printed -> printed.parts().stream())
                .forEach(part -> {
                    part.text().forEach(piece -> text.append(piece.words()));
                    part.lines().forEach(line -> {
                        text.append("\n- ");
                        line.forEach(piece -> text.append(piece.words()));
                    });
                    text.append("\n");
                });
        return text.toString();
    }
}
