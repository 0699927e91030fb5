package fr.maillage.demo;

import fr.maillage.access.InstitutionView;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.instruction.Entrusting;
import fr.maillage.dossier.instruction.Instruction;
import fr.maillage.dossier.instruction.MoveOutcome;
import fr.maillage.dossier.instruction.ReviewRemarks;
import fr.maillage.dossier.instruction.Verdict;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * What the institutions and the CPTS did, day after day, since the project was deposited: taken in hand, a remark
 * answered and one that waits, an opinion given and others awaited, a note that the CPTS does not see.
 */
@Component
@ConditionalOnProperty(name = "maillage.demo", havingValue = "true")
class DemoInstruction {

    private final Dossiers dossiers;
    private final Instruction instruction;
    private final Entrusting entrusting;
    private final ReviewRemarks remarks;
    private final DemoClock clock;

    DemoInstruction(
            Dossiers dossiers, Instruction instruction, Entrusting entrusting, ReviewRemarks remarks, DemoClock clock) {
        this.dossiers = dossiers;
        this.instruction = instruction;
        this.entrusting = entrusting;
        this.remarks = remarks;
        this.clock = clock;
    }

    /** @param view the CPTS whose project was deposited twenty days ago, before all this */
    void tell(CommunityView view, InstitutionView ars, InstitutionView cpam) {
        var number =
                dossiers.of(view.id(), DossierKind.HEALTH_PROJECT).orElseThrow().number();
        on(19, LocalTime.of(9, 25), () -> take(ars, number));
        var answered = UUID.randomUUID();
        on(
                13,
                LocalTime.of(15, 5),
                () -> remarks.write(ars, number, answered, "gouvernance", "Qui remplace la présidente absente ?", ""));
        on(
                9,
                LocalTime.of(18, 40),
                () -> remarks.answer(
                        view,
                        DossierKind.HEALTH_PROJECT,
                        answered,
                        UUID.randomUUID(),
                        "La vice-présidence, comme le dit le tableau des instances."));
        on(
                5,
                LocalTime.of(10, 15),
                () -> instruction.giveOpinion(
                        cpam,
                        number,
                        UUID.randomUUID(),
                        Verdict.FAVORABLE,
                        "Projet mesuré, à la taille du territoire. Les missions socles sont couvertes."));
        on(
                5,
                LocalTime.of(10, 30),
                () -> instruction.addNote(
                        cpam,
                        number,
                        UUID.randomUUID(),
                        "Deux médecins du plateau annoncent un départ. À aborder en réunion."));
        on(
                2,
                LocalTime.of(11, 0),
                () -> remarks.write(
                        ars,
                        number,
                        UUID.randomUUID(),
                        "indicateurs",
                        "D’où vient la valeur de départ de l’action 3 ?",
                        clock.today().plusDays(7).toString()));
    }

    private MoveOutcome take(InstitutionView ars, String number) {
        entrusting.entrust(ars, number, ars.actor().account().value());
        return instruction.take(ars, number);
    }

    private void on(int daysAgo, LocalTime time, Supplier<MoveOutcome> act) {
        var outcome = clock.on(daysAgo, time, act);
        if (!(outcome instanceof MoveOutcome.Done)) {
            throw new IllegalStateException("the demonstration's instruction is refused: " + outcome);
        }
    }
}
