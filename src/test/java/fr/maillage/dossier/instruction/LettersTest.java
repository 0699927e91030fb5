package fr.maillage.dossier.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Institution;
import fr.maillage.access.InstitutionView;
import fr.maillage.access.Institutions;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.Step;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each letter says, and does not say. The PDFs are left in target/letters to be looked at. */
@MaillageTest
class LettersTest {

    private static final String QUALITY =
            "Pour le directeur général et par délégation, la directrice de la délégation de l’Aveyron";

    @Autowired
    TestDossiers world;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Deposits deposits;

    @Autowired
    Instruction instruction;

    @Autowired
    ReviewPages pages;

    @Autowired
    Institutions institutions;

    @Autowired
    TacitValidation tacitValidation;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    CommunityView cpts;
    InstitutionView ars;
    InstitutionView cpam;
    String number;

    @BeforeEach
    void aDepositedProject() {
        ars = world.arsOfAveyron();
        cpam = world.cpamOfAveyron();
        assertThat(institutions.changeContact(
                        ars.institution().id(),
                        new Institution.Contact(
                                "4 rue de Paraire\n12000 Rodez", "ars-aveyron@maillage.example", "05 00 00 00 00", 0)))
                .isTrue();
        cpts = world.communityReadyToDeposit("CPTS Vallée Fictive");
        number =
                dossiers.of(cpts.id(), DossierKind.HEALTH_PROJECT).orElseThrow().number();
        clock.set(LocalDate.of(2026, 12, 2));
        deposits.deposit(cpts, DossierKind.HEALTH_PROJECT);
        instruction.take(ars, number);
    }

    @Test
    void theReceiptNamesTheServiceTheDayAndTheEffectOfSilence() throws IOException {
        assertThat(text("RECEIPT"))
                .contains("4 rue de Paraire, 12000 Rodez", "Accusé de réception", "2 février 2027 inclus")
                .contains("réputé validé le 3 février 2027", "attestation de validation tacite")
                .doesNotContain("guide", "nosdeputes", "Aucun texte lu");
    }

    @Test
    void anOppositionCanBeNotified() throws IOException {
        var sha = jdbc.sql("select sha256 from dossier.file where kind = 'PDF'")
                .query(String.class)
                .single();
        instruction.decide(
                ars,
                number,
                new Decision(
                        Move.OPPOSE,
                        "Deux bassins de vie sont coupés :\n- celui de Millau\n- celui de Creissels\n\nLe projet n’en dit rien.",
                        List.of("PERTINENCE_TERRITOIRE", "OBJECTIFS_PRS"),
                        null,
                        QUALITY,
                        1));

        assertThat(text("LETTER"))
                .contains("4 rue de Paraire, 12000 Rodez", "Opposition à votre projet de santé")
                .contains("article L. 1434-12 du code de la santé publique", "Voies et délais de recours")
                .contains("tribunal administratif", "deux mois")
                .contains("Le territoire du projet n’est pas pertinent", "ne respecte pas les objectifs")
                .contains("celui de Millau", "Pour le directeur général et par délégation,")
                .contains(number, "version 1 déposée le 2 décembre 2026", sha.substring(0, 8))
                .doesNotContain("guide", "nosdeputes", "Aucun texte lu", "to-check");
        assertThat(letter().fileName()).isEqualTo("courrier-%s-opposition-2026-12-02.pdf".formatted(number));
        assertThat(letter().label()).isEqualTo("Opposition");
        assertThat(instruction.proposedQuality(ars)).isEqualTo(QUALITY);
    }

    @Test
    void aDecisionIsAboutTheVersionThatWasRead() {
        instruction.decide(ars, number, TestDecisions.askMore("Précisez."));
        deposits.deposit(cpts, DossierKind.HEALTH_PROJECT);

        assertThat(instruction.decide(
                        ars, number, new Decision(Move.OPPOSE, "Non.", List.of("OBJECTIFS_PRS"), null, QUALITY, 1)))
                .isInstanceOf(MoveOutcome.Invalid.class);
    }

    @Test
    void aValidationNamesTheOpinionsThatWereGivenAndNoOther() throws IOException {
        instruction.decide(ars, number, TestDecisions.validate(""));
        assertThat(text("LETTER"))
                .contains("Ce projet de santé est validé", "contrat")
                .doesNotContain("Assurance Maladie, ", "Ont rendu un avis");
    }

    @Test
    void aValidationAfterAnOpinionNamesItsInstitution() throws IOException {
        instruction.giveOpinion(cpam, number, UUID.randomUUID(), Verdict.FAVORABLE, "");
        instruction.decide(ars, number, TestDecisions.validate("Bravo à l’équipe."));
        assertThat(text("LETTER")).contains("Ont rendu un avis sur cette version : la CPAM de l’Aveyron.");
    }

    @Test
    void aRequestTellsTheDayOfTheAnswerAndTheEndOfTheDelay() throws IOException {
        instruction.decide(
                ars, number, new Decision(Move.ASK_MORE, "Précisez.", List.of(), LocalDate.of(2027, 1, 8), "", null));

        assertThat(text("LETTER"))
                .contains("avant le 8 janvier 2027", "2 février 2027 inclus")
                .doesNotContain("Aucun texte lu", "décision");
        assertThat(pages.forCommunity(cpts, DossierKind.HEALTH_PROJECT)
                        .orElseThrow()
                        .answerBy())
                .isEqualTo(LocalDate.of(2027, 1, 8));
    }

    @Test
    void silenceIsAttested() throws IOException {
        clock.set(LocalDate.of(2027, 2, 3).atTime(0, 5));
        tacitValidation.run();

        assertThat(text("LETTER"))
                .contains("Attestation de validation tacite", "réputé validé depuis le 3 février 2027")
                .contains("ARS Occitanie, délégation de l’Aveyron");
    }

    @Test
    void aLetterOfIntentIsNeverOpposedUnderTheLaw() throws IOException {
        jdbc.sql("delete from dossier.dossier where kind = 'LETTER_OF_INTENT'").update();
        jdbc.sql("update dossier.dossier set kind = 'LETTER_OF_INTENT', trame = 'lettre-intention' where number = ?")
                .param(number)
                .update();

        assertThat(instruction.decide(ars, number, TestDecisions.oppose("Non.", "OBJECTIFS_PRS")))
                .isEqualTo(new MoveOutcome.NotFromHere(Step.IN_REVIEW));
        assertThat(instruction.decide(ars, number, TestDecisions.decline("Une autre CPTS couvre ce territoire.")))
                .isEqualTo(new MoveOutcome.Done(Step.REFUSED));
        assertThat(text("LETTER"))
                .contains("Suite donnée à votre lettre d’intention", "ne lui donne pas suite")
                .doesNotContain("1434", "oppose", "recours");
        assertThat(pages.forInstitution(ars, number).badge().word()).isEqualTo("Sans suite");
    }

    private SentLetter letter() {
        return pages.forInstitution(ars, number).letters().getFirst();
    }

    private String text(String kind) throws IOException {
        var bytes = jdbc.sql("select content from dossier.file where kind = ? order by created_at desc limit 1")
                .param(kind)
                .query(byte[].class)
                .single();
        var name = StackWalker.getInstance()
                .walk(frames -> frames.skip(1).findFirst().orElseThrow().getMethodName());
        Files.createDirectories(Path.of("target/letters"));
        Files.write(Path.of("target/letters", name + ".pdf"), bytes);
        try (var pdf = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(pdf).replaceAll("[\\s\\u00A0\\u202F\\u2009]+", " ");
        }
    }
}
