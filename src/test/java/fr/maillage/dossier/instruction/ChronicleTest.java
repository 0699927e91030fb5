package fr.maillage.dossier.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.access.InstitutionView;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.DossierKind;
import fr.maillage.shared.NotFound;
import fr.maillage.testing.MaillageTest;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.Listing;
import fr.maillage.ui.TimelineEntry;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who did what on a dossier, as each side reads it, and who has it in hand. */
@MaillageTest
class ChronicleTest {

    @Autowired
    TestDossiers world;

    @Autowired
    Deposits deposits;

    @Autowired
    Instruction instruction;

    @Autowired
    ReviewRemarks remarks;

    @Autowired
    ReviewPages pages;

    @Autowired
    Entrusting entrusting;

    @Autowired
    Inbox inbox;

    InstitutionView ars;
    InstitutionView cpam;
    CommunityView cpts;
    String number;

    @BeforeEach
    void aDossierUnderReview() {
        ars = world.arsOfAveyron();
        cpam = world.cpamOfAveyron();
        cpts = world.communityReadyToDeposit("CPTS Vallée Fictive");
        deposits.deposit(cpts, DossierKind.HEALTH_PROJECT);
        number = mine(Map.of()).rows().getFirst().number();
        instruction.take(ars, number);
    }

    @Test
    void everyActIsToldWithItsPersonAndWhatIsPrivateStaysBetweenInstitutions() {
        instruction.giveOpinion(cpam, number, UUID.randomUUID(), Verdict.FAVORABLE, "");
        instruction.addNote(ars, number, UUID.randomUUID(), "À revoir en comité.");
        var remark = UUID.randomUUID();
        remarks.write(ars, number, remark, "contexte-local", "Précisez.", "");
        remarks.answer(cpts, DossierKind.HEALTH_PROJECT, remark, UUID.randomUUID(), "C’est fait.");
        instruction.decide(ars, number, TestDecisions.validate("Bravo."));

        assertThat(pages.forInstitution(ars, number).timeline())
                .extracting(TimelineEntry::sentence)
                .anyMatch(line -> line.startsWith("Instruction ouverte par") && line.contains("Fabrice Delmas"))
                .anyMatch(line -> line.startsWith("Avis de") && line.contains("favorable, version 1"))
                .anyMatch(line -> line.startsWith("Note de Fabrice Delmas"))
                .anyMatch(line -> line.startsWith("Remarque de Fabrice Delmas"))
                .anyMatch(line -> line.startsWith("Réponse de"))
                .anyMatch(line -> line.startsWith("Courriel à"))
                .anyMatch(line -> line.startsWith("Validation par") && line.contains("Bravo."));
        assertThat(pages.forCommunity(cpts, DossierKind.HEALTH_PROJECT)
                        .orElseThrow()
                        .timeline())
                .extracting(TimelineEntry::sentence)
                .noneMatch(line -> line.startsWith("Avis")
                        || line.startsWith("Note")
                        || line.startsWith("Courriel")
                        || line.startsWith("Dossier confié"));
    }

    @Test
    void onlyTheInstitutionOfARemarkSettlesIt() {
        var remark = UUID.randomUUID();
        remarks.write(ars, number, remark, "contexte-local", "Précisez.", "");

        assertThat(remarks.settle(cpam, number, remark, true)).isFalse();
        assertThat(pages.forInstitution(ars, number).remarksWaiting()).isEqualTo(1);

        assertThat(remarks.settle(ars, number, remark, true)).isTrue();
        assertThat(pages.forInstitution(ars, number))
                .extracting(ReviewPage::remarksWaiting, ReviewPage::remarksAnswered)
                .containsExactly(0L, 0L);
    }

    @Test
    void aDueDateThatIsNoDayOrIsPastIsRefused() {
        for (var due : new String[] {"demain", "2001-01-01"}) {
            assertThat(remarks.write(ars, number, UUID.randomUUID(), "contexte-local", "Précisez.", due))
                    .isInstanceOf(MoveOutcome.Invalid.class);
        }
    }

    @Test
    void whoComesTooLateReadsWhoDecidedAndWhen() {
        instruction.decide(ars, number, TestDecisions.validate(""));

        assertThat(instruction.decide(ars, number, TestDecisions.askMore("Et ceci ?")))
                .isInstanceOf(MoveOutcome.NotFromHere.class);
        assertThat(pages.forInstitution(ars, number).overtaken())
                .startsWith("Rien n’a été envoyé. Entre-temps")
                .contains("Validation par", "Fabrice Delmas");
    }

    @Test
    void aDossierIsEntrustedToAPersonOfTheInstitutionWhoFindsItAmongTheirs() {
        assertThat(mine(Map.of("etat", "a-moi")).rows()).isEmpty();

        entrusting.entrust(ars, number, ars.actor().account().value());

        assertThat(mine(Map.of("etat", "a-moi")).rows())
                .extracting(Inbox.Line::entrustedTo)
                .containsExactly("Fabrice Delmas");
        assertThatThrownBy(() ->
                        entrusting.entrust(ars, number, cpts.actor().account().value()))
                .isInstanceOf(NotFound.class);
    }

    private Listing<Inbox.Line> mine(Map<String, String> filters) {
        return inbox.of(ars, new ListQuery("/institutions/ars", "", "recu", false, 1, 10, filters, "deposited_at"));
    }
}
