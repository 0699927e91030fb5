package fr.maillage.dossier.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.maillage.access.AccountId;
import fr.maillage.access.Actor;
import fr.maillage.dossier.DossierId;
import fr.maillage.dossier.Step;
import fr.maillage.dossier.writing.SaveOutcome.Collision;
import fr.maillage.dossier.writing.SaveOutcome.Saved;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
    private static final Actor ODILE = person("Odile Exemple");
    private static final Actor YANN = person("Yann Modèle");

    @Autowired
    private Texts texts;

    @Autowired
    private JdbcClient db;

    @Autowired
    private MutableClock clock;

    private DossierId dossier;

    @BeforeEach
    void aDraft() {
        dossier = new DossierId(UUID.randomUUID());
        SampleDossiers.insert(db, dossier, Step.DRAFT);
    }

    @Test
    void theFirstTextIsVersionOneAndIsRead() {
        assertThat(save(0, "Le besoin vient de loin.", ODILE))
                .asInstanceOf(type(Saved.class))
                .satisfies(saved -> assertThat(saved.now().version()).isEqualTo(1));

        assertThat(texts.of(dossier).get(KEY).text()).isEqualTo("Le besoin vient de loin.");
    }

    @Test
    void theSameTextSentTwiceIsWrittenOnce() {
        save(0, "Un texte.", ODILE);

        assertThat(save(0, "Un texte.", ODILE)).isInstanceOf(Saved.class);

        assertThat(texts.find(dossier, KEY).orElseThrow().version()).isEqualTo(1);
        assertThat(texts.history(dossier, KEY)).hasSize(1);
    }

    @Test
    void theSecondWriterMeetsBothTextsAndBothStayInTheHistory() {
        save(0, "L’hiver, les routes ferment.", ODILE);
        save(1, "L’hiver, les villages sont isolés.", ODILE);

        assertThat(save(1, "L’hiver, des routes de crête ferment.", YANN))
                .asInstanceOf(type(Collision.class))
                .satisfies(collision -> {
                    assertThat(collision.theirs().text()).isEqualTo("L’hiver, les villages sont isolés.");
                    assertThat(collision.mine().text()).isEqualTo("L’hiver, des routes de crête ferment.");
                });

        assertThat(texts.find(dossier, KEY).orElseThrow().text()).isEqualTo("L’hiver, les villages sont isolés.");
        assertThat(texts.setAside(dossier, KEY, YANN.account())).isPresent();
        assertThat(texts.setAside(dossier, KEY, ODILE.account())).isEmpty();
    }

    @Test
    void keepingMineMakesANewVersionAndKeepsTheirsInTheHistory() {
        save(0, "Le sien.", ODILE);
        save(0, "Le mien.", YANN);

        assertThat(texts.keepMine(dossier, KEY, 1, "Le mien.", YANN)).isInstanceOf(Saved.class);

        assertThat(texts.find(dossier, KEY).orElseThrow().text()).isEqualTo("Le mien.");
        assertThat(texts.setAside(dossier, KEY, YANN.account())).isEmpty();
        assertThat(texts.history(dossier, KEY)).extracting(Revision::text).contains("Le sien.", "Le mien.");
    }

    @Test
    void keepingTheirsKeepsMineInTheHistory() {
        save(0, "Le sien.", ODILE);
        save(0, "Le mien.", YANN);

        texts.keepTheirs(dossier, KEY, YANN);

        assertThat(texts.find(dossier, KEY).orElseThrow().text()).isEqualTo("Le sien.");
        assertThat(texts.setAside(dossier, KEY, YANN.account())).isEmpty();
        assertThat(texts.history(dossier, KEY)).extracting(Revision::text).contains("Le sien.", "Le mien.");
    }

    @Test
    void aChoiceMadeFromAnOlderTextMeetsTheNewerOne() {
        save(0, "Le sien.", ODILE);
        save(0, "Le mien.", YANN);
        save(1, "Le sien, revu.", ODILE);

        assertThat(texts.keepMine(dossier, KEY, 1, "Le mien.", YANN)).isInstanceOf(Collision.class);
        assertThat(texts.setAside(dossier, KEY, YANN.account())).isPresent();
    }

    @Test
    void manyPeopleSavingAtOnceLoseNothing() throws Exception {
        int people = 8;
        var start = new CyclicBarrier(people);
        List<Future<SaveOutcome>> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(people)) {
            for (int i = 0; i < people; i++) {
                var actor = person("Personne " + i);
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
        assertThat(texts.history(dossier, KEY))
                .extracting(Revision::text)
                .hasSize(people)
                .doesNotHaveDuplicates();
    }

    @Test
    void oneSittingMakesOneLineOfTheHistory() {
        save(0, "Un", ODILE);
        clock.advance(Duration.ofSeconds(2));
        save(1, "Un texte", ODILE);
        clock.advance(Duration.ofMinutes(20));
        save(2, "Un texte plus long", ODILE);

        assertThat(texts.history(dossier, KEY))
                .extracting(Revision::text)
                .containsExactly("Un texte plus long", "Un texte");
    }

    @Test
    void aBigDeletionLeavesTheTextBeforeInTheHistory() {
        var whole = "Une phrase assez longue pour être regrettée. ".repeat(5).strip();
        save(0, whole, ODILE);

        save(1, "", ODILE);

        assertThat(texts.history(dossier, KEY)).extracting(Revision::text).containsExactly("", whole);
    }

    @Test
    void restoringMakesANewVersion() {
        save(0, "Premier.", ODILE);
        clock.advance(Duration.ofHours(1));
        save(1, "Second.", YANN);
        var first = texts.history(dossier, KEY).getLast();

        assertThat(texts.restore(dossier, KEY, 2, first.id(), YANN)).isInstanceOf(Saved.class);

        assertThat(texts.find(dossier, KEY).orElseThrow())
                .satisfies(now -> assertThat(now.text()).isEqualTo("Premier."))
                .satisfies(now -> assertThat(now.version()).isEqualTo(3));
        assertThat(texts.history(dossier, KEY)).hasSize(3);
    }

    @Test
    void aTooLongTextIsRefusedWhole() {
        assertThat(save(0, "a".repeat(100_000), ODILE)).isInstanceOf(Saved.class);
        assertThat(save(1, "a".repeat(100_001), ODILE)).isEqualTo(new SaveOutcome.TooLong(100_001));
    }

    @Test
    void aDepositedDossierIsNotWritten() {
        db.sql("update dossier.dossier set step = 'SUBMITTED'").update();

        assertThat(save(0, "Trop tard.", ODILE)).isEqualTo(new SaveOutcome.Closed(Step.SUBMITTED));
        assertThat(texts.of(dossier)).isEmpty();
    }

    @Test
    void hostileSignsAreTakenOut() {
        save(0, "\u0000Un\u202E piège\r\nici\u200B.\u0007\uFEFF e\u0301té", ODILE);

        assertThat(texts.find(dossier, KEY).orElseThrow().text()).isEqualTo("Un piège\nici. été");
    }

    private SaveOutcome save(int from, String text, Actor author) {
        return texts.save(dossier, KEY, from, text, author);
    }

    private static Actor person(String name) {
        return new Actor(new AccountId(UUID.randomUUID()), name, "personne@demo.example", false, List.of());
    }
}
