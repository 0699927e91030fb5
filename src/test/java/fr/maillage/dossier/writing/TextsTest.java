package fr.maillage.dossier.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.maillage.access.Actor;
import fr.maillage.access.Role;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.dossier.DossierId;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.Step;
import fr.maillage.dossier.writing.SaveOutcome.Collision;
import fr.maillage.dossier.writing.SaveOutcome.Saved;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several people write the same text: nobody loses a word. */
@MaillageTest
class TextsTest {

    private static final String KEY = "contexte-local";

    @Autowired
    private Texts texts;

    @Autowired
    private JdbcClient db;

    @Autowired
    private MutableClock clock;

    @Autowired
    private TestCommunities made;

    @Autowired
    private Dossiers dossiers;

    private CommunityView community;
    private Actor odile;
    private Actor yann;
    private DossierId dossier;

    @BeforeEach
    void aDraft() {
        community = made.create("CPTS des Essais");
        odile = community.actor();
        yann = made.join(community, "Yann Modèle", Role.PROJECT_TEAM).actor();
        dossier = dossiers.begin(community.id(), DossierKind.HEALTH_PROJECT, odile)
                .id();
    }

    @Test
    void aDossierIsBegunOnceAndNumberedByYearAndDepartement() {
        assertThat(dossiers.begin(community.id(), DossierKind.HEALTH_PROJECT, yann)
                        .id())
                .isEqualTo(dossier);
        assertThat(dossiers.find(dossier).number()).isEqualTo("2026-12-0001");
        assertThat(dossiers.begin(community.id(), DossierKind.LETTER_OF_INTENT, yann)
                        .number())
                .isEqualTo("2026-12-0002");
    }

    @Test
    void theFirstTextIsVersionOneAndIsRead() {
        assertThat(save(0, "Le besoin vient de loin.", odile))
                .asInstanceOf(type(Saved.class))
                .satisfies(saved -> assertThat(saved.now().version()).isEqualTo(1));

        assertThat(Objects.requireNonNull(texts.of(dossier).get(KEY)).text()).isEqualTo("Le besoin vient de loin.");
    }

    @Test
    void theSameTextSentTwiceIsWrittenOnce() {
        save(0, "Un texte.", odile);

        assertThat(save(0, "Un texte.", odile)).isInstanceOf(Saved.class);

        assertThat(texts.find(dossier, KEY).orElseThrow().version()).isEqualTo(1);
        assertThat(texts.history(dossier, KEY, 0, 20)).hasSize(1);
    }

    @Test
    void theSecondWriterMeetsBothTextsAndBothStayInTheHistory() {
        save(0, "L’hiver, les routes ferment.", odile);
        save(1, "L’hiver, les villages sont isolés.", odile);

        assertThat(save(1, "L’hiver, des routes de crête ferment.", yann))
                .asInstanceOf(type(Collision.class))
                .satisfies(collision -> {
                    assertThat(collision.theirs().text()).isEqualTo("L’hiver, les villages sont isolés.");
                    assertThat(collision.mine().text()).isEqualTo("L’hiver, des routes de crête ferment.");
                });

        assertThat(texts.find(dossier, KEY).orElseThrow().text()).isEqualTo("L’hiver, les villages sont isolés.");
        assertThat(texts.setAside(dossier, KEY, yann.account())).isPresent();
        assertThat(texts.setAside(dossier, KEY, odile.account())).isEmpty();
    }

    @Test
    void keepingMineMakesANewVersionAndKeepsTheirsInTheHistory() {
        save(0, "Le sien.", odile);
        save(0, "Le mien.", yann);

        assertThat(texts.keepMine(dossier, KEY, 1, "Le mien.", yann)).isInstanceOf(Saved.class);

        assertThat(texts.find(dossier, KEY).orElseThrow().text()).isEqualTo("Le mien.");
        assertThat(texts.setAside(dossier, KEY, yann.account())).isEmpty();
        assertThat(texts.history(dossier, KEY, 0, 20))
                .extracting(Revision::text)
                .contains("Le sien.", "Le mien.");
    }

    @Test
    void keepingTheirsKeepsMineInTheHistory() {
        save(0, "Le sien.", odile);
        save(0, "Le mien.", yann);

        texts.keepTheirs(dossier, KEY, yann);

        assertThat(texts.find(dossier, KEY).orElseThrow().text()).isEqualTo("Le sien.");
        assertThat(texts.setAside(dossier, KEY, yann.account())).isEmpty();
        assertThat(texts.history(dossier, KEY, 0, 20))
                .extracting(Revision::text)
                .contains("Le sien.", "Le mien.");
    }

    @Test
    void aChoiceMadeFromAnOlderTextMeetsTheNewerOne() {
        save(0, "Le sien.", odile);
        save(0, "Le mien.", yann);
        save(1, "Le sien, revu.", odile);

        assertThat(texts.keepMine(dossier, KEY, 1, "Le mien.", yann)).isInstanceOf(Collision.class);
        assertThat(texts.setAside(dossier, KEY, yann.account())).isPresent();
    }

    @Test
    void manyPeopleSavingAtOnceLoseNothing() throws Exception {
        int people = 8;
        var start = new CyclicBarrier(people);
        List<Future<SaveOutcome>> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(people)) {
            for (int i = 0; i < people; i++) {
                var actor =
                        made.join(community, "Personne " + i, Role.PROJECT_TEAM).actor();
                var text = "Texte de la personne " + i;
                outcomes.add(threads.submit(() -> {
                    start.await();
                    return save(0, text, actor);
                }));
            }
        }

        long saved = 0;
        for (var outcome : outcomes) {
            saved += outcome.get() instanceof Saved ? 1 : 0;
        }
        assertThat(saved).isEqualTo(1);
        assertThat(texts.history(dossier, KEY, 0, 20))
                .extracting(Revision::text)
                .hasSize(people)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsTakenAwayStaysInTheHistoryEvenWithinOneSitting() {
        save(0, "Une phrase.", odile);
        save(1, "", odile);
        save(2, "Les routes ferment l’hiver, les villages sont isolés.", odile);
        save(3, "Les routes ferment l’hiver.", odile);

        assertThat(texts.history(dossier, KEY, 0, 20))
                .extracting(Revision::text)
                .contains("Une phrase.", "Les routes ferment l’hiver, les villages sont isolés.");
    }

    @Test
    void oneSittingMakesOneLineOfTheHistory() {
        save(0, "Un", odile);
        clock.advance(Duration.ofSeconds(2));
        save(1, "Un texte", odile);
        clock.advance(Duration.ofMinutes(20));
        save(2, "Un texte plus long", odile);

        assertThat(texts.history(dossier, KEY, 0, 20))
                .extracting(Revision::text)
                .containsExactly("Un texte plus long", "Un texte");
    }

    @Test
    void theHistoryIsReadPageByPageAndItsLastLinesWithoutTheirTexts() {
        for (int version = 0; version < 6; version++) {
            save(version, "Texte " + (version + 1) + ".", odile);
            clock.advance(Duration.ofHours(1));
        }

        assertThat(texts.revisions(dossier, KEY)).isEqualTo(6);
        var second = texts.history(dossier, KEY, 4, 4);
        assertThat(second).extracting(Revision::text).containsExactly("Texte 2.", "Texte 1.");
        assertThat(texts.before(dossier, KEY, second.getFirst())).contains(second.getLast());
        assertThat(texts.before(dossier, KEY, second.getLast())).isEmpty();
        assertThat(texts.latest(dossier, KEY, 4))
                .hasSize(4)
                .allSatisfy(saving -> assertThat(saving.author()).isEqualTo(odile.account()));
    }

    @Test
    void aBigDeletionLeavesTheTextBeforeInTheHistory() {
        var whole = "Une phrase assez longue pour être regrettée. ".repeat(5).strip();
        save(0, whole, odile);

        save(1, "", odile);

        assertThat(texts.history(dossier, KEY, 0, 20))
                .extracting(Revision::text)
                .containsExactly("", whole);
    }

    @Test
    void restoringMakesANewVersion() {
        save(0, "Premier.", odile);
        clock.advance(Duration.ofHours(1));
        save(1, "Second.", yann);
        var first = texts.history(dossier, KEY, 0, 20).getLast();

        assertThat(texts.restore(dossier, KEY, 2, first.id(), yann)).isInstanceOf(Saved.class);

        assertThat(texts.find(dossier, KEY).orElseThrow())
                .satisfies(now -> assertThat(now.text()).isEqualTo("Premier."))
                .satisfies(now -> assertThat(now.version()).isEqualTo(3));
        assertThat(texts.history(dossier, KEY, 0, 20)).hasSize(3);
    }

    @Test
    void aTooLongTextIsRefusedWhole() {
        assertThat(save(0, "a".repeat(100_000), odile)).isInstanceOf(Saved.class);
        assertThat(save(1, "a".repeat(100_001), odile)).isEqualTo(new SaveOutcome.TooLong(100_001));
    }

    @Test
    void aDepositedDossierIsNotWritten() {
        db.sql("update dossier.dossier set step = 'SUBMITTED'").update();

        assertThat(save(0, "Trop tard.", odile)).isEqualTo(new SaveOutcome.Closed(Step.SUBMITTED));
        assertThat(texts.of(dossier)).isEmpty();
    }

    @Test
    void hostileSignsAreTakenOut() {
        save(0, "\u0000Un\u202E piège\r\nici\u200B.\u0007\uFEFF e\u0301té", odile);

        assertThat(texts.find(dossier, KEY).orElseThrow().text()).isEqualTo("Un piège\nici. été");
    }

    private SaveOutcome save(int from, String text, Actor author) {
        return texts.save(dossier, KEY, from, text, author);
    }
}
