package fr.maillage.statutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files of the texts hold together: every name that one of them writes exists. */
class TextModelTest {

    private static final Pattern HOLE = Pattern.compile("\\{([^}]*)}");

    /** The articles of the model of source 004, annex 2, in its order. */
    private static final List<String> OF_THE_MODEL = List.of(
            "Nom",
            "But, objet",
            "Siège social",
            "Durée",
            "Composition",
            "Admission",
            "Membres, cotisations",
            "Radiations",
            "Affiliation",
            "Ressources",
            "Assemblée générale ordinaire",
            "Assemblée générale extraordinaire",
            "Conseil d’administration",
            "Le bureau",
            "Indemnités",
            "Règlement intérieur",
            "Dissolution",
            "Libéralités");

    @Test
    void theStatutesHaveTheArticlesOfTheModel() {
        assertThat(TextModel.of(TextKind.STATUTES).articles().stream().map(Article::title))
                .containsExactlyElementsOf(OF_THE_MODEL);
    }

    /** Checks read both texts as one set of answers. */
    @Test
    void aChoiceHasOneNameOverBothTexts() {
        var seen = new HashSet<String>();
        Stream.of(TextKind.values())
                .flatMap(kind -> TextModel.of(kind).articles().stream())
                .flatMap(article -> AnswerFields.of(article).stream())
                .forEach(field -> assertThat(seen.add(field)).as(field).isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void everyNameExists(TextKind kind) {
        var model = TextModel.of(kind);
        var statutes = TextModel.of(TextKind.STATUTES);
        for (var article : model.articles()) {
            if (article.optionalOn() != null) {
                assertThat(article.choice(article.optionalOn()))
                        .as(article.key())
                        .isPresent();
            }
            for (var clause : article.text()) {
                if (clause.items() != null) {
                    assertThat(model.choice(clause.items())).as(clause.items()).isPresent();
                }
                var lines = new ArrayList<>(clause.list());
                lines.add(new Article.Line(clause.text(), clause.when()));
                for (var line : lines) {
                    conditions(model, statutes, line.when());
                    HOLE.matcher(line.text()).results().forEach(hole -> exists(hole.group(1), model, statutes));
                }
            }
            article.choices().forEach(choice -> conditions(model, statutes, choice.neededWhen()));
        }
    }

    private static void exists(String hole, TextModel model, TextModel statutes) {
        var parts = hole.split(":", 2);
        if (parts.length == 1) {
            assertThat(model.choice(hole)).as(hole).isPresent();
            return;
        }
        switch (parts[0]) {
            case "article" -> assertThat(model.article(parts[1])).isNotNull();
            case "fact" -> assertThat(KnownFacts.Fact.of(parts[1])).isNotNull();
            case "statuts" -> assertThat(statutes.choice(parts[1])).as(hole).isPresent();
            case "computed" -> assertThat(parts[1]).isEqualTo("renouvellement");
            default -> throw new AssertionError(hole);
        }
    }

    /** The choice of a condition exists, and so does the answer that it waits for. */
    private static void conditions(TextModel model, TextModel statutes, Map<String, List<String>> when) {
        when.forEach((key, wanted) -> {
            var choice = model.choice(key).or(() -> statutes.choice(key));
            assertThat(choice).as("condition on " + key).isPresent();
            for (var answer : wanted) {
                var code = answer.replaceFirst("^!", "");
                if (!code.equals("*") && !code.equals("-")) {
                    assertThat(isAnswer(choice.orElseThrow(), code))
                            .as(key + " = " + code)
                            .isTrue();
                }
            }
        });
    }

    private static boolean isAnswer(Choice choice, String code) {
        return switch (choice.type()) {
            case ONE, SEVERAL -> choice.option(code).isPresent();
            case FRACTION ->
                Fraction.of(code).filter(choice.fractions()::contains).isPresent();
            case NUMBER -> Integer.parseInt(code) >= choice.least() && Integer.parseInt(code) <= choice.most();
            default -> false;
        };
    }

    /** What a file proposes is an answer that a form would take, and it fills every article but what only a team knows. */
    @ParameterizedTest
    @EnumSource
    void whatIsProposedIsValid(TextKind kind) {
        for (var article : TextModel.of(kind).articles()) {
            var proposed = Answers.proposed(article);
            for (var choice : article.choices()) {
                assertThat(proposed.value(choice.key()).isPresent())
                        .as(article.key() + ", " + choice.key())
                        .isEqualTo(!choice.proposed().isEmpty());
                assertThat(choice.type() == Choice.Type.ONE || choice.type() == Choice.Type.SEVERAL)
                        .as(choice.key() + " has options")
                        .isEqualTo(!choice.options().isEmpty());
            }
        }
    }

    /** Whatever is answered, a sentence stays on one subject: every combination of one answer prints without failing. */
    @ParameterizedTest
    @EnumSource
    void everyAnswerPrints(TextKind kind) {
        for (var article : TextModel.of(kind).articles()) {
            for (var choice : article.choices()) {
                for (var option : choice.asOptions()) {
                    var work = TestTexts.with(choice.key() + "=" + option.value());
                    assertThat(work.printed(kind))
                            .hasSize(TextModel.of(kind).articles().size());
                    assertThat(TestTexts.words(work, kind, article.key())).doesNotContain("{", "  ", " .", "..");
                }
            }
        }
    }
}
