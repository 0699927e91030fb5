package fr.maillage.dossier.writing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Actor;
import fr.maillage.access.Role;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.dossier.DossierId;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.testing.MaillageTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Ten people write the same project for a minute, as the editor does: a saving every two seconds of typing, from the
 * version it knows. The minute is compressed: the same savings, without the waits between them.
 */
@MaillageTest
class TenWritersTest {

    private static final int WRITERS = 10;

    /** A minute of typing with a saving every two seconds. */
    private static final int SAVINGS = 30;

    /** Five a second. */
    private static final int KEYSTROKES_BY_SAVING = 10;

    /** Savings between the moment two texts met and the moment their writer chooses. */
    private static final int SAVINGS_BEFORE_THE_CHOICE = 3;

    /** Four write the same section, others meet by three or by two, one is alone. */
    private static final List<String> SECTIONS = List.of(
            "contexte-local",
            "contexte-local",
            "contexte-local",
            "contexte-local",
            "gouvernance",
            "gouvernance",
            "gouvernance",
            "coordination",
            "coordination",
            "evaluation");

    @Autowired
    private Texts texts;

    @Autowired
    private TestCommunities made;

    @Autowired
    private Dossiers dossiers;

    private CommunityView community;
    private DossierId dossier;

    @BeforeEach
    void aDraft() {
        community = made.create("CPTS des Essais");
        dossier = dossiers.begin(community.id(), DossierKind.HEALTH_PROJECT, community.actor())
                .id();
    }

    @Test
    void tenWritersForAMinuteLoseNoWord() throws Exception {
        var start = new CyclicBarrier(WRITERS);
        var writers = IntStream.range(0, WRITERS)
                .mapToObj(n -> new Writer(
                        made.join(community, "Personne " + n, Role.PROJECT_TEAM).actor(), SECTIONS.get(n), n, start))
                .toList();

        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (var done : threads.invokeAll(writers)) {
                done.get();
            }
        }

        for (var writer : writers) {
            assertThat(current(writer.section))
                    .as("the section when all have chosen")
                    .contains(writer.paragraph());
            var kept = kept(writer.section);
            assertThat(writer.answered).hasSizeGreaterThanOrEqualTo(SAVINGS);
            assertThat(writer.answered)
                    .as("every keystroke that the program said it had taken")
                    .allSatisfy(typed -> assertThat(kept).anyMatch(text -> text.contains(typed)));
        }
        for (var section : SECTIONS.stream().distinct().toList()) {
            var saved = writers.stream()
                    .filter(writer -> writer.section.equals(section))
                    .mapToInt(writer -> writer.saved)
                    .sum();
            assertThat(texts.find(dossier, section).orElseThrow().version())
                    .as("a version by saving: none was written over another unseen")
                    .isEqualTo(saved);
        }
        assertThat(writers.stream().filter(writer -> writer.met > 0))
                .as("writers whose text met another: the test would prove nothing without")
                .hasSizeGreaterThan(3);
    }

    @Test
    void whoWritesInTwoWindowsKeepsBothTexts() {
        var odile = community.actor();
        var yann = made.join(community, "Yann Modèle", Role.PROJECT_TEAM).actor();
        texts.save(dossier, "contexte-local", 0, "Le texte de tous.", odile);

        texts.save(dossier, "contexte-local", 0, "Au cabinet, les patients attendent.", yann);
        texts.save(dossier, "contexte-local", 0, "À la maison, les tournées s’allongent.", yann);

        assertThat(kept("contexte-local"))
                .contains("Au cabinet, les patients attendent.", "À la maison, les tournées s’allongent.");
        assertThat(texts.setAside(dossier, "contexte-local", yann.account())
                        .orElseThrow()
                        .text())
                .as("the choice is about the last of them")
                .isEqualTo("À la maison, les tournées s’allongent.");
    }

    @Test
    void aTextSetAsideThatGrowsIsOneLineOfTheHistory() {
        var odile = community.actor();
        var yann = made.join(community, "Yann Modèle", Role.PROJECT_TEAM).actor();
        texts.save(dossier, "contexte-local", 0, "Le texte de tous.", odile);

        texts.save(dossier, "contexte-local", 0, "Les patients", yann);
        texts.save(dossier, "contexte-local", 0, "Les patients attendent.", yann);

        assertThat(kept("contexte-local")).containsExactlyInAnyOrder("Le texte de tous.", "Les patients attendent.");
    }

    @Test
    void whatIsPastedOverAParagraphOfTheSameLengthDoesNotTakeItAway() {
        var odile = community.actor();
        var before = "Les routes de crête ferment tout l’hiver.";
        var after = "Les cabinets sont loin de chaque village.";
        assertThat(after).hasSameSizeAs(before);
        texts.save(dossier, "contexte-local", 0, before, odile);

        texts.save(dossier, "contexte-local", 1, after, odile);

        assertThat(kept("contexte-local")).contains(before, after);
    }

    private String current(String section) {
        return texts.find(dossier, section).orElseThrow().text();
    }

    /** Every text of the history, those set aside too. */
    private List<String> kept(String section) {
        return texts.history(dossier, section, 0, 1_000).stream()
                .map(Revision::text)
                .toList();
    }

    /** Somebody before the editor: types, is saved, meets another's text, makes one of both. */
    private final class Writer implements Callable<Void> {

        private final Actor actor;
        private final String section;
        private final String keystrokes;
        private final CyclicBarrier start;

        /** Their paragraph at each answer of the program. */
        private final List<String> answered = new ArrayList<>();

        private int typed;
        private int version;
        private String others = "";
        private boolean choosing;
        private int waited;
        private int saved;
        private int met;

        Writer(Actor actor, String section, int number, CyclicBarrier start) {
            this.actor = actor;
            this.section = section;
            this.start = start;
            keystrokes = IntStream.range(0, SAVINGS * KEYSTROKES_BY_SAVING)
                    .mapToObj(n -> "p%dm%d".formatted(number, n))
                    .collect(Collectors.joining(" "))
                    .substring(0, SAVINGS * KEYSTROKES_BY_SAVING)
                    .strip();
        }

        String paragraph() {
            return keystrokes.substring(0, typed).strip();
        }

        @Override
        public Void call() throws Exception {
            start.await();
            for (int saving = 0; saving < SAVINGS; saving++) {
                typed = Math.min(keystrokes.length(), typed + KEYSTROKES_BY_SAVING);
                if (choosing && waited >= SAVINGS_BEFORE_THE_CHOICE) {
                    choose();
                } else {
                    waited++;
                    send();
                }
            }
            while (choosing) {
                choose();
            }
            return null;
        }

        private void send() {
            take(texts.save(dossier, section, version, text(), actor));
        }

        /** As the page of the two texts: what the other saved is shown, the text sent is made of both. */
        private void choose() {
            var theirs = texts.find(dossier, section).orElseThrow();
            others = Arrays.stream(theirs.text().split("\n\n"))
                    .filter(paragraph -> !keystrokes.startsWith(paragraph))
                    .collect(Collectors.joining("\n\n"));
            version = theirs.version();
            take(texts.keepMine(dossier, section, version, text(), actor));
        }

        private String text() {
            return others.isEmpty() ? paragraph() : others + "\n\n" + paragraph();
        }

        private void take(SaveOutcome outcome) {
            answered.add(paragraph());
            switch (outcome) {
                case SaveOutcome.Saved(var now) -> {
                    saved += now.version() > version ? 1 : 0;
                    version = now.version();
                    choosing = false;
                }
                case SaveOutcome.Collision _ -> {
                    met += choosing ? 0 : 1;
                    waited = choosing ? waited : 0;
                    choosing = true;
                }
                case SaveOutcome.TooLong _, SaveOutcome.Closed _ -> throw new AssertionError(outcome);
            }
        }
    }
}
