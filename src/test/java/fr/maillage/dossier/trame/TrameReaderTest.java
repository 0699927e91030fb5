package fr.maillage.dossier.trame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.trame.Filling.Narrative;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A trame is read whole, or its author reads, line by line, what is wrong and how to mend it. */
class TrameReaderTest {

    private static final Set<String> RULES = Set.of("territoire-defini", "budget-equilibre");

    private static final String GOOD = """
            identifiant: projet-de-ma-region
            type: projet-de-sante
            titre: Projet de santé de ma région
            emetteur: ARS de ma région
            version: "2026"
            source:
              titre: Cahier des charges régional 2026
            sections:
              - cle: territoire
                numero: "1"
                titre: Territoire
                guide:
                  cherche: Les communes retenues.
                contenu:
                  - vue: communes
                  - recit: choix-du-territoire
                    attendu: obligatoire
                regles: [territoire-defini]
                sections:
                  - cle: population
                    numero: "1.1"
                    titre: Population
                    contenu:
                      - vue: population
              - cle: conclusion
                numero: "2"
                titre: Conclusion
                contenu:
                  - recit: conclusion
                    attendu: libre
            """;

    @Test
    void readsAGoodTrame() {
        var trame = read(GOOD);

        assertThat(trame.kind()).isEqualTo(DossierKind.HEALTH_PROJECT);
        assertThat(trame.inOrder())
                .extracting(TrameSection::heading)
                .containsExactly("1 Territoire", "1.1 Population", "2 Conclusion");
        assertThat(trame.section("territoire").orElseThrow().narrative())
                .contains(new Narrative("choix-du-territoire", Filling.Expectation.REQUIRED));
        assertThat(trame.sectionOfNarrative("conclusion"))
                .get()
                .extracting(TrameSection::number)
                .isEqualTo("2");
    }

    @Test
    void readsAnExampleAndWhatComesBackAsATextOrAList() {
        var sought = "cherche: Les communes retenues.\n";
        var one = read(
                GOOD.replace(sought, sought + "      exemple: \"Une vallée.\"\n      souvent-renvoye: Sans raison.\n"));
        var many = read(GOOD.replace(sought, sought + "      souvent-renvoye: [Sans raison., Sans carte.]\n"));

        assertThat(one.section("territoire").orElseThrow().guidance())
                .isEqualTo(new TrameSection.Guidance(
                        "Les communes retenues.", List.of(), "Une vallée.", List.of("Sans raison.")));
        assertThat(many.section("territoire").orElseThrow().guidance().oftenSentBack())
                .containsExactly("Sans raison.", "Sans carte.");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "titre: Conclusion\n",
                        "title: Conclusion\n",
                        27,
                        "« title » est inconnue",
                        "Clés possibles : cle"),
                fault("cle: conclusion\n", "cle: territoire\n", 25, "sert déjà à la section 1", "un autre nom"),
                fault("numero: \"2\"", "numero: \"1\"", 26, "vient après 1", "le suivant est 2"),
                fault(
                        "numero: \"1.1\"",
                        "numero: \"2.1\"",
                        21,
                        "pas à sa place dans la section 1",
                        "attendu ici est 1.1"),
                fault("numero: \"2\"", "numero: deux", 26, "« deux » ne convient pas", "entre guillemets droits"),
                fault(
                        "vue: population",
                        "vue: habitants",
                        24,
                        "« habitants » n’existe pas pour « vue »",
                        "communes, population"),
                fault(
                        "[territoire-defini]",
                        "[territoire-juste]",
                        18,
                        "la règle « territoire-juste » n’existe pas",
                        "budget-equilibre, territoire-defini"),
                fault(
                        "attendu: libre",
                        "attendu: facultatif",
                        30,
                        "« facultatif » n’existe pas",
                        "obligatoire, conseille, libre"),
                fault(
                        "- recit: conclusion\n        attendu: libre",
                        "- texte-libre: conclusion",
                        29,
                        "on ne sait pas ce qui remplit la section 2",
                        "« - recit: … »"),
                fault(
                        "recit: conclusion\n",
                        "recit: choix-du-territoire\n",
                        29,
                        "« choix-du-territoire » sert déjà à la section 1",
                        "un autre nom"),
                fault(
                        "- vue: communes\n",
                        "- recit: communes\n        attendu: libre\n",
                        15,
                        "la section 1 a plusieurs récits",
                        "sous-section"),
                fault(
                        "cherche: Les communes retenues.",
                        "cherche:",
                        13,
                        "« cherche » n’a pas de texte",
                        "Écrivez un texte"),
                fault(
                        "type: projet-de-sante",
                        "type: bilan",
                        2,
                        "« bilan » n’existe pas",
                        "lettre-intention, pre-projet, projet-de-sante, demande-de-subvention"),
                fault(
                        "identifiant: projet-de-ma-region",
                        "identifiant: Ma Région",
                        1,
                        "« Ma Région » ne convient pas",
                        "minuscules sans accent"),
                fault("emetteur: ARS de ma région\n", "", 1, "il manque « emetteur »", "Ajoutez une ligne"),
                fault(
                        "version: \"2026\"\n",
                        "version: \"2026\"\nversion: \"2027\"\n",
                        6,
                        "écrite deux fois",
                        "Gardez-en une"),
                fault(
                        "titre: Projet de santé de ma région",
                        "titre: Projet: de santé",
                        3,
                        "pas du YAML lisible",
                        "guillemets droits"),
                fault(
                        "sections:\n  - cle: territoire",
                        "sections: {}\nautres:\n  - cle: territoire",
                        8,
                        "« sections » doit être une liste",
                        "un tiret"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("faults")
    void tellsTheLineWhatIsWrongAndHowToMend(String good, String bad, int line, String what, String mend) {
        assertThat(GOOD).contains(good);

        var reading = TrameReader.read(
                "ma-region.yaml",
                GOOD.replaceFirst(java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad)),
                RULES);

        assertThat(reading)
                .asInstanceOf(type(Reading.Broken.class))
                .extracting(Reading.Broken::faults, list(Fault.class))
                .anySatisfy(fault -> {
                    assertThat(fault.line()).isEqualTo(line);
                    assertThat(fault.what()).contains(what);
                    assertThat(fault.mend()).contains(mend);
                });
    }

    @Test
    void tellsEveryFaultAtOnceInTheOrderOfTheFile() {
        var bad = GOOD.replace("vue: population", "vue: habitants").replace("type: projet-de-sante", "type: bilan");

        assertThat(TrameReader.read("ma-region.yaml", bad, RULES))
                .asInstanceOf(type(Reading.Broken.class))
                .extracting(Reading.Broken::faults, list(Fault.class))
                .extracting(Fault::line)
                .containsExactly(2, 24);
    }

    @Test
    void anEmptyFileOrAnEndlessOneIsAFault() {
        assertThat(TrameReader.read("vide.yaml", "", RULES)).isInstanceOf(Reading.Broken.class);
        assertThat(TrameReader.read("liste.yaml", "- a\n- b\n", RULES)).isInstanceOf(Reading.Broken.class);
        var circle = GOOD.replaceFirst("sections:\n", "sections: &tout\n")
                .replaceFirst("    sections:\n(.*\n){6}", "    sections: *tout\n");
        assertThat(circle).contains("*tout");
        assertThat(TrameReader.read("boucle.yaml", circle, RULES)).isInstanceOf(Reading.Broken.class);
    }

    @Test
    void theNationalTrameHasEverySectionOfTheOfficialOne() throws IOException {
        assertThat(shipped("projet-de-sante-national.yaml").inOrder())
                .extracting(TrameSection::number)
                .containsExactly(
                        "1", "1.1", "1.2", //
                        "2", "2.1", "2.2", "2.3", "2.3.1", "2.3.2", "2.3.3", //
                        "3", "3.1", "3.1.1", "3.1.2", "3.2", "3.3", "3.4", //
                        "4", "4.1", "4.2", "4.3", //
                        "5", //
                        "6", "6.1", "6.1.1", "6.1.2", "6.1.3", "6.1.4", "6.1.5", "6.2");
    }

    @Test
    void theLetterAndTheProjectShareTheTextsThatAskForTheSameThing() throws IOException {
        assertThat(shipped("lettre-intention.yaml").inOrder().stream()
                        .flatMap(section -> section.narrative().stream())
                        .map(Narrative::key)
                        .filter(key -> shippedProject().sectionOfNarrative(key).isPresent()))
                .contains("contexte-local", "historique-collaboration", "besoins-de-sante", "choix-du-territoire");
    }

    private static Trame shippedProject() {
        try {
            return shipped("projet-de-sante-national.yaml");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Trame shipped(String file) throws IOException {
        try (var yaml = TrameReaderTest.class.getResourceAsStream("/trames/" + file)) {
            assertThat(yaml).isNotNull();
            var text = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
            var reading = TrameReader.read(file, text, fr.maillage.dossier.completeness.ProjectRule.codes());
            assertThat(reading).isInstanceOf(Reading.Read.class);
            return ((Reading.Read) reading).trame();
        }
    }

    private static Trame read(String yaml) {
        var reading = TrameReader.read("ma-region.yaml", yaml, RULES);
        assertThat(reading).as(reading.toString()).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).trame();
    }

    private static Arguments fault(String good, String bad, int line, String what, String mend) {
        return Arguments.of(good, bad, line, what, mend);
    }
}
